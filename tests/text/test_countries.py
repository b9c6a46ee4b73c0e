"""Countries that one side names and the other does not."""

from __future__ import annotations

import pytest

from tqa.text.countries import foreign_countries


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
