"""Readings, surnames, and pairs of words that can be a name."""

from __future__ import annotations

import pytest

from tqa.text.english import outline
from tqa.text.names import is_given, is_in_title, is_syllable_elsewhere, letters_apart, pairs, title, word
from tqa.text.readings import characters, spellings, spells, surname_readings, surnames, written
from tqa.text.romanisation import wade_giles


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        row.split()
        for row in """单 shan/單 shan/查 zha/解 xie/仇 qiu/区 ou/區 ou/翟 zhai/曾 zeng/乐 yue/
        朴 piao/覃 qin/覃 tan/盖 ge/盖 gai/任 ren/纪 ji/华 hua/葛 ge/
        尉迟 yuchi/万俟 moqi/欧阳 ouyang/歐陽 ouyang/司马 sima/诸葛 zhuge/上官 shangguan/令狐 linghu/长孙 zhangsun/澹台 tantai/皇甫 huangfu/
        种 chong/员 yuan/员 yun/逄 pang/冼 xian/佘 she/谌 chen/谌 shen/郗 xi/缪 miao/宓 mi/阚 kan/恽 yun/隗 wei/隗 kui/薄 bo/柏 bai/卜 bu/
        吕 lv/吕 lu/吕 lyu/王 wang/李 li/张 zhang/張 zhang/刘 liu/陈 chen/杨 yang/赵 zhao/黄 huang/黃 huang/周 zhou/吴 wu/徐 xu/孙 sun/胡 hu/
        朱 zhu/高 gao/林 lin/何 he/郭 guo/马 ma/罗 luo/梁 liang/宋 song/郑 zheng/谢 xie/韩 han/唐 tang/冯 feng/于 yu/董 dong/萧 xiao/肖 xiao/
        程 cheng/曹 cao/袁 yuan/邓 deng/许 xu/傅 fu/沈 shen/彭 peng/苏 su/卢 lu/蒋 jiang/蔡 cai/贾 jia/丁 ding/魏 wei/薛 xue/叶 ye/阎 yan/闫 yan/
        余 yu/潘 pan/杜 du/戴 dai/夏 xia/钟 zhong/汪 wang/田 tian/姜 jiang/范 fan/方 fang/石 shi/姚 yao/谭 tan/廖 liao/邹 zou/熊 xiong/金 jin/
        陆 lu/郝 hao/孔 kong/白 bai/崔 cui/康 kang/毛 mao/邱 qiu/秦 qin/江 jiang/史 shi/顾 gu/侯 hou/邵 shao/孟 meng/龙 long/万 wan/段 duan/雷 lei/
        钱 qian/汤 tang/尹 yin/黎 li/易 yi/常 chang/武 wu/乔 qiao/贺 he/赖 lai/龚 gong/文 wen""".replace("\n", "").split("/")
    ],
)
def test_surnames_have_their_own_readings(surname: str, reading: str) -> None:
    assert reading in surname_readings()[surname]
    assert surname in surnames()[reading]


@pytest.mark.parametrize(
    ("surname", "reading"),
    [("单", "dan"), ("查", "cha"), ("解", "jie"), ("仇", "chou"), ("区", "qu"), ("翟", "di"), ("曾", "ceng"), ("王", "yu"), ("任", "yin")],
)
def test_the_common_reading_is_no_surname(surname: str, reading: str) -> None:
    assert reading not in surname_readings()[surname]


@pytest.mark.parametrize(
    ("letters", "text", "count"),
    [
        ("zhonglin", "忠林", 2),
        ("zhonglin", "忠临", 2),
        ("zhonglun", "忠林", 0),
        ("zhong", "忠林", 1),
        ("xian", "西安", 2),
        ("xian", "先", 1),
        ("fangfang", "芳芳", 2),
        ("lu", "吕", 1),
        ("lyu", "吕", 1),
        ("lv", "吕", 1),
        ("nv", "女", 1),
        ("shaanxi", "陕西", 2),
        ("shanxi", "陕西", 2),
        ("shanxi", "山西", 2),
        ("shaanxi", "山西", 0),
        ("luan", "六安", 2),
        ("jinping", "近平", 2),
        ("jinpian", "近平", 0),  # a reading that dictionaries have and no word does
        ("yue", "乐", 1),
        ("le", "乐", 1),
        ("zhonglin", "", 0),
        ("", "忠", 0),
        ("zhong", "𠮷", 0),
    ],
)
def test_characters_spell_letters(letters: str, text: str, count: int) -> None:
    assert spells(letters, text, 0) == count


def test_every_syllable_of_the_table_is_one() -> None:
    assert all(characters().values())
    assert {"".join(cut) for cut in spellings("忠林", 0, 2)} == {"zhonglin"}
    assert not list(spellings("忠", 0, 2))


