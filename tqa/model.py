"""The nouns: documents, places, findings, reports. Frozen, slotted, standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Any, Literal

from tqa.records import NamedTuple
from tqa.row import ArticleRow as ArticleRow
from tqa.row import EditRow as EditRow
from tqa.row import FixRow as FixRow
from tqa.row import MentionRow as MentionRow
from tqa.row import Passage as Passage
from tqa.row import RelatedRow as RelatedRow
from tqa.row import Row as Row
from tqa.row import SilenceRow as SilenceRow
from tqa.tally import total
from tqa.value import fresh, setters, value

Side = Literal["source", "target", "reference"]


class Severity(IntEnum):
    """How much a finding matters, in rising order."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name users write: "info", "warning" or "error"."""
        return self.name.lower()


class Certainty(IntEnum):
    """How sure a rule is, in rising order; a guess fails nothing unless asked to."""

    GUESS = 1
    LIKELY = 2
    CERTAIN = 3

    @property
    def word(self) -> str:
        """The name users read: "guess", "likely" or "certain"."""
        return self.name.lower()


class TqaError(Exception):
    """Something the user can mend; the message names path, place and cure."""


class ConfigError(TqaError):
    """A wrong key, rule, option or value."""


class FormatError(TqaError):
    """A file that cannot be read as what it claims to be; `path` and `line` (1-based) where known, not repeated in the message."""

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None, code: str = "unreadable-file", path: str = ""):
        super().__init__(message)
        self.line = line
        self.column = column
        self.code = code
        self.path = path

    def problem(self, path: str = "") -> Problem:
        """The same as a value; `path` where the error names none."""
        return Problem(self.code, str(self), self.path or path, self.line, self.column)


