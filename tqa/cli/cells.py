"""Columns and their cells as they are given on a command line."""

from __future__ import annotations

from collections.abc import Iterable

from tqa.model import ConfigError


def named_cells(words: Iterable[str]) -> dict[str, str]:
    """Column → cell of `--FIELD VALUE` and `--FIELD=VALUE`; hyphens of a name are read as underscores."""
    cells: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if not name.startswith("--") or name == "--":
            raise ConfigError(f"{word!r} is one word too many; quote a term of several words, and name a column with --FIELD VALUE")
        if not equals:
            following = next(rest, None)
            if following is None:
                raise ConfigError(f"{word} needs a value: {word} VALUE")
            value = following
        _put(cells, _column(name.removeprefix("--")), value)
    return cells


def assigned_cells(words: Iterable[str]) -> dict[str, str]:
    """Column → cell of `FIELD=VALUE`; the value may be empty."""
    cells: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise ConfigError(f"{word!r} must read FIELD=VALUE, such as note=official or allowed='one form|another'")
        _put(cells, _column(name), value)
    return cells


def _column(word: str) -> str:
    """The column a word of the command line means: a known one however it is written, else one of the file's own by that name."""
    from tqa.glossary.rows import COLUMNS

    name = word.replace("-", "_").lower()
    return name if name in COLUMNS else word


def _put(cells: dict[str, str], column: str, value: str) -> None:
    if column in cells:
        raise ConfigError(f"{column} is given twice; a list is split by “|”: 'one|another'")
    cells[column] = value
