"""A findings JSON read back: as it was written, or refused with the place and the cure."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from tests.reporters.rows import fix, related, render, row
from tqa.engine.earlier import parse_findings, rejoined
from tqa.model import FormatError, Notice, Problem, Report, Result

ROWS = (row(), row(related=[related()], fixes=[fix()], edits=fix()["edits"], block="a-1", column=None, end_column=None))
PROBLEM = Problem("unreadable-file", "cannot be read", "b.txt", 3)
CONSISTENCY = {"agreement": 0.5, "terms": 3, "split": 1}
WRITTEN = json.loads(render("json", ROWS, (PROBLEM,), (Notice("n", "told"),), consistency=CONSISTENCY))


def test_what_was_written_is_read() -> None:
    report = parse_findings(json.dumps(WRITTEN).encode(), "f.json")
    assert [{**found, "line_text": row()["line_text"]} for found in report.rows] == list(ROWS)
    assert report.problems == (PROBLEM,)
    assert report.notices == (Notice("n", "told"),)
    assert report.figures == {"consistency": CONSISTENCY}
    assert [(one.document, one.path) for one in report.results] == [("a", "a.en.txt")]


def test_counts_and_meta_of_a_document_are_read() -> None:
    found = copy.deepcopy(WRITTEN)
    found["documents"][0].update(hidden=4, baselined=2, meta={"desk": "Xinhua", "tags": ["a"]})
    (result,) = parse_findings(json.dumps(found).encode(), "f.json").results
    assert (result.hidden, result.baselined, result.cut, result.meta) == (4, 2, 0, {"desk": "Xinhua"})


def test_further_fields_are_left_alone() -> None:
    found = copy.deepcopy(WRITTEN)
    found["later"] = found["findings"][0]["later"] = 1
    assert len(list(parse_findings(json.dumps(found).encode(), "f.json").rows)) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: found["findings"][0].pop("rule"), "finding 1: 'rule' is missing"),
        (lambda found: found["findings"][0].update(segment="1"), "finding 1: 'segment' is a string"),
        (lambda found: found["findings"][0].update(segment=True), "finding 1: 'segment' is true or false"),
        (lambda found: found["findings"][0].update(start=-1), "finding 1: 'start' is below 0"),
        (lambda found: found["findings"][0].update(severity="fatal"), "finding 1: 'severity' is 'fatal', not one of error, warning, info"),
        (lambda found: found["findings"][1]["fixes"][0]["edits"][0].pop("end"), "finding 2, an edit of fix 1: 'end' is missing"),
        (lambda found: found["findings"][0].update(related=[3]), "finding 1, related place 1 is a number, not an object"),
        (lambda found: found["documents"][0].update(hidden="4"), "document 1: 'hidden' is a string"),
        (lambda found: found["documents"][0].update(meta=[]), "document 1: 'meta' is a list"),
        (lambda found: found.update(problems=5), "the report: 'problems' is a number"),
        (lambda found: found["problems"][0].update(path=[1]), "a problem: 'path' is a list"),
        (lambda found: found["problems"][0].update(line="3"), "a problem: 'line' is a string"),
        (lambda found: found.update(figures=[]), "the report: 'figures' is a list"),
        (lambda found: found.update(figures={"adherence": {"met": 1, "of": "2"}}), "figure 'adherence': 'of' is a string"),
        (lambda found: found["documents"].clear(), "findings of 'a', which “documents” does not list"),
        (lambda found: found.update(schema=2), "schema 2; this tqa reads schema 1"),
        (lambda found: found.pop("findings"), "no findings; write them with tqa lint --format json"),
    ],
)
def test_what_is_no_findings_file(change: Any, said: str) -> None:
    found = copy.deepcopy(WRITTEN)
    change(found)
    with pytest.raises(FormatError) as refused:
        parse_findings(json.dumps(found).encode(), "f.json")
    assert str(refused.value).startswith(said)
    assert refused.value.path == "f.json"


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "\ufeff{}", '{"schema": 1}'])
def test_what_is_no_json_of_ours(text: str) -> None:
    with pytest.raises(FormatError) as refused:
        parse_findings(text.encode(), "f.json")
    assert (refused.value.path, refused.value.line) == ("f.json", 1)


def test_findings_and_articles_are_joined_by_document() -> None:
    from tests.reporters.rows import article

    found = parse_findings(json.dumps(WRITTEN).encode(), "f.json")
    joined = rejoined(found, Report((Result("a", "a.en.txt", article=article(["The plan  works."])), Result("z", "z.txt"))))
    assert [(one.document, one.article is not None) for one in joined.results] == [("a", True)]
    assert joined.problems == found.problems
    for lines in (["The plan works."], []):
        moved = rejoined(found, Report((Result("a", "a.en.txt", article=article(lines)),)))
        assert [problem.code for problem in moved.problems] == ["unreadable-file", "file-changed"]
        assert len(moved.results[0].rows) == 2
