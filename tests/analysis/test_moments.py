"""Which dates of the target answer those of the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.analysis.analysis import Analysis
from tqa.model import Document, Place, Run, Segment, Side
from tqa.text.dates.english import MONTHS
from tqa.text.dates.wording import ordinal

_PLACE = Place("a.txt", (Run(0, 1, 1),))


def facts(source: list[str], target: list[str]) -> Analysis:
    def side(name: Side, lines: list[str]) -> tuple[Segment, ...]:
        return tuple(Segment(name, index, line, _PLACE) for index, line in enumerate(lines))

    return Analysis(Document("a", "a.txt", side("target", target), side("source", source), aligned=len(source) == len(target)))


def wrong(source: str, target: str) -> list[str]:
    """The target dates that contradict the source."""
    known = facts([source], [target])
    return [target[fault.target.start : fault.target.end] for faults in known.moments.wrong.values() for fault in faults]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # A day as a weekday, today, a full date, a bare ordinal.
        ("26日表示", "said on Thursday"),
        ("26日表示", "said today"),
        ("26日表示", "said on Sept. 26"),
        ("9月26日表示", "said on the 26th"),
        ("9月26日表示", "said on Thursday, the 26th of September"),
        ("9月26日表示", "said last Thursday"),
        ("今天上午", "on the morning of December 10"),
        ("昨日表示", "said on the 25th"),
        ("22日抵加，并于次日递交", "arrived on the 22nd and presented it on the 23rd"),
        ("周三表示", "said on the 26th"),
        ("26日（周三）", "on Wednesday the 26th"),
        ("26日和27日", "on Wednesday and the 27th"),
        # A year as this year, and the reverse.
        ("今年下降", "fell in 2019"),
        ("2019年下降", "fell this year"),
        ("去年9月", "in September 2018"),
        ("从去年到今年", "from 2018 to 2019"),
        ("1978年以来", "since the 1970s"),
        ("20世纪80年代", "in the 1980s"),
        ("上世纪80年代", "in the 80s"),
        ("80年代末", "in 1989"),
        ("90后", "people born in the 1990s"),
        ("90后", "the post-90s generation"),
        ("民国38年", "in 1949"),
        # Months left out, filled in or called this month.
        ("本月26日", "on September 26"),
        ("9月26日", "on the 26th of this month"),
        ("上月", "in August"),
        ("元旦", "on January 1"),
        ("国庆假期9月30日开始", "the holiday around October 1 begins on September 30"),
        ("“9·18”，26日", "the September 18 incident, on the 26th"),
        ("农历八月十五，9月13日", "on September 13"),
        # Hours in either count.
        ("21时", "at 9 p.m."),
        ("21时", "at 21:00"),
        ("晚上9点", "at 9 o'clock in the evening"),
        ("12时", "at noon"),
        ("24时", "at midnight"),
        ("0—24时", "from 0:00 to 24:00"),
        ("0—24时", "all day long"),
        ("北京时间4时", "at 8 p.m. GMT"),
        # Minutes: in another order, in two zones, beside figures that are no time, rounded, and one hour with and without them.
        ("3时20分、3时40分", "at 3:40 and 3:20"),
        ("北京时间15时20分（巴黎时间8时20分）", "at 3:20 p.m. in Beijing (8:20 a.m. in Paris)"),
        ("15时20分", "at 15.20 p.m."),
        ("3时20分，比分2比45", "at 3:20 with 3:45 down"),
        ("3时17分", "shortly before 3:20"),
        ("约8时", "at 8:05"),
        ("8时刚过", "at 8:05"),
        ("北京时间14时30分", "at 12:00 IST"),
        ("3时，3时20分", "at 3:00 and 3:02"),
        ("3时20分", "at 3:02, that is 20 minutes late"),
        ("3时20分", "at 3:02 and 3:20"),
        ("2时20分30秒", "in 2:20:30"),
        # Ranges.
        ("5月3日至6日", "May 3 to May 6"),
        ("5月3日至6日", "3-6 May"),
        ("2019—2021年", "from 2019 to 2021"),
        ("9月3日至6日、10月6日", "September 3-6 and October 6"),
        ("3月22日、6月14日", "on 22 March, 14 June"),
        # Durations and figures that are no dates.
        ("连续5年", "for 5 years until 2019"),
        ("招收2000人", "nearly 2000 are recruited"),
        ("2019年1月", "in January 2019, on 3 sites"),
        ("第一季度", "in the first quarter"),
        ("第二季度", "in Q2"),
        ("三季度", "in the July-September period"),
        ("21世纪", "the twenty-first century"),
        # One side only: dropped or added.
        ("9月26日表示", "he said"),
        ("他表示", "said on September 26"),
        ("", "in 2019"),
        ("2019年", ""),
    ],
)
def test_dates_that_agree(source: str, target: str) -> None:
    assert wrong(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("26日表示", "said on the 27th", ["27th"]),
        ("26日表示", "said on Sept. 27", ["27"]),
        ("9月26日表示", "said on August 26", ["August"]),
        ("9月26日表示", "said on 26 August", ["August"]),
        ("9月表示", "said in August", ["August"]),
        ("8、9月", "in July and September", ["July"]),
        ("2019年下降", "fell in 2018", ["2018"]),
        ("2019国庆", "the National Day of 2018", ["2018"]),
        ("二〇一九年", "in 2009", ["2009"]),
        ("去年5月以来，2015年协议", "since May last year the 2005 deal", ["2005"]),
        ("去年阻止2020年普查", "last year it stopped the 2010 census", ["2010"]),
        ("2019年9月26日", "on September 26, 2029", ["2029"]),
        ("5月3日至6月6日", "from June 3 to May 6", ["June", "May"]),
        ("2月3日公布1月数据", "January 3: data for January", ["January"]),
        ("周三表示", "said on Tuesday", ["Tuesday"]),
        ("22日抵加，并于次日递交", "arrived on the 24th and presented it the next day", ["24th"]),
        ("21时", "at 8 p.m.", ["8 p.m."]),
        ("上午9时", "at 9 p.m.", ["9 p.m."]),
        ("15时20分", "at 3:02 p.m.", ["02"]),
        ("15时20分", "at 15:02", ["02"]),
        ("一时四十五分", "at 1:54", ["54"]),
        ("三点三刻", "at 3:15", ["15"]),
        ("9时30分至10时40分", "9:40 to 10:30", ["40", "30"]),
        ("14:05", "at 2:50 p.m.", ["50"]),
        ("26日15时20分", "on the 27th at 3:02 p.m.", ["27th", "02"]),
        ("80年代", "in the 1970s", ["1970s"]),
        ("第一季度", "in the second quarter", ["second quarter"]),
        ("20世纪", "in the 19th century", ["19th"]),
    ],
)
def test_dates_that_do_not(source: str, target: str, found: list[str]) -> None:
    assert wrong(source, target) == found


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1950, 2030), st.integers(1, 12), st.integers(1, 28), st.integers(1950, 2030))
@settings(max_examples=200, deadline=None)
def test_a_date_is_wrong_exactly_if_it_differs(m1: int, d1: int, y1: int, m2: int, d2: int, y2: int) -> None:
    source = f"会议于{y1}年{m1}月{d1}日召开。"
    for target in (f"It met on {MONTHS[m2 - 1]} {d2}, {y2}.", f"It met on the {ordinal(d2)} of {MONTHS[m2 - 1]} {y2}."):
        assert bool(wrong(source, target)) == ((m1, d1, y1) != (m2, d2, y2)), target


def test_a_date_in_another_line_is_not_asked() -> None:
    known = facts(["9月26日", "他说"], ["He said", "on August 26"])
    assert known.moments.wrong == {}


def test_without_a_source_nothing_is_wrong() -> None:
    assert facts([], ["on August 26"]).moments.wrong == {}


@pytest.mark.parametrize("lines", [["26日表示，9月上升。", "8月下降。"], ["9月26日表示"] * 3])
def test_an_article_in_one_line_is_read(lines: list[str]) -> None:
    known = facts(lines, ["said on the 26th: up in September. Down in August."])
    assert known.moments.wrong == {}


@pytest.mark.parametrize(
    ("source", "target"), [("26日，" * 20_000, "on the 27th, " * 8_000), ("26日", "last year " * 10_000), ("今年" * 20_000, "on the 27th")]
)
def test_a_line_of_nothing_but_dates_takes_no_time(source: str, target: str) -> None:
    assert len(facts([source], [target]).moments.wrong) <= 1
