"""Figures before a Chinese unit of time: which of them say a date, and which a duration, a number or a name."""

from __future__ import annotations

import re

from tqa.text.dates.moment import Calendar, Part
from tqa.text.dates.numerals import FIGURES, HAN_NUMERALS, is_spelled, small_values
from tqa.text.dates.republic import common_year, is_counted
from tqa.text.english import word_set
from tqa.text.regex import regex

_FIGURE = regex(rf"[{FIGURES}{HAN_NUMERALS}]+")
_LUNAR = regex("[农農阴陰旧舊夏][历曆]")
_LUNAR_DAY = regex(
    rf"(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)(?![{FIGURES}{HAN_NUMERALS}个多几余万年月日号天岁名来次届，、家位人项条至])"
)
_SPAN_BEFORE = (
    "为期",
    "為期",
    "连续",
    "連續",
    "历时",
    "歷時",
    "达",
    "達",
    "近",
    "数",
    "这",
    "這",
    "每",
    "共",
    "前",
    "后",
    "後",
    "超",
    "逾",
    "满",
    "滿",
    "约",
    "隔",
)
_SPAN_AFTER = (
    "来",
    "來",
    "间",
    "間",
    "内",
    "內",
    "之久",
    "之内",
    "历史",
    "歷史",
    "的历史",
    "以内",
    "游",
    "龄",
    "期",
    "元",
    "圆",
    "以上",
    "前",
    "后",
    "後",
    "多",
    "余",
)
_NOT_A_DAY = ("报", "報", "游", "龄", "元", "圆", "内", "內", "之内", "历", "本", "均", "系", "语", "籍", "韩", "美", "两国")
_AFTER_DAY_SIGN = frozenset(" ，,。、；：上下晚早凌中在至到说表宣发举傍清夜（(当前起的开和与之以为公召")
_POINT_NEXT = tuple(word_set("钟 鐘 整 半 许 多 左右 前 后 开始 开幕 开门 开会 开播 开赛 起床 出发 出门 准时 关门 打烊 上班 下班 集合 发车 到站 就"))
_POINT_BEFORE = tuple(word_set("日 号 天 至 到 刚刚 刚过 已是 已经 才 每天 每晚 当天 当晚 今天 昨天 明天 今晚 昨晚 明晚 不到 快到 直到 定于"))
"""What makes an hour of 7点, which may be seven points too."""
_QUARTERS = ("一刻", "三刻")
_MINUTES = regex(rf" ?([{FIGURES}{HAN_NUMERALS}]{{1,3}}) ?分|([{FIGURES}]{{1,3}})(?![{FIGURES}])")
_PART_OF_DAY = regex("(上午|早上|清晨|凌晨|早晨|早|晨)|(中午|正午)|(下午|晚上|晚间|傍晚|深夜|午夜|夜间|晚|夜)")
_TIME_WORDS = "午上晨早晚夜间"


def figures_before(text: str, match: re.Match[str]) -> tuple[list[Part], Calendar]:
    """What the figures of `match` say before its group `unit`; no part where they are no date."""
    unit = match["unit"]
    start, end = match.start(), match.end()
    middle = match.start("unit")
    spans = [(start, middle)]
    values = [small_values(text[start:middle])]
    if not values[0]:
        spans = [one.span() for one in _FIGURE.finditer(text, start, middle)]
        values = [small_values(text[slice(*span)]) for span in spans]
    if not all(values):
        # 二、三十年 reads no date; of 2018、19年 the last figure still may.
        spans, values = spans[-1:], values[-1:]
        if not values[0]:
            return [], ""
    if unit == "年":
        return _years(text, spans, values, end)
    if unit == "月":
        return _months(text, spans, values, end)
    if unit in ("日", "号", "號"):
        return _days(text, spans, values, unit, end)
    if unit in ("时", "時", "点", "點"):
        return _hours(text, spans, values, unit, end), ""
    if unit in ("世纪", "世紀"):
        return [Part("century", value, one, other) for value, (one, other) in zip(values, spans, strict=True) if value[0] <= 30], ""
    if unit in ("季度", "季"):
        good = [(value, span) for value, span in zip(values, spans, strict=True) if value[0] <= 4 and text[span[0] - 1 : span[0]] not in ("前", "每")]
        return [Part("quarter", value, *span) for value, span in good], ""
    return _decades(text, spans, values, unit), ""


