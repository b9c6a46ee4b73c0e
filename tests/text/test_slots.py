"""Where two phrases differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.slots import best_slot
from tqa.text.variants import JOINING


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("russian export center", "russian export hub", ("russian export", "center", "hub", "")),
        ("russian navy day", "russian naval day", ("russian", "navy", "naval", "day")),
        ("ministry of health of malawi", "department of health of malawi", ("", "ministry", "department", "of health of malawi")),
        ("world cloth merchants declaration", "world business declaration", ("world", "cloth merchants", "business", "declaration")),
        ("head of the party committee", "member of the party council", ("party", "committee", "council", "")),  # one of two,
        ("beijing summer olympics", "olympics", None),
        ("wang li", "li wang", None),  # no place has the same words around it on one side
        ("wang li", "zhang min", None),
        ("of the", "of the", None),
        ("party committee", "party committee", None),
    ],
)
def test_places(one: str, other: str, expected: tuple[str, str, str, str] | None) -> None:
    slot = best_slot(tuple(one.split()), tuple(other.split()))
    found = slot and (" ".join(slot.before), " ".join(slot.one), " ".join(slot.other), " ".join(slot.after))
    assert found == expected


words = st.lists(st.sampled_from(["state", "council", "of", "the", "party", "national", "and"]), min_size=1, max_size=6).map(tuple)


@given(words, words)
def test_both_forms_are_parts_of_their_phrases(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    slot = best_slot(one, other)
    if slot is None:
        return
    assert slot.one != slot.other
    assert sum(slot.shared) >= 1
    for phrase, form in zip((one, other), slot.forms, strict=True):
        assert " ".join(form) in " ".join(phrase)
        assert not (slot.before and form[0] in JOINING)
