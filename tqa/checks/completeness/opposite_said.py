"""The English says the opposite of a word of the source."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related
from tqa.rule.kinds import PairRule, example
from tqa.text.opposites import opposites

_SURE = 0.5
"""Confidence of a pair below which its two texts need not say the same."""


class OppositeSaid(PairRule):
    """The source says deny, export, first half; the English says admit, import, second half.

    Why: one word turns the news into its opposite, and nothing in the English shows it.
    What: pairs of opposites in both languages (data/opposites.tsv). The English has a word for the other side and none for this one, and
    the source names only this one.
    Limits: a rise and a fall are for `trend-flip`, a lost "not" for `negation-lost`. Where both sides stand in one sentence nothing is said.
    Measured: no finding on 146 human translations of news (63,000 words), none on 673 machine translations of 2020 to 2023 either: a rare
    fault, and a grave one.
    """

    mqm = "accuracy/mistranslation"
    sides = ("source",)

    examples = (
        # Both are named, or the word is part of another.
        example("Exports rose and imports fell.", source="出口增长，进口下降。"),
        example("Trade grew.", source="进出口增长。"),
        example("The imported cars came in the afternoon.", source="进口汽车下午到达。"),
        # The opposite, denied.
        example("He did not admit it.", source="他否认此事。"),
        example("It is not lower than the highest mark.", source="它不低于最高纪录。"),
        example("The market at the exit sells fruit.", source="出口处的市场卖水果。"),
        # Said in other words.
        example("Profit grew in the six months to June.", source="上半年利润增长。"),
        example("He ⟦admitted⟧ taking bribes.", source="他否认收受贿赂。"),
        example("Profit grew in the ⟦second half⟧ of the year.", source="上半年利润增长。"),
        example("China's ⟦exports⟧ of soybeans reached 3 million tonnes.", source="中国大豆进口达到300万吨。"),
        example("The trade ⟦deficit⟧ widened.", source="贸易顺差扩大。"),
        example("It hit a new ⟦low⟧ today.", source="再创新高。"),
    )

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        if pair.confidence < _SURE:
            return
        source, target = pair.source, pair.target
        for found in opposites(source.text, target.text):
            segment, span = target.place(*found.english)
            yield self.finding(
                segment,
                span,
                "“{said}” is the opposite of “{meant}” in the source",
                said=target.text[slice(*found.english)],
                meant=source.text[slice(*found.chinese)],
                related=[Related(source.where(*found.chinese), "the source")],
            )
