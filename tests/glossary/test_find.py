"""Concepts by what somebody remembers."""

from __future__ import annotations

import pytest

from tqa.glossary.find import Hit, find

PRESS = """\
source\ttarget\tallowed\tforbidden
新质生产力\tnew quality productive forces
生产率\tproductivity
两会\tTwo Sessions\t\ttwo meetings
北約\tNATO\tNorth Atlantic Treaty Organization
重庆\tChongqing Municipality
西安市\tXi’an
旅游\ttourism
5G网络\t5G network
a row\tof\ttoo\tmany\tcells
"""


def found(query: str, limit: int = 20) -> list[Hit]:
    return find([("press.tsv", PRESS)], query, limit)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("新质生产力", "新质生产力"),
        ("生产", "生产率"),
        ("新制生产力", "新质生产力"),  # misspelt
        ("北约", "北約"),  # traditional in the file
        ("xinzhi", "新质生产力"),
        ("xinzh", "新质生产力"),  # not typed to the end
        ("shengchanlv", "生产率"),
        ("shengchanlü", "生产率"),
        ("xin zhi shengchanli", "新质生产力"),
        ("xinzhi shenchanli", "新质生产力"),
        ("lianghui", "两会"),
        ("chongqing", "重庆"),  # 重 is zhong elsewhere
        ("xi'an shi", "西安市"),
        ("lvyou", "旅游"),
        ("luyou", "旅游"),
        ("5gwang", "5G网络"),
        ("nato", "北約"),
        ("Xi'an", "西安市"),
        ("two sesions", "两会"),
        ("two meetings", "两会"),
        ("Productivty", "生产率"),
        ("treaty", "北約"),
    ],
)
def test_find(query: str, first: str) -> None:
    assert found(query)[0].concept.source[0] == first


def test_the_form_itself_comes_first_then_a_beginning_then_a_part() -> None:
    assert [(hit.form, hit.score) for hit in found("生产率")] == [("生产率", 100.0)]
    assert [(hit.line, hit.form, hit.score) for hit in found("生产")] == [(3, "生产率", 93.3), (2, "新质生产力", 84.0)]
    assert [(hit.form, hit.score) for hit in found("lianghui")] == [("两会", 90.0)]


def test_nothing_near_is_nothing() -> None:
    assert found("zzzz") == []
    assert found(" ") == []
    assert found("---") == []
    assert len(found("生产", limit=1)) == 1


def test_of_several_files_the_last_comes_first() -> None:
    house = "target\tsource\nAlliance\t北约|北大西洋公约组织\n"
    hits = find([("press.tsv", PRESS), ("house.tsv", house)], "beiyue")
    assert [(hit.path, hit.line, hit.concept.target) for hit in hits] == [("house.tsv", 2, "Alliance"), ("press.tsv", 5, "NATO")]


def test_a_row_that_cannot_be_read_is_passed_by() -> None:
    assert found("a row") == []
