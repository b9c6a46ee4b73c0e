"""Agreement, dominance and adherence: as the formulas say, and adding up."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.matcher import Matcher
from tqa.glossary.memory import Use
from tqa.model import Report
from tqa.score.tallies import consistency_across, tally_of
from tqa.tally import Adherence, Consistency, Tally

COUNTS = st.lists(st.integers(1, 6), min_size=1, max_size=4)


@given(COUNTS)
def test_agreement_is_the_share_of_pairs_that_agree(counts: list[int]) -> None:
    mentions = [number for number, count in enumerate(counts) for _ in range(count)]
    pairs = list(combinations(mentions, 2))
    found = Consistency.of_term(counts)
    if not pairs:
        assert found == Consistency(), "a single mention agrees with nothing"
        return
    agreeing = Fraction(sum(one == other for one, other in pairs), len(pairs))
    assert Fraction(found.agreeing, found.pairs) == agreeing
    assert found.agreements == pytest.approx(float(agreeing))
    assert (found.terms, found.split, found.mentions, found.dominant) == (1, len(counts) > 1, len(mentions), max(counts))


@given(st.lists(COUNTS, max_size=5), st.lists(COUNTS, max_size=5))
def test_parts_add_up(one: list[list[int]], other: list[list[int]]) -> None:
    def total(terms: list[list[int]]) -> Consistency:
        return sum(map(Consistency.of_term, terms), Consistency())

    whole, parts = total(one + other), total(one) + total(other)
    assert {name: value for name, value in whole.shown.items() if name != "macro"} == {
        name: value for name, value in parts.shown.items() if name != "macro"
    }
    assert whole.shown.get("macro") == pytest.approx(parts.shown.get("macro"), abs=1e-4) if whole.shown else not parts.shown


def test_what_is_shown() -> None:
    # Manufacturing Leader four times, Manufacturing Excellence once; another term three times alike.
    found = Consistency.of_term([4, 1]) + Consistency.of_term([3])
    assert found.shown == {
        "agreement": round((12 + 6) / (20 + 6), 4),
        "dominance": 0.875,
        "macro": 0.8,
        "terms": 2,
        "split": 1,
        "mentions": 8,
        "dominant": 7,
        "pairs": 26,
        "agreeing": 18,
    }
    assert Tally().shown == {}
    assert Tally(adherence=Adherence(2, 3)).shown == {"adherence": {"met": 2, "of": 3}}


def test_reports_add_their_tallies_and_never_merge_the_numbers() -> None:
    one = Report(figures={**Tally(Consistency.of_term([2, 1]), Adherence(1, 2)).shown, "corpus": Consistency.of_term([5]).shown})
    other = Report(figures=Tally(Consistency.of_term([2]), Adherence(3, 3)).shown)
    figures = (one + other).figures
    assert figures["consistency"]["agreement"] == round((2 + 2) / (6 + 2), 4)
    assert figures["consistency"]["macro"] == pytest.approx(2 / 3, abs=1e-3), "read from what is shown, to four places"
    assert figures["adherence"] == {"met": 4, "of": 5}
    assert "corpus" in one.figures
    assert "corpus" not in figures, "what compares articles does not add up"


def test_an_article_is_measured() -> None:
    concept = Concept(("大湾区",), "Greater Bay Area")
    matcher = Matcher(Glossary((concept,)))
    target = ("The Greater Bay Area grows.", "He praised the Greater Bay Area.", "The Big Bay shines.")
    tally = tally_of(Analysis(article(*target, source=("大湾区发展。", "他赞扬大湾区。", "大湾区闪耀。")), matcher))
    assert tally.adherence == Adherence(2, 3)
    assert (tally.consistency.terms, tally.consistency.mentions >= 2) == (1, True)
    assert tally_of(Analysis(article(*target), matcher)) == Tally(), "without a source nothing is located"


def test_across_articles_a_term_counts_once_it_stands_in_two() -> None:
    memory = {
        "新华社": (Use("Xinhua News Agency", 3, 2), Use("Xinhua News Agencies", 1, 1), Use("New China Agency", 1, 1)),
        "甲": (Use("One", 9, 1),),
    }
    found = consistency_across(memory)
    assert (found.terms, found.split, found.mentions, found.dominant) == (1, 1, 5, 4)