@pytest.mark.parametrize(
    ("syllables", "name"),
    [(("zhong", "lin"), "Zhonglin"), (("xi", "an"), "Xi'an"), (("lv",), "Lü"), (("chang", "e"), "Chang'e"), (("e", "min"), "Emin")],
)
def test_names_are_written(syllables: tuple[str, ...], name: str) -> None:
    assert written(syllables) == name


@pytest.mark.parametrize(
    ("raw", "letters", "count"),
    [
        ("Zhonglin", "zhonglin", 2),
        ("Zhong-lin", "zhonglin", 2),
        ("Zhonglin's", "zhonglin", 2),
        ("Zhonglin’s", "zhonglin", 2),
        ("Xi'an", "xian", 2),
        ("Lü", "lv", 1),
        ("WANG", "wang", 1),
        ("Smith", "smith", 0),
        ("Zhoglin", "zhoglin", 0),
        ("Chinese", "chinese", 3),
    ],
)
def test_words(raw: str, letters: str, count: int) -> None:
    assert word(raw)[:2] == (letters, count)


@pytest.mark.parametrize("raw", ["China", "Human", "Kong", "Open", "Take", "Site", "Smith", "Beijingren"])
def test_english_words_are_no_given_names(raw: str) -> None:
    assert not is_given(word(raw))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Governor Wang Zhonglin spoke", ["Wang Zhonglin"]),
        ("Wang Zhonglin's speech", ["Wang Zhonglin"]),
        ("Zhonglin Wang", ["Zhonglin Wang"]),
        ("McWang Zhonglin", []),
        ("Wang Zhonglin2 and Wang", []),
        ("wang zhonglin", []),
        ("", []),
        ("A", []),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    pinyin = [pair for pair in pairs(text, outline(text)) if {pair.first.syllables, pair.second.syllables} == {1, 2}]
    assert [text[pair.start : pair.end] for pair in pinyin] == found


@pytest.mark.parametrize(
    ("syllable", "spelling"),
    [
        ("zhong", "chung"), ("jing", "ching"), ("qing", "ching"), ("xi", "hsi"), ("guo", "kuo"), ("zhi", "chih"), ("shi", "shih"), ("zi", "tzu"),
        ("ju", "chu"), ("quan", "chuan"), ("bian", "pien"), ("xue", "hsueh"), ("ren", "jen"), ("yi", "i"), ("dao", "tao"), ("luo", "lo"),
        ("shui", "shuei"),
    ],
)  # fmt: skip
def test_wade_giles(syllable: str, spelling: str) -> None:
    assert wade_giles(syllable) == spelling


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("主席", 2), ("副总理", 3), ("总书记", 3), ("书记处", 2), ("某某", 1), ("市长", 2), ("秘书长", 3), ("检察长", 3), ("大校", 2), ("上将", 2),
        ("律师", 2), ("老师", 2), ("女士", 2), ("大妈", 2), ("忠林", 0), ("长江", 0), ("副业", 0), ("", 0), ("主演", 0), ("家瑞", 1),
    ],
)  # fmt: skip
def test_titles_behind_a_surname(text: str, size: int) -> None:
    assert title(text, 0) == size


def test_characters_of_titles_are_no_surnames() -> None:
    assert [at for at in range(10) if is_in_title("习主席和董事长董总说", at)] == [1, 2, 4, 5, 6]
    assert not is_in_title("黄某", 0)


@pytest.mark.parametrize("raw", ["Shing", "Hing", "Chiu", "Leung", "Kwok", "Tat"])
def test_syllables_as_they_are_written_elsewhere(raw: str) -> None:
    assert is_syllable_elsewhere(raw)


@pytest.mark.parametrize("raw", ["Meets", "Says", "Street", "Zhong", "shing", "", "Foundation", "Visits", "Ltd"])
def test_words_that_are_no_syllables(raw: str) -> None:
    assert not is_syllable_elsewhere(raw)


@pytest.mark.parametrize(
    ("given", "cut", "apart"),
    [
        ("Zhonglin", ("zhong", "lin"), 0),
        ("Zhonglun", ("zhong", "lin"), 1),
        ("Zhognlin", ("zhong", "lin"), 1),
        ("Zonlin", ("zhong", "lin"), 2),
        ("Shaohua", ("zhong", "lin"), None),
        ("Wai", ("wei",), 1),
        ("Wen", ("yi",), None),
        ("Zhonglike", ("zhong", "liang"), 3),
        ("Haowajun", ("huai", "jun"), 3),
        ("Haowaer", ("huai", "jun"), None),
        ("Zhonglike", ("zhong",), None),
    ],
)
def test_letters_apart(given: str, cut: tuple[str, ...], apart: int | None) -> None:
    assert letters_apart(word(given), cut) == apart
