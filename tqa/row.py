"""The flat forms of findings: what crosses processes and reaches reporters. Imported through `tqa.model`."""

from __future__ import annotations

from typing import Literal, NotRequired

from tqa.records import TypedDict


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


class Passage(TypedDict):
    """Segments of both sides that stand beside each other, by their numbers; one side may be empty. `moved`: its place is another there."""

    source: list[int]
    target: list[int]
    moved: bool


class MentionRow(TypedDict):
    """Where the English of a term of the source stands in the target."""

    term: str
    segment: int
    start: int
    end: int


class ArticleRow(TypedDict):
    """The texts of an article, segment by segment, and how its sides belong together.

    `lines`: the line of its file each target segment begins on, 1-based. `passages`: in reading order, blank segments left out.
    `source_furniture`, `target_furniture`: numbers of segments that belong to the web page, not to the article.
    """

    title: str
    source: list[str]
    target: list[str]
    reference: list[str]
    lines: list[int]
    passages: list[Passage]
    mentions: list[MentionRow]
    source_furniture: list[int]
    target_furniture: list[int]
