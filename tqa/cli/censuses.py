"""Counts of glossaries as text and as rows for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tqa.text.counted import counted
from tqa.text.show import show

if TYPE_CHECKING:
    from tqa.glossary.census import Census


def censuses_text(counted: Mapping[str, Census]) -> str:
    """A paragraph a file, and one for all of them if there are several."""
    shown = {path or "all files": census for path, census in counted.items() if path or len(counted) > 2}
    return "\n".join("".join(_lines(path, census)) for path, census in shown.items())


def _lines(path: str, census: Census) -> Iterator[str]:
    yield f"{show(path)}: {counted(census.concepts, 'concept')} in {counted(census.rows, 'row')}\n"
    for name, counts in (
        ("kind", census.kinds),
        ("status", census.statuses),
        ("strength", census.strengths),
        ("forms", census.forms),
        ("filled", census.filled),
    ):
        yield f"    {name:9} {', '.join(f'{word} {count}' for word, count in counts.items() if count) or '-'}\n"
    if census.own_columns:
        yield f"    own       {', '.join(map(show, census.own_columns))}\n"


def census_rows(counted: Mapping[str, Census]) -> list[dict[str, Any]]:
    """The counts as rows for JSON; the path of the last, which counts all files, is null."""
    return [{"path": path or None, **census._asdict()} for path, census in counted.items()]
