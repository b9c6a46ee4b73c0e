"""What a number counts by: 每吨200元, 200元/吨; 200 yuan per tonne, a litre."""

from __future__ import annotations

from functools import cache

from tqa.text.regex import regex

_NAMES = {
    "tonne": ("吨,公吨", "ton,tons,tonne,tonnes"),
    "kilogram": ("公斤,千克", "kilogram,kilograms,kg,kilo"),
    "jin": ("斤,市斤", "jin,catty"),
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
_CHINESE_FORMS = "|".join(sorted((form for chinese, _ in _NAMES.values() for form in chinese.split(",")), key=len, reverse=True))
_ENGLISH_FORMS = "|".join(form for _, english in _NAMES.values() for form in english.split(","))
_REACH = 12
_BEFORE = regex(f"每({_CHINESE_FORMS})(?=[^每，。；、,;0-9]*$)")
_AFTER = regex(f"[^，。；、0-9]{{0,3}}?(?:/|每)({_CHINESE_FORMS})")
_ENGLISH_BEFORE = regex(rf"(?<![a-z])(?:per|each|every|an?) ({_ENGLISH_FORMS})\b(?=[^,.;]*$)")
_ENGLISH_AFTER = regex(rf"(?:[ -](?!per|an?|each|every)[a-z$.]+){{0,3}} ?(?:per|each|every|an?|/) ?({_ENGLISH_FORMS})\b")


def denominators_in_chinese(text: str, start: int, end: int) -> frozenset[str]:
    """What a Chinese number counts by, by name; each of 每人每年 that is a unit."""
    found = [match[1] for match in (*_BEFORE.finditer(text, max(0, start - _REACH), start), _AFTER.match(text, end)) if match]
    return frozenset(map(_by_form()[0].__getitem__, found))


def denominators_in_english(lowered: str, start: int, end: int) -> frozenset[str]:
    """The same of an English number, in a text in small letters."""
    before, after = _ENGLISH_BEFORE.search(lowered, max(0, start - 2 * _REACH), start), _ENGLISH_AFTER.match(lowered, end)
    return frozenset(_by_form()[1][match[1]] for match in (before, after) if match)


@cache
def _by_form() -> tuple[dict[str, str], dict[str, str]]:
    sides: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for name, forms in _NAMES.items():
        for side, written in zip(sides, forms, strict=True):
            side.update(dict.fromkeys(written.split(","), name))
    return sides
