"""About, nearly, more than became exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example


class ApproximationLost(PairRule):
    """The source says about, nearly or more than, and the translation gives the bare figure.

    Why: 近30万 are fewer than 300,000 and 30余万 more; the bare figure claims what nobody counted.
    What: a number with 近, 约, 超, 逾, 多, 余, 左右, 以上 or the like whose English has no such word near it.
    Limits: info only: translators leave the word out in headlines and lists. The reverse, an approximation added, is not reported.
    Measured: 6 findings on 146 human translations of news (63,000 words).
    """

    severity = Severity.INFO
    mqm = "accuracy/mistranslation/number"

    examples = (
        example("More than 1,100 people came.", "1100多人到场。"),
        example("Nearly 300,000 people came.", "近30万人到场。"),
        example("It sold 500 or so.", "售出500辆左右。"),
        example("It is between 3 and 5 percent.", "不低于3%，不高于5%。"),
        example("At least 25 percent of them came.", "至少25%的人到场。"),
        example("They came 1,100 strong.", "1100人到场。"),
        example("Then ⟦1,100⟧ people came.", "1100多人到场。"),
        example("It sold ⟦300,000⟧ cars.", "售车近30万辆。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs_with(facts.quantities.approximation_clashes)

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for clash in facts.quantities.approximation_clashes[pair.number]:
            yield self.finding_at(
                facts.article.where(clash.target.start, clash.target.end),
                "{source} is approximate; the target gives {wrong} as exact",
                related=[Related(facts.source.where(clash.source.start, clash.source.end), "the source number")],
                source=facts.source.text[clash.source.start : clash.source.end],
                wrong=facts.article.text[clash.target.start : clash.target.end],
            )
