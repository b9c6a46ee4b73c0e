"""SARIF as GitHub takes it: valid, UTF-16 columns, places percent-encoded, nothing suppressed in it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from tests.conftest import Tqa
from tests.reporters.hostile import PAYLOADS
from tests.reporters.rows import fix, related, render, row
from tqa.model import EditRow, FixRow, Notice, Problem, Result
from tqa.reporters import Foot, Head, RenderOptions, RulePage, Totals, reporter
from tqa.reporters.reporter import plain
from tqa.reporters.sarif import MOST_RESULTS, uri

SCHEMA = json.loads((Path(__file__).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
MULTITOOL = os.environ.get("SARIF_MULTITOOL")
"""Microsoft's validator (npm: @microsoft/sarif-multitool-linux), 100 MB: only where it is named."""
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


def read(text: str) -> dict[str, Any]:
    """The one run of a log that is valid and has what GitHub asks for."""
    log = json.loads(text.encode("utf-8"))
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "utf16CodeUnits"
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert len(rule["properties"]["tags"]) <= 10
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert "suppressions" not in result
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["region"]["startLine"] >= 1
        assert physical["artifactLocation"]["uri"].isascii()
        assert "\\" not in physical["artifactLocation"]["uri"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    made: dict[str, Any] = run
    return made


def test_a_finding() -> None:
    run = read(render("sarif", [row(fixes=[fix(), fix(",", safe=False)], related=[related()])]))
    (result,) = run["results"]
    region = {"startLine": 11, "startColumn": 9, "endLine": 11, "endColumn": 11, "snippet": {"text": "  "}}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    assert result["level"] == "warning"
    del region["snippet"]
    assert result["fixes"][0]["artifactChanges"][0]["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": " "}}]
    assert result["fixes"][1]["description"]["text"].endswith("(look at it first)")
    assert result["relatedLocations"][0]["message"]["text"] == "the source"
    assert run["properties"] == {"hidden": 2, "suppressed": 1, "baselined": 0, "cut": 0}


@pytest.mark.parametrize(
    ("text", "match", "columns"),
    [
        ("𠮷野家 said 国务院 met 😀 State Council", "State", (22, 27)),  # the example of every counter that is wrong
        ("😀😀", "😀", (1, 3)),
        ("e\u0301 x", "x", (4, 5)),
        ("plain", "ain", (3, 6)),
    ],
)
def test_columns_are_utf16(text: str, match: str, columns: tuple[int, int]) -> None:
    start = text.index(match)
    (result,) = read(render("sarif", [row(text=text, start=start, end=start + len(match))]))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == columns
    # What stands there, as a program that counts so sees it.
    units = text.encode("utf-16-le")
    assert units[2 * columns[0] - 2 : 2 * columns[1] - 2].decode("utf-16-le") == match


def test_where_the_segment_is_no_whole_line() -> None:
    # A cell of a table whose line begins with 4 wider characters; a paragraph of two lines.
    cell = row(text="a 😀 b", start=4, end=5, line=3, end_line=3, column=14, end_column=15, runs=[(0, 3, 10, (4, 12))])
    wrapped = row(text="one two", start=4, end=7, line=2, end_line=2, column=3, end_column=6, runs=[(0, 1, 1, (0, 0)), (4, 2, 3, (0, 2))])
    joined = row(text="one two", start=3, end=4, line=1, end_line=1, column=4, end_column=5, runs=[(0, 1, 1, (0, 0)), (4, 2, 3, (0, 2))])
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in read(render("sarif", [cell, wrapped, joined]))["results"]]
    assert [tuple(region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) for region in regions] == [
        (3, 19, 3, 20),
        (2, 3, 2, 6),
        (1, 4, 2, 3),  # the space that joins the lines is their end
    ]


def test_without_a_column_the_line() -> None:
    (result,) = read(render("sarif", [row(column=None, end_column=None, fixes=[fix()])]))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 11, "endLine": 11, "snippet": {"text": "  "}}
    assert "fixes" not in result


