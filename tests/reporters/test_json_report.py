"""JSON is valid, whatever the articles hold, and as the schema says."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from tests.reporters.rows import NASTY, fix, related, render, row
from tqa.model import Notice, Problem, Result
from tqa.reporters import Foot, Head, RenderOptions, reporter

SCHEMA = json.loads(files("tqa.data").joinpath("schema/report.schema.json").read_text(encoding="utf-8"))


def read(text: str) -> dict[str, Any]:
    # Whatever is written must be UTF-8.
    report: dict[str, Any] = json.loads(text.encode("utf-8"))
    jsonschema.validate(report, SCHEMA, jsonschema.Draft202012Validator)
    return report


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report() -> None:
    rows = [row(fixes=[fix()], edits=fix()["edits"], related=[related()]), row(column=None, end_column=None, severity="error", block="x")]
    text = render(
        "json", rows, (Problem("undecodable", "not UTF-8", "b.txt", 3),), (Notice("unused-ignore", "delete it"),), adherence={"met": 1, "of": 2}
    )
    report = read(text)
    assert report["tool"] == {"name": "tqa", "version": "1.2.3"}
    assert "line_text" not in report["findings"][0]
    assert report["findings"][0]["related"][0]["text"] == "计划"
    assert report["problems"] == [{"code": "undecodable", "path": "b.txt", "line": 3, "column": None, "message": "not UTF-8"}]
    assert report["notices"] == [{"code": "unused-ignore", "path": "", "line": None, "column": None, "message": "delete it"}]
    assert report["documents"] == [
        {"document": "a", "path": "a.en.txt", "error": 1, "warning": 1, "info": 0, "hidden": 2, "suppressed": 1, "figures": {}}
    ]
    assert report["summary"]["error"] == report["summary"]["warning"] == 1
    assert report["figures"] == {"adherence": {"met": 1, "of": 2}}
    # A finding a line, Chinese as it is.
    assert sum(line.startswith('  {"rule"') for line in text.split("\n")) == 2
    assert "计划" in text


def test_a_clean_report() -> None:
    assert read("".join(reporter("json")(Head("1"), [], Foot, RenderOptions())))["findings"] == []


@pytest.mark.parametrize("nasty", NASTY)
def test_anything_can_be_said(nasty: str) -> None:
    found = row(text=nasty, start=0, end=len(nasty), path=nasty, message=nasty, document=nasty, related=[related(text=nasty, path=nasty)])
    text = render("json", [found], (Problem("x", nasty, nasty),))
    report = read(text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u200b]|##[a-z.]*\[|^\s*::", text, re.MULTILINE)
    assert report["findings"][0]["text"] == report["problems"][0]["path"] == nasty
    [line] = render("jsonl", [found]).rstrip("\n").split("\n")
    assert json.loads(line) == report["findings"][0]


def test_findings_are_written_as_they_come() -> None:
    taken = []

    def results() -> Any:
        for number in range(3):
            taken.append(number)
            yield Result(str(number), "a", (row(),))

    pieces = reporter("json")(Head("1"), results(), Foot, RenderOptions())
    next(pieces)
    assert taken == []
    next(pieces)
    assert taken == [0]


def test_jsonl_holds_findings_only() -> None:
    text = render("jsonl", [row(), row()], (Problem("x", "y"),))
    assert [json.loads(line)["rule"] for line in text.splitlines()] == ["double-space"] * 2
