"""Pairs of forms that may name one thing, and what tells them apart in the article."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.analysis.frames import is_name_like, is_series


def rivals(*lines: str) -> list[tuple[str, str]]:
    facts = Analysis(article(*lines))
    text = facts.article.text
    return [(text[r.one[0].start : r.one[0].end], text[r.other[0].start : r.other[0].end]) for r in facts.rivals if not r.together]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["The Russian Export Center opened.", "The Russian Export Hub grew."], [("Russian Export Center", "Russian Export Hub")]),
        (["The National Art Museum of China opened.", "The National Arts Gallery of China is old."], []),  # two words differ
        # A sentence that holds both.
        (["The Russian Export Center and the Russian Export Hub opened."], []),
        # The longer names differ.
        (["The Hubei Film Academy won.", "The Hunan Film Institute lost."], []),
        (["CPC Central Committee members met.", "The CPC National Congress is near."], []),
        # A series.
        (["The Hetian Jade Dream.", "The Hetian Wetland Dream.", "The Hetian Water Dream."], []),
        (["The Forum Day.", "The Summit Day.", "The Meeting Day."], [("Forum Day", "Summit Day")]),  # all are words for one
        # Nothing but one common word.
        (["Chinese President Xi Jinping left.", "The Chinese Embassy is in Laos."], []),
    ],
)
def test_rivals(lines: list[str], found: list[tuple[str, str]]) -> None:
    assert rivals(*lines)[: max(1, len(found))] == found


def test_the_same_words_beyond_two_phrases_tie_them_together() -> None:
    facts = Analysis(
        article(
            'The "Manufacturing Leader" industrial chain docking activity opened.',
            'The "Manufacturing Excellence" industrial chain docking activity closed.',
        )
    )
    (rival,) = facts.rivals
    assert (rival.around, rival.quoted) == (4, 2)


def test_witnesses_stand_in_other_letters() -> None:
    facts = Analysis(article("The Export Center of Russia.", "The Export Hub of Russia.", "An export hub helps; no export hubs do."))
    (rival,) = facts.rivals
    assert [facts.article.text[start:end] for start, end in rival.witnesses(facts.article.lower)] == []
    facts = Analysis(article("The Russian Export Center.", "The Russian Export Hub.", "A russian export hub."))
    (rival,) = facts.rivals
    assert [facts.article.text[start:end] for start, end in rival.witnesses(facts.article.lower)] == ["russian export hub"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Russian Export Center.", "Russian Export Hub."], "Russian Export Center"),
        (["Bosnian Olympic Committee.", "Bosnian Olympic Commissions."], "Bosnian Olympic Committees"),
        (["The Chief Bureau’s Russian Plan.", "The Chief Office’s Russian Plan."], "Chief Bureau’s Russian Plan"),
    ],
)
def test_rewording_keeps_number_and_possessive(lines: list[str], expected: str) -> None:
    facts = Analysis(article(*lines))
    (rival,) = facts.rivals
    first, second = sorted((rival.one, rival.other))
    assert rival.reworded(second[0], first[0], facts.article.text) == expected


@pytest.mark.parametrize(
    ("word", "text", "claim"),
    [("sany", "Sany Group grows.", True), ("ivy", "The ivy at Ivy House", False), ("council", "The State Council", False)],
)
def test_a_name_is_no_kind_of_thing_and_never_in_small_letters(word: str, text: str, claim: bool) -> None:
    assert is_name_like(word, text) is claim


def test_three_fillers_make_a_series() -> None:
    assert is_series({("a",), ("b",), ("c",)})
    assert not is_series({("a",), ("b",)})
