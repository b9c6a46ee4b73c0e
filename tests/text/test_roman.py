"""Roman numerals in English text."""

from __future__ import annotations

import pytest

from tqa.text.numbers.roman import roman_numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Article IV, Basel III and World War II", {2: 1, 3: 1, 4: 1}),
        ("Chapter XIV of Volume XXIX, Super Bowl LII", {14: 1, 29: 1, 52: 1}),
        ("Chapter X and Article V, Phase I", {10: 1, 5: 1, 1: 1}),
        ("World War II after World War II", {2: 2}),
        # Pronouns, names, drips, indices, letters of words and codes.
        ("When I saw Mr X, I left Vitamin V", {}),
        ("XI JINPING met him on an IV drip; the VIX and The VIX rose", {}),
        ("SpaceX, Model IVs, V-shaped, Class VI-2, CV", {}),
        ("", {}),
    ],
)
def test_numerals(text: str, values: dict[int, int]) -> None:
    assert roman_numerals(text, 0, len(text)) == values


def test_only_the_range_is_read() -> None:
    text = "Article IV. Article V."
    assert roman_numerals(text, 12, len(text)) == {5: 1}
