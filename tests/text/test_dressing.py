"""A wording put in the place of another."""

from __future__ import annotations

import pytest

from tqa.text.dressing import dressed_as


@pytest.mark.parametrize(
    ("wording", "model", "dressed"),
    [
        ("World Harvest Declaration", "World Yield Manifesto", "World Harvest Declaration"),
        ("World Harvest Declaration", "World Yield Manifesto’s", "World Harvest Declaration’s"),
        ("World Harvest Declaration's", "World Yield Manifesto", "World Harvest Declaration"),
        ("World Harvest Declaration", "world yield manifestos", "world harvest declarations"),
        ("trade talks", "Trade negotiations", "Trade talks"),  # it opens a sentence
        ("trade talks", "TRADE NEGOTIATIONS", "TRADE TALKS"),
        ("Policy", "Rules", "Policies"),
        ("UN", "world body", "UN"),  # initials have no small letters
        ("Talks", "Negotiation", "Talks"),  # what has no singular here stays
        ("", "x", ""),
        ("x", "", "x"),
    ],
)
def test_case_number_and_possessive_stay(wording: str, model: str, dressed: str) -> None:
    assert dressed_as(wording, model) == dressed


def test_the_number_goes_where_it_was_wrong() -> None:
    assert dressed_as("China Good Story", "China Good Stories", keeps_number=False) == "China Good Story"


@pytest.mark.parametrize(("wording", "model"), [("trade talks", "Trade negotiations"), ("Policy", "Rules’s"), ("A b", "c D")])
def test_dressing_twice_changes_nothing(wording: str, model: str) -> None:
    once = dressed_as(wording, model)
    assert dressed_as(once, model) == once
