"""Years counted from the founding of the Republic of China, as Taiwan writes them."""

from __future__ import annotations

from tqa.text.dates.numerals import FIGURES, HAN_NUMERALS
from tqa.text.regex import regex

BEFORE_FIRST = 1911
"""The common year before the first of them."""
_NAMES = ("民国", "民國")
_LEAD = regex(f"民[国國](?:[{FIGURES}{HAN_NUMERALS}]{{1,4}}年?[、至到和及~－—–-])*$")
"""What stands before such a year: the name, and in a range or list (民国85年至88年) the years before it."""
_LONGEST_LEAD = 16
_LATEST = 150
_RECENT = range(100, 121)
"""Years that are told from a number of years by what follows them: 113年度, 109年3月."""
_AFTER_RECENT = frozenset("度0123456789")


def is_counted(text: str, start: int) -> bool:
    """Whether the years at `start` of a Chinese text are said to be the Republic's."""
    begin = max(0, start - _LONGEST_LEAD)
    return text.find("民", begin, start) >= 0 and _LEAD.search(text[begin:start]) is not None


def beginning(text: str, start: int) -> int:
    """Where a date that begins with such a year begins: before 民国 where that stands right before it."""
    return start - 2 if start > 1 and text.startswith(_NAMES, start - 2) else start


def common_year(text: str, start: int, end: int, year: int) -> int:
    """What the common calendar calls a year at a range of a Chinese text, before its 年: 1996 for 民国八十五年; 0 where it is no such year."""
    is_recent = end - start == 3 and year in _RECENT and text[end + 1 : end + 2] in _AFTER_RECENT
    return year + BEFORE_FIRST if is_recent or (0 < year < _LATEST and is_counted(text, start)) else 0
