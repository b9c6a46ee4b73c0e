"""Lengths in the units of other programs."""

from __future__ import annotations

import pytest

from tqa.text.positions import add_wider, utf8_length, utf16_length


@pytest.mark.parametrize(
    ("text", "utf16", "utf8"),
    [
        ("", 0, 0),
        ("abc", 3, 3),
        ("é", 1, 2),
        ("国务院", 3, 9),
        ("𠮷😀", 4, 8),
        ("\ud800", 1, 3),  # half a character
        ("\ud83d\ude00", 2, 6),  # two halves stay two
    ],
)
def test_lengths(text: str, utf16: int, utf8: int) -> None:
    assert (utf16_length(text), utf8_length(text)) == (utf16, utf8)
    assert add_wider((1, 2), text) == (1 + utf16 - len(text), 2 + utf8 - len(text))
