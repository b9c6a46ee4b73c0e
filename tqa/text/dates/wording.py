"""Dates as English writes them."""

from __future__ import annotations

import re

from tqa.text.dates.english import MONTHS, UP_TO_MONTH, WEEKDAYS
from tqa.text.dates.moment import Field, Moment, Part
from tqa.text.regex import regex

_ENDINGS: dict[Field, re.Pattern[str]] = {"day": regex("st|nd|rd|th"), "quarter": UP_TO_MONTH}


def ordinal(number: int) -> str:
    """21 → 21st, 12 → 12th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def said_as(part: Part, moment: Moment) -> str:
    """What a part of a date means, in English: September, the 26th, 2019, 21:30, 20 minutes past the hour."""
    value = part.values[0]
    if part.field == "month":
        return MONTHS[value - 1]
    if part.field == "day":
        return f"the {ordinal(value)}"
    if part.field == "weekday":
        return WEEKDAYS[value - 1]
    if part.field == "hour":
        minutes = moment.values("minute")
        return " or ".join(f"{hour}:{minutes[0] if minutes else 0:02}" for hour in part.values)
    if part.field == "minute":
        return f"{value} {'minute' if value == 1 else 'minutes'} past the hour" if value else "the full hour"
    if part.field == "decade":
        return f"the {value}s"
    if part.field in ("quarter", "century"):
        return f"the {ordinal(value)} {part.field}"
    return str(value)


def reach(text: str, part: Part) -> tuple[int, int]:
    """Where a part of an English date stands with its ending: “26th”, “three months to June”."""
    endings = _ENDINGS.get(part.field)
    suffix = endings.match(text, part.end) if endings else None
    return part.start, suffix.end() if suffix else part.end


def rewritten(field: Field, written: str, value: int) -> str | None:
    """The value in the dress of what is written (Sept → Aug, 26th → 27th); None where that needs more than a word."""
    if field == "month":
        return MONTHS[value - 1] if written in MONTHS else MONTHS[value - 1][:3]
    if field == "day":
        return str(value) if written.isdecimal() else ordinal(value)
    if field == "minute":
        return f"{value:02}"
    if field == "weekday":
        return WEEKDAYS[value - 1] if written in WEEKDAYS else None
    return str(value) if field == "year" and len(written) == 4 else None
