"""Delimited text as rows: which mark divides the cells, and what quotation marks mean."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import islice

from tqa.glossary.exchange.format import Rejected
from tqa.glossary.exchange.layout import Numbered
from tqa.text.han import han_count, latin_count
from tqa.text.positions import split_lines
from tqa.text.regex import regex
from tqa.text.show import show

DELIMITERS = {"\t": "tabs", ",": "“,”", ";": "“;”", "|": "“|”", "，": "“，”"}
"""Marks that divide cells, likeliest first, and what they are called."""
_SAMPLE = 50
_LONGEST_SAMPLE = 2_000
_LONGEST_LINE = 200_000
_MOST_LINES = 50
"""Lines one quoted cell may take; a mark that does not close by then was never meant to open one."""
_QUOTED = regex('"(?:[^"]|"")*"')


def likely_delimiter(text: str, first: str = "\t") -> str:
    """The mark that best divides Chinese from English in the first lines; "" if none does. `first` wins a tie."""
    sample = [line[:_LONGEST_SAMPLE] for _, line in islice(split_lines(text[: _SAMPLE * _LONGEST_SAMPLE]), _SAMPLE) if line.strip()]
    best, most = "", 0
    for delimiter in dict.fromkeys((first, *DELIMITERS)):
        divided = sum(_divides(line, delimiter) for line in sample)
        if divided > most:
            best, most = delimiter, divided
    return best


def records(text: str, delimiter: str, *, quotes: bool) -> Iterator[Numbered | Rejected]:
    """The rows by the line they begin on; one that cannot be read is rejected alone. `quotes`: cells may stand in quotation marks.

    Source of the quoting: RFC 4180. Tab-separated cells take no line ends: a mark that does not close in its line is the cell's own.
    """
    lines = [line for _, line in split_lines(text)]
    place = 0
    while place < len(lines):
        line = lines[place]
        if len(line) > _LONGEST_LINE:
            yield Rejected(f"row {place + 1}", show(line, 80), f"a line of {len(line):,} characters")
            place += 1
        elif not quotes or '"' not in line:
            yield Numbered(place + 1, line.split(delimiter))
            place += 1
        elif delimiter == "\t":
            yield Numbered(place + 1, [_unquoted(cell) for cell in line.split(delimiter)])
            place += 1
        else:
            row, taken = _quoted_record(lines[place : place + _MOST_LINES], delimiter)
            yield Numbered(place + 1, row) if isinstance(row, list) else Rejected(f"row {place + 1}", show(line, 80), row)
            place += taken


def joined(rows: Sequence[Sequence[str]], delimiter: str) -> str:
    """Rows as delimited text, cells quoted where they must be; tab-separated ones never."""
    if delimiter == "\t":
        return "".join("\t".join(row) + "\n" for row in rows)
    return "".join(delimiter.join(_quoted(cell, delimiter) for cell in row) + "\n" for row in rows)


def _quoted_record(lines: Sequence[str], delimiter: str) -> tuple[list[str] | str, int]:
    """The cells of the record that begins on the first line, or why it is none, and how many lines it takes."""
    reader = csv.reader([line + "\n" for line in lines], delimiter=delimiter, strict=True)
    try:
        row = next(reader)
    except csv.Error as error:
        opens = "unexpected end" in str(error)
        return ("a quotation mark opens and never closes" if opens else f"the quotation marks do not pair ({error})"), 1
    return row, reader.line_num


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell) else cell


def _quoted(cell: str, delimiter: str) -> str:
    if delimiter in cell or '"' in cell or cell != cell.strip() or "\n" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _divides(line: str, delimiter: str) -> bool:
    """Whether one of the cells is Chinese alone and another one Latin alone; a line of a header counts where it has two cells at all."""
    cells = _QUOTED.sub("", line).split(delimiter) if '"' in line and delimiter != "\t" else line.split(delimiter)
    if len(cells) < 2:
        return False
    if '"' in line:
        return True
    chinese = any(han_count(cell) and not latin_count(cell) for cell in cells)
    return chinese and any(latin_count(cell) and not han_count(cell) for cell in cells)
