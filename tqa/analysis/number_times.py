"""Numbers that another length or part of time excuses: 36个月 as three years, 前11个月 as January to November, 三季度末 as September."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tqa.text.dates.chinese import LUNAR_MONTHS
from tqa.text.dates.english import month_names
from tqa.text.numbers.chinese import is_plan
from tqa.text.numbers.dress import in_period, months_after, period_after, spans_from_january, whole_periods
from tqa.text.numbers.measures import SPARE
from tqa.text.numbers.quantity import Quantity
from tqa.text.numbers.words import is_five_of_plan
from tqa.text.regex import regex

if TYPE_CHECKING:
    from tqa.analysis.number_left import Left

_MONTHS_OF_IT = (" month", "-month")
_PARTS_OF_YEARS = (("季度", 3), ("三季度", 9), ("半年", 6))
"""A part of a year and its months, or the months up to its end."""
_LUNAR = (" lunar month", " month of the", " month on the", " month in the")


def in_other_time(left: Left) -> None:
    """36个月 as three years, 72小时 as three days, 29天 as about a month, 三年零六个月 as three and a half years."""
    chinese, lowered = left.chinese, left.lowered
    for source in list(left.missing):
        period = period_after(chinese, source.end)
        if not period:
            continue
        exact = source.values[0]
        years, joined = _with_years(left, source) if period == "个月" else (None, exact)
        if any(one is years and target.values[0] in (joined, joined / 12) for one, target in left.matched):
            left.drop(source)
            continue
        target = next((one for one in left.extra if abs(in_period(lowered, one, period) - joined) <= joined * SPARE), None)
        if target is not None:
            left.answer(source, target)
        elif any(said in lowered for said in whole_periods(exact, period)):
            left.drop(source)


def in_parts_of_years(left: Left) -> None:
    """前11个月 as January to November, 前三季度 as the first nine months, 一季度 as three months, 上半年 as six."""
    chinese, lowered = left.chinese, left.lowered
    for source in list(left.missing):
        months = source.values[0] * months_after(chinese, source.start, source.end)
        if not months:
            continue
        target = next((one for one in left.extra if one.values[0] == months and lowered.startswith(_MONTHS_OF_IT, one.end)), None)
        if target is not None:
            left.answer(source, target)
        elif months in spans_from_january(lowered[slice(*left.target)]):
            left.drop(source)
    _at_ends_of_quarters(left)
    known = {months for name, months in _PARTS_OF_YEARS if name in chinese} if left.extra else set()
    if known:
        left.extra = [one for one in left.extra if one.values[0] not in known or not lowered.startswith(_MONTHS_OF_IT, one.end)]


def in_names_of_plans(left: Left) -> None:
    """The five of the 14th Five-Year Plan, which “十四五”规划 leaves out; the years that it covers, 2021 to 2025 or 2021-25."""
    plans = [one for one in left.sources if is_plan(one)]
    if plans:
        years = {year for plan in plans for year in _years_of(plan)}
        left.extra = [one for one in left.extra if not is_five_of_plan(left.lowered, one) and one.values[0] not in years]


def in_lunar_months(left: Left) -> None:
    """腊月 as the twelfth lunar month."""
    chinese, lowered = left.chinese, left.lowered
    months = {Decimal(number) for name, number in LUNAR_MONTHS.items() if f"{name}月" in chinese}
    if months:
        left.extra = [one for one in left.extra if one.values[0] not in months or not lowered.startswith(_LUNAR, one.end)]


def in_names_of_days(left: Left) -> None:
    """The figures of 9·11, 618 and 315, which English calls by their dates or by what happened."""
    chinese = left.chinese
    spans = [match.span() for match in _NAMES_OF_DAYS.finditer(chinese)]
    days = {place for span in spans for place in range(*span)}
    left.missing = [one for one in left.missing if one.start not in days]


_NAMES_OF_DAYS = regex(
    "(?<![0-9])(?:(?:1[0-2]|[1-9])[·•・][0-3]?[0-9](?![0-9])|618(?=[”」]?(?:购物|大促|促销|年中|电商|期间|战报|节))|315(?=[”」]?晚会))"
)


def _years_of(plan: Quantity) -> tuple[Decimal, ...]:
    """The first and the last year of a five-year plan, also in two figures; those before the sixth (1981-85) began in other years."""
    first = 1951 + 5 * plan.values[0]
    return first, first + 4, (first + 4) % 100


def _with_years(left: Left, months: Quantity) -> tuple[Quantity | None, Decimal]:
    """The years that stand right before months (三年零六个月), and both together in months."""
    chinese = left.chinese
    for years in left.sources:
        if 0 <= months.start - years.end <= 2 and "年" in chinese[years.end - 1 : months.start]:
            return years, 12 * years.values[0] + months.values[0]
    return None, months.values[0]


def _at_ends_of_quarters(left: Left) -> None:
    """三季度末 as the end of September."""
    for source in list(left.missing):
        is_end = left.chinese.startswith(("季度末", "季末"), source.end)
        if is_end and 3 * source.values[0] in month_names(left.text[slice(*left.target)]):
            left.drop(source)
