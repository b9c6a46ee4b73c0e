"""One table as an Excel workbook: text cells only, so that nothing is calculated; the same table gives the same bytes.

Source: ECMA-376 (Office Open XML), parts 1 and 2: the smallest package that Excel, LibreOffice and openpyxl open.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from tqa.records import NamedTuple
from tqa.text.regex import regex

MOST_ROWS = 1_048_575
"""Rows Excel shows below the head."""
LONGEST_CELL = 32_767
"""Characters Excel keeps in a cell, counted in UTF-16."""
# Excel reads _x0041_ in a text as the character of that code.
_CODED = regex(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = regex("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_MARKUP = regex("[&<>\"'\t\n]")
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class Column(NamedTuple):
    """The head of a column, its width in characters, and whether its cells are numbers."""

    name: str
    width: float = 13
    number: bool = False


def workbook(sheet: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet with a frozen head and filters; `rows` no more than MOST_ROWS, cells no longer than LONGEST_CELL."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": (f"{_OFFICE}/officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="{_escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            {"rId1": (f"{_OFFICE}/worksheet", "worksheets/sheet1.xml"), "rId2": (f"{_OFFICE}/styles", "styles.xml")}
        ),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": _sheet(columns, list(rows)),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            # No date: the same table, the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), (_DECLARED + part).encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _sheet(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    last = f"{_letter(len(columns) - 1)}{len(rows) + 1}"
    widths = "".join(f'<col min="{n}" max="{n}" width="{column.width}" customWidth="1"/>' for n, column in enumerate(columns, 1))
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    head = _row(1, [column.name for column in columns], [False] * len(columns), style=1)
    numbers = [column.number for column in columns]
    lines = [head, *(_row(number, row, numbers, style=2) for number, row in enumerate(rows, 2))]
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData>{"".join(lines)}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )


def _row(number: int, row: Sequence[str], numbers: Sequence[bool], *, style: int) -> str:
    said = []
    for place, (cell, is_number) in enumerate(zip(row, numbers, strict=False)):
        reference = f"{_letter(place)}{number}"
        if cell and is_number:
            said.append(f'<c r="{reference}"><v>{cell}</v></c>')
        elif cell:
            said.append(f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_escaped(cell)}</t></is></c>')
    return f'<row r="{number}">{"".join(said)}</row>'


def _escaped(cell: str) -> str:
    coded = _UNWRITABLE.sub(lambda match: f"_x{ord(match.group()):04X}_", _CODED.sub("_x005F_", cell))
    return _MARKUP.sub(_reference, coded)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _letter(place: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]


def _styles() -> str:
    """Plain; bold; wrapped text, which is text whatever it begins with."""
    align = '<alignment vertical="top" wrapText="1"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">'
        f"{align}</xf></cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, (kind, target) in relations.items())
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _content_types() -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/></Types>'
    )
