"""Numbers as people say them: 1米85, 9秒83, 三块五, 2毛, 5分, 一成五, 三刻钟; and the hours that look like decimals: 8点30, 两点一刻."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from tqa.text.numbers.hanzi import DIGITS, numeral_values
from tqa.text.numbers.quantity import Quantity, Reading
from tqa.text.regex import regex

SPOKEN_MARKS = frozenset("米秒块元毛角分成刻")
"""What may stand in the place of a decimal point, or count cents or quarters of an hour."""
LATEST = {"月": 12, "日": 31, "号": 31, "时": 24, "点": 24}
"""The last number that a month, a day or an hour can have."""
_SPOKEN_DECIMAL = regex(
    "[米秒块](?:([0-9]{2})(?![0-9.,%十百千万亿点米厘分毫公块元人次个名年月日秒组件台辆岁号倍层条天时座栋支只])"
    "|([0-9二三四五六七八九]|[一二三四五六七八九零〇]{2})(?:[角毛]|(?=$|[^一-鿿0-9.%A-Za-z]|[的高长宽深远多左以之后开夺获钱])))"
    "|[元块]([0-9一二三四五六七八九])[角毛]"
)
_TENTHS = regex("成([一二三四五六七八九半])(?=$|[^一-鿿0-9A-Za-z]|[的左以上多至到])")
_QUARTERS = {"一": 1, "1": 1, "两": 2, "二": 2, "2": 2, "三": 3, "3": 3}
_FEN = regex("(?:[价费]|每(?:度|[公千]?[斤克升里米吨]|千瓦时|股)[^，。；]{0,6})[^，。；]{0,2}$")
"""What stands before fen, where they are no points: 加价5分, 每度降3分."""
_JIAO = regex("[毛角](?:钱|$|(?=[^一-鿿0-9A-Za-z]|[一每的多]))")


def spoken_number(text: str, start: int, end: int, run: str) -> Quantity | None:
    """1米85 is 1.85 metres, 9秒83 9.83 seconds, 三块五 3.5 yuan, 2毛 0.2 yuan, 一成五 15 percent, 三刻钟 45 minutes; else None."""
    if text[end] == "成":
        return _tenths(text, start, end, run)
    if text[end] == "刻":
        return _quarters(text, start, end, run)
    if text[end] == "分":
        return _fen(text, start, end, run)
    return _decimal(text, start, end, run)


def _decimal(text: str, start: int, end: int, run: str) -> Quantity | None:
    values = numeral_values(run)
    if not values:
        return None
    spelled = run[0] not in "0123456789"
    mark = text[end]
    if mark in "毛角":
        jiao = _JIAO.match(text, end) if mark == "毛" or not spelled else None
        return Quantity(start, jiao.end(), Reading((values[0] / 10, values[0], values[0] * 10), "money", 1, "CNY", spelled=spelled)) if jiao else None
    match = _SPOKEN_DECIMAL.match(text, end) if values[0] == int(values[0]) else None
    if match is None:
        return None
    figures = "".join(str(DIGITS.get(figure, figure)) for figure in match[match.lastindex or 1])
    value = values[0] + Decimal(f"0.{figures}")
    unit = {"米": "metre", "秒": ""}.get(mark, "CNY")
    return Quantity(start, match.end(), Reading((value,), "money" if unit == "CNY" else "num", 2, unit, spelled=spelled))


def _fen(text: str, start: int, end: int, run: str) -> Quantity | None:
    """5分 of a price are 0.05 yuan, or 5 cents."""
    values = numeral_values(run)
    if not values or not (text.startswith("分钱", end) or _FEN.search(text, max(0, start - 14), start)):
        return None
    return Quantity(start, end + 1, Reading((values[0] / 100, values[0]), "money", 1, "CNY", spelled=run[0] not in "0123456789"))


def _tenths(text: str, start: int, end: int, run: str) -> Quantity | None:
    """三成五 is 35 percent, 两成半 25."""
    match = _TENTHS.match(text, end)
    values = numeral_values(run)
    if match is None or not values or not 0 < values[0] < 10 or values[0] != int(values[0]):
        return None
    share = 10 * values[0] + (5 if match[1] == "半" else DIGITS[match[1]])
    return Quantity(start, match.end(), Reading((share, share / 100), "cheng", 1, spelled=True))


def _quarters(text: str, start: int, end: int, run: str) -> Quantity | None:
    """三刻钟 is 45 minutes, or three quarters of an hour."""
    count = _QUARTERS.get(run)
    if count is None or not text.startswith("刻钟", end):
        return None
    return Quantity(start, end + 2, Reading((Decimal(15 * count), Decimal(count) / 4), "num", 1, spelled=True))


def is_clock(text: str, end: int, run: str) -> bool:
    """Whether 点 is an hour's and no decimal point: 8点30, 两点一刻, 两点二十, 晚上7点零5分."""
    hour, _, minutes = run.partition("点")
    minutes = minutes.rstrip("多余来")
    if not 0 < len(hour) <= 3 or not 0 < len(minutes) <= 4 or not is_moment(hour, "点"):
        return False
    if hour.isascii() and minutes.isascii():
        return len(minutes) == 2
    # A decimal has no 十, and no part of the day before it.
    start = end - len(run)
    return text[end : end + 1] == "刻" or "十" in minutes or (text[end : end + 1] == "分" and text[start - 1 : start] in _PARTS_OF_DAY)


_PARTS_OF_DAY = frozenset("午上晨早晚夜")


@lru_cache(maxsize=4096)
def is_moment(run: str, tail: str) -> bool:
    """Whether the number can be a month, a day or an hour: 460点 are points."""
    values = numeral_values(run)
    return bool(values) and max(values) <= LATEST[tail] and values[0] == int(values[0])
