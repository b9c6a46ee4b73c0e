"""What else in a text may stand for a date: plain figures, and holidays that name a day."""

from __future__ import annotations

from functools import lru_cache

from tqa.text.dates.numerals import HAN_NUMERALS, small_values
from tqa.text.regex import regex

_FIGURE = regex(rf"[0-9０-９]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{HAN_NUMERALS}]+")
_DOTTED = regex("(?<![0-9.])(1[0-2]|[1-9])[·•.・/-]([0-3]?[0-9])(?![0-9])")
_HOLIDAYS = {
    "元旦": (1, 1),
    "新年": (1, 1),
    "情人节": (2, 14),
    "三八": (3, 8),
    "妇女节": (3, 8),
    "愚人节": (4, 1),
    "清明": (4, 5),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "五四": (5, 4),
    "青年节": (5, 4),
    "六一": (6, 1),
    "儿童节": (6, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "建军节": (8, 1),
    "抗战胜利": (9, 3),
    "教师节": (9, 10),
    "九一八": (9, 18),
    "十一": (10, 1),
    "国庆": (10, 1),
    "双十一": (11, 11),
    "双十二": (12, 12),
    "圣诞": (12, 25),
    "平安夜": (12, 24),
}
"""Days that a name says; source: the calendar of holidays and memorial days in China."""


@lru_cache(maxsize=512)
def figures_of(text: str) -> frozenset[int]:
    """The whole numbers that stand in the text, in figures or small Chinese numerals."""
    values: set[int] = set()
    for match in _FIGURE.finditer(text):
        run = match.group()
        if run[0] in HAN_NUMERALS:
            values.update(small_values(run))
        elif len(run) <= 12 and "." not in run:
            values.add(int(run.replace(",", "")))
    return frozenset(values)


def holiday_dates(text: str) -> list[tuple[int, int]]:
    """Month and day of the holidays a Chinese text names, and of dates such as 9·18."""
    named = [date for name, date in _HOLIDAYS.items() if name in text]
    return named + [(int(match[1]), int(match[2])) for match in _DOTTED.finditer(text)]
