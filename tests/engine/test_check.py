"""The engine: gates, yielding, caps, ignores, rows, corpus rules in any order."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

import pytest

from tqa.analysis.analysis import Analysis
from tqa.engine.check import check
from tqa.engine.corpus import Corpus
from tqa.engine.plan import Plan
from tqa.model import Document, Finding, Ignore, Place, Run, Segment, Severity, Span
from tqa.rule.kinds import CorpusRule, SegmentRule


def document(*texts: str, name: str = "a", ignores: tuple[Ignore, ...] = ()) -> Document:
    segments = [Segment("target", index, text, Place(f"{name}.txt", (Run(0, index + 1, 1),))) for index, text in enumerate(texts)]
    return Document(name, f"{name}.txt", tuple(segments), ignores=ignores)


@dataclass(frozen=True, slots=True)
class Shark(SegmentRule):
    """Finds sharks."""

    name = "shark"
    group = "style"
    severity = Severity.ERROR
    triggers = ("shark",)

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        start = segment.text.lower().find("shark")
        while start >= 0:
            yield self.finding(segment, Span(start, start + 5), "a {animal}", animal=segment.text[start : start + 5])
            start = segment.text.lower().find("shark", start + 1)


@dataclass(frozen=True, slots=True)
class Fish(SegmentRule):
    """Finds anything that swims, and steps back where a shark was named."""

    name = "fish"
    group = "style"
    yields_to = ("shark",)

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        yield self.finding(segment, segment.span, "it swims")


@dataclass(frozen=True, slots=True)
class Crash(SegmentRule):
    """Fails."""

    name = "crash"
    group = "style"

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        raise ZeroDivisionError
        yield


@dataclass(frozen=True, slots=True)
class Common(CorpusRule[tuple[int, str], int]):
    """A word that stands in two documents."""

    name = "common"
    group = "style"

    def gather(self, facts: Analysis) -> dict[str, tuple[int, str]]:
        return {word: (1, facts.document.id) for segment in facts.visible for word in segment.text.split()}

    def add(self, one: tuple[int, str], other: tuple[int, str]) -> tuple[int, str]:
        return one[0] + other[0], min(one[1], other[1])

    def judge(self, state: Mapping[str, tuple[int, str]]) -> dict[str, int]:
        return {key: count for key, (count, _) in state.items() if count >= 2}

    def mark(self, facts: Analysis, verdict: Mapping[str, int]) -> Iterator[Finding]:
        for segment in facts.visible:
            for word in segment.text.split():
                if word in verdict:
                    start = segment.text.index(word)
                    yield self.finding(segment, Span(start, start + len(word)), "{n} times", n=verdict[word])


def plan(*rules: object, **more: object) -> Plan:
    return Plan(rules, groups={"shark": "style", "fish": "style", "common": "style"}, min_severity=Severity.INFO, **more)  # type: ignore[arg-type]


def found(checked: object) -> list[tuple[str, int, str]]:
    return [(row["rule"], row["segment"], row["text"]) for row in checked.result.rows]  # type: ignore[attr-defined]


def test_a_rule_is_called_only_where_its_trigger_stands() -> None:
    assert found(check(document("A Shark.", "a cat", "SHARK"), plan(Shark()))) == [("shark", 0, "Shark"), ("shark", 2, "SHARK")]


def test_one_fault_one_finding() -> None:
    assert found(check(document("A shark.", "a carp"), plan(Fish(), Shark()))) == [("shark", 0, "shark"), ("fish", 1, "a carp")]


def test_caps_lower_and_never_raise() -> None:
    checked = check(document("shark", "carp"), plan(Shark(), Fish(), caps={"shark": Severity.INFO, "fish": Severity.ERROR}))
    assert [row["severity"] for row in checked.result.rows] == ["info", "warning"]


def test_hidden_and_cut_are_counted() -> None:
    checked = check(document("shark " * 5), plan(Shark(), Fish(), caps={"fish": Severity.INFO}, max_findings=2))
    assert (len(checked.result.rows), checked.result.cut) == (2, 3)
    quiet = Plan((Fish(),), min_severity=Severity.ERROR)
    assert check(document("carp", "eel"), quiet).result.hidden == 2


def test_a_crash_is_a_problem_and_ends_nothing_else() -> None:
    checked = check(document("shark"), plan(Crash(), Shark()))
    assert found(checked) == [("shark", 0, "shark")]
    assert [problem.code for problem in checked.problems] == ["rule-crashed"]


def test_ignores_are_counted_and_unused_ones_noticed() -> None:
    ignores = (Ignore(("shark",), segment=0), Ignore(("style",), match="carp", line=7), Ignore(("sharc",)))
    checked = check(document("shark", "shark", ignores=ignores), plan(Shark()))
    assert found(checked) == [("shark", 1, "shark")]
    assert checked.result.suppressed == 1
    assert [(notice.code, notice.line) for notice in checked.notices] == [("unused-ignore", 7), ("unknown-ignore", None)]
    assert found(check(document("shark", ignores=ignores), plan(Shark(), inline=False))) == [("shark", 0, "shark")]


def test_fingerprints_survive_moved_lines_and_tell_twins_apart() -> None:
    one = check(document("Before it. A shark came by. A shark came by."), plan(Shark())).result.rows
    two = check(document("", "", "Before it. A shark came by. A shark came by."), plan(Shark())).result.rows
    assert [row["fingerprint"] for row in one] == [row["fingerprint"] for row in two]
    assert len({row["fingerprint"] for row in one}) == 2


def test_positions_are_code_points_in_lines_as_editors_count_them() -> None:
    row = check(document("𠮷野家 😀 shark\u2028shark"), plan(Shark())).result.rows[1]
    assert (row["start"], row["line"], row["column"]) == (12, 1, 13)


def test_a_plan_crosses_processes() -> None:
    sent = plan(Shark())
    _ = sent.gates, sent.matcher
    received = pickle.loads(pickle.dumps(sent))
    assert found(check(document("shark"), received)) == [("shark", 0, "shark")]


@pytest.mark.parametrize("seed", range(5))
def test_corpus_rules_give_the_same_in_any_order(seed: int) -> None:
    rule = Common()
    documents = [document("red blue", name="a"), document("blue green", name="b"), document("green blue", name="c")]
    shares = [(number, check(one, plan(rule)).states) for number, one in enumerate(documents)]
    Random(seed).shuffle(shares)
    corpus = Corpus([rule])
    for number, states in shares:
        corpus.add((0, number), states)
    verdicts = corpus.judge()
    assert corpus.concerned(verdicts) == {(0, 0), (0, 1), (0, 2)}
    marked = [found(check(one, plan(rule), verdicts)) for one in documents]
    assert marked == [[("common", 0, "blue")], [("common", 0, "blue"), ("common", 0, "green")], [("common", 0, "green"), ("common", 0, "blue")]]


def test_an_ignored_piece_of_furniture_belongs_to_the_article() -> None:
    lines = ("The harbour opened on Monday after three years of building work, the city said.", "Back to top of the shark")
    ignored = document(lines[0], "Back to top", ignores=(Ignore(("boilerplate",), segment=1),))
    assert [segment.index for segment in Analysis(ignored, kept_furniture=frozenset({1})).visible] == [0, 1]
    assert [segment.index for segment in Analysis(document(lines[0], "Back to top")).visible] == [0]
