"""Concepts by what somebody remembers."""

from __future__ import annotations

import pytest

from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.find import find

GLOSSARY = Glossary(
    (
        Concept(("新质生产力",), "new quality productive forces"),
        Concept(("生产率",), "productivity"),
        Concept(("两会",), "Two Sessions", forbidden=("two meetings",)),
        Concept(("北約",), "NATO", allowed=("North Atlantic Treaty Organization",)),
    )
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("新质生产力", "新质生产力"),
        ("生产", "生产率"),
        ("北约", "北約"),  # traditional in the file
        ("xinzhi", "新质生产力"),
        ("xin zhi shengchanli", "新质生产力"),
        ("lianghui", "两会"),
        ("nato", "北約"),
        ("two sesions", "两会"),
        ("two meetings", "两会"),
        ("Productivty", "生产率"),
    ],
)
def test_find(query: str, first: str) -> None:
    assert find(GLOSSARY, query)[0].concept.source[0] == first


def test_nothing_near_is_nothing() -> None:
    assert find(GLOSSARY, "zzzz") == []
    assert find(GLOSSARY, " ") == []
    assert len(find(GLOSSARY, "生产", limit=1)) == 1
