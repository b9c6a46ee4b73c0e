"""Dates in Chinese and English: what they say, and what is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.text.dates import chinese, english
from tqa.text.dates.accounts import figures_of, holiday_dates
from tqa.text.dates.moment import Moment
from tqa.text.dates.numerals import small_values
from tqa.text.dates.wording import ordinal, rewritten

_CODES = {
    "year": "y",
    "decade": "D",
    "century": "C",
    "half": "H",
    "quarter": "Q",
    "month": "m",
    "day": "d",
    "weekday": "w",
    "hour": "h",
    "minute": "'",
    "relative-year": "Y",
    "relative-month": "M",
    "relative-week": "W",
    "relative-day": "T",
    "relative-century": "S",
}


def told(moments: Iterable[Moment]) -> str:
    """Moments in short: “y2024 m5 d17; h9/21”."""
    return "; ".join(" ".join(_CODES[part.field] + "/".join(map(str, part.values)) for part in moment.parts) for moment in moments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days, months, years.
        ("2024年5月17日", "y2024 m5 d17"),
        ("2024 年 5 月 17 日", "y2024 m5 d17"),
        ("２０２４年５月１７日", "y2024 m5 d17"),
        ("二〇二四年五月十七日", "y2024 m5 d17"),
        ("二○二四年五月二十日", "y2024 m5 d20"),
        ("一九四九年十月一日", "y1949 m10 d1"),
        ("5月17日", "m5 d17"),
        ("5月17号", "m5 d17"),
        ("17日", "d17"),
        ("26日晚，双方会晤", "d26"),
        ("王某27日介绍", "d27"),
        ("5月", "m5"),
        ("5月份", "m5"),
        ("十一月", "m11"),
        ("九月初", "m9"),
        ("2020年底", "y2020"),
        ("2019财年", "y2019"),
        ("2020年度", "y2020"),
        ("1949年新中国诞生", "y1949"),
        ("自2000年以来", "y2000"),
        ("98年5月", "y1998/2098 m5"),
        ("九八年", "y1998/2098"),
        ("零八年", "y1908/2008"),
        ("2024-05-17", "y2024 m5 d17"),
        ("2024/5/17", "y2024 m5 d17"),
        ("2021.6.11", "y2021 m6 d11"),
        ("2019国庆", "y2019"),
        ("《中国2019》", "y2019"),
        ("（2019）", "y2019"),
        ("今年9月26日", "Y0 m9 d26"),
        ("本月26号，", "M0 d26"),
        ("7月6日19时54分", "m7 d6 h19 '54"),
        ("9月3日（周日）", "m9 d3 w7"),
        ("12月10日讯", "m12 d10"),
        ("新华社北京9月27日电", "m9 d27"),
        # Ranges and lists.
        ("5月3日至6日", "m5 d3; d6"),
        ("5月3日—6月6日", "m5 d3; m6 d6"),
        ("5月至6月", "m5; m6"),
        ("8、9月", "m8; m9"),
        ("3-6日", "d3; d6"),
        ("2019—2021年", "y2019; y2021"),
        ("2019年至2021年", "y2019; y2021"),
        ("2019、2020和2021年", "y2019; y2020; y2021"),
        ("2019年9月至2020年3月", "y2019 m9; y2020 m3"),
        ("10月1日-7日", "m10 d1; d7"),
        ("21日、22日两日", "d21; d22"),
        ("9时至21时", "h9/21; h21"),
        ("0—24时", "h0; h0"),
        # Times of day.
        ("上午9时30分", "h9 '30"),
        ("下午3时", "h15"),
        ("晚上11时", "h23"),
        ("凌晨2点半", "h2 '30"),
        ("早上8点", "h8"),
        ("中午12时", "h12"),
        ("13时", "h13"),
        ("9时", "h9/21"),
        ("21:00", "h21 '0"),
        ("21：30", "h21 '30"),
        ("3点15分", "h3/15 '15"),
        ("3点钟", "h3/15"),
        ("18时许", "h18"),
        ("24日24时", "d24 h0"),
        ("当地时间25日下午3时", "d25 h15"),
        ("5月17日上午9时", "m5 d17 h9"),
        # Longer times.
        ("80年代", "D80"),
        ("1980年代", "D1980"),
        ("八十年代", "D80"),
        ("20世纪六七十年代", "C20 D60/70"),
        ("上世纪80年代", "S-1 D80"),
        ("21世纪", "C21"),
        ("二十一世纪", "C21"),
        ("本世纪", "S0"),
        ("90后", "D90"),
        ("“80后”“00后”", "D80; D0"),
        ("第一季度", "Q1"),
        ("三季度", "Q3"),
        ("第三、四季度", "Q3; Q4"),
        ("2020年上半年", "y2020 H1"),
        ("下半年", "H2"),
        # Days of the week.
        ("周三", "w3"),
        ("星期三", "w3"),
        ("礼拜天", "w7"),
        ("周一至周五", "w1; w5"),
        ("上周三", "w3"),
        ("週五", "w5"),
        # Counted from today.
        ("今年", "Y0"),
        ("去年同期", "Y-1"),
        ("明年", "Y1"),
        ("前年", "Y-2"),
        ("当年", "Y"),
        ("昨日", "T-1"),
        ("今天", "T0"),
        ("明晚", "T1"),
        ("当日", "T"),
        ("次日", "T1"),
        ("本月", "M0"),
        ("上个月", "M-1"),
        ("下月", "M1"),
        ("本周", "W0"),
        ("上周", "W-1"),
        ("昨日下午3时", "T-1 h15"),
        # Other calendars.
        ("正月初五", "m1 d5"),
        ("正月十五", "m1 d15"),
        ("腊月二十三", "m12 d23"),
        ("农历八月十五", "m8 d15"),
        ("八月十五中秋", "m8 d15"),
        ("大年初一", "d1"),
        ("民国38年", "y1949"),
        ("民国三十八年", "y1949"),
        ("民國109年度", "y2020"),
    ],
)
def test_chinese(text: str, expected: str) -> None:
    assert told(chinese.find_moments(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Durations.
        "3年",
        "70年来",
        "十年",
        "三年",
        "5个月",
        "三个月",
        "10天",
        "两月",
        "为期三日",
        "连续五日",
        "三日游",
        "七日内",
        "24小时",
        "历时5小时",
        "两周",
        "七八年",  # seven or eight years
        "5000年历史",
        "2000年来",
        "1000多年",
        "每周",
        "两个星期",
        # Figures that are none.
        "12.3点",
        "4点建议",
        "三点要求",
        "7号楼",
        "1号线",
        "一号工程",
        "神舟十四号在轨",
        "比分25:20",
        "2000人",
        "2000万元",
        "近2000名",
        "2019.5亿元",
        "3后",
        "十分重要",
        "一周三次",
        "周年庆典",
        "八周岁",
        "当时",
        "同时",
        "月饼",
        "前年轻人",
        "初一年级",
        "一带一路",
        "第十四个",
        "人民日报",
        "日本",
        "",
    ],
)
def test_no_chinese_date(text: str) -> None:
    assert told(chinese.find_moments(text)) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days, months, years.
        ("on May 17, 2024", "m5 d17 y2024"),
        ("May 17th", "m5 d17"),
        ("17 May 2024", "d17 m5 y2024"),
        ("17th of May", "d17 m5"),
        ("17th May", "d17 m5"),
        ("the 17th day of May", "d17 m5"),
        ("May the 4th", "m5 d4"),
        ("Sept. 27", "m9 d27"),
        ("Sept 27", "m9 d27"),
        ("Sept.27", "m9 d27"),
        ("Sep. 27, 2020", "m9 d27 y2020"),
        ("27 Sept. 2020", "d27 m9 y2020"),
        ("May 2024", "m5 y2024"),
        ("September, 2020", "m9 y2020"),
        ("September of 2020", "m9 y2020"),
        ("in May", "m5"),
        ("In March, it fell", "m3"),
        ("mid-May", "m5"),
        ("late-March", "m3"),
        ("since last May", "m5"),
        ("in early September", "m9"),
        ("Jakarta, Sept. 27 (Xinhua)", "m9 d27"),
        ("2024-05-17", "y2024 m5 d17"),
        ("2024/5/17", "y2024 m5 d17"),
        ("2021.6.11", "y2021 m6 d11"),
        ("in 2019", "y2019"),
        ("the 2020 Olympics", "y2020"),
        ("(1893-1976)", "y1893; y1976"),
        ("in 1840", "y1840"),
        ("since 1911", "y1911"),
        ("FY 2020", "y2020"),
        ("on the 26th.", "d26"),
        ("on the 26th in Beijing", "d26"),
        ("on the evening of the 26th, he", "d26"),
        ("on 25th - Xinhua", "d25"),
        ("on the 13th stating that", "d13"),
        ("on the 14th day that", "d14"),
        # Ranges and lists.
        ("May 17-19", "m5 d17 d19"),
        ("May 17 to 19", "m5 d17 d19"),
        ("17-19 May", "d17 d19 m5"),
        ("from 2 to 5 September", "d2 d5 m9"),
        ("from the 3rd to the 6th of May", "d3 d6 m5"),
        ("May 3 to June 6", "m5 d3; m6 d6"),
        ("22 March, 14 June and 27 September", "d22 m3; d14 m6; d27 m9"),
        ("September 3 and 4", "m9 d3 d4"),
        ("2019-2021", "y2019; y2021"),
        ("2019–21", "y2019; y2021"),
        ("2020/21", "y2020; y2021"),
        ("from 2019 to 2021", "y2019; y2021"),
        # Times of day.
        ("9 pm", "h21"),
        ("9 p.m.", "h21"),
        ("9:30 a.m.", "h9 '30"),
        ("9.30 am", "h9 '30"),
        ("6: 00 p.m.", "h18 '0"),  # a system's spacing
        ("12 a.m.", "h0"),
        ("12 p.m.", "h12"),
        ("21:00", "h21 '0"),
        ("0:00", "h0 '0"),
        ("9:30", "h9/21 '30"),
        ("9 o'clock", "h9/21"),
        ("at noon", "h12"),
        ("until midnight", "h0"),
        # Longer times.
        ("the 1980s", "D1980"),
        ("the 1980's", "D1980"),
        ("the 80s", "D80"),
        ("the ’80s", "D80"),
        ("the 20th century", "C20"),
        ("a 21st-century city", "C21"),
        ("the twentieth century", "C20"),
        ("the 18th and 19th centuries", "C18; C19"),
        ("the first quarter", "Q1"),
        ("the 3rd quarter", "Q3"),
        ("Q1 revenue", "Q1"),
        ("the first half of 2020", "H1; y2020"),
        # Days of the week.
        ("on Wednesday", "w3"),
        ("Wednesdays", "w3"),
        ("Sun, Sep 3", "w7; m9 d3"),
        ("Mon-Fri", "w1"),
        # Counted from today.
        ("today", "T0"),
        ("Tomorrow", "T1"),
        ("yesterday's", "T-1"),
        ("last year", "Y-1"),
        ("This year", "Y0"),
        ("next month", "M1"),
        ("last week", "W-1"),
        ("the following day", "T1"),
        ("that year", "Y"),
        ("the same day", "T"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert told(english.find_moments(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "May he live long.",
        "Theresa May said",
        "Mr. May",
        "They march on.",
        "March on!",
        "the Long March",
        "Sun Yang won",
        "Jan Smith",
        "April Jones said",
        "Mar the surface",
        "the second plan",
        "the Mayor of Maytown",
        "Augustus",
        "Octopus",
        "Marching bands",
        "Juneau",
        "in his 50s",
        "her 20s",
        "three days",
        "3 years",
        "5 months",
        "2000 yuan",
        "2,019 people",
        "2019 people",
        "19,840",
        "1.2019",
        "$2000",
        "the 26th meeting",
        "the 19th National Congress",
        "the 70th anniversary",
        "won 3-2",
        "GB 18030",
        "yearly",
        "afternoons",
        "halfway",
        "",
    ],
)
def test_no_english_date(text: str) -> None:
    assert told(english.find_moments(text)) == ""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("17", (17,)),
        ("十", (10,)),
        ("十一", (11,)),
        ("二十", (20,)),
        ("廿三", (23,)),
        ("二〇二四", (2024,)),
        ("六七十", (60, 70)),
        ("十十", ()),
        ("", ()),
    ],
)
def test_small_values(text: str, values: tuple[int, ...]) -> None:
    assert small_values(text) == values


def test_what_else_may_stand_for_a_date() -> None:
    assert figures_of("约1,100人、三十二 7") == {1100, 32, 7}
    assert (10, 1) in holiday_dates("国庆假期")
    assert (9, 18) in holiday_dates("“9·18”事变")


@pytest.mark.parametrize(
    ("field", "written", "value", "expected"),
    [
        ("month", "Sept", 8, "Aug"),
        ("month", "September", 8, "August"),
        ("day", "26th", 22, "22nd"),
        ("day", "26", 11, "11"),
        ("year", "2019", 2018, "2018"),
    ],
)
def test_rewritten(field: str, written: str, value: int, expected: str) -> None:
    assert rewritten(field, written, value) == expected  # type: ignore[arg-type]


_SOUP = st.text("0123456789年月日号时点分周世纪代后今去上下午十二三初正至—-、:：./ 九", max_size=60)
_WORDS = ["May", "17", ",", "2024", "the", "of", "3rd", "to", "-", "Sept.", "in", "9:30", "a.m.", "last", "year", "Q1", "noon", "Sun", "1980s", "\n"]
_LETTERS = st.lists(st.sampled_from(_WORDS), max_size=20).map(" ".join)


@given(_SOUP)
@settings(max_examples=300, deadline=None)
def test_chinese_dates_are_in_order_and_apart(text: str) -> None:
    check_order(chinese.find_moments(text), text)


@given(_LETTERS)
@settings(max_examples=300, deadline=None)
def test_english_dates_are_in_order_and_apart(text: str) -> None:
    check_order(english.find_moments(text), text)


def check_order(moments: list[Moment], text: str) -> None:
    position = 0
    for moment in moments:
        assert position <= moment.start < moment.end
        assert moment.end <= len(text)
        assert all(moment.start <= part.start < part.end <= moment.end for part in moment.parts)
        position = moment.end


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))
@settings(deadline=None)
def test_both_sides_read_the_same_day(year: int, month: int, day: int) -> None:
    ours = chinese.find_moments(f"于{year}年{month}月{day}日举行")[0]
    name = english.MONTHS[month - 1]
    for written in (f"{name} {day}, {year}", f"{day} {name} {year}", f"the {ordinal(day)} of {name}, {year}", f"{year}-{month:02}-{day:02}"):
        theirs = english.find_moments(f"on {written}.")[0]
        assert (theirs.year, theirs.month, theirs.day) == (ours.year, ours.month, ours.day)


@pytest.mark.parametrize("find", [chinese.find_moments, english.find_moments])
@pytest.mark.parametrize(
    "text", ["9" * 100_000, "9年" * 20_000, "二" * 100_000, "1、" * 50_000, "May " * 20_000, "21:" * 30_000, "𠮷😀\r\n26日", "year " * 20_000]
)
def test_hostile_text_is_read_in_linear_time(find: Callable[[str], list[Moment]], text: str) -> None:
    find(text)
