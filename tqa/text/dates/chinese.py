"""Dates and times in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.text.dates.chinese_units import figures_before, hours, lunar_day_after
from tqa.text.dates.moment import RANK, Calendar, Moment, Part
from tqa.text.dates.numerals import FIGURES, HAN_NUMERALS, small_values
from tqa.text.dates.republic import beginning
from tqa.text.regex import regex

_N = FIGURES + HAN_NUMERALS
_AND = "[-－–—―~～至到、和及或/与暨]|——"
_NOT_BARE = rf"[{_N}.．,:：%％‰/~-]|，[0-9]|\ ?[多余万亿千百个名人元只家位部条件台辆套场次米吨公平亩年里分点倍美英日港欧户种座株头匹克瓦字]"
_TOKEN = regex(
    rf"""
    [{_N}今去明昨前后後当當次本上下翌同周週星禮礼正腊臘冬初这這]
    (?:
        (?<=[{_N}]) (?<![{_N}.．亿万].) [{_N}]{{0,5}}
        (?:
            # Figures before their unit, several where they share it: 2019—2021年, 9、10月, 0—24时.
            (?: \ ?(?:{_AND})\ ?[{_N}]{{1,6}} ){{0,3}} \ ?
            (?P<unit>年代|年|月(?![薪饼球亮])|日|号|號|时|時|点|點|世纪|世紀|季度|季(?=[末报財财])|后)
          # 2024-05-17 and its kin; a year leads.
          | (?P<mark>[-./]) (?P<month>[0-9]{{1,2}}) (?P=mark) (?P<day>[0-9]{{1,2}}) (?![0-9]|[./-][0-9])
          | [:：] (?P<minute>[0-5][0-9]) (?![0-9:：])
          # A bare year: 2019国庆, 《中国2019》, （2019）.
          | (?P<bare>(?<=[^0-9](?:19|20)[0-9][0-9])|(?<=^(?:19|20)[0-9][0-9])) (?!{_NOT_BARE})
        )
      | (?P<year>年(?<=[今去明前后後当當次翌同本上].))(?![轻輕青龄代级級岁歲])
      | (?P<today>[天日晚晨早夜](?<=[今明昨前后後当當次翌同本].))(?![鲜已就])
      | (?P<this>
            [周週](?<=[本上下].)(?![一二三四五六日天末年边刊])
          | 个?(?:月|(?:星期|礼拜)(?![一二三四五六日天]))(?:(?<=[本上下当當次同这這].)|(?<=[本上下这這]个.)|(?<=[本上下这這]..)|(?<=[本上下这這]个..))
        )(?![亮球])
      | (?P<age>(?:世纪|世紀)(?<=[上本]..))
      | (?P<half>半年(?<=[上下]..))
      | (?:(?<=[周週])|期(?<=星.)|拜(?<=[禮礼].))(?P<weekday>[一二三四五六日天])(?![次回个年名人岁歲報报])
      | (?P<lunar>月(?<=[正腊臘冬].))
      | (?P<first>[一二三四五六七八九十](?<=初.))(?![步期批届次中级等战审])
    )
    """,
    re.VERBOSE,
)
_GAP = regex(
    r"(?: ?(?:年代?|月份?|[日号號时時点點-]|世纪|世紀|[./:：]))?[ ,，的]?(?:[初中末底度]|夏天|秋天|春天|冬天)?[（(]?"
    r"(?:当地|北京|东京|莫斯科|格林尼治|美东|本地)?(?:时间|時間)?[）)]?"
    r"(?:上午|下午|中午|凌晨|清晨|晚上|晚间|早上|傍晚|深夜|午夜|[晚早晨夜])?[的 ]?[第前]?"
)
_UNIT = regex("年代?|月份?|[日号號时時点點分]|世纪|世紀|季度")
_WEEKDAYS = {character: number for number, characters in enumerate(("一", "二", "三", "四", "五", "六", "日天"), 1) for character in characters}
_OFFSETS = {"今": 0, "本": 0, "这": 0, "這": 0, "去": -1, "昨": -1, "上": -1, "明": 1, "次": 1, "翌": 1, "下": 1}
_FURTHER = {"前": -2, "后": 2, "後": 2}
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
"""The months of the lunar calendar that have names, by their first characters."""


def find_moments(text: str) -> list[Moment]:
    """Dates and times in order; a duration (3年, 10天) is none.   Cost: one scan and a step a date."""
    moments: list[Moment] = []
    group: list[Part] = []
    calendar: Calendar = ""
    for parts, kind in _tokens(text):
        for part in parts:
            if group and (RANK[part.field] >= RANK[group[-1].field] or not _joins(text, group[-1].end, part.start)):
                moments.append(_moment(text, group, calendar))
                group, calendar = [], ""
            group.append(part)
            calendar = kind or calendar
    if group:
        moments.append(_moment(text, group, calendar))
    return moments


def _moment(text: str, parts: list[Part], calendar: Calendar) -> Moment:
    unit = _UNIT.match(text, parts[-1].end)
    start = beginning(text, parts[0].start) if calendar == "republic" else parts[0].start
    return Moment(start, unit.end() if unit else parts[-1].end, tuple(parts), calendar)


def _joins(text: str, end: int, start: int) -> bool:
    return start == end or (start - end <= 14 and _GAP.fullmatch(text, end, start) is not None)


def _tokens(text: str) -> Iterator[tuple[list[Part], Calendar]]:
    """What each figure or word says: several parts of one field for a list, of several fields for 2024-05-17."""
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() < position:
            continue
        parts, calendar = _read(text, match)
        if parts:
            position = parts[-1].end
            yield parts, calendar


def _is_span_of_months(text: str, match: re.Match[str]) -> bool:
    """Whether it is 前10月, ten months and no October; 日前10月 is one."""
    return match["unit"] == "月" and text[match.start() - 1 : match.start()] == "前" and text[match.start() - 2 : match.start() - 1] != "日"


def _read(text: str, match: re.Match[str]) -> tuple[list[Part], Calendar]:
    start, end = match.span()
    kind = match.lastgroup
    head = text[start]
    if kind == "unit":
        return ([], "") if _is_span_of_months(text, match) else figures_before(text, match)
    if kind == "day":
        return _numeric_date(match), ""
    if kind == "bare":
        return ([Part("year", (int(text[start:end]),), start, end)] if text[start:end].isdecimal() else []), ""
    if kind == "minute":
        return _clock(text, match), ""
    if kind == "weekday":
        return [Part("weekday", (_WEEKDAYS[match["weekday"]],), start, end)], ""
    if kind == "year":
        return ([] if head == "前" and text[start - 1 : start].isdecimal() else [Part("relative-year", _offset(head, near=False), start, end)]), ""
    if kind == "today":
        return ([] if head == "本" and text[end - 1] != "日" else [Part("relative-day", _offset(head, near=False), start, end)]), ""
    if kind == "this":
        return [Part("relative-month" if text[end - 1] == "月" else "relative-week", _offset(head, near=True), start, end)], ""
    if kind == "age":
        return [Part("relative-century", _offset(head, near=True), start, end)], ""
    if kind == "half":
        return [Part("half", (1 if head == "上" else 2,), start, end)], ""
    if kind == "lunar":
        month = Part("month", (LUNAR_MONTHS[head],), start, end)
        return [month, *lunar_day_after(text, end)], "lunar"
    # 初五 is a day of the lunar calendar; 年初一批 and the school year 初一 are none.
    day, before = small_values(text[start + 1 : end]), text[max(0, start - 2) : start]
    if before[-1:] != "月" and before != "大年" and (before[-1:] == "年" or day[0] <= 3):
        return [], ""
    return [Part("day", day, start, end)], "lunar"


def _offset(head: str, *, near: bool) -> tuple[int, ...]:
    offset = _OFFSETS.get(head) if near else _OFFSETS.get(head, _FURTHER.get(head))
    return () if offset is None else (offset,)


def _numeric_date(match: re.Match[str]) -> list[Part]:
    start = match.start()
    year, month, day = int(match.string[start : match.start("mark")]), int(match["month"]), int(match["day"])
    if not (1000 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31):
        return []
    return [
        Part("year", (year,), start, match.start("mark")),
        Part("month", (month,), *match.span("month")),
        Part("day", (day,), *match.span("day")),
    ]


def _clock(text: str, match: re.Match[str]) -> list[Part]:
    start, end = match.span()
    colon = match.start("minute") - 1
    hour = small_values(text[start:colon])
    if not hour or hour[0] > 24 or text[start] in HAN_NUMERALS or text[max(0, start - 1) : start] in ("比", "以", "：", ":"):
        return []
    return [Part("hour", hours(text, start, hour[0]), start, colon), Part("minute", (int(match["minute"]),), colon + 1, end)]
