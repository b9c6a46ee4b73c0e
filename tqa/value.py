"""Values: small frozen, slotted classes that cost next to nothing to load.

`@value` reads like `@dataclass(frozen=True, slots=True)` and keeps its promises: equal by content, hashable, picklable, no attribute
ever set again; `dataclasses.replace`, `fields` and `is_dataclass` work. A dataclass writes and compiles its methods when it is loaded
(0.4 to 0.7 ms, half of a bare interpreter's start for every ten); these share theirs (0.02 ms). Making one takes up to twice as long as
making a dataclass, so what is made in numbers for every article writes its own `__init__` with `setters`, which takes less.
Cached properties keep their contents beside the fields; they are no part of the value.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

from tqa.records import NamedTuple

if TYPE_CHECKING:
    from dataclasses import Field

T = TypeVar("T")


class _Fresh(NamedTuple):
    factory: Callable[[], Any]


def fresh(*, factory: Callable[[], T]) -> T:
    """The default of a field that each value gets anew."""
    return cast("T", _Fresh(factory))


@dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
def value(kind: type[T]) -> type[T]:
    """The class as a value; its annotated names are the fields, in order, after those it inherits."""
    body = dict(vars(kind))
    own = tuple(body.get("__annotations__", ()))
    inherited = getattr(kind, "_fields", ())
    defaults = {**getattr(kind, "_defaults", {}), **{name: body.pop(name) for name in own if name in body}}
    for shadow in ("__dict__", "__weakref__"):
        body.pop(shadow, None)
    fields = inherited + own
    caches = ("__dict__",) if any(isinstance(member, cached_property) for member in body.values()) else ()
    body.update({"__slots__": own + caches, "__match_args__": fields, "_fields": fields, "_defaults": defaults})
    for name, method in _METHODS.items():
        body.setdefault(name, method)
    metaclass: Any = type(kind)
    made = metaclass(kind.__name__, kind.__bases__, body)
    # The slots' own setters are past the __setattr__ that refuses.
    made._setters = tuple([getattr(made, name).__set__ for name in fields])
    return cast("type[T]", made)


def setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    """What sets the fields of a value, in order: for an `__init__` of its own, where very many are made."""
    made: Any = kind
    return cast("tuple[Callable[[Any, Any], None], ...]", made._setters)


def replace(one: T, **changes: Any) -> T:
    """The value with other contents in some fields; `dataclasses.replace` without loading that module."""
    kind: Any = type(one)
    given = [changes.pop(name) if name in changes else getattr(one, name) for name in kind._fields]
    return cast("T", kind(*given, **changes))


def _init(self: Any, *given: Any, **named: Any) -> None:
    setters = self._setters
    if named or len(given) != len(setters):
        given = _complete(type(self), given, named)
    for set_, content in zip(setters, given, strict=True):
        set_(self, content)


def _complete(kind: Any, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """What is given, by position and by name, and the defaults for the rest."""
    contents = list(given)
    for name in kind._fields[len(given) :]:
        if name in named:
            contents.append(named.pop(name))
        elif name in kind._defaults:
            default = kind._defaults[name]
            contents.append(default.factory() if isinstance(default, _Fresh) else default)
        else:
            raise TypeError(f"{kind.__name__} needs {name!r}")
    if named or len(contents) > len(kind._fields):
        raise TypeError(f"{kind.__name__} has no place for {', '.join(named) or 'so many'}")
    return tuple(contents)


def contents(self: Any) -> tuple[Any, ...]:
    """What a value holds, field by field; `type(self)(*contents(self))` is equal to it."""
    return tuple([getattr(self, name) for name in self._fields])


def _equals(self: Any, other: object) -> Any:  # NotImplemented is no bool
    return contents(self) == contents(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return contents(self).__hash__()


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__}.{name} cannot be set or deleted: a value does not change")


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), contents(self)


class _DataclassFields:
    """What `dataclasses` asks of a class, made when it asks."""

    def __get__(self, _: object, kind: Any) -> dict[str, Field[Any]]:
        from dataclasses import MISSING, field, fields, make_dataclass

        def default(name: str) -> Any:
            content = kind._defaults.get(name, MISSING)
            return field(default_factory=content.factory) if isinstance(content, _Fresh) else field(default=content)

        types = {name: written for each in reversed(kind.__mro__) for name, written in vars(each).get("__annotations__", {}).items()}
        known = make_dataclass(kind.__name__, [(name, types[name], default(name)) for name in kind._fields], kw_only=True)
        kind.__dataclass_fields__ = {found.name: found for found in fields(known)}
        return cast("dict[str, Field[Any]]", kind.__dataclass_fields__)


_METHODS: dict[str, object] = {
    "__init__": _init,
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
    "__dataclass_fields__": _DataclassFields(),
}
