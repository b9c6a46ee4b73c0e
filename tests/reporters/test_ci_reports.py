"""JUnit, Checkstyle, GitLab, reviewdog, Azure: read back by parsers, whatever the articles and file names hold."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from lxml import etree

from tests.reporters.hostile import PAYLOADS
from tests.reporters.rows import fix, related, render, row
from tqa.model import EditRow, FixRow, Notice, Problem, Result
from tqa.reporters import Foot, Head, RenderOptions, reporter
from tqa.reporters.azure import command
from tqa.reporters.reporter import plain
from tqa.reporters.tsv import COLUMNS

ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200d\ud800-\udfff\U000e0000-\U000e007f]")
CI_FORMATS = ("sarif", "junit", "checkstyle", "gitlab", "rdjson", "rdjsonl", "azure", "github", "markdown", "tsv")


def xml(text: str) -> ElementTree.Element:
    """The root, by both parsers: what expat lets through, libxml2 may not."""
    etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    return ElementTree.fromstring(text.encode("utf-8"))


def rendered(name: str, *results: Result, problems: tuple[Problem, ...] = (), head: Head | None = None) -> str:
    return "".join(reporter(name)(head or Head("1"), results, lambda: Foot(problems), RenderOptions()))


def unescaped_show(text: str) -> str:
    """What XML can hold of an exact text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", lambda match: f"\\x{ord(match.group()):02x}", text)


# --- every format


def hostile(nasty: str, **changes: Any) -> Any:
    return row(
        text=f"twelve more {nasty} y", start=12, end=12 + len(nasty), path=nasty or "a", message=nasty, document=nasty, rule=nasty or "r",
        fixes=[fix(nasty, title=nasty)], related=[related(text=nasty, message=nasty, path=nasty)], **changes,
    )  # fmt: skip


@pytest.mark.parametrize("name", CI_FORMATS)
@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_nothing_acts_in_a_log(name: str, nasty: str) -> None:
    """Every format may be printed into a CI log: no line of it is a command but those the format itself gives."""
    text = render(name, [hostile(nasty)], (Problem(nasty or "x", nasty, nasty or "a"),), (Notice(nasty, nasty, nasty),))
    plain_text = render(name, [hostile("word")], (Problem("word", "word", "word"),), (Notice("word", "word", "word"),))
    text.encode("utf-8")
    assert not ACTIVE.search(text.replace("\t", "") if name == "tsv" else text), ascii(text)
    commands = r"^\s*::[a-z]|##[A-Za-z.]*\["
    assert len(re.findall(commands, text, re.MULTILINE)) == len(re.findall(commands, plain_text, re.MULTILINE))
    assert text.count("\n") == plain_text.count("\n")


@pytest.mark.parametrize("name", CI_FORMATS)
def test_clean_is_valid_and_unchecked_is_never_silent(name: str) -> None:
    clean = rendered(name, Result("a", "a.en.txt"))
    unchecked = rendered(name, problems=(Problem("undecodable", "not UTF-8", "b.txt", 3),))
    assert "undecodable" not in clean
    assert "not UTF\\-8" in unchecked or "not UTF-8" in unchecked
    assert "b.txt" in unchecked


@pytest.mark.parametrize("name", ["sarif", "junit", "checkstyle", "gitlab", "rdjson", "azure", "github", "markdown", "tsv"])
def test_paths_are_told_from_the_root(name: str) -> None:
    found = row(path="/home/me/repo/a/b.txt")
    text = rendered(name, Result("a", "/home/me/repo/a/b.txt", (found,)), head=Head("1", root="/home/me/repo"))
    assert "a/b.txt" in text
    assert "/home/me" not in text
    assert "./a/b.txt" not in rendered(name, Result("a", "./a/b.txt", (row(path="./a/b.txt"),)))


# --- JUnit


