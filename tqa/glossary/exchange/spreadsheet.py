"""Workbooks of Excel and LibreOffice. Reading needs the extra `formats`; what is written needs nothing."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from tqa.glossary.concept import Concept
from tqa.glossary.exchange.format import MOST_ENTRIES, Carried, Incoming, Read, Rejected, united
from tqa.glossary.exchange.layout import Numbered, find_layout, read_rows
from tqa.glossary.exchange.tables import no_layout, table_of
from tqa.glossary.rows import cells_of
from tqa.model import ConfigError, FormatError
from tqa.text.positions import utf16_length
from tqa.text.show import show
from tqa.text.workbook import LONGEST_CELL, Column, workbook

MOST_UNPACKED = 400_000_000
"""Bytes the parts of a workbook may take in all once they are unpacked."""
_WIDTHS = {"source": 24, "target": 32, "allowed": 32, "forbidden": 32, "forbidden_if_source": 32, "note": 48, "examples": 60}
_ZIP = b"PK\x03\x04"


class Xlsx:
    """Sheets with a header, or with a column of Chinese beside one of English."""

    name = "xlsx"
    unique = False

    def read(self, file: Incoming) -> Read:
        """The concepts of all sheets that list terms, or of the one that is named. Raises ConfigError without the extra."""
        sheets = _sheets(file)
        if file.sheet:
            sheets = {name: rows for name, rows in sheets.items() if name == file.sheet} or _refuse_sheet(file.sheet, sheets)
        concepts: list[Concept] = []
        rejected: list[Rejected] = []
        understood: list[str] = []
        for sheet, rows in sheets.items():
            layout = find_layout(rows, file.columns)
            if layout is None:
                rejected.append(Rejected(f"sheet {sheet!r}", "", str(no_layout(rows))))
                continue
            read = read_rows(rows[bool(layout.names) :], layout, sheet)
            concepts += read.concepts
            rejected += read.rejected
            understood += [f"sheet {show(sheet, 40)}: {layout.words}", *read.understood]
        return Read(united(concepts), tuple(rejected), tuple(understood))

    def carry(self, concept: Concept) -> Carried:
        """All of it, but for a cell that Excel would cut."""
        if any(utf16_length(cell) > LONGEST_CELL for cell in cells_of(concept).values()):
            return Carried(reason=f"a cell has more than {LONGEST_CELL:,} characters")
        return Carried((concept,))

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A workbook of one sheet with tqa's columns. Raises FormatError for an ending that is not Excel's."""
        if ending not in (".xlsx", ""):
            raise FormatError(f"a workbook is written as .xlsx, not as {ending}; LibreOffice and older Excel open it too")
        names, *rows = table_of(concepts)
        return workbook("glossary", [Column(name, _WIDTHS.get(name, 14)) for name in names], rows)


def _sheets(file: Incoming) -> dict[str, list[Numbered]]:
    """Name of a sheet → its rows that say something."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise ConfigError(f"{file.path}: workbooks need the extra formats: pip install 'tqa[formats]', or save the sheet as CSV UTF-8") from None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(_repacked(file.data)))
        found: dict[str, list[Numbered]] = {}
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > MOST_ENTRIES:
                raise FormatError(f"sheet {name!r} has more than {MOST_ENTRIES:,} rows; split it")
            first = sheet.start[0] + 1 if sheet.start else 1
            rows = [Numbered(number, [_text(cell) for cell in row]) for number, row in enumerate(sheet.to_python(skip_empty_area=True), first)]
            rows = [row for row in rows if any(row.cells)]
            if rows:
                found[name] = rows
    except CalamineError as error:
        raise _unreadable("this is no workbook, or a damaged or locked one", error) from None
    if not found:
        raise FormatError("the workbook holds no rows")
    return found


def _repacked(data: bytes) -> bytes:
    """The package with its parts unpacked: a part yields no more than the package says it holds, whatever a bomb would unfold to.

    What is no package (the older .xls) comes back as it is. Raises FormatError for a damaged package, or one that is too large.
    """
    if not data.startswith(_ZIP):
        return data
    plain = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as copy:
            if sum(info.file_size for info in archive.infolist()) > MOST_UNPACKED:
                raise FormatError(f"unpacked it would take more than {MOST_UNPACKED:,} bytes; a list of terms does not")
            for info in archive.infolist():
                copy.writestr(info.filename, archive.read(info))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise _unreadable("a damaged or locked workbook", error) from None
    return plain.getvalue()


def _unreadable(said: str, error: Exception) -> FormatError:
    return FormatError(f"{said} ({show(str(error), 120)}); save it again as .xlsx without a password")


def _text(cell: Any) -> str:  # what a cell may hold is not declared
    """What a cell shows: 2023, not 2023.0; a date as 2023-10-01."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time | datetime):
        return cell.isoformat()
    return str(cell) if isinstance(cell, timedelta) or not isinstance(cell, str) else cell


def _refuse_sheet(name: str, sheets: dict[str, list[Numbered]]) -> dict[str, list[Numbered]]:
    raise ConfigError(f"--sheet {name!r}: there is no such sheet with rows; there are {', '.join(sheets)}")
