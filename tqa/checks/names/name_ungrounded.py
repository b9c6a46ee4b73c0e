"""A Chinese name that the source's characters cannot give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.analysis.names import Mention, Verdict
from tqa.model import Finding, Related, Severity, Span, Where
from tqa.rule.kinds import PairRule, example

_MESSAGES: dict[Verdict, str] = {
    "misspelled": "“{name}” is not in the source, which has {han}, {right}",
    "other-given": "“{name}” is not in the source; the surname {han} stands there with another given name",
    "other-surname": "“{name}” is not in the source, which has {han}, {right}",
    "nowhere": "“{name}” is not in the source: no characters of it are read so",
}


class NameUngrounded(PairRule):
    """A name in pinyin that no characters of the source are read as.

    Why: systems make up names that look right, another given name or another person, and nothing in the English tells.
    What: a surname and a given name of one or two syllables must be read somewhere in the source, in any spelling of ü, with hyphen,
    apostrophe or a space inside. The place in the source is named where the surname or the given name stands there. An error where
    characters of the linked source are read almost so (then name-misspelled says it, with the cure), else a warning.
    Limits: the name of another person of the article in the wrong place is silent. Names that Hong Kong, Taiwan or Singapore spell their
    own way, people of whom the source gives only surname and title (习主席), and names in its by-lines are not judged.
    Measured: on 146 human translations of news 1 finding, right; on 987 machine translations 47, none judged wrong. 0.98 of names with another
    given name are found.
    """

    severity = Severity.ERROR
    mqm = "accuracy/mistranslation/name"
    yields_to = ("name-misspelled", "name-reading", "place-exonym", "term-forbidden", "term-forbidden-if-source")

    examples = (
        example(["Governor Wang Zhonglin spoke."], ["省长王忠林讲话。"]),
        example(["In Hong Kong, Ping Pong is played to the Long March song."], ["在香港，人们打乒乓球。"]),
        example(["General Secretary Xi Jinping said so."], ["习总书记这样说。"]),
        example(["Chairman Mao Zedong said so."], ["毛主席这样说。"]),
        example(["President Xi Jinping met Vice Premier He Lifeng and Academician Li Lanjuan."], ["习主席会见何副总理与李院士。"]),
        example(["He Haining and An Beijing firm met."], ["他在海宁与一家北京公司会面。"]),
        example(["Chen Ning Yang of Shanghai Jiao Tong University, with Han Kuo-yu"], ["上交大的杨振宁与韩国瑜"]),
        example(["Huang Mou sold fish."], ["黄某卖鱼。"]),
        example(["Defendant Huang Yue sold fish."], ["被告人黄某某卖鱼。"]),
        example(["Carrie Lam and Tung Chee-hwa; Tan Chuan-Jin; Chen Chu"], ["林郑月娥与董建华；陈川仁；高雄的陳菊"]),
        example(["Defendant ⟦Wang Shaohua⟧ sold fish."], ["被告人王忠林卖鱼。"], severity="warning"),
        example(["It was ⟦He Mingzhu⟧ who spoke."], ["何立峰讲话。"], severity="warning"),
        example(["(Reporter ⟦Zou Qing⟧)"], ["（记者聂青）"], severity="warning"),
        example(["⟦Heng Lingli⟧ of the Board"], ["管理局王凌丽说"], severity="warning"),
        example(["Governor ⟦Wang Zhonglun⟧ spoke."], ["省长王忠林讲话。"], severity="error"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.names.pairs(*_MESSAGES)

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for name in facts.names.within(pair):
            message = _MESSAGES.get(name.verdict)
            if message:
                segment, span = facts.article.place(name.start, name.end)
                near = name.verdict == "misspelled" and name.sure
                yield self.finding(
                    segment,
                    span,
                    message,
                    name=span.of(segment.text),
                    han=facts.source.text[slice(*name.han)] if name.han else "",
                    right=name.right,
                    related=self._source(name, facts),
                    severity=Severity.ERROR if near else Severity.WARNING,
                )

    @staticmethod
    def _source(name: Mention, facts: Analysis) -> list[Related]:
        if name.han:
            return [Related(facts.source.where(*name.han), "here it is looked for")]
        linked = facts.names.linked(name.start)
        return [Related(Where(linked.side, linked.index, Span(0, 0)), "here it is looked for")] if linked else []
