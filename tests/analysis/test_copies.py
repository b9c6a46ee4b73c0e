"""Copies in a long article are those a short one would have."""

from __future__ import annotations

from random import Random
from unittest.mock import patch

import pytest
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


def _rows(number: int) -> list[str]:
    """Lines that begin alike and say something else each."""
    letters = Random(7)
    return ["the national bureau of statistics reports " + "".join(letters.choices("abcdefghijkl mnop", k=60)).strip() for _ in range(number)]


@pytest.mark.parametrize("begin", ["", "a headline of its own\n"])
def test_of_many_lines_that_begin_alike_only_copies_are_found(begin: str) -> None:
    rows = [*begin.splitlines(), *_rows(1000)]
    whole, part, near = rows[734], rows[500][4:], rows[50].replace("national", "natonal")
    found = {(copy.number, copy.kept, copy.family, copy.exact) for copy in find_copies(dict(enumerate([*rows, whole, part, near])))}
    assert found == {
        (len(rows), 734, "duplicate-paragraph", True),
        (len(rows) + 1, 500, "duplicate-teaser", True),
        (len(rows) + 2, 50, "duplicate-paragraph", False),
    }