def hours(text: str, start: int, hour: int) -> tuple[int, ...]:
    """Readings of an hour, by the part of the day named before `start` or where none is by the figure itself."""
    before = text[max(0, start - 4) : start]
    if before[-1:] and before[-1] in _TIME_WORDS:
        found = _PART_OF_DAY.search(before)
        while found and found.end() < len(before):
            found = _PART_OF_DAY.search(before, found.end())
        if found and hour <= 12:
            if found[1]:
                return (hour % 12,)
            return (
                ((hour, hour + 12) if found[2] and hour < 11 else (hour % 12 + 12, hour % 12))[:1] if hour < 12 else ((12,) if found[2] else (0, 12))
            )
    return (hour, (hour + 12) % 24) if 1 <= hour <= 12 else (hour % 24,)


def lunar_day_after(text: str, end: int) -> list[Part]:
    """The day of the lunar calendar that stands right after its month without a unit: 八月十五."""
    found = _LUNAR_DAY.match(text, end)
    return [Part("day", small_values(found.group().removeprefix("初")), *found.span())] if found else []


def _years(text: str, spans: list[tuple[int, int]], values: list[tuple[int, ...]], end: int) -> tuple[list[Part], Calendar]:
    years = [common_year(text, spans[0][0], end - 1, value[0]) for value in values] if is_counted(text, spans[0][0]) else []
    if any(years):
        return [Part("year", (year,), *span) for year, span in zip(years, spans, strict=True) if year], "republic"
    parts = []
    for value, (one, other) in zip(values, spans, strict=True):
        year, length = value[0], other - one
        if length == 4 and 1000 <= year <= 2199 and "十" not in text[one:other]:
            # 5000年 is no year by its figure, 2000年来 by what follows.
            if year % 100 or not _is_span(text, one, end):
                parts.append(Part("year", value, one, other))
        elif length == 3 and (common := common_year(text, one, end - 1, year)):
            parts.append(Part("year", (common, year), one, other))
        elif length == 2 and _is_short_year(text, one, other, end):
            parts.append(Part("year", (1900 + year, 2000 + year), one, other))
        elif parts or other != spans[-1][1]:
            parts = []
            break
    return parts, ""


def _is_span(text: str, start: int, end: int) -> bool:
    after = text[end : end + 3]
    return any(after.startswith(word) for word in _SPAN_AFTER) or text[max(0, start - 2) : start].endswith(_SPAN_BEFORE)


def _is_short_year(text: str, start: int, end: int, after: int) -> bool:
    """Whether 98 before 年 is a year: it has a month, or is spelled figure by figure (九八年, but 七八年 is seven or eight)."""
    if is_spelled(text[start:end]):
        first, second = text[start], text[start + 1]
        if "十" in (first, second) or first in "廿卅" or second in "廿卅":
            return False
        readings = small_values(first) + small_values(second)
        return readings[1] != readings[0] + 1 and readings[0] in (0, 5, 6, 7, 8, 9, 1, 2)
    if end == after - 1 and text[after : after + 1].isdecimal():
        return re.match("[0-9]{1,2}月", text[after : after + 3]) is not None
    return (int(text[start:end]) < 70 and text[after : after + 1] == "初") or text[start - 1 : start] in ("'", "’")


