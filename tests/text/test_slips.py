"""Slips are counted as rapidfuzz counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tqa.text.slips import is_within

WORDS = st.text("abn", max_size=9)


@given(WORDS, WORDS, st.integers(0, 3))
def test_as_rapidfuzz_counts(one: str, other: str, most: int) -> None:
    assert is_within(one, other, most) is (OSA.distance(one, other) <= most)


@pytest.mark.parametrize(
    ("one", "other", "most", "within"),
    [
        ("zhonglin", "zhonglin", 0, True),
        ("zhonglin", "zhoglin", 1, True),
        ("wang", "wnag", 1, True),
        ("slepnev", "slepnov", 1, True),
        ("guangzhou", "gunagzhuo", 2, True),
        ("ca", "abc", 2, False),  # swapped letters are not parted again
        ("", "ab", 1, False),
    ],
)
def test_within(one: str, other: str, most: int, within: bool) -> None:
    assert is_within(one, other, most) is within
