"""Options as the verbs that read articles declare them, and plain command lines read by them.

Loading typer takes twice as long as a bare interpreter. A line of known options and paths is clear without it; whatever else a user
may type, `--help` and mistakes above all, is typer's to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_type_hints

from tqa.records import NamedTuple


class Declared(NamedTuple):
    """An option, or with `positional` the argument; `flags` empty: named as the parameter. `min`: the least number it takes."""

    flags: tuple[str, ...] = ()
    help: str = ""
    metavar: str | None = None
    min: int | None = None
    positional: bool = False


class Parameter(NamedTuple):
    """A verb's parameter, and what is declared of it."""

    name: str
    kind: Any  # a type, or a union of types
    default: Any
    says: Declared

    @property
    def flags(self) -> tuple[str, ...]:
        """The words that name an option."""
        return self.says.flags or ("--" + self.name.replace("_", "-"),)


def option(*flags: str, help: str = "", metavar: str | None = None, min: int | None = None) -> Declared:
    """What stands beside the type of a parameter that is an option."""
    return Declared(flags, help, metavar, min)


def argument(*, help: str = "", metavar: str | None = None) -> Declared:
    """What stands beside the type of the parameter that takes the words without a dash."""
    return Declared((), help, metavar, positional=True)


def parameters_of(function: Callable[..., None]) -> dict[str, Parameter]:
    """The parameters with something declared beside their types, by name.

    Not inspect.signature: inspect takes as long to load as a bare interpreter.
    """
    hints = get_type_hints(function, include_extras=True)
    del hints["return"]
    defaults = function.__defaults__ or ()
    names = list(hints)[len(hints) - len(defaults) :]
    return {
        name: Parameter(name, hints[name].__origin__, default, hints[name].__metadata__[0]) for name, default in zip(names, defaults, strict=True)
    }


def read_plain(parameters: Mapping[str, Parameter], words: Sequence[str]) -> dict[str, Any] | None:
    """The parameters' values on a plain command line; None if the line is not plain, or wrong."""
    given: dict[str, Any] = {name: parameter.default for name, parameter in parameters.items()}
    options = {flag: parameter for parameter in parameters.values() if not parameter.says.positional for flag in parameter.flags}
    arguments = next(name for name, parameter in parameters.items() if parameter.says.positional)
    rest = iter(words)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            given[arguments] = [*(given[arguments] or ()), word]
            continue
        flag, equals, attached = word.partition("=")
        parameter = options.get(flag)
        if parameter is None or (equals and not flag.startswith("--")):
            return None
        value = _value(parameter, attached if equals else None, rest, given[parameter.name])
        if value is None:
            return None
        given[parameter.name] = value
    return given


def _value(parameter: Parameter, attached: str | None, rest: Iterator[str], before: Any) -> Any:
    """What the option is set to: by its flag alone, by what is attached to it, or by the next word; None if that is not plain."""
    kind = parameter.kind
    if kind is bool:
        return True if attached is None else None
    word = next(rest, "-") if attached is None else attached
    if word.startswith("-"):
        return None
    if kind == int | None:
        number = int(word) if word.isascii() and word.isdigit() else -1
        return number if number >= (parameter.says.min or 0) else None
    return [*(before or ()), word] if kind == list[str] | None else word
