"""A Chinese name with a letter or two wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Severity
from tqa.rule.kinds import example
from tqa.rule.shapes import MisnamedRule


class NameMisspelled(MisnamedRule):
    """A name of the source stands in the English with a letter or two wrong.

    Why: a name is the one word a reader cannot mend, and 杨志成 is Yang Zhicheng, not Yang Zicheng.
    What: a surname and a given name side by side that no characters of the source are read as, while characters of the linked source
    are read almost so, or so but for one syllable that became two (Wang Zhonglike for 王忠良); legal pinyin or not, in either order, and
    wherever it stands, so also one wrong mention of several. A slip in the surname is found where the given name is right. Surnames have
    their own readings: 单 is Shan.
    Limits: names that Hong Kong, Taiwan or Singapore spell their own way (Hui for 许, Li Ka Shing), with a hyphen unless it is right, and
    names that are read so elsewhere in the source are silent. A slip that is the name of another person of the article stays hidden.
    Measured: on 146 human translations of news 7 findings, all slips of the translators; on 987 machine translations 34, none judged wrong. With
    name-ungrounded it finds 0.99 of names with one syllable changed and 1.00 of single wrong mentions of a repeated name.
    """

    severity = Severity.ERROR
    mqm = "accuracy/mistranslation/name"
    yields_to = ("term-forbidden", "term-forbidden-if-source")

    examples = (
        example(["Governor Wang Zhonglin spoke."], ["省长王忠林讲话。"]),
        example(["Wang Zhong-lin and Wang Zhong Lin spoke in Xi'an."], ["王忠林在西安讲话。"]),
        example(["Shan Xia, Zha Peixin, Qiu Ying and Lyu Fang; Lü Fang, Lv Fang and Lu Fang."], ["单霞、查培新、仇英、吕芳。"]),
        example(["Wang Zhonglin’s speech"], ["王忠林的講話"]),
        example(["Zhonglin Wang spoke."], ["王忠林讲话。"]),
        example(["Christopher Hui Ching-yu, Chan Mo-po and Lee Ka-chiu met Chu Li-luan."], ["许正宇、陈茂波、李家超与朱立伦会面。"]),
        example(["Ma Ying-jeou, Wang Jin-pyng, Han Kuo-yu, Lin Chi-ling"], ["马英九、王金平、韩国瑜、林志玲"]),
        example(["Soong Mei-ling, Soong Meiling, Shin Yu-bin, Hu Shih"], ["宋美龄、申裕斌、胡适"]),
        example(["Chen-Ning Yang and Han Ji-min"], ["杨振宁与韩智敏"]),
        example(["Zhang Benzhihe won."], ["张本智和夺冠。"]),
        example(["The Hong Kong Film Week"], ["香港电影周"]),
        example(["Long March rockets"], ["龙马精神，长征火箭"]),
        example(["Li Ka Shing, Lee Chong Wei, Ou Yeung Yu"], ["李嘉诚、李宗伟、欧阳瑜"]),
        example(["Kishida Fumio met Han Duck-soo."], ["岸田文雄会见韩德洙。"]),
        example(
            ["Governor ⟦Wang Zhonglun⟧ spoke."],
            ["省长王忠林讲话。"],
            fixed=["Governor Wang Zhonglin spoke."],
            severity="error",
        ),
        example(
            ["Wang Zhonglin spoke.", "⟦Wang Zhoglin⟧'s speech was long."],
            ["王忠林讲话。", "王忠林的讲话很长。"],
            fixed=["Wang Zhonglin spoke.", "Wang Zhonglin's speech was long."],
        ),
        example(["⟦Sui Ruizhe⟧, president"], ["会长孙瑞哲"], fixed=["Sun Ruizhe, president"]),
        example(["⟦Dan Xia⟧ spoke."], ["單霞講話。"], fixed=["Shan Xia spoke."]),
        example(["It was ⟦Zhongln Wang⟧ who spoke."], ["讲话的是王忠林。"], fixed=["It was Zhonglin Wang who spoke."]),
        example(["⟦Wang Zhonglike⟧ spoke."], ["王忠良讲话。"], fixed=["Wang Zhongliang spoke."]),
        example(["⟦Zuge Liang⟧ spoke."], ["诸葛亮讲话。"], fixed=["Zhuge Liang spoke."]),
        example(["⟦Ouyang Xio⟧ was born in Mianyang."], ["欧阳修生于绵阳。"], fixed=["Ouyang Xiu was born in Mianyang."]),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.names.pairs("misspelled")

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for name in facts.names.within(pair):
            if name.verdict == "misspelled" and name.han is not None:
                severity = Severity.ERROR if name.sure else Severity.WARNING
                says = "“{wrong}”: the source has {han}, {right}"
                yield self.misnamed(facts, (name.start, name.end), name.han, name.right, says, "the name in the source", severity)
