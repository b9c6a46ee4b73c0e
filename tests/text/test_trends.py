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
        # A turn holds both directions.
        ("出口由升转跌", "exports turned from rise to fall", []),
        ("出口由跌转升", "exports rose after a fall", []),
        ("股市转跌为升", "stocks reversed their fall and rose", []),
        ("公司扭亏为盈", "profits grew after falling into the red", []),
        ("公司由盈转亏", "its earnings fell after years of growth", []),
        ("大盘先升后跌", "the index rose and then fell", []),
        ("价格不升反降", "prices fell and did not rise", []),
        ("房价止跌", "prices stopped falling and rose", []),
        ("大盘探底回升", "the index fell to the bottom and rose", []),
        ("亏损收窄", "earnings improved", []),
        ("扭转下滑趋势", "sales rose again", []),
        ("逆市下跌", "it fell while the market rose", []),
        ("销量恢复增长", "sales grew after a fall", []),
        ("出口由升转跌3.2%", "exports rose 3.2%", ["rose"]),
        ("出口由跌转升3.2%", "exports fell 3.2%", ["fell"]),
        ("价格不升反降5.1%", "prices rose 5.1%", ["rose"]),
        ("销量恢复增长3.2%", "sales fell 3.2%", ["fell"]),
        ("油价调涨", "fuel prices were raised", []),
        ("油价调涨", "fuel prices fell", ["fell"]),
        ("油价调高0.55元", "fuel prices were lowered by 0.55 yuan", ["lowered"]),
        ("油价调降", "fuel prices were raised", ["raised"]),
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
