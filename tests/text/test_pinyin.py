"""Pinyin syllables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.pinyin import SYLLABLES, is_pinyin, syllable_initials, syllables


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("Dongfeng", ("dong", "feng")),
        ("Zhonglin", ("zhong", "lin")),
        ("Xian", ("xian",)),
        ("Xi'an", ("xi", "an")),
        ("Xi’an", ("xi", "an")),
        ("Ya-an", ("ya", "an")),
        ("Changan", ("chan", "gan")),  # chang-an would be written Chang'an
        ("Heilongjiang", ("hei", "long", "jiang")),
        ("Lü", ("lv",)),
        ("Lyu", ("lyu",)),
        ("Nanning", ("nan", "ning")),
        ("Fangan", ("fan", "gan")),
        ("Smith", None),
        ("Hubey", None),
        ("", None),
        ("Xi'", None),
    ],
)
def test_cuts(word: str, cut: tuple[str, ...] | None) -> None:
    assert syllables(word) == cut


@pytest.mark.parametrize(
    ("word", "initials"),
    [("Dongfeng", {"DF"}), ("Wuhan", {"WH"}), ("Motor", set()), ("He", {"H"}), ("Xi'an", {"XA"}), ("Changan", {"CG", "CA"}), ("", set())],
)
def test_initials(word: str, initials: set[str]) -> None:
    assert syllable_initials(word) == initials


def test_the_table_is_whole() -> None:
    assert 400 <= len(SYLLABLES) <= 420
    assert not {"bian2", "fing", "rie", "wong", "kiu", ""} & SYLLABLES
    assert {"zhuang", "er", "a", "lv", "nyu", "diu", "seng", "shei"} <= SYLLABLES


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=3))
def test_what_is_joined_from_syllables_is_pinyin(parts: list[str]) -> None:
    assert syllables("'".join(parts)) == tuple(parts)
    cut = syllables("".join(parts))
    assert cut is not None
    assert len(cut) <= len(parts)
    assert "".join(cut) == "".join(parts)
    assert is_pinyin("".join(parts))
