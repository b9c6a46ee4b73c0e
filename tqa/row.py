"""The flat forms of findings: what crosses processes and reaches reporters. Imported through `tqa.model`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class EditRow(TypedDict):
    """An edit as JSON shows it."""

    side: str
    segment: int
    start: int
    end: int
    replacement: str
    safe: bool


class FixRow(TypedDict):
    """A fix as JSON shows it."""

    title: str
    safe: bool
    edits: list[EditRow]


class RelatedRow(TypedDict):
    """A related place as JSON shows it. The UTF-16 columns are there only if they differ from the others."""

    document: str
    path: str
    side: str
    segment: int
    start: int
    end: int
    line: int
    column: int | None
    end_line: int
    end_column: int | None
    text: str
    message: str
    utf16_column: NotRequired[int]
    utf16_end_column: NotRequired[int]


class SilenceRow(TypedDict):
    """Why a finding is not among those shown: an ignore in the text, or an entry of the baseline; `reason` as its author gave it."""

    by: Literal["ignore", "baseline"]
    reason: str


class Row(TypedDict):
    """A finding as JSON shows it, plus `line_text`: the segment's text, and `runs`: where that text stands, each a Run.

    Without `runs` the segment is one whole line. Only rows that are not shown have a `silence`.
    Rows, as bytes, are what crosses processes and reaches reporters.
    """

    rule: str
    group: str
    mqm: str
    severity: str
    certainty: str
    message: str
    path: str
    document: str
    side: str
    segment: int
    start: int
    end: int
    line: int
    column: int | None
    end_line: int
    end_column: int | None
    text: str
    block: str | None
    related: list[RelatedRow]
    edits: list[EditRow]
    fixes: list[FixRow]
    fingerprint: str
    line_text: NotRequired[str]
    runs: NotRequired[list[tuple[int, int, int | None, tuple[int, int]]]]
    silence: NotRequired[SilenceRow]
