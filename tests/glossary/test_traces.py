"""Ranges that are taken, and words of a form in another order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.glossary.forms import English, compile_form
from tqa.glossary.traces import is_abbreviated, is_reworded, joined, overlaps, stand_ins

RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda one: (one[0], one[0] + one[1])), max_size=8)


@given(RANGES, st.integers(0, 30), st.integers(1, 6))
def test_a_range_overlaps_what_is_joined_as_it_overlaps_its_parts(ranges: list[tuple[int, int]], start: int, size: int) -> None:
    plainly = any(start < end and begin < start + size for begin, end in ranges)
    assert overlaps(start, start + size, joined(ranges)) == plainly


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The university at Yale opened.", True),
        ("Yale opened a school of law, and a university in Boston did too.", False),  # too far from each other for a name
        ("The university opened.", False),
    ],
)
def test_a_name_in_other_words_stands_close_together(text: str, expected: bool) -> None:
    assert is_reworded([compile_form("Yale University")], English(text, text.lower())) is expected


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The WHO met, and the WHO’s head spoke.", 2),
        ("WHOs met.", 1),
        ("It was he who spoke.", 0),
        ("The body (WHO) met.", 0),  # in brackets it only repeats the name
    ],
)
def test_initials_stand_for_a_name(text: str, times: int) -> None:
    form, english = compile_form("World Health Organization"), English(text)
    assert stand_ins(form, english) == times
    assert is_abbreviated([form], english) is bool(times)