def test_junit() -> None:
    results = [
        Result("a", "a.en.txt", (row(), row(severity="error"))),
        Result("b", "b.en.txt"),
        Result("c", "c.en.txt", (row(path="c.en.txt", severity="info"),)),
        Result("1", "d.jsonl", (row(path="d.jsonl", column=None),)),
        Result("2", "d.jsonl"),
    ]
    root = xml(rendered("junit", *results, problems=(Problem("undecodable", "not UTF-8", "e.txt", 3),)))
    (suite,) = root
    for element in (root, suite):
        assert [element.get(name) for name in ("name", "tests", "failures", "errors", "time")] == ["tqa", "6", "2", "1", "0"]
    cases = {case.get("name"): case for case in suite}
    assert list(cases) == ["a.en.txt", "b.en.txt", "c.en.txt", "d.jsonl (1)", "d.jsonl (2)", "not checked: e.txt"]
    failure = cases["a.en.txt"][0]
    assert (failure.tag, failure.get("message"), failure.get("type")) == ("failure", "1 error, 1 warning", "error")
    assert (failure.text or "").strip().split("\n") == [
        "a.en.txt:11:9: warning double-space  more than one space",
        "a.en.txt:11:9: error double-space  more than one space",
    ]
    assert len(cases["b.en.txt"]) == 0
    assert [child.tag for child in cases["c.en.txt"]] == ["system-out"]
    assert cases["d.jsonl (1)"].get("file") == "d.jsonl"
    assert cases["not checked: e.txt"][0].tag == "error"


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_junit_says_anything(nasty: str) -> None:
    root = xml(rendered("junit", Result(nasty, nasty, (hostile(nasty),)), problems=(Problem(nasty, nasty, nasty),)))
    case, problem = root[0]
    assert case.get("file") == unescaped_show(Head("1").below(nasty))
    assert f"  {plain(nasty, 1000)}"[:900] in (case[0].text or "") or len(nasty) > 500
    assert problem[0].get("message") == plain(nasty, 1000)


# --- Checkstyle


def test_checkstyle() -> None:
    source = row(path="a.zh.txt", side="source", column=None)
    results = [Result("a", "a.en.txt", (row(), source, row(severity="info"))), Result("b", "b.en.txt")]
    root = xml(rendered("checkstyle", *results, problems=(Problem("x", "y", "a.en.txt"), Problem("rules", "z"))))
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    assert [(file.get("name"), len(file)) for file in root] == [("a.en.txt", 3), ("a.zh.txt", 1), ("b.en.txt", 0), ("tqa", 1)]
    error = root[0][0]
    assert error.attrib == {
        "line": "11", "column": "9", "severity": "warning", "message": "more than one space", "source": "tqa.mechanics.double-space",
    }  # fmt: skip
    assert "column" not in root[1][0].attrib


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_checkstyle_says_anything(nasty: str) -> None:
    root = xml(rendered("checkstyle", Result(nasty, nasty, (row(path=nasty, message=nasty, rule=nasty),))))
    assert root[0].get("name") == unescaped_show(Head("1").below(nasty))
    assert root[0][0].get("message") == plain(nasty, 1000)
    assert root[0][0].get("source") == plain(f"tqa.mechanics.{nasty}", 1000)


# --- GitLab


def test_gitlab() -> None:
    text = render("gitlab", [row(severity="error"), row(severity="info", end_line=12)], (Problem("undecodable", "not UTF-8", "b.txt", 3),))
    first, second, problem = json.loads(text)
    assert first == {
        "description": "double-space: more than one space",
        "check_name": "double-space",
        "fingerprint": "0123456789abcdef",
        "severity": "major",
        "location": {"path": "a.en.txt", "lines": {"begin": 11, "end": 11}},
    }
    assert (second["severity"], second["location"]["lines"]["end"]) == ("info", 12)
    assert second["fingerprint"] != first["fingerprint"]
    assert (problem["severity"], problem["check_name"]) == ("blocker", "undecodable")


