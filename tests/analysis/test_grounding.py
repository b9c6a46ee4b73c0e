"""The Chinese behind two forms."""

from __future__ import annotations

import pytest

from tqa.analysis.grounding import common_source, repeated_han, said_by, shared_han


@pytest.mark.parametrize(
    ("sources", "one", "other", "common"),
    [
        ({0: "高等法院作出裁决。", 1: "高等法院位于吉隆坡。"}, {0}, {1}, "高等法院"),
        ({0: "高等法院作出裁决。", 1: "检察院上诉。"}, {0}, {1}, ""),
        ({0: "中国法院", 1: "中国银行", 2: "中国很大"}, {0}, {1}, ""),  # 中国 stands elsewhere too
        ({0: "高等法院和高等法院"}, {0}, {0}, "高等法院"),
        ({0: "高等法院和检察院"}, {0}, {0}, ""),
        ({0: "高等法院"}, {0}, {5}, ""),  # not linked
    ],
)
def test_common_source(sources: dict[int, str], one: set[int], other: set[int], common: str) -> None:
    assert common_source(one, other, sources) == common


def test_longest_first() -> None:
    assert shared_han("在北京大学", "到北京大学去", 2)[0] == "北京大学"
    assert shared_han("abc", "abc", 2) == []
    assert repeated_han("北京和北京", 2) == ["北京", "北京"]


@pytest.mark.parametrize(
    ("one", "other", "ones", "others", "verdict"),
    [
        # The body that runs a fund is not the fund.
        ("foundation", "fund", ["社保基金会说。"], ["社保基金增长。"], "two"),
        ("bureau", "detachment", ["格尔木市公安局说。"], ["公安局治安支队说。"], "two"),
        ("smart", "intelligent", ["智能站牌落地。"], ["智能站牌很好。"], "one"),
        ("merchants", "hoofs", ["布商大会。"], ["布商大会。"], "open"),
        ("smart", "intelligent", [], [], "open"),
    ],
)
def test_said_by(one: str, other: str, ones: list[str], others: list[str], verdict: str) -> None:
    assert said_by((one,), (other,), ones, others) == verdict
    assert said_by((other,), (one,), others, ones) == verdict
