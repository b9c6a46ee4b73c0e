"""Currencies that a Chinese text names, with a number or without."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import ahocorasick_rs

from tqa.text.numbers.colloquial import is_moment
from tqa.text.numbers.measures import chinese_currencies, counted_forms
from tqa.text.regex import regex

LEADS = frozenset("币元圆$€£")
"""What the Chinese names end with that stand before an amount: 港币500万."""
_NUMERAL = frozenset("0123456789一二三四五六七八九十百千万亿两几零〇多余 ")
_COUNTERS = frozenset("枚个")
"""What may stand between a number and coins: 500枚比特币."""
_AMOUNT = regex("[约近超逾达 ]{0,2}[0-9一二三四五六七八九十百千万亿两几零〇点多余., ]+")
_BARE = frozenset(("元", "圆"))
_NO_MONEY = regex("元[旦宵素件帅朗勋凶宇]|卢布[尔林]")
"""Words that begin where the name of a currency ends: 12月31日元旦, 港元朗."""
_ABOUT = " 约近超逾达"
_OPENS = "（("
_LOCAL = {
    "HKD": regex("香港|港府|港股|港铁|港交所|恒生|恒指|特区政府|金管局|港人"),
    "TWD": regex("台湾|台北|新北|台中|台南|高雄|台股|台积电|行政院|立法院|国民党|民进党"),
    "MOP": regex("澳门|特区政府"),
    "SGD": regex("新加坡|狮城"),
}
_TRADITIONAL = frozenset(("HKD", "TWD", "MOP"))


def find_currencies(text: str) -> list[tuple[int, int, str]]:
    """Currencies named in a Chinese text, with or without a number: start, end, code. A bare 元 counts after a numeral only.

    新台币500亿元 and 500亿元新台币 name one each.   Cost: one scan.
    """
    found: list[tuple[int, int, str]] = []
    codes, counted = chinese_currencies(), counted_forms()
    automaton, forms = _scan()
    bare_end = -1
    for number, start, end in automaton.find_matches_as_indexes(text):
        form = forms[number]
        before = text[start - 1 : start]
        if (form in counted and before not in _NUMERAL and before not in _COUNTERS) or is_part_of_word(text, start, end):
            continue
        if form in _BARE:
            if before not in _NUMERAL:
                continue
            if found and _AMOUNT.fullmatch(text, found[-1][1], start):
                found[-1] = (found[-1][0], end, found[-1][2])
                continue
            bare_end = end
        elif bare_end >= 0 and bare_end == found[-1][1] and name_behind(text, bare_end) == (codes[form], end):
            found[-1] = (found[-1][0], end, codes[form])
            continue
        found.append((start, end, codes[form]))
    return found


def local_currencies(text: str, *, is_traditional: bool) -> set[str]:
    """Currencies other than the yuan that a bare 元 may be in a text folded to simplified characters, by the places and bodies it names.

    A text that was written in traditional ones comes from where other money is used.
    """
    return {code for code, named in _LOCAL.items() if (is_traditional and code in _TRADITIONAL) or named.search(text)}


def of_amount(text: str, start: int, end: int, form: str) -> tuple[str, int]:
    """The currency of an amount whose number begins at `start` and whose `form`, as 元, ends at `end`; and where its name ends.

    A name beside the amount says which 元 it is: 新台币500亿元, 500亿元港币.
    """
    code = chinese_currencies()[form]
    if form not in _BARE:
        return code, end
    return name_behind(text, end) or (name_before(text, start) or code, end)


def name_before(text: str, start: int) -> str:
    """The currency named right before a number, as in 港币500万 and US$500万; else nothing."""
    end = start
    while end and text[end - 1] in _ABOUT:
        end -= 1
    for form in _by_last().get(text[end - 1 : end], ()):
        begin = end - len(form)
        if begin >= 0 and text.startswith(form, begin) and not is_part_of_word(text, begin, end):
            return chinese_currencies()[form]
    return ""


def name_behind(text: str, end: int) -> tuple[str, int] | None:
    """The currency named behind 元, which ends at `end`, and where its name ends: 500元港币, 500元（人民币）; not 500元（港币560元）."""
    end += text[end : end + 1] in _OPENS and end < len(text)
    for form in _by_first().get(text[end : end + 1], ()):
        behind = end + len(form)
        if text.startswith(form, end) and not text[behind : behind + 1].isdecimal() and not is_part_of_word(text, end, behind):
            return chinese_currencies()[form], behind
    return None


def is_part_of_word(text: str, start: int, end: int) -> bool:
    """Whether what could be the name of a currency is part of another word: 香港元朗, 卢布尔雅那, a code."""
    return _NO_MONEY.match(text, end - 1 if text[end - 1] == "元" else start) is not None or (
        text[start].isascii() and text[start].isalpha() and text[start - 1 : start].isascii() and text[start - 1 : start].isalpha()
    )


@cache
def _by_last() -> Mapping[str, tuple[str, ...]]:
    return _grouped(-1)


@cache
def _by_first() -> Mapping[str, tuple[str, ...]]:
    return _grouped(0)


def _grouped(place: int) -> Mapping[str, tuple[str, ...]]:
    """The names that stand beside an amount by their first or last letter, the longest first."""
    found: dict[str, list[str]] = {}
    for form in chinese_currencies().keys() - counted_forms():
        found.setdefault(form[place], []).append(form)
    return {letter: tuple(sorted(forms, key=len, reverse=True)) for letter, forms in found.items()}


@cache
def _scan() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    """An automaton that finds the longest name at a place, and the names it counts."""
    forms = list(chinese_currencies())
    kind, way = ahocorasick_rs.MatchKind.LeftmostLongest, ahocorasick_rs.Implementation.DFA
    return ahocorasick_rs.AhoCorasick(forms, matchkind=kind, implementation=way), forms


def is_yen(text: str, end: int, run: str) -> bool:
    """Whether the 日 behind a number begins 日元: not in 1月1日元旦, nor in 5日元首会晤."""
    if not text.startswith(_YEN, end) or is_part_of_word(text, end, end + 2):
        return False
    return text[end + 2 : end + 3] not in _AFTER_YUAN or not is_moment(run, "日")


_YEN = ("日元", "日圆", "日币")
_AFTER_YUAN = frozenset("首老")
