"""Lists for people: a Markdown comment, a table for a spreadsheet, a workbook."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest

from tests.reporters.hostile import PAYLOADS
from tests.reporters.rows import fix, related, render, row
from tqa.model import Problem, Result
from tqa.reporters import Foot, Head, RenderOptions, binary_reporter, is_binary
from tqa.reporters.markdown import MOST_CHARACTERS
from tqa.reporters.reporter import plain
from tqa.reporters.tsv import COLUMNS, guarded

openpyxl = pytest.importorskip("openpyxl")

# --- Markdown


def shown(cell: str) -> str:
    """A cell as a reader of the page sees it: comments gone, backslashes undone."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell.replace("<!-- -->", "")).strip()


def tables(text: str) -> list[list[list[str]]]:
    """The tables as GitHub cuts them: a line a row, cells at bars that have no backslash."""
    found: list[list[list[str]]] = [[]]
    for line in text.split("\n"):
        if line.startswith("|"):
            found[-1].append([cell.strip() for cell in re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]])
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


def test_a_comment() -> None:
    rows = [row(), row(severity="error", message="worse", fixes=[fix()]), row(column=None)]
    text = render("markdown", rows, (Problem("undecodable", "not UTF-8", "b.txt", 3),))
    assert text.startswith("### tqa\n\n1 error, 2 warnings in 1 article")
    unchecked, tally, findings = tables(text)
    assert unchecked[2] == ["b.txt:3", "not UTF-8"]
    assert tally[2:] == [["double-space", "error", "1"], ["double-space", "warning", "2"]]
    assert findings[2] == ["a.en.txt:11:9", "error", "double-space", r"worse \(fix: leave one space\)"]
    assert [len(line) for line in findings] == [4] * 5


def test_a_comment_is_as_long_as_github_takes() -> None:
    rows = [row(message="x | " * 500, rule=f"rule-{number}", severity="info") for number in range(3000)]
    text = render("markdown", [*rows, row(severity="error", message="the worst")])
    assert len(text) < MOST_CHARACTERS + 500
    assert "the worst" in tables(text)[1][2][3]
    told = re.search(r"… and (\d+) more, less severe", text)
    assert told
    assert len(tables(text)[1]) - 2 + int(told[1]) == 3001


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_markdown_says_anything(nasty: str) -> None:
    found = row(path=nasty or "a", message=nasty, rule=nasty or "r")
    text = render("markdown", [found], (Problem(nasty, nasty, nasty),))
    *_, findings = tables(text)
    assert len(findings) == 3
    assert len(findings[2]) == 4
    assert shown(findings[2][3]) == plain(nasty, 300).strip()
    assert shown(findings[2][2]) == plain(nasty or "r", 300).strip()
    body = text.replace("<!-- -->", "\0")
    # A mention, a reference, an address, a tag, a link, code: none of them is left whole.
    assert not re.search(
        r"@\w|(?<!^)#\w|(?<!\\)<|(?<!\\)&|\w://|www\.\w|(?<!\\)`|(?<!\\)\[|(?<!\\)\*", body.removeprefix("###").replace("\n**Not checked**\n", "")
    )


# --- TSV


def test_a_table() -> None:
    text = render("tsv", [row(fixes=[fix()], related=[related()]), row(column=None)], (Problem("undecodable", "not UTF-8", "b.txt", 3),))
    head, first, second, problem = (line.split("\t") for line in text.rstrip("\n").split("\n"))
    assert tuple(head) == COLUMNS
    told = dict(zip(head, first, strict=True))
    assert told["fix"] == "leave one space"
    assert told["related"] == "source, a.zh.txt:11 “计划”: the source"
    assert (told["line"], told["column"], told["text"]) == ("11", "9", "  ")
    assert second[2] == ""
    assert dict(zip(head, problem, strict=True))["severity"] == "not checked"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("word", "word"),
        ("a=b", "a=b"),
        ("=1", "'=1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("  =1", "'  =1"),
        ("\u3000\u00a0=1", "'\u3000\u00a0=1"),
        ("＝1", "'＝1"),  # a Chinese Excel takes full width for the same
        ("'=1", "'=1"),
        ("", ""),
    ],
)
def test_formulas_are_words(cell: str, written: str) -> None:
    assert guarded(cell) == written


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_tsv_says_anything(nasty: str) -> None:
    found = row(path=nasty or "a", message=nasty, rule=nasty, text=nasty, start=0, end=len(nasty), document=nasty, fixes=[fix(title=nasty)])
    lines = render("tsv", [found], (Problem(nasty, nasty, nasty),)).split("\n")
    assert len(lines) == 4
    for line in lines[1:3]:
        cells = line.split("\t")
        assert len(cells) == len(COLUMNS)
        assert not any(re.match(r"[\s\u3000]*[=+\-@＝＋－＠]", cell) for cell in cells)
    told = dict(zip(COLUMNS, lines[1].split("\t"), strict=True))
    for column in ("message", "rule", "text", "document", "fix"):
        assert told[column].removeprefix("'") == plain(nasty, 1000).removeprefix("'")


# --- XLSX


def workbook(*rows: Any, problems: tuple[Problem, ...] = ()) -> Any:
    return openpyxl.load_workbook(io.BytesIO(packed(*rows, problems=problems)))["findings"]


def packed(*rows: Any, problems: tuple[Problem, ...] = ()) -> bytes:
    return binary_reporter("xlsx")(Head("1"), [Result("a", "a.en.txt", rows)], lambda: Foot(problems), RenderOptions())


def test_a_workbook() -> None:
    assert is_binary("xlsx")
    assert not is_binary("tsv")
    sheet = workbook(row(fixes=[fix()]), row(column=None), problems=(Problem("undecodable", "not UTF-8", "b.txt", 3),))
    head, first, second, problem = sheet.iter_rows(values_only=True)
    assert head == COLUMNS
    told = dict(zip(head, first, strict=True))
    assert (told["path"], told["line"], told["column"], told["text"], told["fix"]) == ("a.en.txt", 11, 9, "  ", "leave one space")
    assert second[2] is None
    assert problem[3] == "not checked"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:N4")
    assert sheet["A1"].font.b


def test_the_same_findings_give_the_same_bytes() -> None:
    assert packed(row()) == packed(row())
    with zipfile.ZipFile(io.BytesIO(packed(row()))) as archive:
        assert archive.testzip() is None
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_a_workbook_says_anything(nasty: str) -> None:
    found = row(path=nasty or "a", message=nasty, rule=nasty, text=nasty, start=0, end=len(nasty), document=nasty, fixes=[fix(title=nasty)])
    sheet = workbook(found, problems=(Problem(nasty, nasty, nasty),))
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            assert cell.data_type in ("s", "n")
            assert cell.data_type == "s" or cell.column in (2, 3) or cell.value is None
            assert cell.hyperlink is None
    told = dict(zip(COLUMNS, next(sheet.iter_rows(min_row=2, values_only=True)), strict=True))
    for column in ("message", "rule", "text", "document", "fix"):
        # openpyxl hands out Excel's codes as they stand; Excel reads _x005F_ as the underscore.
        assert (told[column] or "").replace("_x005F_", "_") == plain(nasty, 1000)
