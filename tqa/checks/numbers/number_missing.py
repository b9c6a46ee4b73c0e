"""A number of the source is nowhere in the translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.analysis.quantities import UNLINKED
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example
from tqa.text.numbers.quantity import is_plain, spoken


class NumberMissing(PairRule):
    """The source says a number and the translation says none in its place.

    Why: a dropped figure takes the news out of the sentence.
    What: a number in figures, or one of several numerals, that nothing in the linked passage answers. Info where it is small and spelled
    out, where the whole article has the value elsewhere, or where source and target could not be linked.
    Limits: years, days and hours are turned freely ("today") and are not asked for; numbers in names and idioms are not either.
    Measured: 4 warnings on 146 human translations of news (63,000 words), 1 slip of the translators, and 27 infos. Of dropped figures
    0.91 are found.
    """

    mqm = "accuracy/omission/number"
    yields_to = ("number-mismatch", "number-magnitude", "ordinal-mismatch", "ratio-meaning")

    examples = (
        example("It was built within three years.", source="36個月內建成。"),
        example("The Fund ended its Article IV talks on Basel III.", source="基金组织结束关于巴塞尔协定三的第四条磋商。"),
        example(["World War II changed it.", "The city will build bridges."], source=["第二次世界大战改变了它。", "市里将建⟦十二⟧座桥。"]),
        example("They met today.", "双方26日会晤。"),
        example("It ran from 1996 to 1999.", "民国85年至88年出版。"),
        example("It starts at 7:05 p.m. and the train leaves at 8:25.", "晚上7点零5分开演，八点二十五火车开动。"),
        example("It was founded in 1996 and moved in 2024.", "成立于民国八十五年，民國113年迁址。"),
        example("The tri-fold phone is out.", "三折叠手机上市。"),
        example("The Lunar New Year's Eve market is open.", "年卅晚市集开放。"),
        example("The shop is open around the clock, all year round.", "商店24小时营业，365天不休。"),
        # Parts of a year.
        example("From January to November, exports rose.", "今年前11个月，出口增长。"),
        example("Exports rose in the Jan.-Sept. period.", "前三季度，出口增长。"),
        example("From January to October, exports rose.", "今年前⟦11⟧个月，出口增长。"),
        # Holidays, names that pinyin reads out, and names that end in a Roman numeral.
        example("Tourists came for Labor Day and National Day.", "五一和十一期间游客增多。"),
        example("Zhao Jiuzhang was born near Sanyuanqiao.", "赵九章生于三元桥附近。"),
        example("“The Wandering Earth II” earns much.", "《流浪地球2》票房很高。"),
        example("It is wholly made here, and sells by the kilogram.", "百分之百国产，按千克出售。"),
        example("The Belt and Road", "一带一路"),
        example("Both sides agree.", "双方一致同意。"),
        example("It did not occur to them.", "万万没想到。"),
        example("The market is in Sanya.", "市场在三亚。"),
        example("Third plenary session", "三中全会"),
        example("The 14th Five-Year Plan", "十四五规划"),
        example("Dozens of people came.", "数十人到场。"),
        example("It doubled.", "翻了一番。"),
        example("It grew by half.", "增长50%。"),
        example("Twelve of them, 12 in all, came.", "12人到场。"),
        # Said another way: dozens, groups of figures, basis points, shares in ten, ends of quarters, years of a plan, idioms.
        example("More than a dozen firms came, and two dozen reporters.", "十余家企业到场，还有二十多名记者。"),
        example("Call 8599 3119.", "请致电85993119。"),
        example("It was cut by 50 basis points.", "下调0.5个百分点。"),
        example("Seven in ten firms agree, one in three farms, and a fifth of the banks.", "七成企业、三分之一的农场和两成银行同意。"),
        example("It is 6.7 percent above the target.", "完成目标的106.7%。"),
        example("By the end of September it had topped 300 million.", "三季度末突破3亿。"),
        example("It was built during the 2021-25 period.", "它建于“十四五”期间。"),
        example("It hurts both sides in the usual peak season.", "在金九银十，这是伤敌一千自损八百。"),
        example("A man in his seventies helped.", "七旬老人帮忙。"),
        example("It grew by much.", "增长⟦6.8%⟧。", severity="warning"),
        example("Many people came.", "⟦1100多⟧人到场。", severity="warning"),
        example("The people came.", "⟦三⟧个人到场。", severity="info"),
        example(
            "She has leased one hectare and earns 18,000 yuan; before, a year of corn earned her little.",
            "她把15亩地租出，得租金1.8万元，以前一年到头挣不了几个钱。",
        ),
        # A sentence that moved across the border.
        example(["Many came.", "All 1,100 stayed."], ["1100多人到场。", "他们全部留下。"]),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs("missing")

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for fault in facts.quantities.faults(pair, "missing"):
            if fault.source is None:
                continue
            _, source = facts.quantities.places(fault)
            chinese = facts.quantities.texts(fault)[0]
            loud = fault.source.weight == 2 and not (fault.elsewhere and pair.confidence < UNLINKED)
            yield self.finding_at(
                source,
                "{source} is missing" if is_plain(chinese, fault.source.values[0]) else "{source} ({right}) is missing",
                related=[Related(facts.quantities.gap(pair, fault.source), "the passage without it")],
                severity=facts.quantities.severity(pair, Severity.WARNING if loud else Severity.INFO),
                source=chinese,
                right=spoken(fault.source.values[0]),
            )
