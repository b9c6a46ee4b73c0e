"""Sentence borders in English news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.sentences import may_be_several, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works. It pays.", ["It works.", "It pays."]),
        ("Does it? Yes! Good.", ["Does it?", "Yes!", "Good."]),
        ("He said: “It works.” Then he left.", ["He said: “It works.”", "Then he left."]),
        ("“It works.” “It pays.”", ["“It works.”", "“It pays.”"]),
        ("He left (at noon.) She stayed.", ["He left (at noon.)", "She stayed."]),
        ("Mr. Wang and Dr. Li met Gen. Zhou.", ["Mr. Wang and Dr. Li met Gen. Zhou."]),
        ("It rose 3.5 percent. 20 firms grew.", ["It rose 3.5 percent.", "20 firms grew."]),
        ("See No. 5 and Fig. 2 of Vol. 3.", ["See No. 5 and Fig. 2 of Vol. 3."]),
        ("The answer is no. Nobody asked.", ["The answer is no.", "Nobody asked."]),
        ("Dongfeng Motor Group Co., Ltd. delivered it.", ["Dongfeng Motor Group Co., Ltd. delivered it."]),
        ("It is made by Hua An Co., Ltd. The firm grows.", ["It is made by Hua An Co., Ltd.", "The firm grows."]),
        ("It belongs to Apple Inc. China grows.", ["It belongs to Apple Inc. China grows."]),  # not known to open a sentence
        ("J. K. Rowling lives in the U.S. Her books sell.", ["J. K. Rowling lives in the U.S.", "Her books sell."]),
        ("The U.S. Congress met at 9 a.m. on Monday.", ["The U.S. Congress met at 9 a.m. on Monday."]),
        ("The plan works. we go on.", ["The plan works.", "we go on."]),  # a capital is missing, the border is not
        ("“Why?” he asked. Yahoo! is old.", ["“Why?” he asked.", "Yahoo! is old."]),
        ("So... we wait. Wait… and see.", ["So... we wait.", "Wait… and see."]),
        ("3. The plan works.", ["3. The plan works."]),
        ("That was in 2020. The plan works.", ["That was in 2020.", "The plan works."]),
        ("It works。It pays！Good.", ["It works。", "It pays！", "Good."]),
        ("A headline\nA line. Another.\n\n  Last", ["A headline", "A line.", "Another.", "Last"]),
        ("  It works.  \n", ["It works."]),
        ("", []),
        ("   \n ", []),
        ("...", ["..."]),
        ("“It works. ” Then he left.", ["“It works. ”", "Then he left."]),  # the mark has lost its place
        ("Élan won. Übung lost.", ["Élan won.", "Übung lost."]),
    ],
)
def test_borders(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet="aB. \n!?\"”'(.A1。Mr", max_size=60))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    spans = sentences(text)
    assert spans == sorted(spans)
    assert all(start < end and not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert may_be_several(text) or len(spans) < 2


@pytest.mark.parametrize("text", ["It works", "It works.", "“It works.”", "Does it?!", "", "   "])
def test_one_sentence_is_not_several(text: str) -> None:
    assert not may_be_several(text)