def test_a_fix_elsewhere_is_not_offered_in_part() -> None:
    edits = [EditRow(side="target", segment=segment, start=0, end=1, replacement="x", safe=True) for segment in (0, 1)]
    (result,) = read(render("sarif", [row(fixes=[FixRow(title="both", safe=True, edits=edits)])]))["results"]
    assert "fixes" not in result


def test_rules_tell_their_page() -> None:
    page = RulePage("more than one space", "more than one space\n\nWhy: it looks odd.", "error", "certain")
    head = Head("1.2.3", page=lambda rule: page if rule == "double-space" else None)
    results = [Result("a", "a", (row(), row(rule="house-rule")))]
    run = read("".join(reporter("sarif")(head, results, Foot, RenderOptions())))
    known, house = run["tool"]["driver"]["rules"]
    assert known["help"]["text"] == page.page
    assert known["defaultConfiguration"] == {"level": "error"}
    assert known["properties"]["precision"] == "very-high"
    assert known["properties"]["problem.severity"] == "error"
    assert house["shortDescription"]["text"] == "a rule of this house: house-rule"


def test_what_was_not_checked_is_told() -> None:
    run = read(render("sarif", [], (Problem("undecodable", "not UTF-8", "新 闻.txt", 3),), (Notice("no-source", "no source"),)))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    problem, notice = invocation["toolExecutionNotifications"]
    assert (problem["level"], problem["descriptor"]["id"], problem["message"]["text"]) == ("error", "undecodable", "not UTF-8")
    place = problem["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "%E6%96%B0%20%E9%97%BB.txt"}, "region": {"startLine": 3}}
    assert notice["level"] == "note"
    assert read(render("sarif", []))["invocations"][0]["executionSuccessful"] is True


def test_suppressed_ones_are_listed_where_that_is_asked_for() -> None:
    """GitHub opens an alert for each result, also for a suppressed one: so not unasked."""
    ignored = row(rule="doubled-word", silence={"by": "ignore", "reason": "a title\x1b[31m"})
    known = row(silence={"by": "baseline", "reason": ""})
    results = [Result("a", "a.txt", (row(),), suppressed=1, baselined=1, silenced=(ignored, known))]
    asked = json.loads("".join(reporter("sarif")(Head("1"), results, Foot, RenderOptions(silenced=True))))
    VALIDATOR.validate(asked)
    (run,) = asked["runs"]
    assert [result["suppressions"] for result in run["results"]] == [
        [],
        [{"kind": "inSource", "justification": "a title\\x1b[31m"}],
        [{"kind": "external"}],
    ]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"double-space", "doubled-word"}
    assert len(read("".join(reporter("sarif")(Head("1"), results, Foot, RenderOptions())))["results"]) == 1


def test_what_a_cap_left_out_is_told() -> None:
    run = read("".join(reporter("sarif")(Head("1"), [], lambda: Foot(totals=Totals(cut=3)), RenderOptions())))
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("left out: 3 findings over the cap")
    assert run["invocations"][0]["executionSuccessful"] is True


def test_github_takes_so_many() -> None:
    rows = [row(severity="info")] + [row(severity="error")] * MOST_RESULTS
    text = render("sarif", rows)
    run = json.loads(text)["runs"][0]
    assert len(run["results"]) == MOST_RESULTS
    assert {result["level"] for result in run["results"]} == {"error"}
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("left out: 1 finding, the least severe")


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("a/b.txt", "a/b.txt"),
        ("新 闻.md", "%E6%96%B0%20%E9%97%BB.md"),
        ("http://evil/x", "http%3A//evil/x"),
        ("//evil/x", "file:///evil/x"),
        ("/abs/x y", "file:///abs/x%20y"),
        ("C:/x", "file:///C:/x"),
        ("a?b#c%20", "a%3Fb%23c%2520"),
        ("\udcff", "%FF"),  # a name that is no UTF-8 keeps its bytes
    ],
)
def test_uris(path: str, written: str) -> None:
    assert uri(path) == written


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_anything_can_be_said(nasty: str) -> None:
    found = row(
        text=f"twelve more {nasty} y", start=12, end=12 + len(nasty), path=nasty or "a", message=nasty, document=nasty, rule=nasty or "r",
        fixes=[fix(nasty, title=nasty)], related=[related(text=nasty, message=nasty, path=nasty)],
    )  # fmt: skip
    run = read(render("sarif", [found], (Problem(nasty or "x", nasty, nasty),)))
    (result,) = run["results"]
    said = result["message"]["text"]
    unescaped = said.replace("\\[", "[").replace("\\]", "]").replace("\\\\", "\\") if "](" in nasty else said
    assert unescaped == (plain(nasty, 1000) or "(no message)")
    assert "](" not in said.replace("\\]", "")
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == nasty
    written = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    if not nasty.startswith(("/", "C:")) and nasty and "/./" not in nasty and "//" not in nasty and not any("\ud800" <= c <= "\udfff" for c in nasty):
        assert unquote(written) == nasty.removesuffix("/")


