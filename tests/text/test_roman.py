"""Roman numerals in English text."""

from __future__ import annotations

import pytest

from tqa.text.numbers.roman import roman_numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Article IV, Basel III and World War II", {2, 3, 4}),
        ("chapter XIV of volume XXIX", {14, 29}),
        ("Article V", {5}),
        # Pronouns, unknowns, letters of words and codes.
        ("I saw X, and I left", set()),
        ("a V sign, SpaceX, IVs, V-shaped, VI-2, CV", set()),
        ("", set()),
    ],
)
def test_numerals(text: str, values: set[int]) -> None:
    assert roman_numerals(text) == values
