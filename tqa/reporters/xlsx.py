"""A list of findings as an Excel workbook: text cells only, so that nothing is calculated; the same findings give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence

from tqa.model import Result
from tqa.reporters.reporter import Foot, Head, RenderOptions
from tqa.reporters.tsv import COLUMNS, cells, problem_cells
from tqa.reporters.xml import words
from tqa.text.regex import regex

MOST_ROWS = 1_048_575
"""What Excel can show below the head."""
_NUMBERS = ("line", "column")
_WIDTHS = {"path": 30, "line": 7, "column": 8, "rule": 24, "text": 32, "message": 60, "fix": 32, "related": 48}
# Excel reads _x0041_ in a text as the character of that code.
_CODED = regex(r"_(?=x[0-9A-Fa-f]{4}_)")
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = '<sheet name="findings" sheetId="1" r:id="rId1"/>'
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> bytes:
    """A workbook of one sheet with a frozen head and filters; a row a finding, then what was not checked."""
    listed = [cells(head, row) for result in results for row in result.rows]
    listed += [problem_cells(head, problem) for problem in foot().problems]
    if len(listed) > MOST_ROWS:
        listed[MOST_ROWS - 1 :] = [["", "", "", "", "", "", "", "", f"{len(listed) - MOST_ROWS + 1} more findings: Excel has no more rows"]]
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": (f"{_OFFICE}/officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{_SHEETS}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            {"rId1": (f"{_OFFICE}/worksheet", "worksheets/sheet1.xml"), "rId2": (f"{_OFFICE}/styles", "styles.xml")}
        ),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": _sheet(listed),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            # No date: the same findings, the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), (_DECLARED + part).encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    last = f"{_letter(len(COLUMNS) - 1)}{len(rows) + 1}"
    widths = "".join(f'<col min="{n}" max="{n}" width="{_WIDTHS.get(name, 13)}" customWidth="1"/>' for n, name in enumerate(COLUMNS, 1))
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    lines = [_row(1, COLUMNS, style=1), *(_row(number, row, style=2) for number, row in enumerate(rows, 2))]
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData>{"".join(lines)}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )


def _row(number: int, row: Sequence[str], *, style: int) -> str:
    said = []
    for place, (name, cell) in enumerate(zip(COLUMNS, row, strict=False)):
        reference = f"{_letter(place)}{number}"
        if cell and number > 1 and name in _NUMBERS:
            said.append(f'<c r="{reference}"><v>{cell}</v></c>')
        elif cell:
            said.append(f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>')
    return f'<row r="{number}">{"".join(said)}</row>'


def _text(cell: str) -> str:
    return words(_CODED.sub("_x005F_", cell))


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
