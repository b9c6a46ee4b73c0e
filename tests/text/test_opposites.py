"""Pairs of opposites: every row, both ways."""

from __future__ import annotations

import pytest

from tqa.data import lexicon
from tqa.text.opposites import opposites

ROWS = lexicon("opposites.tsv")[1:]


def clear(english: str) -> list[str]:
    """What says a side clearly, as it may stand in a text."""
    words = english.split()
    return [word.removesuffix("*").replace("_", " ") for word in words[: words.index("|")]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[2]}")
class TestRow:
    def test_each_side_is_opposed_by_the_other(self, row: list[str]) -> None:
        for chinese, english in ((row[0], row[3]), (row[2], row[1])):
            for word in clear(english):
                (found,) = opposites(f"报道说{chinese}。", f"It says {word} today.")
                assert (found.chinese, found.english[0]) == ((3, 3 + len(chinese)), 8), word

    def test_its_own_english_is_right(self, row: list[str]) -> None:
        for chinese, english in ((row[0], row[1]), (row[2], row[3])):
            for word in clear(english):
                assert not opposites(chinese, f"It says {word} today."), word

    def test_both_sides_prove_nothing(self, row: list[str]) -> None:
        assert not opposites(f"{row[0]}，{row[2]}", " ".join(clear(row[1])))

    def test_a_longer_word_is_another(self, row: list[str]) -> None:
        for word in row[4].split():
            assert not opposites(word, " ".join(clear(row[1]) + clear(row[3]))), word


def test_what_is_denied_says_nothing() -> None:
    assert not opposites("他否认。", "He did not admit it.")
    assert opposites("他否认。", "He did admit it.")


@pytest.mark.parametrize("text", ["", "9" * 1000, "𠮷😀" * 100])
def test_odd_texts(text: str) -> None:
    assert not opposites(text, text)
