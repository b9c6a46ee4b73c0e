"""Chinese numbers that take something from the one that follows: 3至5万, 三年零六个月."""

from __future__ import annotations

from decimal import Decimal

from tqa.text.numbers.hanzi import LARGE
from tqa.text.numbers.quantity import Quantity, Reading, distinct

MOST_BETWEEN = 3
"""Characters between two numbers of which the first may take something from the second."""
_TO_SHARE = frozenset(("至", "到", "-", "－", "—", "–", "~", "～", "、", "或", " - ", " ~ ", "——", "--", "和"))
_BEFORE_MONTHS = frozenset(("", "零", "又", "年", "年零", "年又"))


def sharing(first: Quantity, last: Quantity, text: str) -> Quantity:
    """The first of two neighbours with what it takes from the second."""
    between = text[first.end : last.start]
    if between in _TO_SHARE:
        return _scaled(first, last, text)
    if between in _BEFORE_MONTHS and text.startswith("个月", last.end):
        return _joined(first, last, text)
    return first


def _scaled(first: Quantity, last: Quantity, text: str) -> Quantity:
    """3至5万: the first number may share the scale, the kind and the unit of the second."""
    if not first.values or first.kind == "code" or not last.values:
        return first
    scale = Decimal(1)
    run = text[last.start : last.end]
    for character in run:
        if character in LARGE:
            scale *= LARGE[character]
        elif character in "百千" and text[last.start] not in "0123456789":
            scale *= {"百": 100, "千": 1000}[character]
    values = list(first.values)
    if scale > 1 and first.values[0] < scale:
        values += [first.values[0] * scale]
    if last.kind in ("cheng", "zhe") and first.kind == "num":
        values += [first.values[0] * 10]
    kind = last.kind if first.kind == "num" else first.kind
    weight = 0 if kind == "moment" else first.weight
    return Quantity(first.start, first.end, Reading(distinct(values), kind, weight, first.unit or last.unit, spelled=first.reading.spelled))


def _joined(years: Quantity, months: Quantity, text: str) -> Quantity:
    """三年零六个月: the years may be told as three and a half or as 42 months."""
    start, end, reading = years
    if "年" not in text[end - 1 : months.start] or not years.values or not months.values:
        return years
    joined = 12 * years.values[0] + months.values[0]
    return Quantity(start, end, reading._replace(values=distinct([*reading.values, joined / 12, joined])))
