"""Dates that a translation repeats in the plainest way, so that it need not be read for others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqa.text.dates.english import month_names
from tqa.text.dates.moment import Field, Moment
from tqa.text.numbers.quantity import Quantity

_TO_BE_READ: frozenset[Field] = frozenset(("decade", "century", "quarter", "weekday", "hour"))
"""Fields besides year, month and day whose answers must be read."""


def are_plainly_told(dates: Iterable[Moment], source: Sequence[Quantity], target: Sequence[Quantity], english: str) -> bool:
    """Whether a text has every year and day of its source's dates as a figure, and names no month but theirs; then none is told wrongly.

    `source`, `target`: the numbers of both texts; `english`: the target. Not where the source has such a figure outside its dates too,
    which the target's may be, nor where two months with days may have changed places. Dates that count from today need no answer.
    Cost: a look at each number.
    """
    months: set[int] = set()
    figures: set[int] = set()
    starts: set[int] = set()
    has_day = False
    for date in dates:
        for field, values, start, _ in date.parts:
            if field == "month":
                months.add(values[0])
            elif field == "year" or field == "day":
                has_day |= field == "day"
                figures.add(values[0])
                starts.add(start)
            if field in _TO_BE_READ or len(values) > 1 or date.calendar:
                return False
    if months and ((has_day and len(months) > 1) or not months.issuperset(month_names(english))):
        return False
    if figures and any(number.values and number.values[0] in figures and number.start not in starts for number in source):
        return False
    return figures <= {number.values[0] for number in target if _is_date(number)} if figures else True


def _is_date(number: Quantity) -> bool:
    """Whether an English figure is a year, a day beside its month, or one with its ending: 26th; an hour has two readings."""
    values, kind, _, _, _, spelled = number.reading
    return not spelled and (kind == "ordinal" or (kind == "moment" and (len(values) == 1 or values[0] > 1000)))
