"""Numbers in Chinese text: values, kinds, and the words that hold none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.numbers.chinese import find_quantities
from tqa.text.numbers.chinese_money import find_currencies
from tqa.text.numbers.hanzi import numeral_values

HAN = "零一二三四五六七八九"


def spell(number: int) -> str:
    """A number in numerals, as a schoolbook writes it."""
    if number == 0:
        return "零"
    parts: list[str] = []
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, size)
        if not section:
            if parts and number:
                parts.append("零")
            continue
        text = _section(section)
        if parts and section < 1000 and not parts[-1].endswith("零"):
            text = "零" + text
        parts.append(text + name)
    return "".join(parts).replace("零零", "零").rstrip("零")


def _section(number: int) -> str:
    text = ""
    gap = False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap and text else "") + HAN[digit] + name
            gap = False
        else:
            gap = True
    return text


@given(st.integers(0, 10**12 - 1))
def test_numerals_are_read_as_they_are_spelled(number: int) -> None:
    assert Decimal(number) in numeral_values(spell(number))


@given(st.integers(0, 10**15))
def test_figures_are_read_in_every_dress(number: int) -> None:
    for written in (str(number), f"{number:,}", str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))):
        assert [one.values[0] for one in find_quantities(f"有{written}个")] == [number]


@given(st.integers(1, 9999), st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12), ("百万", 10**6), ("千万", 10**7)]))
def test_scales_multiply(number: int, scale: tuple[str, int]) -> None:
    for written in (f"{number}{scale[0]}", f"{number} {scale[0]}", f"{number}多{scale[0]}", f"{number}余{scale[0]}"):
        assert find_quantities(f"共{written}人")[0].values[0] == number * scale[1]


@given(st.text(alphabet="0123456789一二三十百千万亿两半几数零点.,，：%成倍折年月日第分之元亩 多余、至—-a中\n𠮷😀", max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    found = find_quantities(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "一" * 100_000, "亿" * 100_000, "1," * 50_000, "3万" * 40_000, "百分之" * 30_000, "第" * 100_000, "9 " * 50_000]
)
def test_bulk_is_read_in_linear_time(text: str) -> None:
    find_quantities(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("820 万人", [8_200_000]),
        ("1亿2000万", [120_000_000]),
        ("3亿5千万", [350_000_000]),
        ("12万亿元", [12 * 10**12]),
        ("3兆元", [3 * 10**12]),
        ("115兆日圓", [115 * 10**12]),
        ("1兆2000亿元", [12 * 10**11]),
        ("100兆瓦", [100]),
        ("1.5万亿", [1_500_000_000_000]),
        ("三千五百万", [35_000_000]),
        ("两万", [20_000]),
        ("三万五", [35_000]),
        ("一百二", [120]),
        ("两千三", [2300]),
        ("一百零五", [105]),
        ("一千零二十", [1020]),
        ("廿三", [23]),
        ("卅", [30]),
        ("卅一", [31]),
        ("一百廿五", [125]),
        ("卅多名", [30]),
        ("十五", [15]),
        ("十", [10]),
        ("二〇一九", [2019]),
        ("3.5万", [35_000]),
        ("三点五万", [35_000]),
        ("1,500,000人", [1_500_000]),
        ("３５万", [350_000]),
        ("5萬", [50_000]),
        ("3億", [300_000_000]),
        ("30余万", [300_000]),
        ("100多亿", [10**10]),
        ("40余倍", [40]),
        ("十余家", [10]),
    ],
)
def test_values(text: str, values: list[int]) -> None:
    assert [one.values[0] for one in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("五六百", {500, 600}),
        ("两三千", {2000, 3000}),
        ("一万六七千", {16_000, 17_000}),
        ("十七八个", {17, 18}),
        ("三五个", {3, 5}),
        ("一两年", {1, 2}),
        ("七成", {70, Decimal("0.7")}),
        ("一成五", {15, Decimal("0.15")}),
        ("三成五左右", {35}),
        ("两成半", {25}),
        ("一刻钟", {15, Decimal("0.25")}),
        ("三刻钟", {45, Decimal("0.75")}),
        ("三年零六个月", {3, Decimal("3.5"), 42}),
        ("一年又三个月", {1, Decimal("1.25"), 15}),
        ("8折", {80, 20}),
        ("八五折", {85, 15}),
        ("增长2倍", {2, 3, 200, 100}),
        ("翻番", {2, 100}),
        ("翻两番", {4, 300}),
        ("35%", {35, Decimal("0.35")}),
        ("３５％", {35}),
        ("3.67 %", {Decimal("3.67")}),
        ("百分之三十五", {35}),
        ("三分之一", {Decimal("0.333333")}),
        ("四分之三", {Decimal("0.75"), 75}),
        ("两年半", {Decimal("2.5")}),
        ("一个半小时", {1}),
        ("3个半月", {Decimal("3.5")}),
        ("半年", {6, Decimal("0.5")}),
        ("13时", {13, 1}),
        ("2019年", {2019, 19}),
        ("97年", {97, 1997}),
        ("十四五规划", {14}),
    ],
)
def test_readings(text: str, readings: set[object]) -> None:
    assert readings <= set(find_quantities(text)[0].values)


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("623亿元", "money", "CNY"),
        ("5 万元", "money", "CNY"),
        ("300万美元", "money", "USD"),
        ("300万港元", "money", "HKD"),
        ("新台币300万元", "money", "TWD"),
        ("300万日元", "money", "JPY"),
        ("1日元", "money", "JPY"),
        ("100日元首次跌破", "money", "JPY"),
        ("5日元首会晤", "moment", ""),
        ("1日元旦放假", "moment", ""),
        ("新台币约300万元", "money", "TWD"),
        ("300万元新台币", "money", "TWD"),
        ("300万元人民币", "money", "CNY"),
        ("港币300万", "money", "HKD"),
        ("US$300万", "money", "USD"),
        ("RMB300万", "money", "CNY"),
        ("RMB 300万", "money", "CNY"),
        ("COVID300", "code", ""),
        ("硬币300枚", "num", ""),
        ("500元（港币560元）", "money", "CNY"),
        ("5亿卢布", "money", "RUB"),
        ("30余万亩", "num", "mu"),
        ("5000千米", "num", "kilometre"),
        ("100千瓦", "num", "kilowatt"),
        ("25摄氏度", "num", "celsius"),
        ("300斤", "num", "jin"),
        ("0.5个百分点", "points", ""),
        ("6%", "pct", ""),
        ("第14", "ordinal", ""),
        ("二十大", "ordinal", ""),
        ("26日", "moment", ""),
        ("460点", "num", ""),
        ("三成", "cheng", ""),
        ("三成五", "cheng", ""),
        ("3倍", "times", ""),
        ("5G", "code", ""),
        ("GB 18030", "code", ""),
        ("2021.6.11", "moment", ""),
    ],
)
def test_kinds(text: str, kind: str, unit: str) -> None:
    one = find_quantities(text)[0]
    assert (one.kind, one.unit) == (kind, unit)


@pytest.mark.parametrize(
    "text",
    [
        "一带一路",
        "三亚",
        "三农",
        "四川",
        "五粮液",
        "十分",
        "百姓",
        "千万不要",
        "万万没想到",
        "万一",
        "双方",
        "两岸",
        "半导体",
        "九寨沟",
        "八达岭",
        "千方百计",
        "乱七八糟",
        "接二连三",
        "星期三",
        "初五",
        "“十一”假期",
        "成千上万",
        "上百人",
        "近万人",
        "数十万",
        "几百个",
        "一些",
        "统一",
        "第一",
        "COVID-19",
        "G20",
        "人数",
        "26日",
        "9月",
        "2019年",
    ],
)
def test_what_needs_no_answer(text: str) -> None:
    assert not [one for one in find_quantities(text) if one.weight]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("1100多人", 2),
        ("70年来", 2),
        ("20年", 2),
        ("3票", 2),
        ("6.8%", 2),
        ("三个", 1),
        ("百万", 1),
        ("19年", 1),
        ("1名", 1),
        ("第74届", 2),
        ("“3+1”机制", 2),
    ],
)
def test_what_needs_an_answer(text: str, weight: int) -> None:
    assert find_quantities(text)[0].weight == weight


@pytest.mark.parametrize(
    ("text", "first"),
    [("3至5万", 30_000), ("3-5万元", 30_000), ("3到5亿", 300_000_000), ("三四万", 30_000), ("20—30万", 200_000), ("1、2万", 10_000)],
)
def test_ranges_share_their_scale(text: str, first: int) -> None:
    assert first in find_quantities(text)[0].values


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("5元", ["CNY"]),
        ("数亿元", ["CNY"]),
        ("元旦", []),
        ("公元前", []),
        ("单元", []),
        ("300万美元和5亿港元", ["USD", "HKD"]),
        ("人民币兑美元", ["CNY", "USD"]),
        ("英镑", ["GBP"]),
        ("新台币500亿元", ["TWD"]),
        ("新台币约500多亿元", ["TWD"]),
        ("500亿元新台币", ["TWD"]),
        ("500元（新台币，下同）", ["TWD"]),
        ("500元（港币560元）", ["CNY", "HKD"]),
        ("人民币5亿元、新台币3亿元", ["CNY", "TWD"]),
        ("HK$500亿", ["HKD"]),
        ("港币", ["HKD"]),
        ("卢比奥访问卢布尔雅那", []),
        ("10月1日元旦", []),
        ("香港元朗", []),
        ("命令吉林", []),
        ("格兰特", []),
        ("500万南非兰特", ["ZAR"]),
        ("500枚比特币", ["BTC"]),
        ("比特币", []),
    ],
)
def test_currencies(text: str, codes: list[str]) -> None:
    assert [code for _, _, code in find_currencies(text)] == codes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("身高1米85", "1.85"),
        ("跳出8米21的成绩", "8.21"),
        ("以9秒83获胜", "9.83"),
        ("身高一米八五。", "1.85"),
        ("身高一米八", "1.8"),
        ("卖3块5。", "3.5"),
        ("卖三块五", "3.5"),
        ("卖3元5角", "3.5"),
        ("每度2毛钱", "0.2"),
        ("100米20次", "100"),
        ("5秒2个", "5"),
        ("十米三棵树", "10"),
        ("8点30开始", "8"),
        ("8点20多分", "8"),
        ("八点二十五开车", "8"),
        ("晚上7点零5分", "7"),
        ("两点一刻", "2"),
        ("两点二十分", "2"),
        ("三点五万人", "35000"),
    ],
)
def test_what_people_say(text: str, value: str) -> None:
    assert find_quantities(text)[0].values[0] == Decimal(value)


def test_half_a_kilometre_is_no_part_of_a_name() -> None:
    assert [one.unit for one in find_quantities("走了300里、30华里，到七里河、八里桥和百里外的3里面")] == ["li", "li", "", "", "", ""]
