"""What stands around an English number: its unit and its currency."""

from __future__ import annotations

from decimal import Decimal

from tqa.text.dates.english import MONTHS
from tqa.text.numbers.denominators import rates
from tqa.text.numbers.measures import HOURS, converted, english_currencies, english_units
from tqa.text.numbers.quantity import Quantity
from tqa.text.regex import regex

_AFTER = regex(r"[ -]?(?:of )?([a-z°℃℉²³.¥$€£-]+(?: [a-z.]+){0,2})")
_BEFORE = regex(r"(?:(?:us|hk|s|sg|nt|a|c|nz|au|ca|cn|mx|r|mop|u\.s\.)?[$€£¥￥]|[a-z.]+) ?$")
_SIGN_AFTER = regex(r"[ -]?([$€£¥￥])")

_CHINESE_PERIOD = regex("[多余]?(个月|小时|分钟|天|秒钟?|周(?![岁年边围六日])|年(?![代级初末底中终]))")
_ENGLISH_PERIOD = regex(r"[ -](?:full |whole |more )?(year|month|week|day|hour)s?(?![a-z])")
_OTHER_PERIOD = regex(r"[ -](second|minute|hour|day|week|month|year)s?(?![a-z])")
_FROM_NEW_YEAR = regex("个?(月|季度)")
_MONTHS = [month[:3].lower() for month in MONTHS]
_JANUARY_TO = regex(rf"jan(?:uary|\.)?(?: ?[-–—] ?| (?:to|through|till|until|and) )({'|'.join(_MONTHS)})")
_AND_A_HALF = regex(r"\b(?:an?|one) (year|month|week|day|hour) and (?:a )?$")
_PERIODS = {("个月", "year"): 12, ("小时", "day"): 24, ("分钟", "hour"): 60, ("天", "week"): 7, ("天", "month"): 30, ("天", "year"): 365}


def unit_after(text: str, end: int) -> str:
    """The unit of measure that follows a number which ends at `end`, by name; else nothing."""
    return _longest(text[end : end + 30].lower(), english_units())


def period_after(text: str, end: int) -> str:
    """The Chinese unit of time behind a number: 个月, 周, 天, 小时, 分钟 or 秒; else nothing."""
    match = _CHINESE_PERIOD.match(text, end)
    return match[1] if match else ""


def months_after(chinese: str, start: int, end: int) -> int:
    """How many months each of what a Chinese number counts from the year's beginning has: 前11个月 1, 前三季度 3; 0 for all else."""
    match = _FROM_NEW_YEAR.match(chinese, end)
    if match is None or (match[1] != "季度" and chinese[start - 1 : start] != "前"):
        return 0
    return 3 if match[1] == "季度" else 1


def spans_from_january(lowered: str) -> set[int]:
    """The last months of the spans that an English text in lower case says to begin in January: 11 for “January to November”."""
    return {1 + _MONTHS.index(match[1]) for match in _JANUARY_TO.finditer(lowered)} if "jan" in lowered else set()


def is_below_zero(chinese: str, start: int) -> bool:
    """Whether a Chinese temperature is below zero: 零下18摄氏度."""
    return _BELOW_IN_CHINESE.search(chinese, max(0, start - 5), start) is not None


def may_be_below_zero(text: str, target: Quantity) -> bool:
    """Whether an English temperature may be below zero: minus 18 degrees, 18 degrees below, -18, a low of sub-zero 18."""
    around = text[max(0, target.start - _BEFORE_DEGREES) : target.end + _BEHIND_DEGREES].lower()
    return text[target.start - 1 : target.start] in tuple("-−–") or any(word in around for word in _BELOW)


_BELOW_IN_CHINESE = regex("(?:(?:零下|负)[约近达至到]*|(?<![0-9℃度])[-−])$")
_BEFORE_DEGREES, _BEHIND_DEGREES = 14, 30
_BELOW = ("minus", "below", "negative", "zero", "freezing", "frost")


def other_period(text: str, target: Quantity, period: str) -> tuple[str, str, Decimal] | None:
    """The English names of a Chinese unit of time and of the other one that follows a number, and how many of the former make one.

    90分钟 before “90 hours” gives minute, hour and 60; None where the number counts the same, or no time.
    """
    match = _OTHER_PERIOD.match(text, target.end)
    right = _PERIOD_NAMES.get(period)
    if match is None or right is None or match[1] == right:
        return None
    return right, match[1], HOURS[match[1]] / HOURS[right]


