"""By how much one thing is more or less than another, on either side."""

from __future__ import annotations

import pytest

from tqa.text.numbers import chinese, english
from tqa.text.numbers.differences import difference_in_chinese, difference_in_english


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("比去年增加7万", "增加"),
        ("偏低了2.6℃", "偏低"),
        ("多约30人", "多"),
        ("最多30人", None),  # a bound
        ("不少30人", None),
        ("增加到7万", None),  # what it came to
        ("7万", None),
    ],
)
def test_chinese(text: str, word: str | None) -> None:
    (number,) = chinese.find_quantities(text)
    found = difference_in_chinese(text, number)
    assert (text[found.start : found.end] if found else None) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("70,000 more than last year", "more"),
        ("2.1 percentage points below the average", "below"),
        ("70,000 more came", None),
        ("2.6 degrees below freezing", None),
        ("more than 70,000", None),
        ("70,000", None),
    ],
)
def test_english(text: str, word: str | None) -> None:
    (number,) = english.find_quantities(text, text)
    found = difference_in_english(text, number)
    assert (text[found.start : found.end] if found else None) == word
