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
    What: countries, cities, regions and public bodies that are listed; the Chinese must stand in the linked source.
    Limits: only listed names; a place whose pinyin is in English use as well (Xizang, Kashi, Hetian) is silent. Where the source
    names both 陕西 and 山西, a segment must have one name too often and the other too seldom.
    Measured: on 146 human translations of news no finding.
    """

    mqm = "accuracy/mistranslation/name"
    yields_to = ("term-forbidden", "term-forbidden-if-source", "term-near-miss")

    examples = (
        example(["Harbin, Hohhot and Xizang"], ["哈尔滨、呼和浩特和西藏"]),
        example(["From Shaanxi to Shanxi"], ["从陕西到山西"]),
        example(["The Milan fair; Mali and Yemen agreed."], ["米兰展会；马里与也门同意。"]),
        example(["Ms. Bali and Zhongguo Road"], ["巴丽女士和中国路"]),
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