@value
class Span:
    """Half-open range of code points in one text."""

    start: int
    end: int

    def __init__(self, start: int, end: int):
        if not 0 <= start <= end:
            raise ValueError(f"a span cannot run from {start} to {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __eq__(self, other: object) -> bool:
        return self.start == other.start and self.end == other.end if isinstance(other, Span) else NotImplemented

    def __hash__(self) -> int:
        return (self.start, self.end).__hash__()

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __or__(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """True also for an empty place, which is a place."""
        return True

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty place counts as the character after it."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)

    def of(self, text: str) -> str:
        """The text that stands here."""
        return text[self.start : self.end]


class Run(NamedTuple):
    """From `offset` in the segment on, the text stands in the file at `line`, `column` (1-based; column None: unknown).

    `wider`: by how many UTF-16 units and UTF-8 bytes what stands in the line before `column` exceeds its code points.
    """

    offset: int
    line: int
    column: int | None
    wider: tuple[int, int] = (0, 0)


class Place(NamedTuple):
    """Where a segment stands in its file; several runs where lines were joined. `mark`: what Markdown puts before it: “##”, “-”, “1.”."""

    path: str
    runs: tuple[Run, ...]
    mark: str = ""

    def locate(self, offset: int) -> tuple[int, int | None]:
        """Line and column of a code point offset within the segment."""
        run = self.runs[0]
        for candidate in self.runs[1:]:
            if candidate.offset > offset:
                break
            run = candidate
        return run.line, None if run.column is None else run.column + offset - run.offset


@value
class Segment:
    """One unit of one side; `protected` spans (code, URLs, placeholders) are never edited."""

    side: Side
    index: int
    text: str
    place: Place
    protected: tuple[Span, ...] = ()

    def __init__(self, side: Side, index: int, text: str, place: Place, protected: tuple[Span, ...] = ()):
        set_side, set_index, set_text, set_place, set_protected = _segment_setters
        set_side(self, side)
        set_index(self, index)
        set_text(self, text)
        set_place(self, place)
        set_protected(self, protected)

    @property
    def span(self) -> Span:
        """The whole segment."""
        return Span(0, len(self.text))


@value
class Ignore:
    """A note in the text that silences rules: everywhere in the document, or on one target segment."""

    names: tuple[str, ...]
    match: str = ""
    segment: int | None = None
    reason: str = ""
    line: int | None = None


@value
class Document:
    """One article: its target and, where known, its source and reference.

    `aligned`: the file itself pairs source and target one to one. `id` is unique in a run.
    """

    id: str
    path: str
    target: tuple[Segment, ...]
    source: tuple[Segment, ...] = ()
    reference: tuple[Segment, ...] = ()
    aligned: bool = False
    title: str = ""
    meta: Mapping[str, Any] = fresh(factory=dict)
    ignores: tuple[Ignore, ...] = ()

    def side(self, side: Side) -> tuple[Segment, ...]:
        """The segments of one side."""
        if side == "target":
            return self.target
        return self.source if side == "source" else self.reference


@value
class Where:
    """A span in a segment of one side of a document."""

    side: Side
    segment: int
    span: Span

    def __init__(self, side: Side, segment: int, span: Span):
        set_side, set_segment, set_span = _where_setters
        set_side(self, side)
        set_segment(self, segment)
        set_span(self, span)

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Sorts places as a reader meets them: target before source."""
        return (self.side != "target", self.segment, self.span.start, self.span.end)

    def overlaps(self, other: Where) -> bool:
        """Whether both touch the same text of the same side."""
        return self.side == other.side and self.segment == other.segment and self.span.overlaps(other.span)


@value
class Edit:
    """Put `text` in place of what stands at `where`."""

    where: Where
    text: str


@value
class Fix:
    """Edits applied all together or not at all; `safe` ones may be applied without asking. `title` is a template that `values` fill."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False
    values: Mapping[str, Any] = fresh(factory=dict)


@value
class Elsewhere:
    """A place in another document, located already because that document is not at hand."""

    document: str
    path: str
    line: int
    column: int | None
    end_line: int
    end_column: int | None
    text: str


@value
class Related:
    """A further place that explains a finding; `elsewhere` says that `where` is in another document."""

    where: Where
    message: str = ""
    values: Mapping[str, Any] = fresh(factory=dict)
    elsewhere: Elsewhere | None = None


@value
class Finding:
    """One fault at one place. `message` is a template; `values` fill it when it is shown."""

    rule: str
    document: str
    where: Where
    message: str
    severity: Severity
    certainty: Certainty = Certainty.LIKELY
    values: Mapping[str, Any] = fresh(factory=dict)
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    block: str | None = None

    def __init__(
        self,
        rule: str,
        document: str,
        where: Where,
        message: str,
        severity: Severity,
        certainty: Certainty = Certainty.LIKELY,
        values: Mapping[str, Any] | None = None,
        fixes: tuple[Fix, ...] = (),
        related: tuple[Related, ...] = (),
        block: str | None = None,
    ):
        fields = (rule, document, where, message, severity, certainty, {} if values is None else values, fixes, related, block)
        for set_, content in zip(_finding_setters, fields, strict=True):
            set_(self, content)

    def in_document(self, document: str) -> Finding:
        """The same finding, of a document by its id."""
        return Finding(
            self.rule,
            document,
            self.where,
            self.message,
            self.severity,
            self.certainty,
            self.values,
            self.fixes,
            self.related,
            self.block,
        )


# Made in numbers for every article: an `__init__` of their own takes half of the shared one.
_set_start, _set_end = setters(Span)
_segment_setters = setters(Segment)
_where_setters = setters(Where)
_finding_setters = setters(Finding)


@value
class Problem:
    """Something that was not checked: exit status 2. `trace`: where a rule crashed, for whoever mends it; only `--debug` shows it."""

    code: str
    message: str
    path: str = ""
    line: int | None = None
    column: int | None = None
    trace: str = ""


@value
class Notice(Problem):
    """Something to know that changes no exit status."""


UNSHOWN = ("hidden", "suppressed", "baselined", "untouched", "cut")
"""The counts of a document's findings that are not among its rows."""


@value
class Result:
    """One document's rows and counts: what a reporter is given, in input order.

    `hidden` lie below the lowest severity shown, `suppressed` were ignored in the text, `baselined` are in the baseline, `cut` over a cap.
    `untouched` stand on lines that did not change, where only changed ones were asked for. `silenced`: the suppressed and the baselined ones.
    `article`: where a report shows it. `meta`: what the article says of itself, as far as it is one word or number.
    """

    document: str
    path: str
    rows: tuple[Row, ...] = ()
    hidden: int = 0
    suppressed: int = 0
    cut: int = 0
    figures: Mapping[str, Any] = fresh(factory=dict)
    baselined: int = 0
    silenced: tuple[Row, ...] = ()
    article: ArticleRow | None = None
    untouched: int = 0
    meta: Mapping[str, str | int | float | bool] = fresh(factory=dict)

    def count(self, severity: str) -> int:
        """Rows of one severity."""
        return sum(row["severity"] == severity for row in self.rows)


@value
class Report:
    """What a run found and what it could not check. Reports add up; what compares articles cannot, and is left out of a sum's figures."""

    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    figures: Mapping[str, Any] = fresh(factory=dict)

    def __add__(self, other: Report) -> Report:
        return Report(
            self.results + other.results,
            self.problems + other.problems,
            self.notices + other.notices,
            total((self.figures, other.figures)),
        )

    @property
    def rows(self) -> Iterator[Row]:
        """Every finding, in input order."""
        for result in self.results:
            yield from result.rows

    def count(self, severity: str) -> int:
        """Findings of one severity."""
        return sum(result.count(severity) for result in self.results)
