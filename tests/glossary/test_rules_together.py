"""The glossary's rules on one article: one fault is one finding, and doubt lowers it."""

from __future__ import annotations

import pytest

from tqa.analysis.align import Link
from tqa.engine.check import check
from tqa.engine.plan import Plan
from tqa.glossary.concept import Concept, Glossary
from tqa.model import Document, Place, Run, Segment, Severity, Side
from tqa.registry import own_rules

RULES = tuple(rule() for rule in own_rules().values() if rule.group == "glossary")


def article(source: list[str], target: list[str], *, aligned: bool = True) -> Document:
    def side(name: Side, lines: list[str]) -> tuple[Segment, ...]:
        return tuple(Segment(name, n, line, Place("a.txt", (Run(0, n + 1, 1),))) for n, line in enumerate(lines))

    return Document("a", "a.txt", side("target", target), side("source", source), aligned=aligned)


def found(document: Document, *concepts: Concept) -> list[tuple[str, str, str, str]]:
    plan = Plan(RULES, Glossary(concepts), groups={rule.name: rule.group for rule in RULES}, min_severity=Severity.INFO)
    checked = check(document, plan)
    assert not checked.problems
    return [(row["rule"], row["severity"], row["side"], row["text"]) for row in checked.result.rows]


FINANCE = Concept(("财政部",), "Ministry of Finance", forbidden=("Money Ministry",), forbidden_if_source=("treasury",), kind="name")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("The Ministry of Finance said so.", []),
        ("The Ministry of Financial said so.", [("term-near-miss", "warning", "target", "Ministry of Financial")]),
        ("The Money Ministry said so.", [("term-forbidden", "error", "target", "Money Ministry")]),
        ("The treasury said so.", [("term-forbidden-if-source", "error", "target", "treasury")]),
        ("Olympus said so.", [("term-missing", "warning", "source", "财政部")]),
        ("The ministry of finance said so.", [("term-case", "warning", "target", "ministry of finance")]),
    ],
)
def test_one_fault_is_one_finding(target: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found(article(["财政部这样说。"], [target]), FINANCE) == expected


def test_without_links_the_whole_article_is_asked_and_doubt_lowers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqa.analysis.align.link", lambda source, target, **_: (Link((0, len(source)), (0, len(target)), 0.4),))
    source, concept = ["第一段。", "财政部这样说。"], Concept(("财政部",), "Ministry of Finance", strength="error")
    assert found(article(source, ["One. The Ministry of Finance said so."], aligned=False), concept) == []
    assert found(article(source, ["One. Olympus said so."], aligned=False), concept) == [("term-missing", "warning", "source", "财政部")]
    monkeypatch.undo()
    assert found(article(source, ["One.", "Olympus said so."]), concept) == [("term-missing", "error", "source", "财政部")]


def test_a_link_of_ours_may_be_one_segment_off() -> None:
    source, target = ["财政部这样说。", "第二段。"], ["Olympus said so.", "The Ministry of Finance said two."]
    assert [severity for _, severity, *_ in found(article(source, target, aligned=False), FINANCE)] == ["info"]
    assert [severity for _, severity, *_ in found(article(source, target), FINANCE)] == ["warning"]


def test_another_listed_thing_in_its_place_is_evidence() -> None:
    listed = (Concept(("影响力",), "ramification"), Concept(("商务部",), "Ministry of Commerce"))
    source = ["影响力很大。"]
    assert found(article(source, ["It matters."]), *listed) == [("term-missing", "info", "source", "影响力")]
    assert found(article(source, ["The Ministry of Commerce matters."]), *listed) == [("term-missing", "warning", "source", "影响力")]


def test_a_name_that_is_left_out_is_no_name_that_is_wrong() -> None:
    concept = Concept(("湖北",), "Hubei", kind="name")
    source = ["湖北省政府表示。", "新规施行。"]
    assert found(article(source, ["The provincial government said so.", "Rules apply."]), concept) == [("term-missing", "info", "source", "湖北")]
    assert found(article(source, ["The Henan government said so.", "Rules apply."]), concept) == [("term-missing", "warning", "source", "湖北")]


def test_forbidden_concepts_and_empty_glossaries_are_quiet() -> None:
    assert found(article(["坏词"], ["fine"]), Concept(("坏词",), "", forbidden=("bad",), status="forbidden")) == []
    assert found(article(["坏词"], ["fine"])) == []
