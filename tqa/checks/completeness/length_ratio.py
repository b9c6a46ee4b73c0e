"""A segment is far longer or shorter than its source lets expect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity, Span, Where
from tqa.rule.kinds import PairRule, example
from tqa.value import value


@value
class LengthRatio(PairRule):
    """The translation of a segment is far longer or far shorter than translations are.

    Why: a system that stops early or goes on by itself shows in the length before it shows in the words.
    What: characters of the translation for each of the source, blanks aside, where the source has fifteen Chinese characters or more. In human
    translations of news the middle is 3.9, and 98 of 100 lie between 2.4 and 6.1.
    Info, and of the article as a whole, where words contradict every way to link the lines.
    Limits: as a sign of quality the ratio is useless; only what lies far outside is reported. Lists of names and of figures are left out.
    Measured: one finding on 146 human translations, a line that translates another line of the source.
    """

    mqm = "accuracy/omission"
    yields_to = ("omission", "addition", "repetition-loop", "untranslated-segment")

    low: float = 1.7
    """Characters of the translation for one of the source, below which it is too short."""
    high: float = 7.5
    """The same, above which it is too long."""
    least: int = 15
    """Chinese characters a segment must have to be judged."""

    examples = (
        example(["Long live the Republic!"], ["共和国万岁！"]),
        example(["The new bridge across the river opened to traffic on Monday."], ["新的跨江大桥周一通车。"]),
        example(["Prices rose."], ["⟦各地蔬菜、水果、猪肉、粮油等农副产品的零售价格普遍上涨。⟧"]),
        # No line can be told from the others: the article is judged.
        example(
            [
                "⟦Doctors examined patients in villages far from any hospital, and gave them medicine against fever and cough.⟧",
                "Lawyers asked judges for another hearing about bank loans that had been granted without consent.",
                "Rain fell on mountains for several days, and snow covered roads that lead to the passes and valleys.",
            ],
            ["港口周一开放。", "市长介绍历史。", "农民参加博览会。", "学校有新教室。"],
            severity="info",
        ),
        example(
            ["⟦" + "The mayor spoke at length about the past of the town and of its people. " * 3 + "⟧"], ["市长在会上谈到了这座城市的过去和人民。"]
        ),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return [facts.pair(number) for number in facts.gaps.outside(self.low, self.high, self.least)]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        ratio = facts.gaps.ratio(pair)
        source, target, last = pair.source.segments[0], pair.target.segments[0], pair.target.segments[-1]
        is_article = facts.is_unlinked
        severity = Severity.INFO if is_article else None
        usual = facts.gaps.usual
        if ratio < self.low:
            related = [Related(Where("target", last.index, Span(len(last.text), len(last.text))), "its translation ends here")]
            yield self.finding(
                source, source.span, _SHORT_ARTICLE if is_article else _SHORT, severity=severity, related=related, ratio=ratio, usual=usual
            )
        elif ratio > self.high:
            related = [Related(Where("source", source.index, source.span), "its source")]
            yield self.finding(
                target, target.span, _LONG_ARTICLE if is_article else _LONG, severity=severity, related=related, ratio=ratio, usual=usual
            )


_SHORT = "the translation is very short: {ratio} characters for each Chinese one, where {usual} are usual"
_LONG = "the translation is very long: {ratio} characters for each Chinese one, where {usual} are usual"
_SHORT_ARTICLE = "the article is very short: {ratio} characters for each Chinese one, where {usual} are usual"
_LONG_ARTICLE = "the article is very long: {ratio} characters for each Chinese one, where {usual} are usual"
