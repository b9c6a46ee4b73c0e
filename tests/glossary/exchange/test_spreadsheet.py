"""Workbooks: as Excel makes them, as openpyxl reads ours, and as nobody should make them."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest

from tests.glossary.exchange.glossaries import incoming
from tqa.glossary.concept import Concept
from tqa.glossary.exchange import format_of
from tqa.glossary.exchange.format import Read, written
from tqa.model import ConfigError, FormatError

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("python_calamine")


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def read(data: bytes, sheet: str = "", columns: str = "") -> Read:
    return format_of("terms.xlsx").read(incoming(data, "terms.xlsx", sheet=sheet, columns=columns))


def test_all_sheets_with_terms_are_read_and_each_bad_row_is_listed() -> None:
    found = read(
        workbook(
            Terms=[["原文", "译文", "备注"], ["两会", "Two Sessions", None], [None, None, None], ["国务院", None, "later"]],
            Readme=[["How to use this list"]],
            More=[["中国", "China"], ["美国", "United States"], ["两会", "two sessions"], ["两千", 2000], ["国庆", datetime.date(2023, 10, 1)]],
        )
    )
    assert found.concepts == (
        Concept(("两会",), "Two Sessions", allowed=("two sessions",)),
        Concept(("中国",), "China"),
        Concept(("美国",), "United States"),
        Concept(("两千",), "2000"),  # not 2000.0
        Concept(("国庆",), "2023-10-01"),
    )
    assert [rejected.place for rejected in found.rejected] == ["sheet 'Terms' row 4", "sheet 'Readme'"]
    assert "no target" in found.rejected[0].reason
    assert found.understood[0] == "sheet Terms: header; 原文 = source, 译文 = target, 备注 = note"


def test_one_sheet_can_be_named() -> None:
    data = workbook(A=[["中国", "China"]], B=[["美国", "United States"]])
    assert read(data, sheet="B").concepts == (Concept(("美国",), "United States"),)
    with pytest.raises(ConfigError, match="there are A, B"):
        read(data, sheet="C")


def test_a_cell_with_line_ends_holds_several_forms() -> None:
    assert read(workbook(A=[["中文", "英文"], ["两会", "Two Sessions\ntwo sessions"]])).concepts[0].allowed == ("two sessions",)


def test_what_is_written_is_text_in_every_cell() -> None:
    concepts = (Concept(("两会",), "=1+1", note="_x0041_ & <b>", allowed=("+1", "-1", "@x")),)
    data = written(format_of("a.xlsx"), concepts, ".xlsx").data
    sheet = openpyxl.load_workbook(io.BytesIO(data))["glossary"]
    assert [[cell.value for cell in row] for row in sheet] == [
        ["source", "target", "allowed", "note"],
        ["两会", "=1+1", "+1|-1|@x", "_x005F_x0041_ & <b>"],
    ]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    assert read(data).concepts == concepts


def test_only_excel_is_written() -> None:
    with pytest.raises(FormatError, match=r"written as \.xlsx"):
        written(format_of("a.ods"), (Concept(("两会",), "a"),), ".ods")


def bomb() -> bytes:
    """A package whose sheet unfolds to more than any list of terms."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 3_000_000)
    return packed.getvalue()


def lying_bomb() -> bytes:
    """The same, with a directory that claims the sheet is small."""
    return bomb().replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bomb(), "unpacked it would take more than 2,000,000 bytes"),
        (lying_bomb(), "damaged or locked"),
        (b"", "no workbook"),
        ("中文,英文".encode(), "no workbook"),
        (b"PK\x03\x04" + bytes(100), "damaged or locked"),
        (workbook(A=[["中文", "英文"]])[:-200], "damaged or locked"),
        (workbook(A=[]), "holds no rows"),
    ],
    ids=["bomb", "lying bomb", "empty", "text", "zeros", "cut", "blank"],
)
def test_a_hostile_or_damaged_workbook_is_refused(data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqa.glossary.exchange.spreadsheet.MOST_UNPACKED", 2_000_000)
    with pytest.raises(FormatError, match=reason):
        read(data)


def test_without_the_extra_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    with pytest.raises(ConfigError, match=r"pip install 'tqa\[formats\]'"):
        read(workbook(A=[["中国", "China"]]))
