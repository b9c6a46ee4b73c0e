"""A rise of the source that falls in the translation, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.script import simplified
from tqa.model import Finding, Related
from tqa.rule.kinds import PairRule, example
from tqa.text.trends import Flip, flips, may_fall, movements


class TrendFlip(PairRule):
    """The English falls where the source rises, or rises where it falls.

    Why: “fell 5 percent” for 增长5% is the opposite of the news, and reads as well as the truth.
    Limits: where both directions stand in the source (由负转正, 由升转跌, 止跌回升, 降幅收窄) only a word beside the same number is judged.
    Behind a figure, “more than” and “below the average” are read where the source sets it right behind 增加, 少 or the like.
    Words that may be said with their opposite (减少浪费 as save, 减贫 as progress) are silent.
    Measured: no finding on 146 human translations of news (63,000 words); 0.76 of flipped words found.
    """

    mqm = "accuracy/mistranslation"

    examples = (
        # The rate of a growth.
        example("Growth slowed by 0.5 percentage points.", source="增速放缓0.5个百分点。"),
        example("Growth slowed to 4.7 percent, and export growth fell to 2.4 percent.", source="增长4.7%，出口增长2.4%。"),
        example("Exports ⟦fell⟧ to 2.4 percent.", source="出口增长2.4%。"),
        example("The rate was ⟦raised⟧.", source="利率下调。"),
        example("The price ⟦halved⟧.", source="价格翻了一番。"),
        # Compound and negated trends.
        example("The decline narrowed by 2.1 points.", source="降幅收窄2.1个百分点。"),
        example("Growth turned from negative to positive.", source="增速由负转正。"),
        example("Prices stopped falling and rose.", source="价格止跌回升。"),
        example("Exports turned from a rise to a fall.", source="出口由升转跌。"),
        example("Prices fell instead of rising.", source="价格不升反降。"),
        example("House prices stopped falling and rose.", source="房价止跌。"),
        example("The company swung from falling profits to growth.", source="公司扭亏为盈。"),
        example("Fuel prices were raised.", source="油價調漲。"),
        example("Growth slowed to 5.2 percent.", source="增速回落至5.2%。"),
        example("Spending increased at a slightly slower rate of 3.3%.", source="開支增長略為減慢至3.3%。"),
        example("Lending grew by 14%. The growth was slower than that in 2017.", source="贷款增加14%，低于2017年的增幅。"),
        example("Growth fell to 5.2 percent.", source="增速回落至5.2%。"),
        example("Sales rose instead of falling.", source="销量不降反升。"),
        example("Employment did not fall but increased.", source="就业增加。"),
        example("Growth of no less than 30.5 percent is the aim.", source="增长不低于30.5%。"),
        # Words that only hold a character of movement.
        example("Police raised their vigilance.", source="警方提高警惕。"),
        example("The plane landed after a drop in height.", source="飞机降落，高度下降。"),
        example("Poverty reduction and growth go together.", source="减贫与增长并行。"),
        example("Consumption fell in the second half.", source="下半年消费下降。"),
        # The opposite said in other words.
        example("The plan improves efficiency by saving food.", source="该计划减少粮食浪费，提高效率。"),
        example("Costs are lower and growth is higher.", source="成本下降，增长更高。"),
        example("A low threshold gives higher hopes.", source="门槛降低，希望更大。"),
        example("Purchases grew, but it still falls short of the goal.", source="采购大幅提高，但仍有距离。"),
        example("Exports rose 5.2 percent while imports fell 3.1 percent.", source="出口增长5.2%，进口下降3.1%。"),
        example("It rose to power in the fall.", source="它在秋天增强了实力。"),
        # By how much one is more than the other.
        example("Some 70,000 more signed up than last year, 3 fewer than planned.", source="报名人数比去年多7万，比计划少3人。"),
        example("The cut was 2 points more than expected.", source="减少幅度比预期多2个百分点。"),
        example("At most 50 came, 3 less than planned.", source="最多50人到场，比计划少3人。"),
        example("Some 70,000 ⟦less⟧ than last year signed up.", source="报名人数比去年增加7万。"),
        example("It was 2.6 degrees ⟦higher⟧ than normal.", source="气温偏低2.6度。"),
        example("Growth was 2.1 percentage points ⟦below⟧ the average.", source="增速比平均水平高2.1个百分点。"),
        # Flips.
        example("The profit ⟦decreased⟧ this year.", source="今年利润增长。"),
        # 超 before a number, 上 in 上年 and 上证 are no rise.
        example("More than 4,100 shares ⟦rose⟧.", source="超4100只个股下跌。"),
        example("The population ⟦grew⟧ from a year earlier.", source="人口比上年末减少。"),
        example("There is growing pressure on prices.", source="价格面临下行压力。"),
        example("Exports ⟦rose⟧ 3.2 percent.", source="出口由升转跌3.2%。"),
        example("Fuel prices were ⟦raised⟧.", source="油價調降。"),
        example("They will ⟦weaken⟧ their cooperation.", source="他们将加强合作。"),
        example("Stocks of carp ⟦increased⟧ sharply.", source="鱼的数量锐减。"),
        example("Exports ⟦fell⟧ 5.2 percent while imports fell 3.1 percent.", source="出口增长5.2%，进口下降3.1%。"),
        example("Imports were ⟦up⟧ 3.1 percent, exports rose 5.2 percent.", source="进口下降3.1%，出口增长5.2%。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        # A rise lost shows as a fall in the English, a fall lost stands in the source; most pairs hold neither.
        directions = {word.start: word.direction for word in movements(facts.article.lower)}
        numbers = {
            number
            for number, places in facts.sure_links(directions, "target").items()
            if any(directions[place] == "down" for place in places)
            or may_fall(facts.simplified_source, *facts.source.range(facts.links[number].source))
        }
        return [facts.pair(number) for number in sorted(numbers | facts.quantities.difference_clashes.keys())]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        found = [(pair.target.where(*flip.english[:2]), pair.source.where(*flip.chinese[:2]), flip) for flip in _flips(pair)]
        told = {said for said, _, _ in found}
        for flip in facts.quantities.difference_clashes.get(pair.number, ()):
            said, meant = facts.article.where(*flip.english[:2]), facts.source.where(*flip.chinese[:2])
            if said not in told:
                found.append((said, meant, flip))
        for said, meant, flip in found:
            yield self.finding_at(
                said,
                "“{said}” goes {wrong}, “{meant}” in the source goes {right}",
                related=[Related(meant, "the source")],
                said=facts.document.target[said.segment].text[said.span.start : said.span.end],
                meant=facts.document.source[meant.segment].text[meant.span.start : meant.span.end],
                wrong=flip.english.direction,
                right=flip.chinese.direction,
            )


def _flips(pair: Pair) -> list[Flip]:
    return flips(simplified(pair.source.text), pair.target.text)
