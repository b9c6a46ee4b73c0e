"""Strings of a Chinese text that may be terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.chinese_terms import bodies, repeated, titles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发布《世界布商宣言》。", ["世界布商宣言"]),
        ("“丰收行动”启动", ["丰收行动"]),
        ("他说：“我们要努力，不要停。”", []),  # a sentence
        ("《》“”", []),
        ("版本“1+4”", []),  # no Chinese in it
        ("《未闭合", []),
    ],
)
def test_titles(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in titles(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由中国计算机学会主办", ["中国计算机学会"]),
        ("他在北京大学和武汉大学学习", ["北京大学", "武汉大学"]),
        ("公司", []),
        ("的公司", []),
    ],
)
def test_bodies(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in bodies(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("世界布商大会开幕。世界布商大会闭幕。", {"世界布商大会": [0, 9]}),
        ("在世界布商大会上。在世界布商大会上。", {"世界布商大会上": [1, 10]}),  # small words at the edge belong to none
        ("世界布商大会。世界布商宣言。世界布商大会。", {"世界布商大会": [0, 14], "世界布商": [0, 7, 14]}),
        ("没有重复的话", {}),
        ("", {}),
        # No verb at the edge of a longer string; a short one may be one word with it.
        ("推动绿色低碳转型，推动绿色低碳转型。", {"绿色低碳转型": [2, 11]}),
        ("希望工程，希望工程。", {"希望工程": [0, 5]}),
    ],
)
def test_repeated(text: str, found: dict[str, list[int]]) -> None:
    assert repeated(text) == found


@given(st.text(alphabet="中国大会的。", max_size=60))
def test_what_is_repeated_stands_there(text: str) -> None:
    for term, starts in repeated(text).items():
        assert len(starts) >= 2
        assert all(text.startswith(term, start) for start in starts)
