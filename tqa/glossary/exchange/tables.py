"""Tables as text: tqa's columns by their names, and whatever else people keep their terms in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqa.glossary.concept import Concept
from tqa.glossary.exchange.format import MOST_ENTRIES, Carried, Incoming, Read, Rejected
from tqa.glossary.exchange.layout import Layout, Numbered, find_layout, is_own, read_rows
from tqa.glossary.exchange.records import DELIMITERS, joined, likely_delimiter, records
from tqa.glossary.rows import COLUMNS, cells_of
from tqa.model import FormatError
from tqa.text.show import show


class Delimited:
    """Delimited text. It is written with a header of tqa's column names, and read with any header or none."""

    name = "csv"
    unique = False
    delimiter: ClassVar[str] = ","

    def read(self, file: Incoming) -> Read:
        """The concepts of the rows; raises FormatError where no column is Chinese or none English."""
        text = file.text()
        delimiter = self.delimiter_of(text, file.path)
        rows, rejected = _rows(text, delimiter, quotes=self.is_quoted(text, delimiter))
        layout = self.layout(rows, file.columns)
        if layout is None:
            if rejected:
                return Read((), tuple(rejected))
            raise no_layout(rows)
        read = read_rows(rows[bool(layout.names) :], layout)
        said = f"{self.name}, cells divided by {DELIMITERS[delimiter]}; {layout.words}"
        encoding = (f"read as {file.encoding}",) if file.encoding else ()
        return Read(read.concepts, tuple(sorted((*rejected, *read.rejected), key=_row)), (said, *encoding, *read.understood))

    def carry(self, concept: Concept) -> Carried:
        """All of it."""
        return Carried((concept,))

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A header and a row a concept, with the columns that are used."""
        return joined(table_of(concepts), self.delimiter).encode()

    def delimiter_of(self, text: str, path: str) -> str:
        """What divides the cells: the format's own mark under a header of tqa's, else what divides the first lines best."""
        return self.delimiter if is_own(head_of(text, self.delimiter)) else likely_delimiter(text, self.delimiter) or self.delimiter

    def is_quoted(self, text: str, delimiter: str) -> bool:
        """Whether cells may stand in quotation marks: not in tqa's own tables, where what stands there is meant."""
        return delimiter != "\t" or not is_own(head_of(text, delimiter))

    def layout(self, rows: Sequence[Numbered], columns: tuple[str, ...]) -> Layout | None:
        """What the columns hold."""
        return find_layout(rows, columns)


class Csv(Delimited):
    """Comma-separated values."""


class Tsv(Delimited):
    """Tab-separated values: the form in which tqa keeps its own glossaries."""

    name = "tsv"
    delimiter: ClassVar[str] = "\t"


def table_of(concepts: Sequence[Concept]) -> list[list[str]]:
    """The names of the columns that are used, and a row of cells a concept."""
    cells = [cells_of(concept) for concept in concepts]
    columns = [name for name in COLUMNS if name in ("source", "target") or any(row[name] for row in cells)]
    return [columns, *([row[name] for name in columns] for row in cells)]


def no_layout(rows: Sequence[Numbered]) -> FormatError:
    """Why a table cannot be read that names no column of Chinese and none of English, and shows none."""
    if not rows:
        return FormatError("the table holds no rows")
    first = show(" | ".join(map(str.strip, rows[0].cells)), 80)
    return FormatError(f"no column of Chinese beside one of English; the first row reads: {first}; name the columns: --columns source,target,note")


def _rows(text: str, delimiter: str, *, quotes: bool) -> tuple[list[Numbered], list[Rejected]]:
    """The rows that say something, without the comments of tab-separated files, and the lines that are no rows.

    Raises FormatError for a table that is no glossary by its size.
    """
    rows: list[Numbered] = []
    rejected: list[Rejected] = []
    for row in records(text, delimiter, quotes=quotes):
        if isinstance(row, Rejected):
            rejected.append(row)
        elif any(map(str.strip, row.cells)) and not (delimiter == "\t" and row.cells[0].startswith("#")):
            rows.append(row)
        if len(rows) + len(rejected) > MOST_ENTRIES:
            raise FormatError(f"more than {MOST_ENTRIES:,} rows; split the file")
    return rows, rejected


def _row(rejected: Rejected) -> int:
    return int(rejected.place.removeprefix("row "))


def head_of(text: str, delimiter: str) -> Sequence[str]:
    """The cells of the first row that is no comment; none if there is none."""
    rows, _ = _rows(text[:_LONGEST_HEAD], delimiter, quotes=True)
    return rows[0].cells if rows else ()


_LONGEST_HEAD = 10_000
