"""The English says the opposite of a word of the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.script import simplified
from tqa.model import Finding, Related
from tqa.rule.kinds import PairRule, example
from tqa.text.opposites import Opposite, are_crossed, both_named, may_oppose, opposites, sides_at


class OppositeSaid(PairRule):
    """The source says deny, export, first half; the English says admit, import, second half.

    Why: one word turns the news into its opposite, and nothing in the English shows it.
    What: pairs of opposites in both languages (data/opposites.tsv). The English has a word for the other side and none for this one, and
    the source names only this one. Or both sides are named once, and the numbers of each stand with the other.
    Limits: a rise and a fall are for `trend-flip`, a lost "not" for `negation-lost`. Two sides that change places without numbers are
    not seen.
    Measured: no finding on 146 human translations of news (63,000 words), none on 987 machine translations either: a rare
    fault, and a grave one.
    """

    mqm = "accuracy/mistranslation"

    examples = (
        # Both are named, or the word is part of another.
        example("Exports rose and imports fell.", source="出口增长，进口下降。"),
        example("Trade grew.", source="进出口增长。"),
        example("The imported cars came in the afternoon.", source="进口汽车下午到达。"),
        # The opposite, denied.
        example("Such methods are absolutely forbidden by law.", source="法律绝对不允许这样的方法。"),
        example("He denied it.", source="他没有承认此事。"),
        example("He did not admit it.", source="他否认此事。"),
        example("It is not lower than the highest mark.", source="它不低于最高纪录。"),
        example("The market at the exit sells fruit.", source="出口处的市场卖水果。"),
        # Said in other words.
        example("Profit grew in the six months to June.", source="上半年利润增长。"),
        example("His father and his grandmother came.", source="他的父亲和祖母来了。"),
        example("He failed.", source="他未能成功。"),
        example("Users can get the app over Wi-Fi.", source="用户可以下载该应用。"),
        example("Opposition lawmakers voted for the bill.", source="在野党议员投票支持该法案。"),
        example("Japanese seafood exports to China stopped.", source="暂停进口日本水产品。"),
        example("The joint session ended; they pulled out.", source="联席会议结束，他们退出。"),
        example("Migrant workers move to urban areas.", source="农村劳动力进城务工。"),
        example("Admission by permit only.", source="未经许可，禁止入内。"),
        example("The court dismissed his bail application.", source="法庭驳回了他的保释申请。"),
        example("The storm moves northwest, into northern China.", source="台风向西北方向移动，进入北方。"),
        example("A Southeast Asian company opened in the northeast.", source="东南亚一公司在东北开业。"),
        example("The second-highest alert is out in red letters.", source="橙色预警已发布。"),
        example("It confirmed that no soldiers were held.", source="军方否认有士兵被扣。"),
        example("Cinemas that were closed are open.", source="影院恢复营业。"),
        example("The court ⟦granted his⟧ bail application.", source="法庭驳回了他的保释申请。"),
        example("He ⟦admitted⟧ taking bribes.", source="他否认收受贿赂。"),
        example("The storm moves ⟦northeast⟧.", source="台风向西北方向移动。"),
        example("It sank ⟦west of⟧ the island.", source="船在岛以东沉没。"),
        example("A ⟦red⟧ alert is out.", source="橙色预警已发布。"),
        example("He won the prize in ⟦chemistry⟧.", source="他获得物理学奖。"),
        example("It is ⟦too late⟧ to say so.", source="现在这么说为时尚早。"),
        example("Cinemas have ⟦closed⟧.", source="影院恢复营业。"),
        example("His ⟦mother⟧ came.", source="他的父亲来了。"),
        example("The test was ⟦positive⟧.", source="检测结果呈阴性。"),
        example("Rain hit regions ⟦in the south⟧ of it.", source="暴雨袭击其北部。"),
        example("Profit grew in the ⟦second half⟧ of the year.", source="上半年利润增长。"),
        example("China's ⟦exports⟧ of soybeans reached 3 million tonnes.", source="中国大豆进口达到300万吨。"),
        example("The trade ⟦deficit⟧ widened.", source="贸易顺差扩大。"),
        example("It hit a new ⟦low⟧ today.", source="再创新高。"),
        # Both sides, each with its numbers.
        example("It grew by 8% in the second half and by 5% in the first half.", source="上半年增长5%，下半年增长8%。"),
        example("Imports reached 5 million and exports 8 million.", source="出口800万，进口500万。"),
        example("Exports and imports reached 8 and 5 million.", source="出口800万，进口500万。"),
        example("Women live to nearly 80 and men to more than 80.", source="男性寿命超过80岁，女性接近80岁。"),
        example("It grew by 5% in the ⟦second half⟧ and by 8% in the first half.", source="上半年增长5%，下半年增长8%。"),
        example("⟦Imports⟧ reached 8 million and exports 5 million.", source="出口800万，进口500万。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        named, lowered = sides_at(facts.simplified_source), facts.article.lower
        return [
            facts.pair(number)
            for number, places in facts.sure_links(named, "source").items()
            if may_oppose({side for place in places for side in named[place]}, lowered, *facts.article.range(facts.links[number].target))
        ]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        source = simplified(pair.source.text)
        for found in opposites(source, pair.target.text):
            yield self._finding(pair, found, "“{said}” is the opposite of “{meant}” in the source")
        for one, two in both_named(source, pair.target.text):
            if are_crossed(one, two, _numbers(pair, facts)):
                first, other = sorted((one, two), key=lambda side: side.english)
                crossed = Opposite(other.chinese, first.english)
                yield self._finding(pair, crossed, "“{said}” stands with the numbers of “{meant}” in the source")

    def _finding(self, pair: Pair, found: Opposite, message: str) -> Finding:
        segment, span = pair.target.place(*found.english)
        return self.finding(
            segment,
            span,
            message,
            said=pair.target.text[slice(*found.english)],
            meant=pair.source.text[slice(*found.chinese)],
            related=[Related(pair.source.where(*found.chinese), "the source")],
        )


def _numbers(pair: Pair, facts: Analysis) -> list[tuple[int, int]]:
    """Where the pair's numbers stand in its source, and where their equals stand in its target; dates are none, nor what is said twice."""
    link = facts.links[pair.number]
    here, there = facts.source.starts[link.source[0]], facts.article.starts[link.target[0]]
    return [
        (source.start - here, target.start - there)
        for source, target in facts.quantities.answered(pair.number)
        if source.weight and source.kind != "moment" and source.values[:1] not in facts.quantities.said_twice[pair.number]
    ]
