"""Units and currencies as both languages write them, and what one is in another."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tqa.data import lexicon

SPARE = Decimal("0.03")
"""What a converted and rounded value may be off, as a share of it."""

HOURS = {
    "second": Decimal(1) / 3600,
    "minute": Decimal(1) / 60,
    "hour": Decimal(1),
    "day": Decimal(24),
    "week": Decimal(168),
    "month": Decimal(730),
    "year": Decimal(8760),
}
"""How many hours a length of time has, a month being the twelfth part of 365 days."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; `size` in the base unit of its dimension."""

    name: str
    dimension: str
    size: Decimal
    chinese: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: its ISO code and what a message calls it.

    `family`: the code of the row that stands for all whose plain name it may bear: “dollars” for Hong Kong dollars; else nothing.
    """

    code: str
    name: str
    family: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]


@cache
def units() -> dict[str, Unit]:
    """Units by name."""
    return {
        name: Unit(name, dimension, Decimal(size), _forms(chinese), _forms(english))
        for name, dimension, size, chinese, english, _ in lexicon("units.tsv")[1:]
    }


@cache
def currencies() -> dict[str, Currency]:
    """Currencies by code."""
    return {
        code: Currency(code, name, family, _forms(chinese.replace(_COUNTED, "")), _forms(english.replace(_COUNTED, "")))
        for code, name, family, chinese, english, _ in lexicon("currencies.tsv")[1:]
    }


_COUNTED = "#"


@cache
def counted_forms() -> frozenset[str]:
    """Names of currencies, in either language, that mean something else away from a number: 圆, won."""
    forms = [form for _, _, _, *sides, _ in lexicon("currencies.tsv")[1:] for side in sides for form in side.split(",")]
    return frozenset(form.removeprefix(_COUNTED) for form in forms if form.startswith(_COUNTED))


def may_be_called(code: str, other: str) -> bool:
    """Whether the two are one currency, or one of them only says what several are called: dollars, 卢比."""
    one, two = currencies()[code], currencies()[other]
    return code == other or (one.family == two.family != "" and one.family in (code, other))


@cache
def chinese_units() -> dict[str, str]:
    """Unit name by Chinese form."""
    return {form: unit.name for unit in units().values() for form in unit.chinese}


@cache
def english_units() -> dict[str, str]:
    """Unit name by English form."""
    return {form: unit.name for unit in units().values() for form in unit.english}


@cache
def chinese_currencies() -> dict[str, str]:
    """Currency code by Chinese form."""
    return {form: currency.code for currency in currencies().values() for form in currency.chinese}


@cache
def english_currencies() -> dict[str, str]:
    """Currency code by English form in lower case; “dollars” alone gives that of its family."""
    return {form: currency.code for currency in currencies().values() for form in currency.english}


def converted(value: Decimal, unit: str, other: str) -> Decimal | None:
    """The value in the other unit; None where they measure different things."""
    one, two = units().get(unit), units().get(other)
    if one is None or two is None or one.dimension != two.dimension:
        return None
    if one.dimension == "temperature":
        if one is two:
            return value
        return value * 9 / 5 + 32 if one.name == "celsius" else (value - 32) * 5 / 9
    return value * one.size / two.size


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split(",") if form)
