"""What stands in a text is the same, however it is looked for."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from tqa.text.standing import occurrences, standing

LETTERS = st.text("ab 江😀", min_size=1, max_size=4)


@given(st.lists(LETTERS, max_size=8), st.lists(st.text("ab 江😀", max_size=12), max_size=6))
def test_both_ways(strings: list[str], lines: list[str]) -> None:
    text = "\n".join(lines)
    plain = standing(strings, text)
    assert plain == [one for one in strings if one in text]
    with patch("tqa.text.standing._SMALL", -1):
        assert standing(strings, text) == plain


@given(st.text("ab 江", max_size=12), LETTERS, st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12)))
def test_each_place_once(text: str, part: str, start: int, end: int | None) -> None:
    last = len(text) if end is None else end
    assert list(occurrences(text, part, start, end)) == [at for at in range(start, last) if text[at:last].startswith(part)]
