"""Workflow commands: escaped as GitHub's toolkit does, the worst first, none lost."""

from __future__ import annotations

import pytest

from tests.reporters.rows import render, row
from tqa.model import ConfigError, Problem
from tqa.reporters import REPORTERS, reporter
from tqa.reporters.github import command


@pytest.mark.parametrize(
    ("properties", "message", "written"),
    [
        ({}, "", "::error ::"),
        ({"file": "a,b:c%.txt"}, "50% :, done", "::error file=a%2Cb%3Ac%25.txt::50%25 :, done"),
        ({"file": "a\r\nb"}, "x\r\ny", "::error file=a\\x0d\\x0ab::x\\x0d\\x0ay"),
        ({"file": "%0A"}, "%25", "::error file=%250A::%2525"),
    ],
)
def test_escapes(properties: dict[str, object], message: str, written: str) -> None:
    assert command("error", properties, message) == written + "\n"


def test_places() -> None:
    lines = render("github", [row(), row(column=None), row(end_line=12), row(start=3, end=3)]).split("\n")
    assert lines[0].startswith("tqa: 4 warnings in 1 article")
    assert lines[1] == "::warning file=a.en.txt,line=11,endLine=11,col=9,endColumn=10,title=tqa double-space::more than one space"
    assert "file=a.en.txt,line=11,title" in lines[2]
    assert "line=11,endLine=12,title" in lines[3]
    assert "col=4,endColumn=4" in lines[4]


def test_the_worst_come_first_and_the_rest_as_plain_lines() -> None:
    rows = [row(severity="info", message=f"i{n}") for n in range(12)] + [row(severity="error", message=f"e{n}") for n in range(12)]
    rows += [row(severity="error", certainty="certain", message="surest")]
    text = render("github", rows, (Problem("undecodable", "not UTF-8", "b.txt", 3),))
    lines = text.rstrip("\n").split("\n")
    assert lines[1] == "::error file=b.txt,line=3,title=tqa%3A not checked (undecodable)::not UTF-8"
    assert lines[2].endswith("::surest")
    assert sum(line.startswith("::error") for line in lines) == 10
    assert sum(line.startswith("::notice") for line in lines) == 10
    assert sum(line.startswith("a.en.txt:11:9: double-space") for line in lines) == len(rows) + 1 - 20


def test_every_format_is_there_and_no_other() -> None:
    for name in REPORTERS:
        assert callable(reporter(name))
    with pytest.raises(ConfigError, match="known are azure, "):
        reporter("yaml")
