"""Places in the units other programs count in: UTF-16 code units or UTF-8 bytes, where tqa counts code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tqa.model import FixRow, Row
from tqa.text.positions import utf8_length, utf16_length

Unit = Literal["utf16", "utf8"]
Run = tuple[int, int, int | None, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns, 1-based, the end one past the last character. Columns are None where they are not known."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as a region of the file and what replaces it."""

    region: Region
    text: str


def region_of(row: Row, unit: Unit) -> Region:
    """Where the finding stands."""
    return _region(row, unit, row["start"], row["end"]) or Region(row["line"], None, row["end_line"], None)


def changes_of(row: Row, fix: FixRow, unit: Unit) -> list[Change]:
    """The edits of a fix, or none where one of them has no place that is known: the fix is all or nothing."""
    changes = []
    for edit in fix["edits"]:
        is_here = (edit["side"], edit["segment"]) == (row["side"], row["segment"])
        region = _region(row, unit, edit["start"], edit["end"]) if is_here else None
        if region is None:
            return []
        changes.append(Change(region, edit["replacement"]))
    return changes


def _region(row: Row, unit: Unit, start: int, end: int) -> Region | None:
    if row["column"] is None or "line_text" not in row:
        return None
    text, runs = row["line_text"], row.get("runs") or [(0, row["line"], 1, (0, 0))]
    first = _located(text, runs, start, start, unit)
    last = _end(text, runs, end, unit) if end > start else first
    return None if first is None or last is None else Region(*first, *last)


def _end(text: str, runs: Sequence[Run], end: int, unit: Unit) -> tuple[int, int] | None:
    """One past the last character; the space that joins two lines reaches to where the next one goes on."""
    joins = text[end - 1 : end] == " " and any(run[0] == end for run in runs[1:])
    return _located(text, runs, end if joins else end - 1, end, unit)


def _located(text: str, runs: Sequence[Run], within: int, offset: int, unit: Unit) -> tuple[int, int] | None:
    """Line and column of `offset`, counted in the run that holds `within`."""
    begin, line, column, wider = runs[max(bisect_right(runs, within, key=lambda run: run[0]) - 1, 0)]
    if column is None:
        return None
    before = text[begin:offset]
    units = utf16_length(before) + wider[0] if unit == "utf16" else utf8_length(before) + wider[1]
    return line, column + units
