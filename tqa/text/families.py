"""Forms that mean the same: families of names and signs, and words spelled the American and the British way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import ahocorasick_rs

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.regex import regex

_ENDING = regex("[a-z]+")


class Mention(NamedTuple):
    """A form of a family at a range of a text; `others`: what each other form would read there, where that is known."""

    family: str
    form: str
    start: int
    end: int
    others: Mapping[str, str]


def mentions(text: str) -> Iterator[Mention]:
    """Every form of a family of which the text holds two forms or more, family by family, in order."""
    for family, forms in _families().items():
        possible = [form for form in forms if form.holds in text]
        found: list[tuple[int, int, str]] = []
        seen = 0
        for left, form in enumerate(possible):
            if seen + len(possible) - left < 2:
                break
            own = [(match.start(), match.end(), form.name) for match in form.pattern.finditer(text)]
            seen += bool(own)
            found += own
        if seen > 1:
            texts = {form.name: form.text for form in forms if form.text}
            for start, end, name in sorted(found):
                yield Mention(family, name, start, end, {other: texts[other] for other in texts if other != name})


def is_of_one_family(one: str, other: str) -> bool:
    """Whether two renderings differ in nothing but forms of a family: Macau Tower, Macao Tower."""
    return _without_choice(one) == _without_choice(other)


def _without_choice(rendering: str) -> str:
    """A rendering with the family's name for each form of one."""
    for family, forms in _families().items():
        for form in forms:
            if form.holds in rendering:
                rendering = form.pattern.sub(family, rendering)
    return rendering


def spellings(text: str, *, wanted: bool = False) -> Iterator[Mention]:
    """Every lower-case word of which the American and the British spelling differ, in order; names keep theirs.

    None where nothing is spelled the British way and they are not `wanted` all the same: there is no mixture then.
    """
    automaton, stems = _stems()
    hits = automaton.find_matches_as_indexes(text)
    if not wanted and not any(stems[number].is_british for number, _, _ in hits):
        return
    for number, start, end in hits:
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
    holds: str
    pattern: re.Pattern[str]
    text: str


class _Stem(NamedTuple):
    family: str
    style: str
    other_style: str
    other: str
    is_open: bool
    is_british: bool


@cache
def _families() -> Mapping[str, Sequence[_Form]]:
    families: dict[str, list[_Form]] = {}
    for family, form, holds, pattern, text in lexicon("variant-families.tsv")[1:]:
        families.setdefault(family, []).append(_Form(form, holds, regex(pattern), text))
    return families


@cache
def _stems() -> tuple[ahocorasick_rs.AhoCorasick, list[_Stem]]:
    """An automaton over the beginnings of all words spelled two ways, and what each of its patterns is."""
    patterns, stems = [], []
    for american, british in lexicon("spellings.tsv")[1:]:
        # Oxford, and so the United Nations, write "programme" and "organization".
        family = "-ize and -ise" if "iz" in american and "is" in british else "spelling"
        styles = ("-ize", "-ise") if family != "spelling" else ("American", "British")
        one, other = american.rstrip("*"), british.rstrip("*")
        patterns += [one, other]
        stems.append(_Stem(family, styles[0], styles[1], other, american.endswith("*"), is_british=False))
        stems.append(_Stem(family, styles[1], styles[0], one, british.endswith("*"), is_british=True))
    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False), stems