def test_on_real_files(tqa: Tqa, tmp_path: Path) -> None:
    """Chinese and spaces in the name, CRLF, characters beyond the first plane: each finding's region holds the finding's text."""
    folder = tmp_path / "新 闻"
    folder.mkdir()
    (folder / "a b.en.txt").write_bytes("𠮷野家 😀 met  here.\r\n\r\nThe the plan “works，” 😀 he said.\r\n".encode())
    (folder / "t.tsv").write_text("source\ttarget\n𠮷野家😀开会。\t😀 They met  here.\n", encoding="utf-8")
    (folder / "m.md").write_text("| 𠮷 | The the plan |\n|---|---|\n| 😀 | He met  her. |\n\n- 😀 It it works.\n", encoding="utf-8")
    done = tqa("lint", "新 闻/a b.en.txt", "新 闻/t.tsv", "新 闻/m.md", "--format", "sarif", "--no-glossary")
    assert done.status == 1
    results = read(done.out)["results"]
    seen = set()
    for result in results:
        physical = result["locations"][0]["physicalLocation"]
        path = unquote(physical["artifactLocation"]["uri"])
        seen.add(path)
        lines = (tmp_path / path).read_bytes().decode().replace("\r\n", "\n").split("\n")
        region = physical["region"]
        assert region["startLine"] == region["endLine"]
        units = lines[region["startLine"] - 1].encode("utf-16-le")
        there = units[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2].decode("utf-16-le")
        assert there == region.get("snippet", {"text": ""})["text"]
    assert len(seen) == 3
    (tmp_path / "m.md").write_text("<!-- tqa: ignore[doubled-word] as said -->\n\nSo the the man 😀 said  so.\n", encoding="utf-8")
    assert tqa("baseline", "write", "--select", "double-space", "--reason", "as printed 😀").status == 0
    listed = tqa("lint", "新 闻/a b.en.txt", "m.md", "--format", "sarif", "--show-suppressed")
    VALIDATOR.validate(json.loads(listed.out))
    for text in (done.out, listed.out):
        assert amiss(text, tmp_path) == []


def amiss(text: str, folder: Path) -> list[str]:
    """What Microsoft's validator, with GitHub's rules, finds wrong in a log; nothing where it is not at hand."""
    if not MULTITOOL:
        return []
    (folder / "log.sarif").write_text(text, encoding="utf-8")
    command = [MULTITOOL, "validate", "log.sarif", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300).stdout
    assert "Analysis completed successfully" in said
    return [line for line in said.split("\n") if " error " in line or " warning " in line]


def test_related_places_in_utf16() -> None:
    wide = related(column=5, end_column=7, utf16_column=6, utf16_end_column=9, text="😀计")
    unknown = related(column=None, end_column=None)
    (result,) = read(render("sarif", [row(related=[wide, unknown, related(message="")])]))["results"]
    regions = [place["physicalLocation"]["region"] for place in result["relatedLocations"]]
    assert (regions[0]["startColumn"], regions[0]["endColumn"]) == (6, 9)
    assert "startColumn" not in regions[1]
    assert (regions[2]["startColumn"], regions[2]["endColumn"]) == (1, 3)
    assert result["relatedLocations"][2]["message"]["text"] == "计划"
