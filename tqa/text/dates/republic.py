"""Years counted from the founding of the Republic of China, as Taiwan writes them."""

from __future__ import annotations

BEFORE_FIRST = 1911
"""The common year before the first of them."""
_NAMES = ("民国", "民國")
_LATEST = 150
_RECENT = range(100, 121)
"""Years that are told from a number of years by what follows them: 113年度, 109年3月."""
_AFTER_RECENT = frozenset("度0123456789")


def is_named(text: str, start: int) -> bool:
    """Whether 民国 stands right before `start`."""
    return text.startswith(_NAMES, start - 2) if start > 1 else False


def common_year(text: str, start: int, end: int, year: int) -> int:
    """What the common calendar calls a year at a range of a Chinese text, before its 年: 1996 for 民国八十五年; 0 where it is no such year."""
    is_recent = end - start == 3 and year in _RECENT and text[end + 1 : end + 2] in _AFTER_RECENT
    return year + BEFORE_FIRST if is_recent or (0 < year < _LATEST and is_named(text, start)) else 0
