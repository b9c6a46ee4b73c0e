"""What a number in a text may mean.

A number has several acceptable readings: 七成 is 70 percent and 0.7, 增长2倍 is "twice" and "three times". A quantity holds them all,
so that a translation is wrong only where it agrees with none.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal

from tqa.records import NamedTuple
from tqa.text.regex import regex

Kind = Literal["num", "pct", "points", "times", "frac", "cheng", "zhe", "money", "ordinal", "moment", "vague", "code"]
"""`points`: percentage points; `cheng`, `zhe`: tenths and discounts; `moment`: part of a date or a time; `vague`: 数十, dozens."""

_WRITTEN = regex(r"[0-9][0-9,]*(?:\.[0-9]+)?")
LONGEST = 24
"""Figures with more digits are codes, and are not read as values."""


class Reading(NamedTuple):
    """The meaning of one number, whatever its place.

    `values`: acceptable values, the plain one first; none for a vague number. `digits`: its significant digits.
    `weight`: 0 it may answer a number of the other side but needs no answer itself, 1 its lack proves little, 2 it needs an answer.
    `unit`: a unit's or a currency's name, else nothing. `half`: half the last digit shown.
    """

    values: tuple[Decimal, ...]
    kind: Kind = "num"
    weight: int = 2
    unit: str = ""
    half: Decimal = Decimal(0)
    spelled: bool = False

    @property
    def value(self) -> Decimal:
        """The plain value; 0 for a vague number."""
        return self.values[0] if self.values else Decimal(0)

    @property
    def digits(self) -> str:
        """Digits of the plain value without zeros at either end."""
        return significant(self.value)


class Quantity(NamedTuple):
    """A number at its place in a text."""

    start: int
    end: int
    reading: Reading

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Acceptable values, the plain one first."""
        return self.reading.values

    @property
    def kind(self) -> Kind:
        """What sort of number it is."""
        return self.reading.kind

    @property
    def unit(self) -> str:
        """A unit or currency, else nothing."""
        return self.reading.unit

    @property
    def weight(self) -> int:
        """How much it needs an answer, 0 to 2."""
        return self.reading.weight


@lru_cache(maxsize=4096)
def significant(value: Decimal) -> str:
    """The digits of a value without zeros at either end: 6230000 and 0.0623 give 623."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


@lru_cache(maxsize=4096)
def ratio(part: int, whole: int) -> Decimal:
    """A fraction, to six digits; 0 where there is no whole."""
    return (Decimal(part) / Decimal(whole)).quantize(Decimal("0.000001")).normalize() if whole and part < 10**12 else Decimal(0)


@lru_cache(maxsize=1024)
def fraction(value: Decimal) -> str:
    """A value that no short decimal writes, as a fraction: 0.666667 gives “2/3”; empty for all others."""
    exponent = value.as_tuple().exponent
    if not 0 < value < 100 or not isinstance(exponent, int) or exponent > -5:
        return ""
    parts = ((int((value * whole).to_integral_value()), whole) for whole in range(3, 100))
    return next((f"{part}/{whole}" for part, whole in parts if ratio(part, whole) == value), "")


def distinct(values: list[Decimal]) -> tuple[Decimal, ...]:
    """The values in order, each once."""
    return tuple(dict.fromkeys(values))


@lru_cache(maxsize=4096)
def spoken(value: Decimal) -> str:
    """A value as English newspapers write it: 62.3 billion, 1,100, 0.5, 2/3."""
    if broken := fraction(value):
        return broken
    for scale, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= scale:
            short = (value / scale).normalize()
            if len(short.as_tuple().digits) <= 6:
                return f"{short:f} {word}"
    return f"{value.normalize():,f}"


def is_plain(written: str, value: Decimal) -> bool:
    """Whether a source number reads as it is written, so that a message need not say its value: 312, 6.8%, 5公里."""
    match = _WRITTEN.match(written)
    return match is not None and Decimal(match.group().replace(",", "")) == value
