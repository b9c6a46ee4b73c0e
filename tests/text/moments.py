"""Moments in short, for tables of cases."""

from __future__ import annotations

from collections.abc import Iterable

from tqa.text.dates.moment import Moment

_CODES = {
    "year": "y",
    "decade": "D",
    "century": "C",
    "half": "H",
    "quarter": "Q",
    "month": "m",
    "day": "d",
    "weekday": "w",
    "hour": "h",
    "minute": "'",
    "relative-year": "Y",
    "relative-month": "M",
    "relative-week": "W",
    "relative-day": "T",
    "relative-century": "S",
}


def told(moments: Iterable[Moment]) -> str:
    """Moments in short: “y2024 m5 d17; h9/21”."""
    return "; ".join(" ".join(_CODES[part.field] + "/".join(map(str, part.values)) for part in moment.parts) for moment in moments)
