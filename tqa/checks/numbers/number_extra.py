"""The translation has a number that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example


class NumberExtra(PairRule):
    """A number stands in the translation for which the source gives no reason.

    Why: a system makes up figures, and copies them from the sentence beside.
    What: a number that no value of the linked passage, of the passages beside it, no conversion and no rounding explains.
    Limits: numbers that a translator adds for the reader (a price in dollars, a person's age) are reported too, so it is for reading
    and never more than info. Dates and times are left alone.
    Measured: 23 findings on 146 human translations of news (63,000 words).
    """

    severity = Severity.INFO
    mqm = "accuracy/addition/number"
    yields_to = ("number-mismatch", "number-magnitude", "ordinal-mismatch", "date-mismatch")

    examples = (
        example("They came in 2019, one by one.", "他们陆续到来。"),
        example("It costs 6 million yuan (about $900,000).", "售价600万元。"),
        example("It covers 100 mu (6.7 hectares).", "占地100亩。"),
        example("COVID-19 is a disease.", "新冠肺炎是一种疾病。"),
        example("The first of them", "他们当中"),
        example("It is in 4K.", "4K超高清"),
        example("The 30-year-old left on the 31st with 25 others.", "这名卅岁的男子与廿五人于卅一日离开。"),
        example("Exports rose in the first three months, in the first six and in the last six months.", "一季度、上半年和下半年出口增长。"),
        example("It falls on the 23rd day of the twelfth lunar month.", "时值腊月二十三。"),
        example("Exports rose in the first ⟦four⟧ months.", "一季度出口增长。"),
        example("The yield is 9 tonnes per hectare.", "亩产达1200斤。"),
        example("The May Fourth Movement, and the sales of Double Eleven", "五四运动和双十一销售"),
        example("It was more than 10 degrees below zero.", "气温零下十几度。"),
        example("The 14th ⟦Six⟧-Year Plan is out.", source="十四五规划出台。"),
        example(["The 14th Five-Year Plan is out.", "The Fourteenth Five-Year Plan is out."], source=["“十四五”规划出台。", "十四五规划出台。"]),
        example("About ⟦1,100⟧ people came.", "很多人到场。", severity="info"),
        example("It has ⟦five⟧ ports.", "它有港口。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs("extra")

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for fault in facts.quantities.faults(pair, "extra"):
            if fault.target is None:
                continue
            target, _ = facts.quantities.places(fault)
            yield self.finding_at(
                target,
                "the source has no number for “{wrong}”",
                related=[Related(facts.quantities.whole_source(pair), "the source passage")],
                wrong=facts.quantities.texts(fault)[1],
            )
