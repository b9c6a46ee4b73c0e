"""What stands in a text is the same, however it is looked for."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from tqa.text.standing import standing

LETTERS = st.text("ab 江😀", min_size=1, max_size=4)


@given(st.lists(LETTERS, max_size=8), st.lists(st.text("ab 江😀", max_size=12), max_size=6))
def test_both_ways(strings: list[str], lines: list[str]) -> None:
    text = "\n".join(lines)
    plain = standing(strings, text)
    assert plain == [one for one in strings if one in text]
    with patch("tqa.text.standing._SMALL", -1):
        assert standing(strings, text) == plain