def test_gitlab_fingerprints_are_unique() -> None:
    prints = ["a", "a", "a:2", "a", "a:2"]
    said = json.loads(render("gitlab", [row(fingerprint=one) for one in prints], (Problem("x", "y"), Problem("x", "y"))))
    assert len({one["fingerprint"] for one in said}) == len(said)
    assert said[0]["fingerprint"] == "a"


def test_gitlab_clean_is_an_empty_array_without_a_mark() -> None:
    assert rendered("gitlab", Result("a", "a.en.txt")) == "[]\n"


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_gitlab_says_anything(nasty: str) -> None:
    said, problem = json.loads(render("gitlab", [hostile(nasty)], (Problem(nasty, nasty, nasty),)))
    assert said["description"] == plain(f"{nasty or 'r'}: {nasty}", 1000)
    assert said["location"]["path"] == Head("1").below(nasty or "a")
    assert problem["location"]["path"] == (Head("1").below(nasty) or "tqa")
    assert {*said} == {"description", "check_name", "fingerprint", "severity", "location"}


# --- reviewdog


def test_rdjson() -> None:
    safe, unsafe = fix(), fix("x", safe=False)
    report = json.loads(render("rdjson", [row(fixes=[safe, unsafe], related=[related()])], (Problem("undecodable", "not UTF-8", "b.txt", 3),)))
    assert report["source"] == {"name": "tqa"}
    finding, problem = report["diagnostics"]
    place = {"start": {"line": 11, "column": 9}, "end": {"line": 11, "column": 11}}
    assert finding["location"] == {"path": "a.en.txt", "range": place}
    assert (finding["severity"], finding["code"]) == ("WARNING", {"value": "double-space"})
    # An unsafe fix would be a button too.
    assert finding["suggestions"] == [{"range": place, "text": " "}]
    assert problem["severity"] == "ERROR"
    assert problem["location"] == {"path": "b.txt", "range": {"start": {"line": 3}}}


def test_a_fix_of_several_edits_is_no_suggestion() -> None:
    edits = [EditRow(side="target", segment=0, start=at, end=at + 1, replacement="x", safe=True) for at in (0, 4)]
    (finding,) = json.loads(render("rdjson", [row(fixes=[FixRow(title="both", safe=True, edits=edits)])]))["diagnostics"]
    assert "suggestions" not in finding


