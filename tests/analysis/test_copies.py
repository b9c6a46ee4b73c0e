"""Copies in a long article are those a short one would have."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from tqa.analysis.copies import find_copies

WORDS = ["the", "city", "council", "said", "on", "monday", "that", "a", "bridge", "will", "open", "江城大桥周一开通"]
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), min_size=2, max_size=12)


@given(LINES, st.integers(0, 11), st.integers(0, 40), st.integers(0, 200))
def test_the_same_for_any_length(lines: list[str], number: int, start: int, end: int) -> None:
    lines.append(lines[number % len(lines)][start : start + end])
    numbered = dict(enumerate(lines))
    plain = find_copies(numbered)
    with patch("tqa.analysis.copies._MANY", 0):
        assert find_copies(numbered) == plain
