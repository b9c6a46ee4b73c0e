"""Tab-separated values: a row is a segment, the rows of one id a document; quotes are data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tqa.formats.format import MOST_PROBLEMS, Changes, FormatOptions, Story
from tqa.formats.ignores import bad_note, read_note
from tqa.formats.lines import spliced
from tqa.formats.protected import protected_spans
from tqa.formats.swapped import unless_swapped
from tqa.model import Document, FormatError, Ignore, Place, Problem, Run, Segment, Side
from tqa.text.counted import counted
from tqa.text.positions import LINE_END, add_wider, split_lines

COLUMNS = ("id", "source", "target", "reference", "tqa_ignore")
_GLOSSARY_COLUMNS = frozenset({"allowed", "forbidden", "forbidden_if_source", "short", "strength", "keep", "only_if_source", "not_inside"})

Cell = tuple[int, str]
"""Offset in its line, and text."""


def is_glossary_header(text: str) -> bool:
    """Whether a table is a glossary, by the columns only glossaries have."""
    for _, line in split_lines(text[:100_000]):
        if line.strip() and not line.startswith("#"):
            return bool(_GLOSSARY_COLUMNS & {name.strip().lower() for name in line.split("\t")})
    return False


@dataclass(frozen=True, slots=True)
class Tsv:
    """Tab-separated values."""

    name: str = "tsv"

    def read(self, story: Story, options: FormatOptions) -> Iterator[Document | Problem]:
        """The documents in the order of their first rows; rows that cannot be read are Problems."""
        try:
            table = _Table(story, options)
        except FormatError as error:
            yield error.problem(story.path)
            return
        yield from table.problems
        for row in table.documents:
            yield unless_swapped(row.document(story.path), row.lines[0])

    def write(self, story: Story, options: FormatOptions, changes: Changes) -> str:
        """The table with the changed cells patched; an emptied segment is an empty cell."""
        table = _Table(story, options)
        documents = [rows for rows in table.documents if isinstance(unless_swapped(rows.document(story.path)), Document)]
        replaced = []
        for ordinal, edits in changes.items():
            for edit in edits:
                start = documents[ordinal].starts[edit.where.segment]
                # A cell cannot hold a tab or a line end.
                text = LINE_END.sub(" ", edit.text).replace("\t", " ")
                replaced.append((start + edit.where.span.start, start + edit.where.span.end, text))
        return spliced(story.target, replaced)


@dataclass
class _Rows:
    """The rows of one document."""

    id: str
    aligned: bool
    target: list[Segment] = field(default_factory=list)
    source: list[Segment] = field(default_factory=list)
    reference: list[Segment] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """File offset of each target cell."""
    lines: list[int] = field(default_factory=list)

    def document(self, path: str) -> Document:
        """The rows as one article."""
        return Document(
            self.id, path, tuple(self.target), tuple(self.source), tuple(self.reference), aligned=self.aligned, ignores=tuple(self.ignores)
        )


class _Table:
    """A table read. Raises FormatError if it is none."""

    def __init__(self, story: Story, options: FormatOptions):
        self._path = story.path
        self._most = options.max_record
        self.problems: list[Problem] = []
        self._faults = 0
        lines = [(number + story.first_line, start, text) for number, (start, text) in enumerate(split_lines(story.target)) if text.strip()]
        columns = _columns(lines[0][2], options.fields, lines[0][0]) if lines else {}
        if lines and is_glossary_header(lines[0][2]):
            raise FormatError("a glossary by its columns, not an article; give it with --glossary", line=lines[0][0], code="not-an-article")
        self._width = len(lines[0][2].split("\t")) if columns else 2
        header = bool(columns)
        self._columns: Mapping[str, int] = columns or {"source": 0, "target": 1}
        by_id: dict[str, _Rows] = {}
        for line, start, text in lines[header:]:
            try:
                self._add(by_id, story.id, line, start, text)
            except FormatError as error:
                self._faults += 1
                if self._faults <= MOST_PROBLEMS:
                    self.problems.append(error.problem(self._path))
        if self._faults > MOST_PROBLEMS:
            said = f"{counted(self._faults - MOST_PROBLEMS, 'more row')} cannot be read; mend those listed first"
            self.problems.append(Problem("bad-row", said, self._path))
        self.documents = list(by_id.values())

    def _add(self, by_id: dict[str, _Rows], default_id: str, line: int, start: int, text: str) -> None:
        if 4 * len(text) > self._most and len(text.encode("utf-8")) > self._most:
            raise FormatError(f"the row is larger than {self._most} bytes; split it or raise --max-file-size", line=line, code="too-large")
        cells = _cells(text)
        if len(cells) != self._width:
            hint = "" if "id" in self._columns or self._width != 2 or len(cells) < 3 else "; a table of more columns needs a header that names target"
            raise FormatError(f"{counted(len(cells), 'column')} where {self._width} belong{hint}", line=line, code="bad-row")
        id_ = default_id
        if "id" in self._columns:
            id_ = cells[self._columns["id"]][1].strip()
            if not id_:
                raise FormatError("the row has no id; write the one of the rows it belongs to", line=line, code="bad-row")
        rows = by_id.setdefault(id_, _Rows(id_, aligned="source" in self._columns))
        index = len(rows.target)
        sides: tuple[tuple[Side, list[Segment]], ...] = (("target", rows.target), ("source", rows.source), ("reference", rows.reference))
        for side, segments in sides:
            if side in self._columns:
                offset, cell = cells[self._columns[side]]
                run = Run(0, line, offset + 1, add_wider((0, 0), text[:offset]))
                segments.append(Segment(side, index, cell, Place(self._path, (run,)), protected_spans(cell)))
        rows.starts.append(start + cells[self._columns["target"]][0])
        rows.lines.append(line)
        if "tqa_ignore" in self._columns and (written := cells[self._columns["tqa_ignore"]][1]).strip():
            note = read_note(written)
            if note is None:
                self.problems.append(bad_note(written, self._path, line))
            else:
                rows.ignores.append(note.ignore(index, line))


def _columns(header: str, fields: Mapping[str, str], line: int) -> dict[str, int]:
    """Column numbers by our names, or {} if the line names no target. Raises FormatError where a column stands twice."""
    names = [name.strip().lower() for name in header.split("\t")]
    columns = {}
    for ours in COLUMNS:
        theirs = fields.get(ours, ours).lower()
        if theirs in names:
            columns[ours] = names.index(theirs)
    if "target" not in columns:
        return {}
    for name in columns.values():
        if names.count(names[name]) > 1:
            raise FormatError(f"the header names the column {names[name]!r} twice; rename the one that is not meant", line=line, code="bad-header")
    return columns


def _cells(text: str) -> Sequence[Cell]:
    cells = []
    start = 0
    for cell in text.split("\t"):
        cells.append((start, cell))
        start += len(cell) + 1
    return cells
