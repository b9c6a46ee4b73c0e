"""Whether a number says by how much one thing is more or less than another: 比上年增加7万, “70,000 more than last year”."""

from __future__ import annotations

from tqa.text.numbers.quantity import Quantity
from tqa.text.regex import regex
from tqa.text.trends import Direction, Trend

_MOVED = regex(
    "(?:(?P<up>提高|提升|增加|增长|上升|上涨|上调|扩大|高出|多出|偏高|[增升涨]|(?<![最至不更许众很])[多高])"
    "|(?P<down>减少|下降|降低|下跌|下滑|下调|回落|偏低|[减降跌]|(?<![最至不更很])[少低]))了?(?:大?约|近|逾|超过|超|不足|至少)?$"
)
_LAST = frozenset("高升加长涨调大出增多少降低跌滑落减了约近逾过超足")
"""What such words end with."""
_REACH = 6
_COMPARED = regex(
    r"(?:[ -][a-z]+){0,3}? (?:(?P<up>(?:more|higher|greater)(?= than\b)|above(?= (?:the|last|its|average|normal|a)\b))"
    r"|(?P<down>(?:less|fewer|lower|smaller)(?= than\b)|below(?= (?:the|last|its|average|normal|a)\b)))"
)
"""Behind an English number, on which side of another thing it sets what it counts."""


def difference_in_chinese(text: str, number: Quantity) -> Trend | None:
    """The word right before a Chinese number by which something is more or less: 增加, 少, 偏低."""
    if text[number.start - 1 : number.start] not in _LAST:
        return None
    match = _MOVED.search(text, max(0, number.start - _REACH), number.start)
    return None if match is None else Trend(*match.span(_side(match["up"])), _side(match["up"]))


def difference_in_english(lowered: str, number: Quantity) -> Trend | None:
    """The same behind an English number, in a text in small letters: more than, below the average."""
    match = _COMPARED.match(lowered, number.end)
    return None if match is None else Trend(*match.span(_side(match["up"])), _side(match["up"]))


def _side(up: str | None) -> Direction:
    return "down" if up is None else "up"
