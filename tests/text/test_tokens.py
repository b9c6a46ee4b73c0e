"""The words of an English text by number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tqa.text.english import lower
from tqa.text.tokens import Passage, Tokens


def test_words_have_places_and_what_stands_before_them() -> None:
    tokens = Tokens("The U.S. team’s 5G-network grew")
    assert tokens.letters == ["the", "u", "s", "team", "s", "5g", "network", "grew"]
    found = [tokens.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert found == ["The", "U", "S", "team", "s", "5G", "network", "grew"]
    assert tokens.before == ["", " ", ".", ". ", "’", " ", "-", " "]
    assert list(tokens.capital) == [True, True, True, False, False, False, False, False]


def test_a_passage_knows_its_own_words_only() -> None:
    passage = Passage(Tokens("part-time work\nfull-time work"), 3, 6)
    assert passage.words(passage.first, passage.after) == ["full", "time", "work"]
    assert passage.numbers["work"] == [5]
    assert "part" not in passage.numbers
    assert not passage.is_close(3)  # the word before it is none of the passage
    assert passage.is_close(4)


def test_two_words_with_a_hyphen_are_one_word_too() -> None:
    tokens = Tokens("part-time work, and full-time work")
    (joined,) = (stem for number, stem in tokens.joined if number == 0)
    assert Passage(tokens).numbers[joined] == [0, 1]
    assert joined not in Passage(tokens, 2).numbers
    assert joined not in Passage(tokens, 1).numbers


def test_words_without_content_are_not_looked_up() -> None:
    assert not Passage(Tokens("of the of")).numbers


@given(st.text(alphabet="aZ9 -'’.\nİK—中", max_size=40))
def test_places_are_those_of_the_text(text: str) -> None:
    tokens = Tokens(text)
    assert [lower(text)[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.letters
    assert all(word.isascii() and word.isalnum() for word in tokens.letters)
    assert len(tokens.before) == len(tokens.letters) == len(tokens.stems) == len(tokens.capital)
    for first, _ in tokens.joined:
        assert text[tokens.ends[first] : tokens.starts[first + 1]] == "-"
