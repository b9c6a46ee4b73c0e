"""English letters, character for character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.english import lower, outline

LETTERS = st.text(st.sampled_from("AZaz09 .,'’“”-—&éÉšŠ½中İ\u0092\n"), max_size=60)


@given(LETTERS)
def test_offsets_stay(text: str) -> None:
    assert len(lower(text)) == len(outline(text)) == len(text)


@given(LETTERS)
def test_an_outline_has_an_a_for_every_capital_and_words_end_where_they_did(text: str) -> None:
    assert [match.start() for match in re.finditer("A", outline(text))] == [match.start() for match in re.finditer("[A-Z]", text)]
    assert [match.span() for match in re.finditer(r"[\w'’&-]+", text)] == [match.span() for match in re.finditer(r"[\w'&-]+", outline(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The UN met.", "Ahe AA met."), ("Hubei’s “Škoda”", "Aubei's ?zkoda?"), ("Élan 中国", "Élan zz")],
)
def test_outlines(text: str, expected: str) -> None:
    assert outline(text) == expected
