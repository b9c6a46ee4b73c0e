"""A run: no article stalls it, a file that changes under it is said, ids stay unique."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tqa.analysis.analysis import Analysis
from tqa.api import lint
from tqa.engine.check import check
from tqa.engine.corpus import Corpus
from tqa.engine.plan import Plan
from tqa.files import ReadOptions, discover
from tqa.model import Finding, Segment
from tqa.rule.kinds import SegmentRule
from tqa.runners import deadline, stories
from tqa.runners.local import Run


@dataclass(frozen=True, slots=True)
class Stalls(SegmentRule):
    """Never ends on the word stall, nor on the word sleep."""

    group = "style"

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        while "stall" in segment.text or "sleep" in segment.text:
            # A rule that catches everything.
            with contextlib.suppress(Exception):
                time.sleep(0.01 if "sleep" in segment.text else 0)
        yield self.finding(segment, segment.span, "seen")


def run(folder: Path, plan: Plan) -> Run:
    found = discover([str(folder)], ReadOptions())
    return Run(found.stories, lambda path: plan, ReadOptions(), plan.corpus_rules)


@pytest.mark.parametrize("word", ["stall", "sleep"])
def test_a_late_article_stops_no_other(word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "SECONDS", 0.1)
    monkeypatch.setattr(deadline, "PATIENCE", 2)
    (tmp_path / "a.txt").write_text(f"the {word}\n")
    (tmp_path / "b.txt").write_text("the market\n")
    one = run(tmp_path, Plan((Stalls(),)))
    results = one.results()
    assert [len(result.rows) for result in results] == [0, 1]
    assert [problem.code for problem in one.problems] == ["too-slow"]
    assert one.not_checked == 1


def test_an_article_that_a_busy_machine_keeps_waiting_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "SECONDS", 0.3)
    (tmp_path / "a.txt").write_text("the market\n")

    def waits(*arguments: Any) -> Any:
        time.sleep(0.5)
        return check(*arguments)

    monkeypatch.setattr(stories, "check", waits)
    one = run(tmp_path, Plan((Stalls(),)))
    assert [len(result.rows) for result in one.results()] == [1]
    assert one.problems == []


def test_ids_are_unique_in_a_run(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps({"id": "x", "target": ["One line."]}) + "\n")
    assert [result.document for result in run(tmp_path, Plan()).results()] == ["x", "x~2"]


def test_a_file_that_changed_meanwhile_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tqa.checks.boilerplate.corpus_boilerplate import CorpusBoilerplate

    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The {name} bridge opened on Monday.\nThe desk wishes you a good day\n")
    one = run(tmp_path, Plan((CorpusBoilerplate(),)))
    marked = one.results()
    assert [[row["line"] for row in result.rows] for result in marked] == [[2], [2], [2]]
    two = run(tmp_path, Plan((CorpusBoilerplate(),)))
    judge = Corpus.judge

    def judge_late(corpus: Corpus) -> object:
        (tmp_path / "b.txt").write_text("Other text.\n")
        return judge(corpus)

    monkeypatch.setattr(Corpus, "judge", judge_late)
    assert [len(result.rows) for result in two.results()] == [1, 0, 1]
    assert [(problem.code, Path(problem.path).name) for problem in two.problems] == [("file-changed", "b.txt")]


def test_a_section_that_moved_is_noticed(tmp_path: Path) -> None:
    chinese = [
        "新的跨江大桥周一通车。",
        "专家认为，这座桥将降低运输成本，促进旅游业发展。",
        "当地农民过去只能坐渡船去城里卖蔬菜。",
        "政府计划2026年再修建一条铁路。",
    ]
    english = [
        "The new bridge across the river opened to traffic on Monday.",
        "In the past local farmers had to take a ferry to sell their vegetables in the city.",
        "The government plans to build a railway in 2026.",
        "Experts believe the bridge will lower the cost of transport and promote the development of tourism.",
        "Weather: sunny.",
    ]
    (tmp_path / "a.zh.txt").write_text("\n".join(chinese), encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("\n".join(english), encoding="utf-8")
    notices = lint([str(tmp_path / "a.en.txt")]).report.notices
    assert [(notice.code, notice.line) for notice in notices] == [("moved-segments", 4)]


def test_an_article_whose_lines_belong_nowhere_is_noticed(tmp_path: Path) -> None:
    chinese = ["港口周一开放，船只陆续到来。", "市长在会上介绍了城市的历史。", "粮食博览会有三省农民参加。", "学校为孩子准备了新教室。"]
    english = ["Doctors examined patients in villages.", "Lawyers asked for another hearing about bank loans.", "Rain fell on mountains."]
    (tmp_path / "a.zh.txt").write_text("\n".join(chinese), encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("\n".join(english), encoding="utf-8")
    report = lint([str(tmp_path / "a.en.txt")]).report
    assert [notice.code for notice in report.notices] == ["unlinked-article"]
    assert not any(row["rule"] in ("omission", "addition") for result in report.results for row in result.rows)
