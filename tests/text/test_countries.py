"""Countries that one side names and the other does not."""

from __future__ import annotations

import pytest

from tqa.text.countries import foreign_countries, is_said, named_in, strangers, told_apart


@pytest.mark.parametrize(
    ("english", "chinese", "found"),
    [
        ("China, Burundi, Myanmar and Thailand", "中老缅泰", ["Burundi"]),
        ("China, Laos, Myanmar and Thailand", "中老缅泰", []),  # each by its first character
        ("People's Republic of Hungary's embassy", "中国大使馆", ["Hungary"]),
        ("Papua New Guinea", "巴布亚新几内亚", []),  # no Guinea
        ("Guinea", "巴布亚新几内亚", []),  # the longer name holds it: better silent
        ("turkey and chad", "火鸡", []),
    ],
)
def test_foreign_countries(english: str, chinese: str, found: list[str]) -> None:
    assert [english[start:end] for start, end in foreign_countries(english, chinese)] == found


def test_the_longest_name_counts_and_china_does_not() -> None:
    assert [code for code, _, _ in named_in("中国与印度尼西亚、印度、南苏丹")] == ["ID", "IN", "SS"]


@pytest.mark.parametrize(
    ("code", "english", "said"),
    [
        ("AT", "the Austrian chancellor", True),
        ("AT", "the Australian chancellor", False),
        ("NE", "Nigeria", False),  # though it begins so
        ("NE", "along the Niger", True),
        ("OM", "a woman from Rome", False),
        ("KR", "North Korea", False),
        ("KR", "the South Korean side", True),
        ("GN", "Papua New Guinea", False),
    ],
)
def test_what_names_a_country(code: str, english: str, said: bool) -> None:
    assert is_said(code, english, english.lower()) is said


@pytest.mark.parametrize(
    ("english", "chinese", "found"),
    [
        ("Australia and Austria", "奥地利", ["Australia"]),
        ("the Iraqi minister", "伊朗", ["Iraqi"]),  # the 伊 of 伊朗 is no Iraq
        ("the US side", "美方", []),
        ("China and Hong Kong", "奥地利", []),  # added as often as left out
        ("Michael Jordan", "奥地利", []),
        ("the English language", "奥地利", []),
        ("a Korean visitor", "奥地利", []),  # of which Korea?
    ],
)
def test_strangers(english: str, chinese: str, found: list[str]) -> None:
    assert [english[one.start : one.end] for one in strangers(english, *told_apart(chinese))] == found
