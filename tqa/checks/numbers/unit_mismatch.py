"""The value of the source with another unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example
from tqa.text.numbers.quantity import spoken

if TYPE_CHECKING:
    from tqa.analysis.measures import Clash


class UnitMismatch(PairRule):
    """A Chinese measure became another unit and the value was not converted.

    Why: 15亩 is one hectare and 5斤 two and a half kilograms; the figure alone looks right.
    What: the same value on both sides with two units of one dimension: mu and hectares, kilometres and miles, jin and kilograms, minutes
    and hours, seconds, weeks; kilowatts and kilowatt-hours; degrees below zero as degrees; a price by the tonne that became one by
    the litre, a salary by the month one by the year.
    Limits: only units that stand right beside their number; tons and tonnes are taken for one. What was converted wrongly is
    number-mismatch.
    Measured: 5 findings on 146 human translations of news (63,000 words), all slips of one translator (mu as acres).
    """

    mqm = "accuracy/mistranslation/number"

    examples = (
        example("It covers 15 mu.", "占地15亩。"),
        example("It covers one hectare (15 mu).", "占地15亩。"),
        example("It is 3.1 miles long.", "全长5公里。"),
        example("It weighs 300 tons.", "重300吨。"),
        example("It is 25 degrees Celsius.", "气温25摄氏度。"),
        example("It is 77 degrees Fahrenheit.", "气温25摄氏度。"),
        example("They walked 150 kilometers.", "走了300里。"),
        example("They walked 300 li.", "走了300里。"),
        example("It costs 4 yuan a kilogram.", "每斤2元。"),
        example("It lasts 90 minutes, a 36-month plan for 3 years.", "持续90分钟，36个月的计划为期3年。"),
        example("They worked 24 hours a day for 7 days, one week.", "他们每天24小时工作7天。"),
        example("Trains running at 186 mph.", "时速300公里的列车。"),
        example("He is 12 years old, and it opened 10 years ago.", "他12周岁，它开业10周年。"),
        example("It fell to minus 18 degrees Celsius, or -18 at night, and 5 degrees below zero.", "降至零下18摄氏度，夜间零下18℃，零下5摄氏度。"),
        example("Exports rose in the first three quarters.", "前三季度出口增长。"),
        example("Petrol rose by 200 yuan a tonne; he earns 500 yuan a day.", "汽油每吨上调200元，他每天挣500元。"),
        example("Each person gets 300 yuan a year.", "每人每年300元。"),
        example("It generated 10 billion kilowatt-hours.", "发电100亿千瓦时。"),
        example("It generated 10 terawatt-hours.", "发电100亿千瓦时。"),
        example("It generated 10 TWh.", "发电100亿度。"),
        example("It rose from 14 to 50 degrees Fahrenheit.", "气温从-10℃升至10℃。"),
        example("Within 24 hours, in January 2024", "24年1月，24小时内"),
        example("In the past 12 years, and in 2012", "12年来，2012年"),
        example("It fell to minus 94 degrees Fahrenheit.", "降至零下70℃。"),
        example("It earns him 120,000 yuan a year, at 10 yuan per half kilo.", "月薪1万元，每公斤20元。"),
        example("It generated ⟦10 billion⟧ kilowatts of power.", "发电100亿千瓦时。"),
        example("It fell to ⟦18⟧ degrees Celsius.", "降至零下18摄氏度。"),
        example("Exports rose in the first ⟦three⟧ months.", "前三季度出口增长。"),
        example("The loan runs for 30 years, 5 years and 5 months of them fixed.", "贷款期限30年，其中5年5个月利率固定。"),
        example("It grew in the first 10 months of 2010.", "2010年前10个月增长。"),
        example("The loan runs for ⟦30⟧ months.", "贷款期限30年。"),
        example("He was jailed for ⟦12⟧ months.", "他被判处有期徒刑十二年。"),
        example("The chip is made at 7 nanometers.", "芯片采用7纳米工艺。"),
        example("The chip is made at ⟦7⟧ micrometers.", "芯片采用7纳米工艺。"),
        example("It sells for 20 yuan a square meter.", "每平方米20元。"),
        example("It sells for ⟦20⟧ yuan per square foot.", "每平方米20元。"),
        example("It was minus 18 degrees Celsius and ⟦20⟧ degrees Celsius at night.", "零下18摄氏度，夜间零下20摄氏度。"),
        example("Petrol rose by ⟦200⟧ yuan per litre.", "汽油每吨上调200元。"),
        example("It lasts ⟦90⟧ hours.", "持续90分钟。"),
        example("It lasts ⟦90⟧ seconds.", "持续90分钟。"),
        example("The limit is ⟦100⟧ mph.", "限速100公里。"),
        example("It will be finished in ⟦three⟧ years.", "将在3个月内完成。"),
        example("They walked ⟦30⟧ kilometers.", "走了30里。"),
        example("It covers ⟦15⟧ hectares.", "占地15亩。"),
        example("It is ⟦5⟧ miles long.", "全长5公里。"),
        example("It weighs ⟦300⟧ kilograms.", "重300斤。"),
        example("It is ⟦25⟧ degrees Fahrenheit.", "气温25摄氏度。"),
        example("He earns ⟦10,000⟧ yuan a year.", "月薪1万元。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        quantities = facts.quantities
        return quantities.pairs_with(sorted({*quantities.unit_clashes, *quantities.denominator_clashes}))

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        quantities = facts.quantities
        for clash in quantities.unit_clashes.get(pair.number, ()):
            if clash.value is None:
                yield self._finding(clash, "{source} is in {right}, the translation in {wrong}", pair, facts)
            else:
                value = spoken(round(clash.value, 2))
                yield self._finding(clash, "{source} is in {right}; in {wrong} it would be {value}", pair, facts, value=value)
        for clash in quantities.denominator_clashes.get(pair.number, ()):
            yield self._finding(clash, "{source} is by the {right} in the source, by the {wrong} in the translation", pair, facts)

    def _finding(self, clash: Clash, message: str, pair: Pair, facts: Analysis, value: str = "") -> Finding:
        return self.finding_at(
            facts.article.where(clash.target.start, clash.target.end),
            message,
            related=[Related(facts.source.where(clash.source.start, clash.source.end), "the source measure")],
            severity=facts.quantities.severity(pair, Severity.WARNING),
            source=facts.source.text[clash.source.start : clash.source.end],
            right=clash.right,
            wrong=clash.wrong,
            value=value,
        )
