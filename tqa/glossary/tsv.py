"""The glossary file: tab-separated, one concept a row.

Normal form (`fmt`): comments before the header stay there, others travel with the row below them; columns in the order of COLUMNS, then
unknown ones in the file's order, none dropped; cells stripped, list items without blanks around them, repeats or empty ones; rows sorted
by source cell, rows of one concept together in the file's order; no blank lines; LF.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tqa.glossary.concept import Concept, ReadConcepts, unite
from tqa.glossary.rows import COLUMNS, cells_of, normal_cell, read_header, read_row, split_list
from tqa.glossary.unread import look_over
from tqa.model import FormatError
from tqa.records import NamedTuple

if TYPE_CHECKING:
    from tqa.glossary.concept import Listing

_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Row(NamedTuple):
    """One row as it stands in the file: `line` is 1-based, `cells` go by the file's columns, short rows filled up."""

    line: int
    cells: tuple[str, ...]


class Comment(NamedTuple):
    """A line that begins with `#`; `row` is the number of the row below it, None above the header."""

    line: int
    text: str
    row: int | None


class Listed(NamedTuple):
    """A concept and the numbers of the rows that make it up."""

    concept: Concept
    rows: tuple[int, ...]


class ParsedFile:
    """A glossary file: what it says (`listed`) and how it says it."""

    def __init__(self, path: str, text: str):
        """Raises FormatError, with line and cure, for an empty file or a missing header."""
        self.path = path
        self.text = text
        plain = text.removeprefix("\ufeff")
        self._lines = plain if "\r" not in plain else plain.replace("\r\n", "\n").replace("\r", "\n")
        self.header, self.columns, self._start = _find_header(self._lines, path)
        self._places = {column: place for place, column in enumerate(self.columns)}

    @cached_property
    def lines(self) -> Sequence[tuple[int, list[str]]]:
        """The line of each row, 1-based, and its cells, as many as stand there. Raises FormatError where a conflict of a merge stands."""
        return self._split[0]

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments, in the file's order. Raises FormatError as `lines` does."""
        return self._split[1]

    @cached_property
    def _split(self) -> tuple[list[tuple[int, list[str]]], tuple[Comment, ...]]:
        rows: list[tuple[int, list[str]]] = []
        comments: list[Comment] = []
        for line, content in enumerate(self._lines.split("\n"), 1):
            if content.startswith("#"):
                comments.append(Comment(line, content.rstrip(), len(rows) if line > self.header else None))
            elif line > self.header and not _is_blank(content):
                _refuse_conflict(content, self.path, line)
                rows.append((line, content.split("\t")))
        return rows, tuple(comments)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """The concepts with their rows, in the file's order. Raises FormatError for a row that cannot be read."""
        return _listed(self.lines, self.columns, self.path)

    @cached_property
    def listing(self) -> Listing:
        """The concepts, in the file's order, read or not. Raises FormatError for a row that cannot be read."""
        rows = self._lines[self._start :]
        unread = look_over(rows if rows.endswith("\n") else rows + "\n", self.columns, self.path, self.header + 1)
        return ReadConcepts(self.concepts) if unread is None else unread

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the file's order."""
        return tuple([listed.concept for listed in self.listed])

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows; a run that only checks articles asks for none."""
        width = len(self.columns)
        return tuple(Row(line, tuple((cells + [""] * (width - len(cells)))[:width])) for line, cells in self.lines)

    def concept(self, number: int) -> Concept:
        """What the row of that number says on its own. Raises FormatError if it cannot be read."""
        line, cells = self.lines[number]
        return read_row(cells, self.columns, self.path, line)

    def forms(self, *columns: str) -> tuple[list[str], list[int]]:
        """The items of these columns as they stand, and the number of the row of each: fast, for looking through large files."""
        forms: list[str] = []
        rows: list[int] = []
        for place in (self.columns.index(column) for column in columns if column in self.columns):
            for number, (_, cells) in enumerate(self.lines):
                cell = cells[place] if place < len(cells) else ""
                if "|" in cell:
                    items = split_list(cell)
                    forms += items
                    rows += [number] * len(items)
                elif cell:
                    forms.append(cell.strip())
                    rows.append(number)
        return forms, rows

    def cell(self, row: Row, column: str) -> str:
        """A row's cell, "" where the file has no such column."""
        place = self._places.get(column)
        return "" if place is None else row.cells[place]

    def column_of(self, row: Row, column: str) -> int:
        """1-based column, in code points, where a row's cell begins in its line."""
        return 1 + sum(len(cell) + 1 for cell in row.cells[: self.columns.index(column)])


