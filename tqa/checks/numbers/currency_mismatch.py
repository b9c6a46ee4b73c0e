"""Another currency than the source's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.analysis.money import name_of
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example


class CurrencyMismatch(PairRule):
    """The amount is right and the currency is not: yuan as dollars, Hong Kong dollars as yuan.

    Why: the figure looks checked, and the value is off by a factor of seven.
    What: a number of the source in one currency whose English has another; and a currency named in the translation that the source
    passage does not name, while one that it names is missing.
    Limits: an amount without a currency in the English is not reported, nor is a conversion beside the right amount. A plain dollar may
    stand for any dollar, as plain pounds, francs, pesos and rupees for those of any country, and ¥ for yuan and yen. Where the story names
    Hong Kong or other dollars, a bare 元 may be one of them.
    Measured: 0 findings on 146 human translations of news (63,000 words); 0.95 of currencies that were swapped are found.
    """

    severity = Severity.ERROR
    mqm = "accuracy/mistranslation/number"

    examples = (
        # A bare 元 is the dollar of the place, and of two equal amounts either may come first.
        example("Hong Kong will hand out HK$10,000, Taipei NT$5,000.", "港府派发1万元，台北市补助5000元。"),
        example("US$5 million and 5 million yuan", "500万元和500万美元"),
        # In traditional characters it is one of theirs, though no place is named.
        example("The minimum wage will rise to NT$29,500.", "基本工資調升至29500元。"),
        example("It closed NT$0.15 lower at 30.25 to the US dollar.", "新台幣兌美元收盤貶1.5角，報30.25元。"),
        example("It sold 62.3 billion yuan.", "销售额为623亿元。"),
        example("It sold RMB 62.3 billion ($9 billion).", "销售额为623亿元。"),
        example("It cost HK$3 million.", "耗资300万港元。"),
        example("It cost 3 million dollars.", "耗资300万港元。"),
        example("It cost 3 million.", "耗资300万元。"),
        example("It cost US$3 million and 5 million yuan.", "耗资300万美元和500万元。"),
        example("He won 3 games and 500 yuan.", "他赢了3场比赛和500元。"),
        example("It weighs 300 pounds and costs 500 yuan.", "重300磅，售价500元。"),
        example("Hundreds of millions of yuan", "数亿元"),
        example("He won 3 million yuan.", "他赢得300万元。"),
        example("It costs 3 million won.", "售价300万韩元。"),
        example("Some 3 million won tickets.", "约300万元"),
        # A name before or behind the amount says which 元 it is.
        example("It cost NT$3 million.", "耗资新台币300万元。"),
        example("It cost NT$3 million.", "耗資新臺幣約300萬元。"),
        example("It cost 3 million New Taiwan dollars.", "耗资300万元新台币。"),
        example("It cost HK$3 million.", "耗资港币300万。"),
        example("It cost MOP 3 million.", "耗资澳门元300万。"),
        example("It cost 500 yuan (HK$560).", "售价500元（港币560元）。"),
        example("It cost 3 million pesos.", "耗资300万菲律宾比索。"),
        example("It cost 3 million Mexican pesos.", "耗资300万比索。"),
        example("It cost ¥3 million.", "耗资300万日元。"),
        example("It cost RM3 million.", "耗资300万令吉。"),
        example("Each gets NT$3,000, NT$3 million in all.", "每人3000元，共计新台币300万元。"),
        # Words that hold the name of a currency.
        example("Ljubljana and Rubio gave $3 million.", "卢布尔雅那和卢比奥出资300万美元。"),
        example("He paid 3 million yuan in Yuen Long, Hong Kong.", "他在香港元朗花了300万元。"),
        example("He bought 3 million yuan of the cryptocurrency.", "他买入价值300万元的比特币。"),
        example("It cost 3 million ⟦yuan⟧.", "耗资新台币300万元。"),
        example("It cost 3 million ⟦yuan⟧.", "耗資300萬元新臺幣。"),
        example("It cost ⟦RMB⟧3 million.", "耗资港币300万元。"),
        example("It cost ⟦NT$⟧3 million.", "耗资300万元。"),
        example("It cost ⟦US$⟧3 million.", "耗资NT$300万。"),
        example("It cost 3 million ⟦rubles⟧.", "耗资300万卢比。"),
        example("It cost 3 million ⟦rupees⟧.", "耗资300万印尼卢比。"),
        example("It cost 3 million ⟦Philippine pesos⟧.", "耗资300万墨西哥比索。"),
        example("They hold 500 ⟦yuan⟧.", "他们持有500枚比特币。"),
        example("The ⟦yuan⟧ fell against the US dollar.", "新台币兑美元贬值。"),
        example("It costs 3 million ⟦won⟧.", "售价300万元。"),
        example("It sold 62.3 billion ⟦dollars⟧.", "销售额为623亿元。"),
        example("It sold ⟦US$⟧62.3 billion.", "销售额为623亿元。"),
        example("It cost 3 million ⟦yuan⟧.", "耗资300万港元。"),
        example("It cost ⟦€⟧3 million.", "耗资300万美元。"),
        example("It cost ⟦RMB⟧ 3 million.", "耗资300万美元。"),
        example("Hundreds of millions of ⟦dollars⟧", "数亿元"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs_with(facts.quantities.swaps)

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for swap in facts.quantities.swaps[pair.number]:
            yield self.finding_at(
                facts.article.where(swap.start, swap.end),
                "the source has {right}, the target {wrong}",
                related=[Related(facts.source.where(*swap.source), "the source amount")],
                severity=facts.quantities.severity(pair, Severity.ERROR),
                right=name_of(swap.right),
                wrong=name_of(swap.wrong),
            )
