"""More than became less than."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example


class BoundReversed(PairRule):
    """The figure is right, and the translation has less where the source has more, or the reverse.

    Why: 超过1000人 are more than 1,000, 近1000人 fewer; the figure alone does not show which was meant.
    What: a number with 超过, 逾, 至少, 以上, 多 or the like whose English is said to be less than, nearly, at most; and 不足, 近, 至多, 以下 as
    more than, at least. Denied, each is the other (不低于, no more than).
    Limits: only words right beside the number are read; 近三年 is a time, not a bound. Where a denial stands farther off, or the source
    states a rule (不得, 须), which English may tell from the other side, nothing is said.
    Measured: on 146 human translations of news (63,000 words) one finding, a slip of the translator; of 89 bounds turned round in them
    0.89 are found, most of the rest have no such word beside the number of the source.
    """

    mqm = "accuracy/mistranslation/number"

    examples = (
        example("More than 1,000 people came.", "超过1000人到场。"),
        example("No fewer than 1,000 people came.", "至少1000人到场。"),
        example("At least 1,000 people came.", "不少于1000人到场。"),
        example("It must not be less than 30 percent.", "不得低于30%。"),
        example("It is not to exceed 150 million.", "不超过1.5亿。"),
        example("Nearly 300,000 people came.", "近30万人到场。"),
        example("Over the past 30 years it grew.", "近30年来有所增长。"),
        example("Those aged 60 or above came.", "60岁以上的人到场。"),
        example("About 1,000 people came.", "1000多人到场。"),
        # Denied from afar, a rule told from the other side, the same figure twice, a span of time.
        example("Tickets can be returned up to 48 hours before departure.", "开车前48小时以上可退票。"),
        example("Customers may not withdraw more than 20,000 yuan.", "每次取款金额在2万元以下。"),
        example("Bags weighing more than 7 kg must be checked in.", "行李不得超过7公斤，否则须托运。"),
        example("More than 100 were killed and nearly 100 injured.", "近100人受伤，超过100人死亡。"),
        example("They left over three days.", "三天之内，他们离开了。"),
        example("The dollar is above 7.3 yuan.", "人民币对美元跌破7.3。"),
        example("It holds up to 50,000.", "最多可容纳5万人。"),
        example("The tariffs are as high as 35 percent.", "加征最高35%的关税。"),
        example("It was more than 35 degrees, the highest on record.", "最高气温超过35度，为历史最高。"),
        example("⟦At least 35 percent⟧ in tariffs is added.", "加征最高35%的关税。"),
        example("The most, more than 500, came on Monday.", "周一到场的最多，达500人。"),
        example("⟦Less than 1,000⟧ people came.", "超过1000人到场。", severity="warning"),
        example("⟦Over 300,000⟧ people came.", "近30万人到场。"),
        example("It may rise by ⟦up to 150 billion⟧.", "有望增加逾1500亿。"),
        example("It is open to those aged ⟦60 or above⟧.", "60岁以下者可参加。"),
        example("It holds ⟦at least 50,000⟧.", "最多可容纳5万人。"),
        example("⟦At most 25⟧ were arrested.", "至少有25人被捕。"),
        example("Unemployment is ⟦above 4 percent⟧.", "失业率跌破4%。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs_with(facts.quantities.bound_clashes)

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for clash in facts.quantities.bound_clashes[pair.number]:
            yield self.finding_at(
                facts.article.where(clash.target.start, clash.target.end),
                "{source} is more than that, “{wrong}” is less" if clash.right == "more" else "{source} is less than that, “{wrong}” is more",
                related=[Related(facts.source.where(clash.source.start, clash.source.end), "the source number")],
                severity=facts.quantities.severity(pair, Severity.WARNING),
                source=facts.source.text[clash.source.start : clash.source.end],
                wrong=facts.article.text[clash.target.start : clash.target.end],
            )
