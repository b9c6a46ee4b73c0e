"""Doubled words: the plain first test lets through whatever the careful one would find."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis
from tqa.checks.mechanics.doubled_word import DoubledWord


@pytest.mark.parametrize("before", ["", "It is ", "It is, ", "It is (", "It is “", 'It is "', "It was ["])
@pytest.mark.parametrize("gap", [" ", "  ", "\n", "\t", " \n "])
@pytest.mark.parametrize("after", ["", " plan", ",", ".", ";", ":", "?", "!", ")", "]", "”", '"', "…", "’", "'", "\r", "\x0b", "\x1c"])
def test_neighbours(before: str, gap: str, after: str) -> None:
    facts = Analysis(article(f"{before}the{gap}the{after}"))
    assert len(list(DoubledWord().check(facts))) == 1
