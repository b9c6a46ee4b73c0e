"""Pairs of opposites: every row, both ways."""

from __future__ import annotations

import pytest

from tqa.data import lexicon
from tqa.text.opposites import are_crossed, both_named, may_oppose, opposites, sides_at

ROWS = lexicon("opposites.tsv")[1:]


def clear(english: str) -> list[str]:
    """What says a side clearly, as it may stand in a text."""
    words = english.split()
    return [word.removesuffix("*").replace("_", " ") for word in words[: words.index("|")]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[2]}")
class TestRow:
    def test_each_side_is_opposed_by_the_other(self, row: list[str]) -> None:
        sides = ((row[0], row[3]), (row[2], row[1]))
        for chinese, english in ((chinese, english) for both, english in sides for chinese in both.split()):
            for word in clear(english):
                source, target = f"报道说{chinese}。", f"It says {word} today."
                (found,) = opposites(source, target)
                assert (found.chinese, found.english[0]) == ((3, 3 + len(chinese)), 8), word
                assert may_oppose(set(sides_at(source)[3]), target, 0, len(target)), word

    def test_its_own_english_is_right(self, row: list[str]) -> None:
        sides = ((row[0], row[1]), (row[2], row[3]))
        for chinese, english in ((chinese, english) for both, english in sides for chinese in both.split()):
            for word in clear(english):
                assert not opposites(chinese, f"It says {word} today."), word

    def test_what_names_neither_side_needs_no_look(self, row: list[str]) -> None:
        sides = set(sides_at(row[0].split()[0])[0])
        assert not may_oppose(sides, "the mayor spoke to us", 0, 21)
        assert may_oppose(sides | set(sides_at(row[2].split()[0])[0]), "", 0, 0)  # both may have changed places

    def test_both_sides_prove_nothing(self, row: list[str]) -> None:
        assert not opposites(f"{row[0]}，{row[2]}", " ".join(clear(row[1])))

    def test_a_longer_word_is_another(self, row: list[str]) -> None:
        for word in row[4].split():
            assert not opposites(word, " ".join(clear(row[1]) + clear(row[3]))), word


def test_what_is_denied_says_nothing() -> None:
    assert not opposites("他否认。", "He did not admit it.")
    assert opposites("他否认。", "He did admit it.")


class TestCrossed:
    SOURCE = "上半年增长5%，下半年增长8%。"

    @pytest.mark.parametrize(
        ("english", "expected"),
        [
            ("It grew by 5% in the first half and by 8% in the second half.", False),
            ("In the first half it grew by 5%, in the second half by 8%.", False),
            ("It grew by 8% in the second half, after 5% in the first half.", False),
            ("It grew by 5% in the first half, and in the second half by 8%.", False),
            ("The first half saw 5%, and 8% was seen in the second half.", False),
            ("In the first half and the second half it grew by 5% and 8%.", False),  # nothing tells which is whose
            ("It grew by 8% in the first half and by 5% in the second half.", True),
            ("In the second half it grew by 5%, in the first half by 8%.", True),
            ("It grew by 8% in the first half, and in the second half by 5%.", True),
            ("The first half saw 8%, and 5% was seen in the second half.", True),
        ],
    )
    def test_each_number_stands_with_the_other_side(self, english: str, expected: bool) -> None:
        ((one, two),) = both_named(self.SOURCE, english)
        numbers = [(self.SOURCE.index(figure), english.index(figure)) for figure in ("5%", "8%")]
        assert are_crossed(one, two, numbers) is expected

    def test_one_number_alone_is_no_swap(self) -> None:
        ((one, two),) = both_named(self.SOURCE, english := "The first half saw 8%, the second half more.")
        assert not are_crossed(one, two, [(self.SOURCE.index("8%"), english.index("8%"))])

    @pytest.mark.parametrize("source", ["上半年增长5%。", "上半年、上半年增长5%，下半年增长8%。", "", "下半年增长。"])
    def test_both_sides_must_be_named_once(self, source: str) -> None:
        assert not both_named(source, "It grew by 5% in the first half and by 8% in the second half.")


@pytest.mark.parametrize("text", ["", "9" * 1000, "𠮷😀" * 100])
def test_odd_texts(text: str) -> None:
    assert not opposites(text, text)
