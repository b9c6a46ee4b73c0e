"""`tqa lint --fix --decisions`: what somebody accepted in the report is written into the articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tqa

TEXT = "The plan of Shao Qiwan works.\n\nOfficials met the the mayor.\n"
SOURCE = "邵启文的计划可行。\n\n官员会见了市长。\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "a.zh.txt").write_text(SOURCE, encoding="utf-8")
    path = tmp_path / "a.en.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def found(tqa: Tqa) -> dict[str, str]:
    """Rule → fingerprint."""
    rows = json.loads(tqa("lint", "a.en.txt", "--format", "json", "--min-severity", "info").out)["findings"]
    return {row["rule"]: row["fingerprint"] for row in rows}


def decide(tmp_path: Path, *decisions: dict[str, Any]) -> None:
    rows = [{"id": str(number), **one} for number, one in enumerate(decisions)]
    (tmp_path / "D.json").write_text(json.dumps({"schema": 1, "decisions": rows}), encoding="utf-8")


def test_an_accepted_fix_is_made_though_it_is_not_safe(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    prints = found(tqa)
    decide(tmp_path, {"action": "accept", "fingerprint": prints["name-misspelled"]}, {"action": "dismiss", "fingerprint": prints["doubled-word"]})
    assert tqa("lint", "a.en.txt", "--fix", "--select", "names").status == 1, "without the decision it stays"
    assert story.read_text() == TEXT
    shown = tqa("lint", "a.en.txt", "--fix", "--diff", "--decisions", "D.json", "--min-severity", "error")
    assert "+The plan of Shao Qiwen works." in shown.out
    assert story.read_text() == TEXT
    done = tqa("lint", "a.en.txt", "--fix", "--select", "names", "--decisions", "D.json")
    assert (done.status, done.err) == (0, "tqa: a.en.txt: 1 fixed\n")
    assert story.read_text() == TEXT.replace("Qiwan", "Qiwen")


def test_another_wording_and_a_finding_that_is_gone(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    prints = found(tqa)
    decide(
        tmp_path,
        {"action": "edit", "fingerprint": prints["doubled-word"], "value": "the new"},
        {"action": "accept", "fingerprint": "0123456789abcdef"},
        {"action": "prefer", "concept": "计划", "value": "plan"},
    )
    done = tqa("lint", "a.en.txt", "--fix", "--decisions", "D.json", "--select", "mechanics")
    assert story.read_text() == TEXT.replace("the the", "the new")
    assert "1 of 2 accepted fixes have no finding here any more: 0123456789abcdef" in done.err


@pytest.mark.parametrize(
    ("arguments", "content", "said"),
    [
        (("--decisions", "D.json"), '{"schema": 1, "decisions": []}', "give --fix too"),
        (("--fix", "--decisions", "D.json"), '{"schema": 1}', "D.json:1: no decisions"),
        (
            ("--fix", "--decisions", "D.json"),
            '{"schema": 1, "decisions": [\n{"id": "1", "action": "accept"}]}',
            "D.json:2: decision 1 (1): to accept",
        ),
        (("--fix", "--decisions", "no.json"), "", "no.json"),
    ],
)
def test_bad_decisions_write_nothing(tqa: Tqa, tmp_path: Path, story: Path, arguments: tuple[str, ...], content: str, said: str) -> None:
    (tmp_path / "D.json").write_text(content, encoding="utf-8")
    done = tqa("lint", "a.en.txt", *arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert story.read_text() == TEXT
