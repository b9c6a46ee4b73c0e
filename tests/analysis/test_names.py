"""Names held against the source."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis


def judged(source: str, target: str) -> list[tuple[str, str]]:
    facts = Analysis(article(target, source=(source,)))
    return [(facts.article.text[one.start : one.end], one.verdict) for one in facts.names.mentions]


@pytest.mark.parametrize(
    ("source", "target", "verdict"),
    [
        ("王忠林说", "Wang Zhonglin said", "right"),
        ("王忠林說", "Wang Zhong-lin said", "right"),
        ("王忠林说", "WANG Zhonglin said", "right"),
        ("王忠林说", "Wang Zhong Lin said", "right"),
        ("王忠林说", "Zhonglin Wang said", "flipped"),
        ("王忠林说", "Wang Zhonglun said", "misspelled"),
        ("王忠林说", "Wang Zonglin said", "misspelled"),
        ("王忠林说", "Wang Zhonglln said", "misspelled"),
        ("王忠林说", "Wang Chunglin said", "misspelled"),
        ("王忠林说", "Zhonglun Wang said", "misspelled"),
        ("王忠林说", "Wan Zhonglin said", "misspelled"),
        ("王忠林说", "Wnag Zhonglin said", "misspelled"),
        ("王忠林说", "Huang Zhonglin said", "other-surname"),
        ("王忠林说", "Wang Shaohua said", "other-given"),
        ("有人说", "Wang Shaohua said", "nowhere"),
        ("王毅说", "Wang Yi said", "right"),
        ("王毅说", "Yi Wang said", "flipped"),
        ("王毅说", "Wang Li said", "misspelled"),
        ("王毅说", "Wang Yue said", "other-given"),
        ("郎平说", "Lang Pan said", "other-given"),
        ("刘鹤说", "He Liu said", "flipped"),
        ("单霞说", "Shan Xia said", "right"),
        ("单霞说", "Dan Xia said", "misspelled"),
        ("查培新说", "Zha Peixin said", "right"),
        ("解振华说", "Xie Zhenhua said", "right"),
        ("解振华说", "Jie Zhenhua said", "misspelled"),
        ("曾庆红说", "Zeng Qinghong said", "right"),
        ("吕芳说", "Lü Fang said", "right"),
        ("吕芳说", "Lyu Fang said", "right"),
        ("吕芳说", "Lv Fang said", "right"),
        ("吕芳说", "Lu Fang said", "right"),
        ("吕芳说", "Lui Fangg said", ""),
        ("欧阳修说", "Ouyang Xiu said", "right"),
        ("欧阳修说", "Ouyang Xio said", "misspelled"),
        ("李亚安说", "Li Ya'an said", "right"),
        ("李亚安说", "Li Yaan said", "right"),
        ("许正宇说", "Hui Ching-yu said", ""),
        ("陈川仁说", "Tan Chuan-Jin said", ""),
        ("台灣的陳菊說", "Chen Chu said", ""),
        ("台湾林全说", "Lin Chuan said", ""),
        ("马英九说", "Ma Ying-jeou said", ""),
        ("韩国瑜说", "Han Kuo-yu said", ""),
        ("林志玲说", "Lin Chi-ling said", ""),
        ("宋美龄说", "Soong Mei-ling said", ""),
        ("申裕斌说", "Shin Yu-bin said", ""),
        ("韩智敏说", "Han Ji-min said", ""),
        ("胡适说", "Hu Shih said", ""),
        ("杨振宁说", "Chen-Ning Yang said", ""),
        ("杨振宁说", "Chen Ning Yang said", "own"),
        ("李飞飞说", "Fei-Fei Li said", "own"),
        ("林毅夫说", "Justin Yifu Lin said", ""),
        ("张本智和说", "Zhang Benzhihe said", "japanese"),
        ("上交大说", "Jiao Tong University said", ""),
        ("关累港", "Guan Lai Port", "misspelled"),
        ("香港说", "Hong Kong said", ""),
        ("长江说", "Chang Jiang said", ""),
        ("愚公移山", "Yu Gong moved mountains", ""),
        ("毛主席说", "Mao Zedong said", ""),
        ("习总书记说", "Xi Jinping said", ""),
        ("黄某某说", "Huang Yue said", ""),
        ("郑氏心说", "Zheng Thi Tam said", ""),
        ("他说", "He Said So", ""),
        # A syllable taken for two; not where the source has a third character, or another border.
        ("王忠良说", "Wang Zhonglike said", "misspelled"),
        ("李兰娟说", "Li Liwajuan said", "misspelled"),
        ("王忠良说", "Wang Haerbin said", ""),
        ("朱旭东方队", "Zhu Xudongfang led", ""),
        ("欧阳自远说", "Ou Yangziyuan said", ""),
        # A surname alone before a title, whatever else is called by the same character.
        ("习主席说", "Xi Jinping said", ""),
        ("王外长说", "Wang Yi said", ""),
        ("何副总理说", "Vice Premier He Lifeng said", ""),
        ("董事长董总说", "Dong Mingzhu said", ""),
        ("李总说", "Li Dong said", ""),
        ("李總經理說", "Li Dong said", ""),
        ("王部长，王刚说", "Wang Gong said", "misspelled"),
        ("董事长董建华说", "Dong Mingzhu said", "other-given"),
        # English words begin a sentence; within one they are surnames.
        ("何立峰说", "And then he saw He Mingzhu", "other-given"),
        ("何立峰在海宁说", "He Haining saw", ""),
        ("潘石屹说", "Pan Jinfeng said", "other-given"),
        ("老挝班相果", "They saw Lao Xiang", ""),
        ("他见了王师傅", "They saw Lao Wang", ""),
        # Names in three words, as they are written elsewhere.
        ("李嘉诚基金会", "Li Ka Shing Foundation", ""),
        ("李宗伟说", "Lee Chong Wei said", ""),
        ("朱丽兰与李兰娟", "Chu Lai Lan said", ""),
        ("王毅会见外长", "Wang Yao Meets Minister", "other-given"),
        ("欧阳瑜说", "Ou Yeung Yu said", ""),
        ("张卫来自卫健委", "Zhang Wai said", "misspelled"),
        ("韦先生说", "Zhang Wai said", ""),
        # Surnames of two characters.
        ("诸葛亮说", "Zuge Liang said", "misspelled"),
        ("欧阳修说", "Ouyan Xiu said", "misspelled"),
        ("范明政说", "Pham Minh Zheng said", ""),
    ],
)
def test_verdicts(source: str, target: str, verdict: str) -> None:
    assert [found for _, found in judged(source, target)] == ([verdict] if verdict else [])


def test_the_same_words_at_the_beginning_of_a_sentence_and_within_one() -> None:
    assert judged("何立峰说", "He Mingzhu saw. Then he saw He Mingzhu.") == [("He Mingzhu", "other-given")]


def test_furniture_of_the_source_names_people_too() -> None:
    source = ("三年前的今天，公司在武汉成立。", "责任编辑：张三")
    facts = Analysis(article("The firm was founded in Wuhan.", "Zhang San wrote this.", source=source))
    assert len(facts.visible_source) == 1
    assert facts.names.mentions == ()


def test_the_last_two_words_are_the_name() -> None:
    assert judged("朱丽兰说", "Li Zhu Lilan said") == [("Zhu Lilan", "right")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", "Wang Zhonglin"),
        ("王忠林", ""),
        ("王" * 20_000, "Wang Zhonglin said. " * 2_000),
        ("𠮷" * 1_000, "Ji Ji" * 1_000),
        ("9" * 100_000, "Wang Li"),
        ("王忠林😀", "😀Wang Zhonglun😀"),
        ("王·忠林·" * 5_000, "Wangzhonglin " * 5_000),
        ("安倍" * 5_000, "Anbei " * 5_000),
        ("王忠林", "A" * 100_000),
        ("王忠林", "Wang " * 20_000),
    ],
)
def test_hostile_input_ends(source: str, target: str) -> None:
    facts = Analysis(article(target, source=(source,)))
    assert isinstance(facts.names.mentions, tuple)
    assert isinstance(facts.exonyms.places, list)
    assert isinstance(facts.splits, tuple)


@pytest.mark.parametrize(
    ("source", "target", "read_out"),
    [
        ("韩国总统李在明会见中国国家主席习近平。", "Li Zaiming met Xi Jinping.", ["Li Zaiming"]),
        ("他与韩国总统李在明会谈。", "He met Li Zaiming.", ["Li Zaiming"]),
        ("越南国家主席梁强讲话。", "Liang Qiang spoke.", ["Liang Qiang"]),
        ("韩国国防部长官会见国防部部长董军。", "Dong Jun met him.", []),
        ("越南总理会见国务院副总理丁薛祥。", "Ding Xuexiang met him.", []),
        ("韩国导演和中国演员章子怡", "Zhang Ziyi and a director", []),
        ("韩国演员章子怡。中国演员章子怡。", "Zhang Ziyi acted.", []),
        ("中国与韩国选手陈雨菲、安洗莹", "Chen Yufei and An Se-young", []),
        ("中国驻韩国大使邢海明", "Xing Haiming", []),
        ("朝鲜族歌手金美儿", "Jin Meier sang.", []),
        ("吾守尔·斯拉木", "Wushour Silamu", []),
    ],
)
def test_who_is_read_out(source: str, target: str, read_out: list[str]) -> None:
    facts = Analysis(article(target, source=(source,)))
    assert [facts.article.text[one.start : one.end] for one in facts.exonyms.people] == read_out
