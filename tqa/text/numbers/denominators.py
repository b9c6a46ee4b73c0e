"""What a number counts by: 每吨200元, 200元/吨; 200 yuan per tonne, a litre."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from tqa.text.numbers.measures import HOURS, converted
from tqa.text.numbers.quantity import Quantity
from tqa.text.regex import regex

_NAMES = {
    "tonne": ("吨,公吨", "ton,tons,tonne,tonnes"),
    "kilogram": ("公斤,千克", "kilogram,kilograms,kilogramme,kg,kilo"),
    "jin": ("斤,市斤", "jin,catty,half kilo,half-kilo,half a kilo,half kilogram,half a kilogram"),
    "gram": ("克", "gram,grams,g"),
    "litre": ("升,公升", "litre,liter,litres,liters"),
    "barrel": ("桶", "barrel,barrels"),
    "ounce": ("盎司", "ounce,ounces"),
    "square metre": ("平方米,平米,平", "sqm,square meter,square metre"),
    "square foot": ("平方英尺,平方呎,呎", "square foot,sq ft,psf"),
    "mu": ("亩", "mu"),
    "hectare": ("公顷", "hectare,hectares,ha"),
    "share": ("股", "share,shares"),
    "kilometre": ("公里,千米", "kilometer,kilometre,km"),
    "second": ("秒", "second"),
    "minute": ("分钟", "minute"),
    "hour": ("小时", "hour"),
    "day": ("天,日", "day"),
    "week": ("周,星期", "week"),
    "month": ("月,个月", "month"),
    "year": ("年", "year,annum"),
}
_WITHIN = {
    word: name
    for name, written in (("mu", "亩产,亩均,一亩"), ("jin", "一斤"), ("year", "年薪,年租"), ("month", "月薪,月租"), ("day", "日薪"), ("hour", "时薪"))
    for word in written.split(",")
}
"""Words that say it without 每."""
_CHINESE_FORMS = "|".join(sorted((form for chinese, _ in _NAMES.values() for form in chinese.split(",")), key=len, reverse=True))
_ENGLISH_FORMS = "|".join(form for _, english in _NAMES.values() for form in english.split(","))
_REACH = 12
_BEFORE = regex(f"(?:每({_CHINESE_FORMS})|({'|'.join(_WITHIN)}))(?=[^每，。；、,;0-9]*$)")
_AFTER = regex(f"[^，。；、0-9]{{0,3}}?(?:(?:/|每)({_CHINESE_FORMS})|(一[斤亩]))")
_EVERY = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_ENGLISH_BEFORE = regex(
    rf"(?<![a-z])(?:(?:per|each|every|an?) ({_ENGLISH_FORMS})|({'|'.join(_EVERY)}) (?:salar(?:y|ies)|wages?|pay|rents?))\b(?=[^,.;]*$)"
)
_ENGLISH_AFTER = regex(rf"(?:[ -](?!per|an?|each|every)[a-z$.]+){{0,4}} ?(?:per|each|every|an?|/) ?({_ENGLISH_FORMS})\b")


_SIGNS = ("每", "/", "亩", "斤", "薪", "租")


def may_count_by(chinese: str) -> bool:
    """Whether a number of the text may count by something."""
    return any(sign in chinese for sign in _SIGNS)


def denominators_in_chinese(text: str, start: int, end: int) -> frozenset[str]:
    """What a Chinese number counts by, by name; each of 每人每年 that is a unit."""
    found = [match[1] or match[2] for match in (*_BEFORE.finditer(text, max(0, start - _REACH), start), _AFTER.match(text, end)) if match]
    return frozenset(map(_by_form()[0].__getitem__, found))


def denominators_in_english(lowered: str, start: int, end: int) -> frozenset[str]:
    """The same of an English number, in a text in small letters."""
    before, after = _ENGLISH_BEFORE.search(lowered, max(0, start - 2 * _REACH), start), _ENGLISH_AFTER.match(lowered, end)
    return frozenset(_by_form()[1][match[match.lastindex or 1]] for match in (before, after) if match)


def rates(chinese: str, source: Quantity, lowered: str, target: Quantity) -> list[Decimal]:
    """What a Chinese number is to be multiplied by where the English counts by another measure of the same kind: 2 for 每斤 and “a kilo”.

    Empty where either counts by nothing, or both by the same.
    """
    meant = denominators_in_chinese(chinese, source.start, source.end)
    said = denominators_in_english(lowered, target.start, target.end) if meant else frozenset()
    return [rate for one in meant for other in said - meant if (rate := _rate(one, other)) is not None]


def _rate(one: str, other: str) -> Decimal | None:
    """How many of one measure make one of the other."""
    if one in HOURS and other in HOURS:
        return HOURS[other] / HOURS[one]
    return converted(Decimal(1), other, one)


@cache
def _by_form() -> tuple[dict[str, str], dict[str, str]]:
    sides: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for name, forms in _NAMES.items():
        for side, written in zip(sides, forms, strict=True):
            side.update(dict.fromkeys(written.split(","), name))
    sides[0].update(_WITHIN)
    sides[1].update(_EVERY)
    return sides
