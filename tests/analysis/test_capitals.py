"""Capitalised runs."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.analysis.capitals import word_starts


@pytest.mark.parametrize(
    ("line", "phrases"),
    [
        ("The Ministry of Industry and Information Technology met.", ["Ministry of Industry and Information Technology"]),
        ("On Monday Wang Yi met Zhou Min.", ["Wang Yi", "Zhou Min"]),
        ("In May Mr. Wang went to the U.S. Congress.", ["U.S. Congress"]),
        ("Meanwhile China and Russia agreed.", ["China and Russia"]),
        ("However, Hubei Province's Party Committee met.", ["Hubei Province's Party Committee"]),
        ("The iPhone Pro and McDonald Bar", []),  # a word does not begin within one
        ("Sany Group’s sales rose.", ["Sany Group"]),
        ("He spoke of the Of The.", []),
        ("wuhan is a city. It is big.", []),
    ],
)
def test_phrases(line: str, phrases: list[str]) -> None:
    facts = Analysis(article(line))
    assert [facts.article.text[run.start : run.end] for run in facts.capitals.phrases] == phrases


def test_words_are_bare_and_placed() -> None:
    facts = Analysis(article("The Hubei Province's Party Committee met."))
    (run,) = facts.capitals.phrases
    assert run.words == ("hubei", "province", "party", "committee")
    assert [facts.article.text[start] for start in word_starts(run, facts.article.lower)] == ["H", "P", "P", "C"]