@pytest.mark.parametrize(
    ("text", "match", "columns"),
    [
        ("𠮷野家 said 国务院 met 😀 State Council", "State", (36, 41)),
        ("😀😀", "😀", (1, 5)),
        ("“works”", "works", (4, 9)),
    ],
)
def test_rdjson_columns_are_bytes(text: str, match: str, columns: tuple[int, int]) -> None:
    start = text.index(match)
    (finding,) = json.loads(render("rdjson", [row(text=text, start=start, end=start + len(match))]))["diagnostics"]
    place = finding["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == columns
    assert text.encode()[columns[0] - 1 : columns[1] - 1].decode() == match


def test_rdjson_without_a_column() -> None:
    (finding,) = json.loads(render("rdjson", [row(column=None, fixes=[fix()])]))["diagnostics"]
    assert finding["location"]["range"] == {"start": {"line": 11}, "end": {"line": 11}}
    assert "suggestions" not in finding


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_rdjson_says_anything(nasty: str) -> None:
    rows, problems = [hostile(nasty)], (Problem(nasty, nasty, nasty),)
    report = json.loads(render("rdjson", rows, problems))
    finding, _ = report["diagnostics"]
    # reviewdog makes a comment of it, in which these would act; a reader sees no difference.
    assert finding["message"].replace("\u200b", "") == plain(nasty, 1000)
    assert not re.search(r"@\w|#\d|<[A-Za-z/!?]|\]\(|!\[|[a-z]://|www\.\w", finding["message"])
    assert finding["suggestions"][0]["text"] == nasty
    lines = [json.loads(line) for line in render("rdjsonl", rows, problems).rstrip("\n").split("\n")]
    assert [{key: value for key, value in line.items() if key != "source"} for line in lines] == report["diagnostics"]


# --- Azure


def agent(line: str) -> tuple[str, dict[str, str], str]:
    """A logging command as Azure's agent reads it."""
    match = re.fullmatch(r"##vso\[(\S+) ([^\]]*)\](.*)", line)
    assert match, line
    properties = dict(part.split("=", 1) for part in match[2].split(";") if part)
    return match[1], {key: decoded(value, "]", ";") for key, value in properties.items()}, decoded(match[3])


def decoded(text: str, *more: str) -> str:
    codes = {"%0D": "\r", "%0A": "\n", **({"%5D": "]", "%3B": ";"} if more else {})}
    for code, character in codes.items():
        text = text.replace(code, character)
    return text.replace("%AZP25", "%")


def test_azure() -> None:
    text = render("azure", [row(), row(severity="info"), row(severity="error", column=None)], (Problem("undecodable", "not UTF-8", "b.txt", 3),))
    lines = text.rstrip("\n").split("\n")
    assert lines[0].startswith("tqa: 1 error, 1 warning, 1 info")
    assert agent(lines[1])[1] == {"type": "error", "sourcepath": "b.txt", "linenumber": "3", "code": "undecodable"}
    assert agent(lines[2])[1] == {"type": "error", "sourcepath": "a.en.txt", "linenumber": "11", "code": "double-space"}
    name, properties, message = agent(lines[3])
    assert (name, message) == ("task.logissue", "more than one space")
    assert properties == {"type": "warning", "sourcepath": "a.en.txt", "linenumber": "11", "columnnumber": "9", "code": "double-space"}
    # Azure has no level for it.
    assert lines[4] == "a.en.txt:11:9: double-space more than one space"
    assert len(lines) == 5


def test_azure_turns_yellow_for_warnings_only() -> None:
    yellow = "##vso[task.complete result=SucceededWithIssues;]\n"
    assert render("azure", [row()]).endswith(yellow)
    for rows in ([], [row(severity="info")], [row(), row(severity="error")]):
        assert yellow not in render("azure", rows)
    assert yellow not in render("azure", [row()], (Problem("x", "y"),))


def test_azure_escapes_percent_first() -> None:
    assert command("x", {"code": "a;b]%3B"}, "50%0A ]") == "##vso[x code=a%3Bb%5D%AZP253B;]50%AZP250A ]\n"


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_azure_says_anything(nasty: str) -> None:
    lines = render("azure", [hostile(nasty)], (Problem(nasty, nasty, nasty),)).rstrip("\n").split("\n")
    _, properties, message = agent(lines[2])
    assert message == plain(nasty, 1000)
    assert properties["sourcepath"] == plain(Head("1").below(nasty or "a"), 1000)
    assert properties["code"] == plain(nasty or "r", 1000)
    assert agent(lines[1])[2] == plain(f"not checked: {nasty}", 1000)


# --- GitHub


@pytest.mark.parametrize("nasty", PAYLOADS, ids=ascii)
def test_github_says_anything(nasty: str) -> None:
    (line,) = [line for line in render("github", [hostile(nasty)]).split("\n") if line.startswith("::warning")]
    match = re.fullmatch(r"::warning ([^:]*)::(.*)", line)
    assert match

    def read(text: str, *more: tuple[str, str]) -> str:
        for code, character in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
            text = text.replace(code, character)
        return text

    properties = {key: read(value, ("%3A", ":"), ("%2C", ",")) for key, value in (part.split("=", 1) for part in match[1].split(","))}
    assert read(match[2]) == plain(nasty, 1000)
    assert properties["file"] == plain(Head("1").below(nasty or "a"), 1000)
    assert properties["title"] == plain(f"tqa {nasty or 'r'}", 1000)


def test_the_columns_of_the_list_are_stable() -> None:
    assert COLUMNS[:7] == ("path", "line", "column", "severity", "certainty", "group", "rule")