def parse(text: str, path: str) -> ParsedFile:
    """The file's concepts, rows and comments.

    Raises FormatError, with line and cure, for an empty file, a missing header or a row that says nothing that could be checked.
    """
    file = ParsedFile(path, text)
    _ = file.listing
    return file


def scan(text: str, path: str) -> ParsedFile:
    """The same with rows nobody has read yet: a tenth of the time. Raises FormatError for an empty file, a missing header or a conflict."""
    file = ParsedFile(path, text)
    _ = file.lines
    return file


def fmt(text: str, path: str) -> str:
    """The file in normal form (see above); raises FormatError as `parse` does."""
    file = parse(text, path)
    known = [name for name in COLUMNS if name in file.columns]
    columns = known + [name for name in file.columns if name not in COLUMNS]
    order = {number: listed.rows for listed in file.listed for number in listed.rows[:1]}
    lines = [comment.text for comment in file.comments if comment.row is None]
    lines.append("\t".join(columns))
    cells = {number: [normal_cell(name, file.cell(row, name)) for name in columns] for number, row in enumerate(file.rows)}
    for first in sorted(order, key=lambda number: cells[number][0]):
        for number in order[first]:
            lines += [comment.text for comment in file.comments if comment.row == number]
            lines.append("\t".join(cells[number]))
    lines += [comment.text for comment in file.comments if comment.row == len(file.rows)]
    return "\n".join(lines) + "\n"


def dump(concepts: Iterable[Concept]) -> str:
    """A new file in normal form, one row a concept, with the columns that are used."""
    rows = [cells_of(concept) for concept in concepts]
    columns = [name for name in COLUMNS if name in ("source", "target") or any(row[name] for row in rows)]
    lines = ["\t".join(columns)] + ["\t".join(row[name] for name in columns) for row in rows]
    return fmt("\n".join(lines) + "\n", "glossary")


def _find_header(text: str, path: str) -> tuple[int, tuple[str, ...], int]:
    """The header's line, 1-based, the columns it names, and the offset at which the rows begin."""
    if not text:
        raise FormatError("the file is empty; a glossary begins with the line “source⇥target”", line=1, path=path)
    line = start = 0
    while start < len(text):
        line += 1
        end = text.find("\n", start)
        content = text[start:] if end < 0 else text[start:end]
        start += len(content) + 1
        if not content.startswith("#") and not _is_blank(content):
            _refuse_conflict(content, path, line)
            return line, read_header(content.split("\t"), path, line), start
    raise FormatError("no header; a glossary begins with the line “source⇥target”", line=1, path=path)


def _is_blank(content: str) -> bool:
    return not content or content.isspace()


def _refuse_conflict(content: str, path: str, line: int) -> None:
    if content.startswith(_CONFLICT):
        said = "a conflict of a merge stands here; keep one of its rows and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        raise FormatError(said, line=line, path=path)


def _listed(lines: Sequence[tuple[int, list[str]]], columns: tuple[str, ...], path: str) -> tuple[Listed, ...]:
    """Rows with the same set of source forms make one concept."""
    groups: dict[tuple[str, ...], list[int]] = {}
    concepts = []
    for number, (line, cells) in enumerate(lines):
        concept = read_row(cells, columns, path, line)
        concepts.append(concept)
        source = concept.source
        groups.setdefault(source if len(source) == 1 else tuple(sorted(source)), []).append(number)
    return tuple(
        [
            Listed(concepts[numbers[0]] if len(numbers) == 1 else unite([concepts[number] for number in numbers]), tuple(numbers))
            for numbers in groups.values()
        ]
    )
