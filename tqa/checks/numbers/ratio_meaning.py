"""成, 倍, 折, 百分点 and 基点 taken for something else, or a change for what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example
from tqa.text.numbers.quantity import spoken


class RatioMeaning(PairRule):
    """The figure is right and the ratio is not: points as percent, 七成 as 7 percent, 8折 as 80 percent off.

    Why: Chinese says shares in tenths (成), growth in multiples (倍), discounts by what is left (折); a rate that rises by one 百分点 from
    2 percent is 3, by one percent 2.02.
    What: percentage points for percent and the reverse, either for basis points (基点); the bare figure of a 成, 倍 or 折 as a percentage;
    a discount by what is left; what a movement comes to as its change (下降到30%, by 30 percent), and the reverse, for amounts as well; per
    mille (‰) as percent.
    Limits: 增长2倍 may be "twice as much" or "threefold" in practice, and both are accepted.
    Measured: 0 findings on 146 human translations of news (63,000 words); 0.95 of percent and points that were swapped are found.
    """

    mqm = "accuracy/mistranslation/number"
    yields_to = ("number-magnitude", "number-mismatch")

    examples = (
        # The rate of a growth may slow to what the source says it is.
        example(
            "It grew 5 percent, slowing to 4.7 percent in June; investment growth accelerated to 3.4 percent.", "增长5%，6月增长4.7%；投资增长3.4%。"
        ),
        example("The group was joined by 30 members and now has 50.", "成员增加30个，增至50个。"),
        example("It grew to ⟦500⟧ people.", "增加500人。"),
        example("The birth rate was 6.77 per thousand, the rate of growth 0.5 percent.", "出生率为6.77‰，增长率为5‰。"),
        example("The birth rate was ⟦6.77 percent⟧.", "出生率为6.77‰。"),
        example("It rose by 0.5 percentage points.", "上升0.5个百分点。"),
        example("It rose by 6.8 percent.", "增长6.8%。"),
        example("It rose by 1 to 2 percentage points.", "上升1至2个百分点。"),
        example("Seventy percent of them came.", "七成人到场。"),
        example("It tripled; it grew by 200 percent.", "增长2倍。"),
        example("It is sold at 20 percent off.", "打8折出售。"),
        example("It is sold at 80 percent of the price.", "打8折出售。"),
        example("It doubled.", "翻了一番。"),
        example("It fell by 30 percent to 20 million.", "下降30%，降至2000万。"),
        example("It grew by close to 30 percent and cut costs by up to 20 percent.", "增长近30%，成本降低20%。"),
        example("It fell by 10 percentage points to 10 percent.", "降至10%，下降10个百分点。"),
        example("It rose by ⟦0.5 percent⟧.", "上升0.5个百分点。"),
        example("It rose by ⟦6.8 percentage⟧ points.", "增长6.8%。"),
        example("It was cut by 25 basis points, or 0.25 percentage points.", "下调25个基点。"),
        example("It has been adopted by 30 cities.", "试点城市扩大到30个。"),
        example("It fell by ⟦30 percent⟧.", "下降到30%。"),
        example("Profit shrank to ⟦3 billion⟧ yuan.", "利润减少30亿元。"),
        example("The price fell by ⟦14.2⟧ yuan.", "价格跌至每公斤14.2元。"),
        example("It rose to ⟦30 percent⟧.", "增长了30%。"),
        example("About ⟦7 percent⟧ of them came.", "约七成人到场。"),
        example("About ⟦seven⟧ percent of them came.", "约七成人到场。"),
        example("It was cut by ⟦25 percent⟧.", "下调25个基点。"),
        example("It is sold at ⟦80 percent⟧ off.", "打8折出售。"),
        example("It is sold at ⟦8 percent⟧ off.", "打8折出售。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        quantities = facts.quantities
        return quantities.pairs_with(sorted({*quantities.ratio_clashes, *quantities.at_fault.get("ratio", ())}))

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        quantities = facts.quantities
        for clash in quantities.ratio_clashes.get(pair.number, ()):
            yield self.finding_at(
                facts.article.where(clash.target.start, clash.target.end),
                "{source} is {right}, not {wrong}",
                related=[Related(facts.source.where(clash.source.start, clash.source.end), "the source ratio")],
                severity=quantities.severity(pair, Severity.WARNING),
                source=facts.source.text[clash.source.start : clash.source.end],
                right=clash.right,
                wrong=clash.wrong,
            )
        for fault in quantities.faults(pair, "ratio"):
            if fault.source is None:
                continue
            wrong, right = quantities.places(fault)
            chinese, written = quantities.texts(fault)
            yield self.finding_at(
                wrong,
                "{source} is {right} percent or {other}; the target says {wrong}",
                related=[Related(right, "the source ratio")],
                severity=quantities.severity(pair, Severity.WARNING),
                source=chinese,
                right=spoken(fault.source.values[0] if fault.source.kind != "times" else fault.source.values[0] * 100),
                other=spoken(fault.source.values[-1])
                if fault.source.kind == "zhe"
                else f"{spoken(fault.source.values[0])} times"
                if fault.source.kind == "times"
                else f"{spoken(fault.source.values[0] / 10)} in ten",
                wrong=written,
            )
