"""What a date or time says, part by part."""

from __future__ import annotations

from typing import Literal

from tqa.records import NamedTuple

Field = Literal[
    "year",
    "decade",
    "century",
    "half",
    "quarter",
    "month",
    "day",
    "weekday",
    "hour",
    "minute",
    "relative-year",
    "relative-month",
    "relative-week",
    "relative-day",
    "relative-century",
]
"""decade: its first year, or the last two figures of it; half, quarter: of a year; weekday: 1 is Monday; hour: 0 to 23, both where
morning or afternoon is not said; relative-*: how far from the article's own, without values where the text says 当年 or "that year"."""

Calendar = Literal["", "lunar", "republic"]
RANK: dict[Field, int] = {
    "relative-century": 9,
    "century": 9,
    "decade": 8,
    "relative-year": 7,
    "year": 7,
    "half": 6,
    "quarter": 6,
    "relative-month": 5,
    "month": 5,
    "relative-week": 4,
    "day": 4,
    "relative-day": 4,
    "weekday": 3,
    "hour": 2,
    "minute": 1,
}
"""From the largest unit to the smallest: a Chinese date names them in this order."""


class Part(NamedTuple):
    """One figure or word of a moment, with its acceptable readings."""

    field: Field
    values: tuple[int, ...]
    start: int
    end: int


class Moment(NamedTuple):
    """A date or time as one text writes it; a range is two moments, and the second need not repeat what the first says.

    `calendar`: "lunar" where month and day are those of the Chinese calendar, "republic" where the year is counted from 1912 (then
    its reading is the common year); empty for the common calendar.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    calendar: Calendar = ""

    def values(self, field: Field) -> tuple[int, ...]:
        """Acceptable readings of one part; empty where the text does not say it."""
        return next((part.values for part in self.parts if part.field == field), ())

    @property
    def year(self) -> tuple[int, ...]:
        """Acceptable years."""
        return self.values("year")

    @property
    def month(self) -> tuple[int, ...]:
        """Acceptable months, 1 to 12."""
        return self.values("month")

    @property
    def day(self) -> tuple[int, ...]:
        """Acceptable days of the month."""
        return self.values("day")

    @property
    def hour(self) -> tuple[int, ...]:
        """Acceptable hours, 0 to 23."""
        return self.values("hour")
