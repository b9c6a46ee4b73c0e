"""Config files to Settings: every key, rule and option checked, paths relative to the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tqa.config.where import where
from tqa.files import read_text
from tqa.formats.naming import read_pair
from tqa.model import ConfigError, FormatError, Severity
from tqa.registry import did_you_mean
from tqa.reporters import REPORTERS
from tqa.text.decoding import known_encoding
from tqa.text.nearest import nearest
from tqa.text.paths import posix
from tqa.value import fresh, replace, value

if TYPE_CHECKING:
    from tqa.rule.house import HouseSpec

FILES = ("tqa.toml", ".tqa.toml", "pyproject.toml")
SEVERITIES = {severity.word: severity for severity in Severity}
FAIL_ON = (*SEVERITIES, "never")
LANGS = ("en", "zh")
ENGLISH = ("us", "uk", "oxford")


@value
class PathSettings:
    """What differs for the files a pattern names."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = fresh(factory=dict)


@value
class Settings:
    """Everything that can be set, resolved. `root`: the config's folder; `glossary` None: the shipped ones.

    `since`: the revision since which a line must have changed to be shown; "": all. `memory`: path of a term memory; "": none.
    `baseline` None: `tqa-baseline.json` in the root, if it is there; "": none.
    """

    path: str = ""
    root: str = ""
    glossary: tuple[str, ...] | None = None
    baseline: str | None = None
    since: str = ""
    memory: str = ""
    select: tuple[str, ...] = ("all",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = fresh(factory=dict)
    min_severity: str = "warning"
    fail_on: str = "warning"
    strict: bool = False
    format: str = "text"
    max_findings: int = 100
    encoding: str = ""
    max_file_size: int = 20_000_000
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    force_exclude: bool = False
    pair: str = ""
    fields: Mapping[str, str] = fresh(factory=dict)
    unit: str = "auto"
    inline: bool = True
    plugins: bool = True
    lang: str = "en"
    rules: Mapping[str, Mapping[str, Any]] = fresh(factory=dict)
    per_path: Mapping[str, PathSettings] = fresh(factory=dict)
    house: tuple[HouseSpec, ...] = ()


def find_config(start: str) -> str | None:
    """The nearest tqa.toml, .tqa.toml or pyproject.toml with [tool.tqa], going up from a folder."""
    folder, above = start, os.path.dirname(start)
    for name in FILES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or _speaks_of_us(path)):
            return path
    return find_config(above) if above != folder else None


def load(path: str) -> Settings:
    """The settings of a config file. Raises ConfigError with path, key and cure."""
    return _read(path, seen=())


def _read(path: str, seen: tuple[str, ...]) -> Settings:
    real = os.path.realpath(path)
    if real in seen:
        raise ConfigError(f"{path}: extends itself through {seen[-1]}")
    table = _toml(path)
    if os.path.basename(path) == "pyproject.toml":
        tools = read_table(table.get("tool", {}), f"{path}: tool")
        table = read_table(tools.get("tqa", {}), f"{where(path, 'tqa')}: tool.tqa")
    base = Settings()
    extended = table.pop("extend", None)
    if extended is not None:
        base = _read(_beside(real, read_string(extended, f"{path}: extend")), (*seen, real))
    return _apply(base, table, path)


def _speaks_of_us(path: str) -> bool:
    """Whether a pyproject.toml has a table of ours. One that is broken is taken for one, so that it is told."""
    if "tqa" not in _text(path):
        return False
    try:
        tools = _toml(path).get("tool", {})
    except ConfigError:
        return True
    return isinstance(tools, dict) and "tqa" in tools


def _toml(path: str) -> dict[str, Any]:
    # Most runs have no config file.
    import tomllib

    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None


def _text(path: str) -> str:
    try:
        return read_text(path)
    except FormatError as error:
        raise ConfigError(f"{path}: {error}") from None


def _apply(base: Settings, table: Mapping[str, Any], path: str) -> Settings:
    real = os.path.realpath(path)
    changes: dict[str, Any] = {"path": path, "root": os.path.dirname(real)}
    for key, given in table.items():
        name = f"{where(path, key)}: {key}"
        for attribute, read in _reader(key, path)(given, name).items():
            before = changes.get(attribute, getattr(base, attribute))
            changes[attribute] = _merged(before, read) if isinstance(read, dict) else read
    if changes.get("glossary") is not None:
        changes["glossary"] = tuple(_glossary(real, item) for item in changes["glossary"])
    if changes.get("baseline"):
        changes["baseline"] = _beside(real, changes["baseline"])
    if changes.get("memory"):
        changes["memory"] = _beside(real, changes["memory"])
    return replace(base, **changes)


