"""Quoted phrases and their twins."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.analysis.titles import differing


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ('The "Smart Stop" works.', ["Smart Stop"]),
        ("The “Internet + Smart Stop,” as it is called.", ["Internet + Smart Stop"]),
        ("The ‘China’s Story’ base and the 'Blue Sky' plan.", ["China’s Story", "Blue Sky"]),
        ("《The Story of Hubei》 is a film.", ["Story of Hubei"]),
        ("“We work hard.” He left.", []),  # a sentence
        ("The “Dream” is one word.", []),
        ("He isn't in Xi'an or O'Neal's bar.", []),
    ],
)
def test_titles(line: str, titles: list[str]) -> None:
    facts = Analysis(article(line))
    assert [facts.article.text[title.start : title.end] for title in facts.titles] == titles


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("smart stop sign", "smart stop signs", ("sign", "signs")),
        ("smart stop sign", "smart sign", ("stop", "")),
        ("smart stop sign", "stop sign", None),  # left out at an end: a longer or shorter quotation
        ("smart stop sign", "smart bus light", None),
        ("smart stop", "smart stop", None),
        ("a b b c", "a b c", ("b", "")),
    ],
)
def test_differences(one: str, other: str, difference: tuple[str, str] | None) -> None:
    found = differing(tuple(one.split()), tuple(other.split()))
    assert (found and (" ".join(found[0]), " ".join(found[1]))) == difference


def test_an_unquoted_twin_must_be_a_title() -> None:
    lines = ["The “Story of Hubei” opened.", "The Tale of Hubei grows.", "A tale of hubei is long."]
    facts = Analysis(article(*lines))
    (split,) = facts.split_phrases
    assert [facts.article.text[place.start : place.end] for place in split.twin] == ["Tale of Hubei"]
