"""Several processes: the same answers in the same order, and one that dies costs its task and no other."""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Tqa
from tqa.analysis.analysis import Analysis
from tqa.api import lint
from tqa.checks.boilerplate.corpus_boilerplate import CorpusBoilerplate
from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.plan import Plan
from tqa.files import ReadOptions, discover
from tqa.model import Finding, Segment
from tqa.rule.kinds import Rule, SegmentRule
from tqa.runners.local import Run
from tqa.runners.workers import Workers


def squared(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 5:
        time.sleep(0.3)  # the others are ahead of it
    return number * number


@pytest.mark.parametrize("count", [1, 2, 5])
def test_answers_come_in_order_and_the_dead_ones_is_none(count: int) -> None:
    answers = list(Workers(count, squared).map(iter(range(40))))
    assert answers == [(number, None if number == 3 else number * number) for number in range(40)]


def test_tasks_are_not_drawn_far_ahead_of_the_answers() -> None:
    drawn: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(6, 1000):
            drawn.append(number)
            yield number

    answers = Workers(2, squared).map(tasks())
    assert next(answers) == (6, 36)
    assert len(drawn) < 40
    answers.close()  # type: ignore[attr-defined]  # a generator: its processes end with it


@dataclass(frozen=True, slots=True)
class Dies(SegmentRule):
    """Takes its process with it on the word die."""

    group = "style"

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        if "die" in segment.text:
            os._exit(7)
        yield self.finding(segment, segment.span, "seen")


@dataclass(frozen=True)
class Always:
    """The same plan for every path; can be sent to a process."""

    rules: tuple[Rule, ...]

    def __call__(self, path: str) -> Plan:
        return Plan(self.rules)


def run(folder: Path, rules: tuple[Rule, ...], jobs: int) -> Run:
    plan_of = Always(rules)
    return Run(discover([str(folder)], ReadOptions()).stories, plan_of, ReadOptions(), plan_of("").corpus_rules, jobs=jobs)


def test_a_process_that_dies_costs_its_article(tmp_path: Path) -> None:
    for name, text in (("a", "the market\n"), ("b", "they die\n"), ("c", "the bridge\n")):
        (tmp_path / f"{name}.txt").write_text(text)
    one = run(tmp_path, (Dies(),), jobs=2)
    results = one.results()
    assert [(result.document[-1], len(result.rows)) for result in results] == [("a", 1), ("b", 0), ("c", 1)]
    assert [(problem.code, Path(problem.path).name) for problem in one.problems] == [("process-died", "b.txt")]
    assert one.not_checked == 1


def test_corpus_rules_mark_the_same_for_any_number(tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.txt").write_text(f"The {name} bridge opened on Monday.\nThe desk wishes you a good day\n")
    alone, many = (run(tmp_path, (CorpusBoilerplate(),), jobs).results() for jobs in (1, 3))
    assert alone == many
    assert [[row["line"] for row in result.rows] for result in many] == [[2]] * 6


def test_the_command_writes_the_same_bytes_for_any_number(tqa: Tqa, tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(7):
        exchange = "Shanghai Stock Market" if number == 4 else "Shanghai Stock Exchange"
        (folder / f"{number}.zh.txt").write_text("他参观了上海证券交易所。\n", encoding="utf-8")
        (folder / f"{number}.en.txt").write_text(f"He visited the  {exchange}.\n", encoding="utf-8")
    (folder / "bad.en.txt").write_bytes(b"caf\xe9 \xff\n")
    # Two records of one name, and one that is none.
    (folder / "more.jsonl").write_text('{"id": "x", "target": ["One  line."]}\n{"target": 7}\n{"id": "x", "target": ["One  line."]}\n')
    command = ("lint", "stories", "--no-glossary", "--select", "corpus-variant,corpus-boilerplate,double-space", "--format", "json")
    alone = tqa(*command)
    assert alone.status == 2
    assert "corpus-variant" in alone.out
    for jobs in ("2", "4"):
        many = tqa(*command, "--jobs", jobs)
        assert (many.status, many.out, many.err) == (alone.status, alone.out, alone.err)
    assert tqa("lint", "stories", "--jobs", "0").status == 2


def test_what_a_process_is_given_can_be_sent_to_it(tmp_path: Path) -> None:
    """Where processes are not forked it is sent; with the plans for paths already made, too."""
    (tmp_path / "a.txt").write_text("The  bridge\n")
    planner = Planner(Settings())
    lint([str(tmp_path)])
    planner.for_path("a.txt")
    again = pickle.loads(pickle.dumps(planner.for_path))
    assert again("a.txt").named.keys() == planner.for_path("a.txt").named.keys()