def _reader(key: str, path: str) -> Reader:
    """How the content of a key is read. Raises ConfigError for an unknown one."""
    if key == "rule":
        # Its tables say where they stand, each.
        from tqa.config.house import house_specs

        return lambda value, name: {"house": house_specs(value, path)}
    if key not in _KEYS:
        raise ConfigError(f"{where(path, key)}: unknown key {key!r}{did_you_mean(key, KEYS)}")
    return _KEYS[key]


def _merged(before: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
    """Both tables; where both have a table under one name, that one is merged as well, and what was read last wins."""
    return {
        **before,
        **{
            name: {**before[name], **entry} if isinstance(entry, dict) and isinstance(before.get(name), dict) else entry
            for name, entry in read.items()
        },
    }


def _glossary(config: str, item: str) -> str:
    """A glossary named by theme stays a name; a path is made relative to the config."""
    return item if "/" not in item and not item.endswith(".tsv") else _beside(config, item)


def _beside(config: str, path: str) -> str:
    return posix(os.path.join(os.path.dirname(config), path))


def read_string(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{name} must be a string, not {_kind(value)}")
    return value


def read_strings(value: Any, name: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{name} must be a list of strings")
    return tuple(value)


def read_boolean(value: Any, name: str) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(f"{name} must be true or false, not {_kind(value)}")
    return value


def _encoding(value: Any, name: str) -> str:
    if read_string(value, name) and known_encoding(value) is None:
        raise ConfigError(f"{name}: unknown encoding {value!r}; utf-8, gb18030, big5 and cp1252 are examples of known ones")
    return str(value)


def _pair(value: Any, name: str) -> str:
    try:
        read_pair(read_string(value, name))
    except ConfigError as error:
        raise ConfigError(f"{name}: {error}") from None
    return str(value)


def _number(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ConfigError(f"{name} must be a whole number, 0 or more")
    return value


def _kind(value: Any) -> str:
    return {dict: "a table", list: "a list", str: "a string", bool: "true or false"}.get(type(value), "a number")


def read_table(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{name} must be a table, not {_kind(value)}")
    return value


def one_of(value: Any, name: str, choices: Iterable[str]) -> str:
    """The value, if it is one of `choices`; else ConfigError with the nearest."""
    choices = list(choices)
    if value not in choices:
        raise ConfigError(f"{name}: {value!r} is not one of {', '.join(choices)}{did_you_mean(str(value), choices)}")
    return str(value)


def _severities(value: Any, name: str) -> dict[str, Severity]:
    return {rule: SEVERITIES[one_of(word, f"{name}.{rule}", SEVERITIES)] for rule, word in read_table(value, name).items()}


def _per_path(value: Any, name: str) -> dict[str, PathSettings]:
    found = {}
    for pattern, table in read_table(value, name).items():
        here = f'{name}."{pattern}"'
        known = {"select", "ignore", "severity"}
        for key in read_table(table, here):
            if key not in known:
                raise ConfigError(f"{here}: unknown key {key!r}{did_you_mean(key, known)}")
        found[pattern] = PathSettings(
            read_strings(table.get("select", []), f"{here}.select"),
            read_strings(table.get("ignore", []), f"{here}.ignore"),
            _severities(table.get("severity", {}), f"{here}.severity"),
        )
    return found


def _format(value: Any, name: str) -> dict[str, Any]:
    if isinstance(value, str):
        return {"format": one_of(value, name, REPORTERS)}
    found: dict[str, Any] = {}
    for kind, table in read_table(value, name).items():
        one_of(kind, name, ("txt", "jsonl"))
        for key, entry in read_table(table, f"{name}.{kind}").items():
            here = f"{name}.{kind}.{key}"
            if (kind, key) == ("txt", "unit"):
                found["unit"] = one_of(entry, here, ("auto", "line", "paragraph"))
            elif (kind, key) == ("jsonl", "fields"):
                found["fields"] = {field_: read_string(entry[field_], here) for field_ in read_table(entry, here)}
            else:
                raise ConfigError(f"{name}.{kind}: unknown key {key!r}{did_you_mean(key, ('unit', 'fields'))}")
    return found


def _rules(value: Any, name: str) -> dict[str, Mapping[str, Any]]:
    return {rule: read_table(table, f"{name}.{rule}") for rule, table in read_table(value, name).items()}


_STYLE_OPTIONS = ("english", "prefer")


def _style(value: Any, name: str) -> dict[str, Mapping[str, Any]]:
    """The house's choices among forms that mean the same: options of the rule `variant-family`, which checks them."""
    table = read_table(value, name)
    for key in table:
        if key not in _STYLE_OPTIONS:
            raise ConfigError(f"{name}: unknown key {key!r}{did_you_mean(key, _STYLE_OPTIONS)}")
    if "english" in table:
        one_of(table["english"], f"{name}.english", ENGLISH)
    return {"variant-family": table}


Reader = Callable[[Any, str], dict[str, Any]]


def _as(attribute: str, read: Callable[[Any, str], Any]) -> Reader:
    return lambda value, name: {attribute: read(value, name)}


def _choice(attribute: str, choices: Iterable[str]) -> Reader:
    return lambda value, name: {attribute: one_of(value, name, choices)}


_KEYS: Mapping[str, Reader] = {
    "glossary": _as("glossary", read_strings),
    "baseline": _as("baseline", read_string),
    "memory": _as("memory", read_string),
    "select": _as("select", read_strings),
    "extend-select": _as("extend_select", read_strings),
    "ignore": _as("ignore", read_strings),
    "severity": _as("severity", _severities),
    "min-severity": _choice("min_severity", SEVERITIES),
    "fail-on": _choice("fail_on", FAIL_ON),
    "strict": _as("strict", read_boolean),
    "max-findings": _as("max_findings", _number),
    "encoding": _as("encoding", _encoding),
    "max-file-size": _as("max_file_size", _number),
    "exclude": _as("exclude", read_strings),
    "include": _as("include", read_strings),
    "pair": _as("pair", _pair),
    "inline": _as("inline", read_boolean),
    "plugins": _as("plugins", read_boolean),
    "lang": _choice("lang", LANGS),
    "format": _format,
    "rules": _as("rules", _rules),
    "style": _as("rules", _style),
    "per-path": _as("per_path", _per_path),
}

KEYS = (*_KEYS, "rule")
"""The keys a config file may have besides `extend`."""

_FROM_ENVIRONMENT: Mapping[str, Reader] = {
    "TQA_GLOSSARY": lambda value, name: {"glossary": tuple(item for item in value.split(os.pathsep) if item)},
    "TQA_BASELINE": _as("baseline", read_string),
    "TQA_MEMORY": _as("memory", read_string),
    "TQA_SELECT": lambda value, name: {"select": _listed(value)},
    "TQA_EXTEND_SELECT": lambda value, name: {"extend_select": _listed(value)},
    "TQA_IGNORE": lambda value, name: {"ignore": _listed(value)},
    "TQA_MIN_SEVERITY": _choice("min_severity", SEVERITIES),
    "TQA_FAIL_ON": _choice("fail_on", FAIL_ON),
    "TQA_FORMAT": _choice("format", REPORTERS),
    "TQA_LANG": _choice("lang", LANGS),
    "TQA_ENCODING": _as("encoding", _encoding),
}


def _listed(value: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in value.split(",") if item.strip())


_ALSO_FROM_ENVIRONMENT = ("TQA_CONFIG", "TQA_CACHE_DIR", "TQA_DEBUG")


def misspelt_variables(environment: Iterable[str]) -> list[tuple[str, str]]:
    """Variables that are none of ours though their names nearly are, each with the one that may be meant.

    Others that begin with TQA_ are somebody's own.
    """
    known = (*_FROM_ENVIRONMENT, *_ALSO_FROM_ENVIRONMENT)
    strange = sorted(name for name in environment if name.startswith("TQA_") and name not in known)
    return [(name, near) for name in strange if (near := nearest(name.removeprefix("TQA_"), [one.removeprefix("TQA_") for one in known]))]


def with_environment(settings: Settings, environment: Mapping[str, str]) -> Settings:
    """The settings with TQA_* variables over the file's."""
    changes: dict[str, Any] = {}
    for name, read in _FROM_ENVIRONMENT.items():
        if environment.get(name):
            changes.update(read(environment[name], name))
    return replace(settings, **changes)