_PERIOD_NAMES = {"年": "year", "个月": "month", "周": "week", "天": "day", "小时": "hour", "分钟": "minute", "秒": "second", "秒钟": "second"}
_WHOLE = {
    (Decimal(24), "小时"): ("the clock", "the-clock", "24/7", "day and night", "all day"),
    (Decimal(365), "天"): ("year round", "year-round", "all year", "the whole year", "throughout the year"),
}
"""How English says that nothing is left out."""


def in_period(lowered: str, target: Quantity, period: str) -> Decimal:
    """An English length of time in a smaller Chinese unit: “three years” gives 36 of 个月; 0 for all else."""
    match = _ENGLISH_PERIOD.match(lowered, target.end)
    if match is not None:
        return target.values[0] * _PERIODS.get((period, match[1]), 0)
    match = _AND_A_HALF.search(lowered[max(0, target.start - 20) : target.start])
    return _PERIODS.get((period, match[1]), 0) * Decimal("1.5") if match and lowered.startswith("half", target.start) else Decimal(0)


def in_unit(chinese: str, source: Quantity, text: str, target: Quantity, unit: str) -> Decimal | None:
    """What a Chinese number is in the unit of an English one, its sign aside; None where they measure different things.

    零下10℃ are 14 degrees Fahrenheit, and 零下70℃ minus 94: one below zero on one side alone is no answer.
    """
    if source.unit not in _SCALES:
        return converted(source.values[0], source.unit, unit)
    value = converted(-source.values[0] if is_below_zero(chinese, source.start) else source.values[0], source.unit, unit)
    return -value if value is not None and value < 0 and may_be_below_zero(text, target) else value


_SCALES = frozenset(("celsius", "fahrenheit"))


def is_in_other_unit(lowered: str, target: Quantity, chinese: str, source: Quantity) -> bool:
    """Whether the English counts in another unit than the Chinese, so that the source's value is no mending: 36个月, four years."""
    unit = unit_after(lowered, target.end) if source.unit and source.kind != "money" else ""
    period = period_after(chinese, source.end)
    return bool(unit and unit != source.unit) or bool(period and in_period(lowered, target, period)) or bool(rates(chinese, source, lowered, target))


def whole_periods(value: Decimal, period: str) -> tuple[str, ...]:
    """The English unit of which so much is about one, as a text says it: 29天 is “a month” or “one month”, 24小时 “around the clock”."""
    units = [unit for (small, unit), size in _PERIODS.items() if small == period and abs(value - size) * 12 <= size]
    return (*(f" {one} {unit}" for unit in units for one in ("a", "an", "one", "per")), *_WHOLE.get((value, period), ()))


def currency_span(lowered: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the currency of a number stands, before or after it; None where it has none.   The text is in lower case."""
    forms = english_currencies()
    match = _BEFORE.search(lowered[max(0, start - 12) : start])
    if match:
        offset = max(0, start - 12)
        form = match.group().rstrip()
        for cut in (form, form[form.rfind(".") + 1 :]):
            if cut in forms and cut not in _NEVER_BEFORE:
                begin = offset + match.start() + form.index(cut)
                return begin, begin + len(cut)
    match = _AFTER.match(lowered[end : end + 30])
    if match is None:
        return None
    words = match[1].split(" ")
    if words[0] in _NATIONS and " ".join(words[:2]) not in forms:
        words = words[1:]
        match_start = match.start(1) + len(match[1].split(" ")[0]) + 1
    else:
        match_start = match.start(1)
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        for form in (phrase, phrase.rstrip(".-"), phrase.split("-")[0]):
            if form in forms and (form not in _VERBS or (form == "won" and _is_won(lowered, start, end + match_start + 3))):
                return end + match_start, end + match_start + len(form)
    return None


def _is_won(lowered: str, start: int, end: int) -> bool:
    """Whether “won” up to `end` is money and no verb: 3 million won."""
    return "illion" in lowered[start : end - 3] and _AFTER_WON.match(lowered, end) is not None


_AFTER_WON = regex(r"$|[^a-z0-9 -]| (?:in|to|for|from|worth|per|\()")
_NEVER_BEFORE = frozenset(("won", "real"))
_NATIONS = frozenset(("chinese", "china", "american"))
_VERBS = frozenset(("won", "real", "rs", "rm"))


def _longest(after: str, forms: dict[str, str]) -> str:
    match = _AFTER.match(after)
    if match is None:
        return ""
    words = match[1].split(" ")
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        known = forms.get(phrase) or forms.get(phrase.rstrip(".-"))
        if known:
            return known
        if count == 1 and "-" in phrase:
            known = forms.get(phrase.split("-")[0])
            if known:
                return known
    return ""
