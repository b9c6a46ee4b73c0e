"""A Japanese, Korean or Vietnamese person read out in pinyin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related
from tqa.rule.kinds import PairRule, example

_MESSAGES = {
    "japanese": "“{name}” reads a Japanese name out in Chinese: {han} is {right}",
    "abroad": "“{name}” reads {han} out in Chinese; the source gives a Korean or Vietnamese office",
}


class NameReading(PairRule):
    """The name of a Japanese, Korean or Vietnamese person stands in pinyin.

    Why: Anbei Jinsan is nobody; 安倍晋三 is Abe Shinzo.
    What: listed Japanese surnames in pinyin, those that may be Chinese words only with the given name read out after them; pinyin
    names right behind a Korean or Vietnamese office (越南总理范明政), once a name.
    Limits: a name whose tongue the source does not show is not seen, nor one with a dot (斯拉木 is rightly Silamu). What the right name
    is, is said for Japanese surnames only.
    Measured: on 146 human translations of news 2 findings, a Vietnamese prime minister in pinyin by both translators; on 673 machine
    translations 9, none judged wrong.
    """

    mqm = "accuracy/mistranslation/name"
    yields_to = ("term-forbidden", "term-forbidden-if-source", "term-near-miss")

    examples = (
        example(["Abe Shinzo met Moon Jae-in."], ["安倍晋三会见韩国总统文在寅。"]),
        example(["Xiaolin went to Zhongshan and Hetian."], ["小林去了中山与和田。"]),
        example(["China's ambassador Xing Haiming"], ["中国驻韩国大使邢海明"]),
        example(["Wushour Silamu met Donald Trump."], ["吾守尔·斯拉木会见唐纳德·特朗普。"]),
        example(["ROK President Lee Jae-myung met Chinese President Xi Jinping."], ["韩国总统李在明会见中国国家主席习近平。"]),
        example(["The ROK's Cho Tae-yul met Foreign Minister Wang Yi."], ["韩国外长赵兑烈与中国外交部长王毅会谈。"]),
        example(["Pham Minh Chinh met Vice Premier Ding Xuexiang."], ["越南总理范明政会见国务院副总理丁薛祥。"]),
        example(["An Se-young lost to Chen Yufei."], ["韩国选手安洗莹负于中国选手陈雨菲。"]),
        example(["Players Chen Yufei and An Se-young"], ["中国和韩国选手陈雨菲、安洗莹"]),
        example(["⟦Anbei⟧ Jinsan met him."], ["安倍晋三会见了他。"]),
        example(["⟦Zhongcun Xiuer⟧ was honoured."], ["中村修二获颁学位。"]),
        example(["Prime Minister ⟦Fan Mingzheng⟧ said so.", "Fan Mingzheng left."], ["越南总理范明政这样说。", "范明政离开了。"]),
        example(["President ⟦Yin Xiyue⟧ spoke."], ["韩国总统尹锡悦讲话。"]),
        example(["He met ROK President ⟦Li Zaiming⟧."], ["他与韩国总统李在明会谈。"]),
        example(["⟦Zhang Benzhihe⟧ won."], ["张本智和夺冠。"]),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.names.pairs_at([one.start for one in facts.exonyms.people])

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for one in facts.exonyms.people:
            if facts.link_at(one.start) == pair.number:
                segment, span = facts.article.place(one.start, one.end)
                yield self.finding(
                    segment,
                    span,
                    _MESSAGES[one.kind],
                    name=span.of(segment.text),
                    han=facts.source.text[slice(*one.han)],
                    right=one.right,
                    related=[Related(facts.source.where(*one.han), "the name in the source")],
                )
