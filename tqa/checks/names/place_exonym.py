"""A place or body read out in pinyin, or taken for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding
from tqa.rule.kinds import example
from tqa.rule.shapes import MisnamedRule


class PlaceExonym(MisnamedRule):
    """A place or body that has an English name of its own stands in pinyin, or under the name of another place.

    Why: readers know Harbin and Hohhot, not Haerbin and Huhehaote, and Shanxi is not Shaanxi.
    What: countries, cities, regions and public bodies that are listed; the Chinese must stand in the linked source. Of countries also one
    in the place of another that is like it (Austria, Australia): a segment lacks the only country of its source, and names the other, which
    the source does not.
    Limits: only listed names; a place whose pinyin is in English use as well (Xizang, Kashi, Hetian) is silent. Where the source
    names both 陕西 and 山西, a segment must have one name too often and the other too seldom.
    Measured: on 146 human translations of news no finding; of 74 countries put in place of one like them 0.77 are found.
    """

    mqm = "accuracy/mistranslation/name"
    yields_to = ("term-forbidden", "term-forbidden-if-source", "term-near-miss")

    examples = (
        example(["Harbin, Hohhot and Xizang"], ["哈尔滨、呼和浩特和西藏"]),
        example(["From Shaanxi to Shanxi"], ["从陕西到山西"]),
        example(["The Milan fair; Mali and Yemen agreed."], ["米兰展会；马里与也门同意。"]),
        example(["Ms. Bali and Zhongguo Road"], ["巴丽女士和中国路"]),
        # A people for its country, two countries for one, a country beside its capital, and what the source leaves out.
        example(["The Austrian chancellor spoke in Vienna."], ["奥地利总理在维也纳讲话。"]),
        example(["Both countries, Serbia and Hungary, agreed."], ["塞尔维亚和匈牙利两国同意。", "匈牙利很满意。"]),
        example(["The prime minister met Chinese leaders in Canberra."], ["澳大利亚总理会见领导人。"]),
        example(["Nigerian troops crossed the Niger."], ["尼日利亚军队渡过尼日尔河。"]),
        example(["Japanese automaker Toyota will invest in the U.S.", "Americans agree."], ["丰田将在美国投资。", "美国人同意。"]),
        example(["North Korea accused Seoul of provocation."], ["平壤指责韩国挑衅。"]),
        example(["Ukrainian President Volodymyr Zelensky arrived in London."], ["泽连斯基抵达英国伦敦。"]),
        example(["The prime minister of ⟦Australia⟧ spoke."], ["奥地利总理讲话。"], fixed=["The prime minister of Austria spoke."]),
        example(["The ⟦Iraqi⟧ minister left."], ["伊朗部长离开。"], fixed=["The Iranian minister left."]),
        example(["The leader of ⟦South Korea⟧ left."], ["朝鲜领导人离开。"], fixed=["The leader of North Korea left."]),
        example(["⟦Haerbin⟧'s ice and ⟦Ha'erbin⟧ snow"], ["哈尔滨的冰与雪"], fixed=["Harbin's ice and Harbin snow"]),
        example(["The coal of ⟦Shanxi⟧"], ["陕西的煤炭"], fixed=["The coal of Shaanxi"], severity="warning"),
        example(["Shaanxi's eight, with ⟦Shanxi⟧, Shanxi and Henan"], ["陕西八家，有陕西、山西、河南"]),
        example(["Trade with ⟦Meiguo⟧ grew."], ["对美国贸易增长。"], fixed=["Trade with United States grew."]),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.names.pairs_at([one.start for one in facts.exonyms.places])

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for one in facts.exonyms.places:
            if facts.link_at(one.start) == pair.number:
                says = "“{wrong}” is no English name of {han}: “{right}”"
                yield self.misnamed(facts, (one.start, one.end), one.han, one.right, says, "the place in the source")
