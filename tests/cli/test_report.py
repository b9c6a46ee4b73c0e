"""`tqa report`: from articles, from a findings JSON, against an earlier run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tqa
from tqa.api import lint, with_scores
from tqa.config.settings import Settings

ENGLISH = """\
The Bridge Opens
The bridge  opened on Monday after three years of work, and the the governor cut the ribbon.
"""
CHINESE = "大桥通车\n大桥历经三年建设于周一通车，省长为大桥剪彩。\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story.zh.txt").write_text(CHINESE, encoding="utf-8")
    path = tmp_path / "story.en.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def data(path: Path, name: str) -> Any:
    (found,) = re.findall(rf'<script type="application/json" id="data-{name}">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    return json.loads(found)


def test_from_articles(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    done = tqa("report", "story.en.txt", "-o", "page.html")
    assert (done.status, done.out, done.err) == (0, "", "")
    page = tmp_path / "page.html"
    assert [one["rule"] for one in data(page, "index")["findings"]] == ["double-space", "doubled-word"]
    assert data(page, "article-0")["source"] == CHINESE.splitlines()
    assert data(page, "article-0")["passages"] == [[[0], [0], False], [[1], [1], False]]
    text = page.read_text(encoding="utf-8")
    assert "<dt>select</dt><dd>all</dd>" in text
    linted = tqa("lint", "story.en.txt", "--format", "html", "--report", "html:again.html")
    assert (linted.status, linted.out) == (1, text), "one page, two ways, the same bytes"
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("named", ["nothing", "empty/", "none*.txt"])
def test_without_an_article_there_is_no_page(tqa: Tqa, tmp_path: Path, named: str) -> None:
    (tmp_path / "empty").mkdir()
    done = tqa("report", named, "-o", "page.html")
    assert (done.status, done.out) == (2, "")
    assert "page.html: not written, for there is nothing to show" in done.err
    assert not (tmp_path / "page.html").exists()


def test_from_findings_with_their_articles(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    tqa("lint", "story.en.txt", "--format", "json", "--output", "findings.json")
    done = tqa("report", "findings.json", "-o", "page.html")
    assert (done.status, done.err) == (0, "")
    tqa("report", "story.en.txt", "-o", "direct.html")
    for name in ("index", "article-0", "terms"):
        assert data(tmp_path / "page.html", name) == data(tmp_path / "direct.html", name)


def test_findings_bring_what_their_articles_and_their_run_said(tqa: Tqa, tmp_path: Path) -> None:
    records = [{"id": f"r{number}", "target": ["The the plan  works."], "meta": {"desk": "ab"[number % 2]}} for number in range(4)]
    (tmp_path / "desk.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    tqa("lint", "desk.jsonl", "--no-glossary", "--min-severity", "error", "--format", "json", "--output", "findings.json")
    assert tqa("report", "findings.json", "-o", "page.html").status == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<h2>By desk</h2>" in page
    hidden = json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))["summary"]["hidden"]
    assert hidden >= 4
    assert f"<dt>Less severe, not shown</dt><dd>{hidden}</dd>" in page
    made = page[page.index("<h2>Made with</h2>") :]
    assert "<dt>findings file</dt><dd>findings.json</dd>" in made
    assert "the shipped ones" not in made, "the settings of this run found nothing"


def test_scores_where_a_reference_lies_beside(tmp_path: Path, story: Path) -> None:
    settings = Settings(select=("mechanics",), plugins=False)
    assert with_scores(lint([str(story)], settings, articles=True)).report.figures == {}
    (tmp_path / "story.ref.txt").write_text(ENGLISH, encoding="utf-8")
    story.write_text(ENGLISH + "\nBack to top\n", encoding="utf-8")
    scores = with_scores(lint([str(story)], settings, articles=True)).report.figures["scores"]
    assert scores["of"] == 1
    assert [(one["name"], one["score"] > 99, "version:" in one["signature"]) for one in scores["metrics"]] == [
        ("BLEU", True, True),
        ("chrF", True, True),
        ("chrF++", True, True),
    ]


def test_an_article_that_changed_since_is_said(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    tqa("lint", "story.en.txt", "--format", "json", "--output", "findings.json")
    story.write_text(ENGLISH.replace("The bridge  opened", "Today the bridge  opened"), encoding="utf-8")
    done = tqa("report", "findings.json", "-o", "page.html")
    assert (done.status, "changed since the findings were written" in done.err) == (2, True)
    story.unlink()
    gone = tqa("report", "findings.json", "-o", "page.html")
    assert gone.status == 2
    assert "story.en.txt" in gone.err
    assert len(data(tmp_path / "page.html", "index")["findings"]) == 2, "and nothing of it is lost"
    assert data(tmp_path / "page.html", "article-0") is None


def test_against_an_earlier_run(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    tqa("lint", "story.en.txt", "--format", "json", "--output", "before.json")
    story.write_text(ENGLISH.replace("the the", "the").replace("ribbon.", "ribbon ."), encoding="utf-8")
    assert tqa("report", "story.en.txt", "--against", "before.json").status == 0
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    tiles = re.findall(r"<dt>(New findings|Gone|Still there)</dt><dd>(\d+)</dd>", text)
    assert tiles == [("New findings", "1"), ("Gone", "1"), ("Still there", "1")]


def test_a_file_that_holds_no_findings(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    (tmp_path / "bad.json").write_text('{"schema": 1}', encoding="utf-8")
    for arguments in (("bad.json",), ("story.en.txt", "--against", "bad.json")):
        done = tqa("report", *arguments, "-o", "page.html")
        assert (done.status, done.err) == (2, "tqa: bad.json:1: no findings; write them with tqa lint --format json --output FILE [no-findings]\n")
        assert not (tmp_path / "page.html").exists()


def test_a_page_replaces_no_article(tqa: Tqa, story: Path) -> None:
    assert tqa("report", "story.en.txt", "-o", "story.en.txt").status == 2
    assert story.read_text(encoding="utf-8") == ENGLISH