def _months(text: str, spans: list[tuple[int, int]], values: list[tuple[int, ...]], end: int) -> tuple[list[Part], Calendar]:
    parts = [Part("month", value, *span) for value, span in zip(values, spans, strict=True) if 1 <= value[0] <= 12 and len(value) == 1]
    if len(parts) < len(spans):
        return [], ""
    start = spans[0][0]
    is_lunar = _LUNAR.match(text, max(0, start - 2), start) is not None or text[start - 1 : start] in ("闰", "閏")
    if is_lunar or is_spelled(text[start : start + 1]):
        day = lunar_day_after(text, end)
        # Before 日 the figures are a common day, which the next token reads.
        if day or is_lunar:
            return parts + day, "lunar"
    return parts, ""


def _days(text: str, spans: list[tuple[int, int]], values: list[tuple[int, ...]], unit: str, end: int) -> tuple[list[Part], Calendar]:
    start = spans[0][0]
    before = text[max(0, start - 2) : start]
    parts = [Part("day", value, *span) for value, span in zip(values, spans, strict=True) if len(value) == 1 and 1 <= value[0] <= 31]
    if len(parts) < len(spans):
        return [], ""
    after_month = before[-1:] in ("月", "份")
    if not after_month:
        spelled = is_spelled(text[start : start + 1])
        if unit == "日" and (text.startswith(_NOT_A_DAY, end) or (spelled and before.endswith(_SPAN_BEFORE)) or before in ("为期", "連續", "连续")):
            return [], ""
        if unit == "日" and spelled and len(spans) == 1 and spans[0][1] - start == 1:
            return [], ""
        if unit != "日" and (spelled or text[end : end + 1] not in _AFTER_DAY_SIGN or before[-1:] in "第字院路街弄座楼室机线台"):
            return [], ""
    return parts, ""


def _hours(text: str, spans: list[tuple[int, int]], values: list[tuple[int, ...]], unit: str, end: int) -> list[Part]:
    start = spans[0][0]
    if any(value[0] > 24 or len(value) > 1 for value in values):
        return []
    before = text[start - 1 : start]
    is_point = unit in ("点", "點")
    named = before != "" and before in _TIME_WORDS
    if (
        is_point
        and not named
        and not text.endswith(_POINT_BEFORE, 0, start)
        and not text.startswith(_POINT_NEXT, end)
        and not _has_minutes(text, end)
    ):
        return []
    # 一时 is a while.
    if not is_point and is_spelled(text[start : start + 1]) and not named and before not in ("日", "号") and not _has_minutes(text, end):
        return []
    parts = [Part("hour", hours(text, start, value[0]), *span) for value, span in zip(values, spans, strict=True)]
    if text.startswith("半", end):
        return [*parts, Part("minute", (30,), end, end + 1)]
    if text.startswith(_QUARTERS, end):
        return [*parts, Part("minute", (15 * small_values(text[end])[0],), end, end + 2)]
    minutes = _MINUTES.match(text, end)
    if minutes and not text.startswith(("点", "點", "时", "時"), minutes.end()):
        value = small_values(minutes[minutes.lastindex or 1])
        if value and value[0] < 60:
            parts.append(Part("minute", value, *minutes.span(minutes.lastindex or 1)))
    return parts


def _has_minutes(text: str, end: int) -> bool:
    minutes = _MINUTES.match(text, end)
    return text.startswith(_QUARTERS, end) or (minutes is not None and minutes[1] is not None)


def _decades(text: str, spans: list[tuple[int, int]], values: list[tuple[int, ...]], unit: str) -> list[Part]:
    parts: list[Part] = []
    if is_counted(text, spans[0][0]):
        # 民国80年代 are the years from 1991.
        return parts
    for value, (start, end) in zip(values, spans, strict=True):
        if unit == "后":
            # 90后 is who was born then; 10后 and 3后 are mostly something else.
            if end - start == 2 and (
                text[start:end] in ("00", "50", "60", "70", "80", "85", "90", "95", "05", "零零") or text[start:end] in ("八零", "九零", "七零")
            ):
                parts.append(Part("decade", (value[0] // 10 * 10,), start, end))
        elif value[0] % 10 == 0 and (value[0] < 100 or 1000 <= value[0] < 2200):
            parts.append(Part("decade", value, start, end))
    return parts
