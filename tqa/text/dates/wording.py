"""Dates as English writes them."""

from __future__ import annotations

from tqa.text.dates.english import MONTHS, WEEKDAYS
from tqa.text.dates.moment import Field, Part
from tqa.text.regex import regex

_SUFFIX = regex("st|nd|rd|th")


def ordinal(number: int) -> str:
    """21 → 21st, 12 → 12th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def said_as(part: Part) -> str:
    """What a part of a date means, in English: September, the 26th, 2019, 21:00, 20 minutes past the hour."""
    value = part.values[0]
    if part.field == "month":
        return MONTHS[value - 1]
    if part.field == "day":
        return f"the {ordinal(value)}"
    if part.field == "weekday":
        return WEEKDAYS[value - 1]
    if part.field == "hour":
        return " or ".join(f"{hour}:00" for hour in part.values)
    if part.field == "minute":
        return f"{value} {'minute' if value == 1 else 'minutes'} past the hour" if value else "the full hour"
    if part.field == "decade":
        return f"the {value}s"
    if part.field in ("quarter", "century"):
        return f"the {ordinal(value)} {part.field}"
    return str(value)


def reach(text: str, part: Part) -> tuple[int, int]:
    """Where a part of an English date stands with its ending: “26th”."""
    suffix = _SUFFIX.match(text, part.end) if part.field == "day" else None
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
