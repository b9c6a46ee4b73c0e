"""Forms that mean the same: families of names and signs, and words spelled the American and the British way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.automaton import Automaton
from tqa.text.regex import regex

_ENDING = regex("[a-z]+")


class Mention(NamedTuple):
    """A form of a family at a range of a text; `others`: what each other form would read there, where that is known."""

    family: str
    form: str
    start: int
    end: int
    others: Mapping[str, str]


def mixtures(text: str, *, wanted: bool = False) -> Iterator[Mention]:
    """Every form of a family of which the text holds two forms or more, family by family, and every word spelled one of two ways.

    Where nothing is spelled the British way, no word is given unless they are `wanted` all the same: there is no mixture then.
    Cost: one scan for what forms and words hold; patterns are tried only around it.
    """
    signs = _signs()
    places: dict[str, list[tuple[int, int]]] = {}
    british = False
    for number, start, end in signs.scan.find(text, overlapping=True):
        if number < len(signs.holds):
            places.setdefault(signs.holds[number], []).append((start, end))
        else:
            british = True
    if places:
        yield from _mentions(text, places)
    if british or wanted:
        yield from _spellings(text)


def _mentions(text: str, places: Mapping[str, Sequence[tuple[int, int]]]) -> Iterator[Mention]:
    """The forms of families; `places`: where what they hold stands."""
    for family in sorted({family for hold in places for family in _holders()[hold]}, key=list(_families()).index):
        forms = _families()[family]
        possible = [form for form in forms if not places.keys().isdisjoint(form.holds)]
        found: list[tuple[int, int, str]] = []
        seen = 0
        for left, form in enumerate(possible):
            if seen + len(possible) - left < 2:
                break
            own = {match.span() for hold in form.holds for place in places.get(hold, ()) for match in _around(form.pattern, text, *place)}
            seen += bool(own)
            found += [(start, end, form.name) for start, end in own]
        if seen > 1:
            texts = {form.name: form.text for form in forms if form.text}
            for start, end, name in sorted(found):
                yield Mention(family, name, start, end, {other: texts[other] for other in texts if other != name})


_BEFORE = 16
_AFTER = 8
"""Characters before and after what a form holds within which each of its mentions begins and ends."""


def _around(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return pattern.finditer(text, max(0, start - _BEFORE), end + _AFTER)


def is_of_one_family(one: str, other: str) -> bool:
    """Whether two renderings differ in nothing but forms of a family: Macau Tower, Macao Tower."""
    return _without_choice(one) == _without_choice(other)


def _without_choice(rendering: str) -> str:
    """A rendering with the family's name for each form of one."""
    for family, forms in _families().items():
        for form in forms:
            if any(hold in rendering for hold in form.holds):
                rendering = form.pattern.sub(family, rendering)
    return rendering


def _spellings(text: str) -> Iterator[Mention]:
    """Every lower-case word of which the American and the British spelling differ, in order; names keep theirs."""
    automaton, stems = _stems()
    for number, start, end in automaton.find(text):
        stem = stems[number]
        if start and (text[start - 1].isalpha() or text[start - 1] == "-"):
            continue
        ending = _ENDING.match(text, end)
        last = ending.end() if ending else end
        if last == end or stem.is_open:
            others = {stem.other_style: stem.other + text[end:last]}
            yield Mention(stem.family, stem.style, start, last, others)


class _Form(NamedTuple):
    name: str
    holds: tuple[str, ...]
    pattern: re.Pattern[str]
    text: str


class _Stem(NamedTuple):
    family: str
    style: str
    other_style: str
    other: str
    is_open: bool


@cache
def _families() -> Mapping[str, Sequence[_Form]]:
    families: dict[str, list[_Form]] = {}
    for family, form, holds, pattern, text in lexicon("variant-families.tsv")[1:]:
        families.setdefault(family, []).append(_Form(form, tuple(holds.split("|")), regex(pattern), text))
    return families


class _Signs(NamedTuple):
    """What finds what the forms of families hold, and after that how British spellings begin."""

    scan: Automaton
    holds: list[str]


@cache
def _signs() -> _Signs:
    holds = list(dict.fromkeys(hold for forms in _families().values() for form in forms for hold in form.holds))
    british = [british.rstrip("*") for _, british in _pairs()]
    return _Signs(Automaton([*holds, *british], fast=True), holds)


@cache
def _holders() -> Mapping[str, Sequence[str]]:
    """The families whose forms hold something."""
    holders: dict[str, list[str]] = {}
    for family, forms in _families().items():
        for hold in dict.fromkeys(hold for form in forms for hold in form.holds):
            holders.setdefault(hold, []).append(family)
    return holders


@cache
def _pairs() -> list[tuple[str, str]]:
    """American and British spellings; a star stands for all endings."""
    return [(american, british) for american, british in lexicon("spellings.tsv")[1:]]


@cache
def _stems() -> tuple[Automaton, list[_Stem]]:
    """An automaton over the beginnings of all words spelled two ways, and what each of its patterns is."""
    patterns, stems = [], []
    for american, british in _pairs():
        # Oxford, and so the United Nations, write "programme" and "organization".
        family = "-ize and -ise" if "iz" in american and "is" in british else "spelling"
        styles = ("-ize", "-ise") if family != "spelling" else ("American", "British")
        one, other = american.rstrip("*"), british.rstrip("*")
        patterns += [one, other]
        stems.append(_Stem(family, styles[0], styles[1], other, american.endswith("*")))
        stems.append(_Stem(family, styles[1], styles[0], one, british.endswith("*")))
    return Automaton(patterns, longest=True), stems
