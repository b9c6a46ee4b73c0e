"""Denials on both sides."""

from __future__ import annotations

import pytest

from tqa.text.negation import denials, lost


@pytest.mark.parametrize(
    ("chinese", "words"),
    [
        ("他没有来", ["没有"]),
        ("不断发展", []),
        ("坚定不移", []),  # the sign stands in the middle
        ("源源不断", []),
        ("能不能", []),
        ("无人机飞往非洲", []),
        ("别人特别小心", []),
        ("别走", ["别"]),
        ("请别走", []),  # only at the head of a clause: 别 has too many other uses
        ("禁止吸烟", ["禁止"]),
        ("禁毒", []),
        ("工作不到位", ["不到位"]),
        ("不到十人", []),
        ("尚不明确", ["不明确"]),
        ("無人沒有", ["無", "沒"]),
        ("", []),
    ],
)
def test_denials(chinese: str, words: list[str]) -> None:
    assert [chinese[start:end] for start, end in denials(chinese).words] == words


@pytest.mark.parametrize(
    ("chinese", "english", "word"),
    [
        ("市长不会辞职", "The mayor will resign.", "不会"),
        ("市长不会辞职", "The mayor won’t resign.", None),
        ("市长不会辞职", "The mayor is unwilling to resign.", None),
        ("他没来，也没打电话", "He did not come or call.", None),  # one “not” for a series
        ("他没来，警方后来在报告中说不会起诉", "He did not come, and police said they will charge him.", "不会"),
        ("无数人没有来", "Countless people came.", "没有"),  # “countless” answers 无数
        ("无数人没有来", "Countless people did not come.", None),
        ("不仅便宜，而且没有风险", "It is not only cheap but risky.", "没有"),
        ("不超过5%", "no more than 5%", None),
        ("不超过5%", "up to 5%", None),
        ("不超过5%", "more than 5%", "不超过"),
    ],
)
def test_lost(chinese: str, english: str, word: str | None) -> None:
    found = lost(chinese, english)
    assert (None if found is None else chinese[slice(*found)]) == word


def test_hostile_text_costs_little() -> None:
    for text in ("不" * 100_000, "不断" * 50_000, "9" * 100_000, "𠮷😀没" * 20_000):
        lost(text, text)
        lost(text, "un" * 50_000)
