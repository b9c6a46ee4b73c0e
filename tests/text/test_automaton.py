"""Where literals stand, whatever else stands in the text."""

from __future__ import annotations

import pytest

from tqa.text.automaton import Automaton

LITERALS = ["share", "are", "are you", "shared", "é"]


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("before", ["", "é", "新华社", "𠮷😀 "])
def test_places_are_characters(before: str, *, fast: bool) -> None:
    found = Automaton(LITERALS[:4], fast=fast).find(f"{before}shared are you", overlapping=True)
    read = {f"{before}shared are you"[start:end] for _, start, end in found}
    assert read == set(LITERALS[:4])
    assert all(LITERALS[number] == f"{before}shared are you"[start:end] for number, start, end in found)


def test_of_hits_that_overlap_the_longest() -> None:
    text = "shared are you"
    assert [text[start:end] for _, start, end in Automaton(LITERALS, longest=True).find(text)] == ["shared", "are you"]


def test_a_literal_that_is_not_ascii() -> None:
    automaton = Automaton(LITERALS, longest=True)
    assert automaton.find("cafe") == []
    assert automaton.find("a café") == [(4, 5, 6)]
