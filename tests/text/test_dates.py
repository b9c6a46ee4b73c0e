"""Dates in Chinese and English: what they say, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.moments import told
from tqa.text.dates import chinese, english
from tqa.text.dates.accounts import figures_of, holiday_dates
from tqa.text.dates.moment import Moment
from tqa.text.dates.numerals import small_values
from tqa.text.dates.wording import ordinal, rewritten


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
