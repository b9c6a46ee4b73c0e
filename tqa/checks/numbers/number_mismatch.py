"""Another number stands where the source has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace
from tqa.text.numbers.hanzi import TWINS
from tqa.text.numbers.quantity import is_plain, spoken


class NumberMismatch(PairRule):
    """A number of the source is not in the translation, and one stands there that the source does not have.

    Why: a wrong figure reads as well as a right one, and nobody checks it.
    What: a number without an answer on either side. An error where the digits are nearly the same or nothing else is left over on
    both sides; a warning where one of the two is a small number in words. A round figure is right where the English says which way it
    was rounded: nearly 200,000 for 19.6万.
    A code with the letters of one in the source and another figure (F-16, F-15) is an error, another number of a name (神舟十八号,
    Shenzhou-19) a warning.
    Limits: a number that the translator reckoned (two men and a woman: three people) may be reported as a warning. Dates are
    date-mismatch, ordinals ordinal-mismatch, another size number-magnitude. A wrong number that the passage holds elsewhere is not seen.
    Measured: 5 findings on 146 human translations of news (63,000 words), all of them slips of the translators. Of
    injected faults 0.98 of figures and 0.95 of number words are found.
    """

    severity = Severity.ERROR
    mqm = "accuracy/mistranslation/number"
    yields_to = ("number-magnitude",)

    examples = (
        # 统一 is no one.
        example("He unified the six states.", "他统一六国。"),
        example("Yale, Harvard and two other universities", "耶鲁、哈佛等4所大学"),
        example("Yale and ⟦five⟧ other universities", "耶鲁等3所大学"),
        example("They take Band 4 and Band 6 of the test.", "他们参加四六级考试。"),
        example("Exports rose in the first nine months.", "前三季度出口增长。"),
        example("It costs 0.8 yuan, or 0.5 percent.", "售价8角，占百分之零点五。"),
        example("He lost ⟦three⟧ legs in World War II.", source="他在第二次世界大战中失去了两条腿。", severity="warning"),
        example("The city's second ⟦Five⟧-Year Plan was released.", source="本市第二个三年计划公布。", severity="warning"),
        example("It sold 1,100 cars and 305 buses.", "售出汽车1100辆、客车305辆。"),
        example("A third of the 200 came.", "200人中有三分之一到场。"),
        example("Wang and four accomplices were sentenced.", "王某等5人被判刑。"),
        example("It packed winds of up to 150 kilometers per hour.", "中心附近最大风力14级。"),
        example("It packed winds of up to ⟦90⟧ kilometers per hour.", "中心附近最大风力14级。"),
        example("It grew by 62.3 million.", "增长6234万。"),
        example("The five-year plan has 4 parts.", "五年规划分四个部分。"),
        example("It is 3.1 miles long.", "全长5公里。"),
        example("It rose threefold, by 200%.", "增长2倍。"),
        example("They met on the 28th.", "双方26日会晤。"),
        example("Both countries have 12 ports.", "两国有12个港口。"),
        example("Prices were cut by 20%.", "打8折。"),
        example("He spent two and a half years there.", "他在那里两年半。"),
        example("Nearly 200,000 cars were sold.", "售车19.6万辆。"),
        example("About a third of them came.", "33.1%的人到场。"),
        example("It took three years.", "历时36个月。"),
        example("He is 1.85 meters tall.", "他身高1米85。"),
        example("It opened at a quarter past two.", "两点一刻开门。"),
        example("He jumped ⟦8.12⟧ meters.", "他跳出8米21。", fixed="He jumped 8.21 meters.", severity="error"),
        example("More than ⟦1,100⟧ people came.", "1036人到场。", fixed="More than 1,036 people came.", severity="error"),
        example("It sold ⟦1,200⟧ cars.", "售出汽车1100辆。", fixed="It sold 1,100 cars.", severity="error"),
        example("It grew by ⟦42.08%⟧.", "增长42.80 %。", fixed="It grew by 42.8%.", severity="error"),
        example("It sold ⟦56.223 million⟧ yuan.", "销售额5623.24万元。", fixed="It sold 56.2324 million yuan.", severity="error"),
        # Lists that English names without a figure, points that are made, weekdays before a count, a half that answers no 50.
        example("The team is in the semi-finals, the town among the leading counties.", "球队闯入四强，该县跻身全国百强县。"),
        example("It is one of the top ⟦107⟧ counties.", "它是全国百强县之一。", severity="warning"),
        example("He made ⟦four⟧ suggestions.", "他提出三点建议。", fixed="He made three suggestions.", severity="warning"),
        example("On Thursday, the two judges agreed.", "周四两名法官同意。"),
        example("He drank two liang of wine, or 100 grams.", "他喝了二两酒。"),
        example(
            "By mid-year ⟦57⟧ km had been built, in the first half 100 km.",
            "年中建成50公里，上半年建成100公里。",
            fixed="By mid-year 50 km had been built, in the first half 100 km.",
            severity="error",
        ),
        example(
            "The Thousand Talents Plan created ⟦1,500⟧ jobs.",
            "“千人计划”创造了1000个职位。",
            fixed="The Thousand Talents Plan created 1,000 jobs.",
            severity="error",
        ),
        # Codes and numbered names.
        example("An F-16 left Building 5 for the G20 on Line 10.", "一架F-16从5号楼经10号线去G20。"),
        example("The Shenzhou-18 docked; the Shenzhou XVIII and Chang'e-6 are back.", "神舟十八号对接；神舟十八号和嫦娥六号返回。"),
        example("An F-⟦15⟧ took off.", "一架F-16起飞。"),
        example("The Shenzhou-⟦19⟧ docked.", "神舟十八号对接。", severity="warning"),
        example("It takes 4 hours and ⟦48⟧ minutes.", "需时4小时18分。", fixed="It takes 4 hours and 18 minutes."),
        # Three or four, a round that English names, what the points tell of the month before, fen.
        example("It costs three or four yuan more.", "多花三四元。"),
        example("It costs ⟦34⟧ yuan more.", "多花三四元。"),
        example("They lost the first match of the third round.", "18强赛首战失利。"),
        example("Prices rose by 0.3 percent, down from 0.4 percent in May.", "物价上涨0.3%，涨幅回落0.1个百分点。"),
        example("Power costs 0.05 yuan more.", "每度电加价5分。"),
        example("He scored ⟦4⟧ points.", "他得了5分。", fixed="He scored 5 points."),
        example("The risk fell by a quarter in half a year.", "半年来风险降低四分之一。"),
        example("The risk fell by a ⟦third⟧.", "风险降低四分之一。", severity="warning"),
        example("We get up at six every day.", "我们每天6点起床。"),
        example("We get up at ⟦seven⟧ every day.", "我们每天6点起床。", severity="warning"),
        example("It has ⟦seven⟧ ports.", "它有三个港口。", fixed="It has three ports.", severity="warning"),
        example("It has ⟦17⟧ ports.", "它有12个港口。", fixed="It has 12 ports.", severity="error"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs("mismatch")

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for fault in facts.quantities.faults(pair, "mismatch"):
            if fault.source is None or fault.target is None:
                continue
            wrong, right = facts.quantities.places(fault)
            chinese, written = facts.quantities.texts(fault)
            plain = is_plain(chinese, fault.source.values[0]) or chinese[:2] in TWINS
            better = facts.quantities.mending(fault.source, fault.target)
            segment = facts.document.target[wrong.segment]
            yield self.finding_at(
                wrong,
                "the source says {source}; the target says {wrong}" if plain else "{source} is {right}; the target says {wrong}",
                fixes=[replace(segment, wrong.span, better)] if better else [],
                related=[Related(right, "the source number")],
                severity=facts.quantities.severity(pair, Severity.ERROR if fault.sure else Severity.WARNING),
                source=chinese,
                right=spoken(fault.source.values[0]),
                wrong=written,
            )
