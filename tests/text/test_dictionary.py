"""Common Chinese words and their English."""

from __future__ import annotations

import pytest

from tqa.text.dictionary import stem, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("farmer", "farmers"),
        ("meeting", "meetings"),
        ("member", "members"),
        ("country", "countries"),
        ("plan", "planned"),
        ("class", "classes"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_function_word_only_keeps_its_characters_together() -> None:
    # Without 可以 there would be 以前.
    assert [text for text, _ in _told("我们可以前往北京")] == ["前往", "北京"]


@pytest.mark.parametrize(
    ("chinese", "english"), [("社会", "social"), ("纺织", "textiles"), ("飞机", "aircraft"), ("美国", "American"), ("农民", "farmers")]
)
def test_english_that_news_uses(chinese: str, english: str) -> None:
    ((text, meant),) = _told(chinese)
    assert text == chinese
    assert meant.intersection(stems(english.lower()))


def test_what_is_united_is_no_state() -> None:
    ((_, meant),) = _told("团结")
    assert "americ" not in meant


def _told(text: str) -> list[tuple[str, frozenset[str]]]:
    return [(text[start:end], meant) for start, end, meant in words(text)]
