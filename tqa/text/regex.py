"""Patterns compiled when they are first used: most runs need few of them, and compiling is half of a short run's time."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groups", "groupindex", "pattern", "flags")


class _Pattern:
    """Stands for a compiled pattern; after the first use its methods are that pattern's own."""

    def __init__(self, source: str | bytes, flags: int):
        self._source = source
        self._flags = flags

    def __reduce__(self) -> tuple[Any, ...]:
        return _Pattern, (self._source, self._flags)

    def __getattr__(self, name: str) -> Any:  # what the compiled pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the pattern is used. An error in it shows then; a test compiles all of them."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
