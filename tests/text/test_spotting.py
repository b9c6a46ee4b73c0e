"""The English of a Chinese term, found by its parts."""

from __future__ import annotations

import pytest

from tqa.text.spotting import completed, explained_by, parts_of, spot
from tqa.text.tokens import Passage, Tokens


def found(term: str, english: str, times: int = 1) -> list[str]:
    passage = Passage(Tokens(english))
    return [english[passage.starts[one.first] : passage.ends[one.after - 1]] for one in sorted(spot(term, passage, times))]


@pytest.mark.parametrize(
    ("term", "english", "stretch"),
    [
        ("国家发展和改革委员会", "He leads the National Development and Reform Commission.", "National Development and Reform Commission"),
        ("浙江大学", "A team of Zhejiang University won.", "Zhejiang University"),
        ("上海证券交易所", "It is listed on the Shanghai Stock Exchange.", "Shanghai Stock Exchange"),
        ("保康县法院", "The court of Baokang County ruled.", "court of Baokang County"),  # the order of the words is English's own
        ("教育部", "The Ministry of Education spoke.", "Ministry of Education"),
        ("贸易谈判", "The trade talks go on.", "trade talks"),
        ("贸易谈判", "The talks go on.", ""),  # half of it
        ("贸易谈判", "In trade, as all know, long talks help.", ""),  # marks stand between
        ("贸易谈判", "", ""),
        ("邵逸夫医院", "Doctors of Shao Yifu Hospital came.", "Shao Yifu Hospital"),
        ("邵逸夫医院", "Doctors of shao yifu hospital came.", ""),  # pinyin is written with capitals
    ],
)
def test_the_stretch_that_says_most(term: str, english: str, stretch: str) -> None:
    assert found(term, english) == ([stretch] if stretch else [])


def test_several_mentions_are_told_apart() -> None:
    english = "Yale University and Peking University met."
    assert found("大学", english, 2) == ["University", "University"]
    assert found("耶鲁大学", english) == ["Yale University"]


def test_nothing_is_found_where_two_stretches_are_as_good() -> None:
    assert found("贸易谈判", "The trade talks and the trade negotiations") == []
    assert found("贸易谈判", "The trade talks and the trade talks") == ["trade talks"]


def test_the_kind_of_thing_is_a_part_of_its_own() -> None:
    assert [place[:2] for place in parts_of("教育部")] == [(0, 2), (2, 3)]
    assert [place[:2] for place in parts_of("浙江大学")] == [(0, 2), (2, 4)]
    assert [place[:2] for place in parts_of("邵逸夫医院")] == [(0, 3), (3, 5)]


def complete(term: str, english: str, elsewhere: set[str]) -> str | None:
    passage = Passage(Tokens(english))
    one = completed(spot(term, passage)[0], term, passage, elsewhere.__contains__)
    return None if one is None else english[passage.starts[one.first] : passage.ends[one.after - 1]]


@pytest.mark.parametrize(
    ("term", "english", "elsewhere", "stretch"),
    [
        ("北京大学", "Students of Peking University came.", set(), "Peking University"),
        ("瑞拓贸易公司", "The firm Softline Trade Company grows.", set(), "Softline Trade Company"),
        ("瑞拓贸易公司", "The German Trade Company grows.", {"german"}, None),  # the word belongs to something else
        ("瑞拓贸易公司", "the small trade company grows", set(), None),  # in small letters nobody knows where it begins
    ],
)
def test_a_name_goes_on_in_capitals(term: str, english: str, elsewhere: set[str], stretch: str | None) -> None:
    assert complete(term, english, elsewhere) == stretch


def test_explained_by() -> None:
    assert explained_by("贸易谈判", Passage(Tokens("trade talks"))) == 1
    assert explained_by("贸易谈判", Passage(Tokens("the talks"))) == 0.5
    assert explained_by("贸易谈判", Passage(Tokens("a cat"))) == 0
