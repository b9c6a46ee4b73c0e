"""A hypothesis divided otherwise than its reference."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.model import TqaError
from tqa.score import alignment
from tqa.score.alignment import ScoreError, align, resegment

REFERENCE = [
    "Docking event opens in Wuhan",
    "The 2024 industrial chain docking event opened in Wuhan on Tuesday. More than 300 companies took part.",
    "Deals worth 3.5 billion yuan were signed, said Gov. Wang Zhonglin.",
    "The event will run until Friday.",
]
HYPOTHESIS = [
    "Docking activity starts in Wuhan",
    "The 2024 industrial chain docking activity opened in Wuhan on Tuesday. Over 300 enterprises participated.",
    "Contracts of 3.5 billion yuan were signed, Gov. Wang Zhonglin said.",
    "The activity lasts until Friday.",
]

words = st.text(st.characters(codec="utf-8"), max_size=6)
texts = st.lists(st.lists(words, max_size=8).map(" ".join), min_size=1, max_size=8).filter(lambda t: any(s.strip() for s in t))


def letters(segments: list[str] | tuple[str, ...]) -> str:
    return "".join("".join(segments).split())


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([" ".join(HYPOTHESIS)], id="the article in one line"),
        pytest.param([HYPOTHESIS[0] + " " + HYPOTHESIS[1], *HYPOTHESIS[2:]], id="headline joined to the lead"),
        pytest.param([*HYPOTHESIS[:2], HYPOTHESIS[2][:29], HYPOTHESIS[2][30:], HYPOTHESIS[3]], id="cut inside a sentence"),
        pytest.param([*HYPOTHESIS, ""], id="a blank line at the end"),
        pytest.param(["", HYPOTHESIS[0], "  ", "", *HYPOTHESIS[1:]], id="blank lines between"),
        # An abbreviation's full stop is no place to cut, though "Gov." stands three words from the right one.
        pytest.param([HYPOTHESIS[0], HYPOTHESIS[1] + " " + HYPOTHESIS[2] + " " + HYPOTHESIS[3]], id="three joined"),
    ],
)
def test_divided_as_before(lines: list[str]) -> None:
    assert align(lines, REFERENCE) == alignment.Aligned(tuple(HYPOTHESIS), "resegmented")


def test_a_lost_line_leaves_its_segment_empty() -> None:
    assert resegment(HYPOTHESIS[:2] + HYPOTHESIS[3:], REFERENCE) == (*HYPOTHESIS[:2], "", HYPOTHESIS[3])


def test_a_blank_reference_segment_gets_nothing() -> None:
    assert resegment(HYPOTHESIS, [REFERENCE[0], "", *REFERENCE[1:]]) == (HYPOTHESIS[0], "", *HYPOTHESIS[1:])


def test_equal_counts_are_left_alone() -> None:
    odd = ["  a  b ", "", "c\r"]
    assert align(odd, ["x", "y", "z"]) == alignment.Aligned(tuple(odd), "1-1")


@pytest.mark.parametrize(
    ("hypothesis", "reference", "side"),
    [
        (["", " \t"], ["a"], "hypothesis"),
        ([], ["a"], "hypothesis"),
        (["a"], ["\u3000"], "reference"),  # the ideographic space is a blank
        (["a"], [], "reference"),
        ([], [], "hypothesis"),
    ],
)
def test_no_text_is_refused(hypothesis: list[str], reference: list[str], side: str) -> None:
    with pytest.raises(ValueError, match=f"the {side} holds no text; give one segment a line") as caught:
        align(hypothesis, reference)
    assert isinstance(caught.value, ScoreError)
    assert isinstance(caught.value, TqaError)


@given(hypothesis=texts, reference=texts)
@settings(derandomize=True, deadline=None)
def test_nothing_is_lost(hypothesis: list[str], reference: list[str]) -> None:
    divided = resegment(hypothesis, reference)
    assert len(divided) == len(reference)
    assert [word for segment in divided for word in segment.split()] == [word for segment in hypothesis for word in segment.split()]


@given(reference=texts, data=st.data())
@settings(derandomize=True, deadline=None)
def test_the_same_words_come_back_exactly(reference: list[str], data: st.DataObject) -> None:
    tokens = " ".join(reference).split()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(tokens)), max_size=6)))
    lines = [" ".join(tokens[start:end]) for start, end in pairwise([0, *cuts, len(tokens)])]
    assert resegment(lines, reference) == tuple(" ".join(segment.split()) for segment in reference)


@given(hypothesis=texts, reference=texts, longest=st.integers(1, 30))
@settings(derandomize=True, deadline=None)
def test_pieces_lose_nothing_either(hypothesis: list[str], reference: list[str], longest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "LONGEST", longest)
        divided = resegment(hypothesis, reference)
    assert len(divided) == len(reference)
    assert letters(divided) == letters(hypothesis)


@given(ours=st.lists(st.integers(0, 9), max_size=80), theirs=st.lists(st.integers(0, 9), max_size=80), longest=st.integers(1, 20))
@settings(derandomize=True, deadline=None)
def test_pieces_are_short_and_rise(ours: list[int], theirs: list[int], longest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "LONGEST", longest)
        seams = list(alignment._seams(ours, theirs))
    assert seams[0] == (0, 0)
    assert seams[-1] == (len(ours), len(theirs))
    for start, end in pairwise(seams):
        assert 0 <= end[0] - start[0] <= longest
        assert 0 <= end[1] - start[1] <= longest


def test_a_long_text_is_compared_in_pieces() -> None:
    draw = Random(1)
    vocabulary = [f"w{number}" for number in range(3000)]
    reference = [" ".join(draw.choices(vocabulary, k=30)) + "." for _ in range(1500)]
    hypothesis = [" ".join(word if draw.random() < 0.7 else "other" for word in line.split()) + "." for line in reference]
    joined = [" ".join(hypothesis[number : number + 3]) for number in range(0, len(hypothesis), 3)]
    tokens = alignment._read(reference, {}).tokens
    assert len(tokens) > 2 * alignment.LONGEST
    assert len(list(alignment._seams(tokens, tokens))) > 3
    divided = resegment(joined, reference)
    assert sum(ours == theirs for ours, theirs in zip(divided, hypothesis, strict=True)) > 1480


def test_texts_that_share_nothing_take_no_longer() -> None:
    divided = resegment(["x " * 60_000], ["y " * 100, "z " * 100])
    assert letters(divided) == "x" * 60_000
