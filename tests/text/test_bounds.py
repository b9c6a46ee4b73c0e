"""More or less than a number, and a change or what it comes to."""

from __future__ import annotations

import re

import pytest

from tqa.text.numbers.bounds import bound_in_chinese, bound_in_english, way_in_chinese, way_in_english


def _number(text: str) -> tuple[int, int]:
    match = re.search("[0-9][0-9,万多]*", text)
    assert match is not None
    return match.span()


@pytest.mark.parametrize(
    ("text", "side", "said"),
    [
        ("超过1000人", "more", "超过1000"),
        ("超过了1000人", "more", "超过了1000"),
        ("不超过1000人", "less", "不超过1000"),
        ("不得低于1000元", "more", "不得低于1000"),
        ("近1000人", "less", "近1000"),
        ("附近1000人", None, ""),
        ("最近10天", None, ""),
        ("近10年", None, ""),
        ("近10个月", None, ""),
        ("1000多人", "more", "1000多"),
        ("12个月以上", "more", "12个月以上"),
        ("至少1000人以上", "more", "1000人以上"),
        ("至少1000人以下", None, ""),
        ("约1000人", None, ""),
        ("60岁以下", "less", "60岁以下"),
    ],
)
def test_bounds_in_chinese(text: str, side: str | None, said: str) -> None:
    bound = bound_in_chinese(text, *_number(text))
    assert (None if bound is None else (bound.side, text[bound.start : bound.end])) == (None if side is None else (side, said))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("more than 1,000", "more"),
        ("no more than 1,000", "less"),
        ("must not be less than 30", "more"),
        ("is not to exceed 30", "less"),
        ("up to us$30", "less"),
        ("60 and above", "more"),
        ("60 years or younger", "less"),
        ("moreover 30", None),
        ("hangover 30", None),
        ("about 30", None),
        ("more than 30 or less", None),
    ],
)
def test_bounds_in_english(text: str, side: str | None) -> None:
    bound = bound_in_english(text, *_number(text))
    assert (bound.side if bound else None) == side


@pytest.mark.parametrize(
    ("chinese", "english", "ways"),
    [
        ("下降到30%", "fell by about 30 percent", ("to", "by")),
        ("下降了近30%", "fell to 30 percent", ("by", "to")),
        ("升至30%", "rose to 30 percent", ("to", "to")),
        ("约30%的人", "by 30 percent", (None, "by")),
        ("降至30%", "rose 30 percent", ("to", None)),
    ],
)
def test_a_change_is_not_what_it_comes_to(chinese: str, english: str, ways: tuple[str | None, str | None]) -> None:
    assert (way_in_chinese(chinese, _number(chinese)[0]), way_in_english(english, _number(english)[0])) == ways
