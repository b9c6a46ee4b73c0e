"""Numbers that another unit or way of counting excuses: 15亩 as one hectare, 0.5个百分点 as 50 basis points, 七成 as seven in ten."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from tqa.text.numbers.denominators import may_count_by, rates
from tqa.text.numbers.dress import currency_span, in_unit, unit_after
from tqa.text.numbers.measures import SPARE, converted, units
from tqa.text.regex import regex

if TYPE_CHECKING:
    from tqa.analysis.number_left import Left
    from tqa.text.numbers.quantity import Quantity


def in_other_unit(left: Left) -> None:
    """15亩 as one hectare, where the one was taken for 一 of another word."""
    measures, text = units(), left.text
    for source in [one for one in left.missing if one.unit in measures]:
        for other, target in left.matched:
            unit = unit_after(text, target.end) if not other.unit else ""
            value = in_unit(left.chinese, source, text, target, unit) if unit and unit != source.unit else None
            if value is not None and _is_about(target, value):
                left.drop(source)
                break


def in_converted_unit(left: Left) -> None:
    """亩 as hectares, 公里 as miles, 零下70℃ as minus 94 degrees Fahrenheit."""
    measures = units()
    sources = [one for one in left.sources if one.unit in measures]
    for target in list(left.extra if sources else ()):
        range_to = _TO.match(left.text, target.end)
        unit = unit_after(left.text, range_to.end() if range_to else target.end)
        for source in sources if unit else ():
            value = in_unit(left.chinese, source, left.text, target, unit) if unit != source.unit else None
            if value is not None and _is_about(target, value):
                left.answer(source, target)
                break


_TO = regex(r"(?: (?:to|and|or) | ?[-–] ?)[-−]?[0-9]+(?:[.,][0-9]+)*")
"""What a range goes on with, whose end alone has the unit: from 14 to 50 degrees."""


def as_electricity(left: Left) -> None:
    """5亿度 of electricity, which are kilowatt-hours, as 500 gigawatt-hours."""
    for source in [one for one in left.missing if left.chinese.startswith("度", one.end)] if "电" in left.chinese else ():
        for target in left.extra:
            value = converted(source.values[0], "kilowatt-hour", unit_after(left.text, target.end))
            if value is not None and _is_about(target, value):
                left.answer(source, target)
                break


def by_other_measure(left: Left) -> None:
    """A price by 斤 doubles by the kilogram, a yield by 亩 is 15 times that by the hectare, a salary by the month 12 times that by the year."""
    measures = units()
    for target in list(left.extra if may_count_by(left.chinese) else ()):
        unit = unit_after(left.text, target.end)
        for source in left.sources:
            value = in_unit(left.chinese, source, left.text, target, unit) if unit and source.unit in measures else source.values[0]
            if value is not None and any(_is_about(target, value * rate) for rate in rates(left.chinese, source, left.lowered, target)):
                left.answer(source, target)
                break


def _is_about(target: Quantity, value: Decimal) -> bool:
    return abs(value - target.values[0]) <= max(abs(value) * SPARE, target.reading.half)


def as_speed_of_wind(left: Left) -> None:
    """风力14级 as 150 kilometers per hour."""
    for source in [one for one in left.missing if left.chinese.startswith("级", one.end)]:
        if _OF_WIND.search(left.chinese, max(0, source.start - 12), source.start) is None:
            continue
        least, most = (_BEAUFORT * (source.values[0] + half) ** Decimal("1.5") for half in (Decimal("-0.5"), Decimal("0.5")))
        for target in left.extra:
            speed = _SPEED.match(left.lowered, target.end)
            if speed is not None and least * (1 - SPARE) <= target.values[0] * _KILOMETRES[speed[1][0]] <= most * (1 + SPARE):
                left.answer(source, target)
                break


_OF_WIND = regex("风[^，。；]{0,8}$")
_SPEED = regex(r" ?(km/h|kph|kmph|kilomet(?:er|re)s? (?:per|an) hour|mph|miles (?:per|an) hour)")
_KILOMETRES = {"k": Decimal(1), "m": Decimal("1.609344")}
_BEAUFORT = Decimal("3.01")
"""Kilometres an hour: wind of force B blows at B**1.5 times as much (0.836 metres a second; WMO)."""


def bracketed(left: Left) -> None:
    """An amount in another currency, in brackets behind the right one: the translator's help."""
    lowered = left.lowered
    if "(" in lowered and any(source.kind == "money" for source, _ in left.matched):
        left.extra = [
            one for one in left.extra if not ("(" in lowered[max(0, one.start - 24) : one.start] and currency_span(lowered, one.start, one.end))
        ]


def in_basis_points(left: Left) -> None:
    """0.5个百分点 as 50 basis points."""
    for target in [one for one in left.extra if left.lowered.startswith(_BASIS_POINTS, one.end)]:
        source = next((one for one in left.sources if one.kind in ("points", "pct") and one.values[0] * 100 == target.values[0]), None)
        if source is not None:
            left.answer(source, target)


_BASIS_POINTS = (" basis point", "-basis-point", " bps", "bp")


def before_the_change(left: Left) -> None:
    """涨0.3%，涨幅回落0.1个百分点 as “rose 0.3 percent, down from 0.4 percent”: the points tell what it was."""
    for points in [one for one in left.missing if one.kind == "points"]:
        now = [target.values[0] for source, target in left.matched if source.kind == "pct"]
        was = {value + change for value in now for change in (points.values[0], -points.values[0])}
        target = next((one for one in left.extra if one.kind == "pct" and one.values[0] in was and _says_what_was(left.lowered, one)), None)
        if target is not None:
            left.drop(points)
            left.drop(target)


def _says_what_was(lowered: str, target: Quantity) -> bool:
    return _FROM.search(lowered, max(0, target.start - _REACH), target.start) is not None


_REACH = 40
_FROM = regex(r"\b(?:from|after|against|compared (?:with|to)|than)(?: an?| the)?(?: [a-z]+ly)? $")


def over_the_whole(left: Left) -> None:
    """完成目标的106.7% as 6.7 percent above the target."""
    for source in [one for one in left.missing if one.kind == "pct" and one.values[0] > _WHOLE]:
        target = next((one for one in left.extra if one.values[0] + _WHOLE == source.values[0] and left.lowered.startswith(_OVER, one.end)), None)
        if target is not None:
            left.answer(source, target)


_WHOLE = 100
_OVER = (" above", " over", " more", " higher", " beyond", " ahead")


def as_so_many_in_ten(left: Left) -> None:
    """七成 as seven in ten, 三分之一 as one out of three."""
    numbers = sorted((*left.extra, *(target for _, target in left.matched)))
    for first, second in pairwise(numbers):
        if left.lowered[first.end : second.start] in _IN and first.values and second.values and second.values[0]:
            share = first.values[0] / second.values[0]
            source = next((one for one in left.missing if one.kind in _SHARES and abs(one.values[0] - share * _WHOLE) < 1), None)
            if source is not None:
                left.answer(source, second)
                left.drop(first)


_IN = (" in ", " out of ", " in every ", " out of every ")
_SHARES = frozenset(("pct", "cheng", "frac"))
