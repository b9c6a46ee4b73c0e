"""Rise and fall on both sides."""

from __future__ import annotations

import pytest

from tqa.data import lexicon
from tqa.text.trends import flips, may_fall, movements


@pytest.mark.parametrize(
    ("chinese", "english", "flipped"),
    [
        ("利润增长", "profits fell", ["fell"]),
        ("利润增长", "profits rose", []),
        ("利润增长", "profits did not fall", []),  # said by its opposite
        ("数量锐减", "their number grew", ["grew"]),
        ("失业减少", "more people found work and wages grew", ["grew"]),
        ("消费增长", "consumption declined", ["declined"]),  # 消 in 消费 hints at nothing
        ("下半年产量增长", "output dropped", ["dropped"]),  # 下半年 neither
        ("止跌回升", "prices fell, then rose", []),
        ("降幅收窄2.1个百分点", "the decline narrowed by 2.1 points", []),
        ("增速回落至5.2%", "growth slowed to 5.2%", []),
        ("出口增长5.2%，进口下降3.1%", "exports fell 5.2%, imports fell 3.1%", ["fell"]),
        ("出口增长5.2%，进口下降3.1%", "imports fell 3.1% and exports rose 5.2%", []),
        ("增长率不低于30.5%", "growth of no less than 30.5%", []),  # a limit moves nothing
        ("警方加强巡逻", "the lower house stepped up patrols", []),
        ("他升至第二，增强信心", "he fell in love and gained trust", []),
        ("", "prices fell", []),
        ("利润增长", "", []),
    ],
)
def test_flips(chinese: str, english: str, flipped: list[str]) -> None:
    assert [english[flip.english.start : flip.english.end] for flip in flips(chinese, english)] == flipped
    directions = {word.direction for word in movements(english)}
    assert not flipped or "down" in directions or ("up" in directions and may_fall(chinese, 0, len(chinese)))


def test_movements_are_whole_words() -> None:
    text = "please increase the lower-priced, unlosted share; ease, down"
    assert [(text[word.start : word.end], word.direction) for word in movements(text)] == [
        ("increase", "up"),
        ("lower", "down"),
        ("ease", "down"),
        ("down", "down"),
    ]


def test_no_word_is_a_rise_and_a_fall() -> None:
    rows = {kind: set(words.split()) for kind, words, _ in lexicon("trends.tsv")[1:]}
    assert not rows["up"] & rows["down"]
    assert not rows["rises"] & rows["falls"]


def test_hostile_text_costs_little() -> None:
    for text in ("增长5" * 30_000, "9" * 100_000, "𠮷😀降" * 20_000):
        assert flips(text, text) == []
    assert len(flips("增长", "fell " * 20_000)) == 20_000
