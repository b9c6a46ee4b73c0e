"""Families of lines that are vocabularies: a line belongs to one if it is made of its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import ahocorasick_rs

from tqa.records import NamedTuple
from tqa.text.english import lower
from tqa.text.furniture_words import LATIN_TOKEN, beginnings, by_first_word, english_classes, entries, holds_han, table
from tqa.text.phrases import NAME, NUMBER, Word, Words, has_phrase_of


def may_fit(line: str, *, unlisted: bool) -> bool:
    """Whether the line may be of a bag, by words that one must hold; `unlisted`: it has Chinese that no list knows. A cheap guess."""
    if unlisted:
        return has_open_core(line, len(line))
    size = next((size for size in _SIZES if len(line) <= size), _LONGER)
    if holds_han(line):
        return has_phrase_of(line, _core_classes(size))
    folded = lower(line).replace("’", "'")
    found = frozenset().union(*map(_classes_beginning, LATIN_TOKEN.findall(folded)))
    return bool(found) and any(core <= found for core in _cores(size))


@lru_cache(maxsize=4096)
def _classes_beginning(token: str) -> frozenset[str]:
    """The classes of the English phrases that begin with a token, be it with a plus sign or without."""
    word = token.rstrip("+")
    phrases = by_first_word()
    return frozenset().union(*(english_classes()[phrase] for first in (word, f"{word}+") for phrase in phrases.get(first, ())))


def has_open_core(line: str, size: int = 0) -> bool:
    """Whether all words of a combination may stand in the line, of a bag for `size` characters in which not every word must be listed."""
    hits = tuple([hit for hit, _ in _open_words_in(lower(line))])
    return bool(hits) and _make_open_core(hits, size)


def lines_with_open_core(folded: str, starts: Sequence[int]) -> frozenset[int]:
    """Numbers of the lines that have an open core of any size, by one scan of the lines in lower case, each beginning at its start."""
    words: dict[int, list[int]] = {}
    for hit, start in _open_words_in(folded):
        words.setdefault(bisect_right(starts, start) - 1, []).append(hit)
    return frozenset([number for number, hits in words.items() if _make_open_core(tuple(hits), 0)])


def _open_words_in(folded: str) -> Iterator[tuple[int, int]]:
    """Numbers and places of what may begin a phrase of an open bag: the 2 of 2027 begins none."""
    for hit, start, end in _open_words()[0].find_matches_as_indexes(folded, overlapping=True):
        if folded[start] > "\u2fff" or not (_goes_on(folded, start) or _goes_on(folded, end)):
            yield hit, start


def _goes_on(folded: str, place: int) -> bool:
    """Whether a Latin word or a figure stands on both sides of the place."""
    around = folded[place - 1 : place + 1]
    return len(around) == 2 and around.isascii() and (around.isalpha() or around.isdigit())


@lru_cache(maxsize=4096)
def _make_open_core(hits: tuple[int, ...], size: int) -> bool:
    _, classes, cores = _open_words()
    counts: dict[str, int] = {}
    for hit in hits:
        for name in classes[hit]:
            counts[name] = counts.get(name, 0) + 1
    for name in counts:
        for core, longest in cores.get(name, ()):
            if size <= longest:
                for other, count in core:
                    if counts.get(other, 0) < count:
                        break
                else:
                    return True
    return False


_Cores = Mapping[str, list[tuple[tuple[tuple[str, int], ...], int]]]
"""Combinations by their first class, each with the longest line of its bag."""


@cache
def _open_words() -> tuple[ahocorasick_rs.AhoCorasick, list[list[str]], _Cores]:
    """What finds how phrases of open bags begin, the classes of each, and the combinations."""
    cores: dict[str, list[tuple[tuple[tuple[str, int], ...], int]]] = {}
    for bag in bags():
        for combination in bag.core if not bag.is_closed else ():
            # Figures are taken for granted.
            cores.setdefault(combination[0][0], []).append((tuple(part for part in combination if part[0] != "number"), bag.longest))
    classes: dict[str, list[str]] = {}
    for name in sorted({name for some in cores.values() for core, _ in some for name, _ in core}):
        for beginning in beginnings(name):
            classes.setdefault(beginning, []).append(name)
    return ahocorasick_rs.AhoCorasick(list(classes)), list(classes.values()), cores


# Names for each word of the family: more, and the line is about them.
_NAMES_MOST = 2.0
_SIZES = (30, 60, 120, 160, 260, 600)
_LONGER = 601


@cache
def _core_classes(size: int) -> frozenset[str]:
    # Of each combination the first class will do.
    return frozenset(combination[0][0] for bag in _bags_for(size) for combination in bag.core)


@cache
def _cores(size: int) -> tuple[frozenset[str], ...]:
    """The classes of each combination; figures are taken for granted."""
    return tuple({frozenset(name for name, _ in combination if name != "number"): None for bag in _bags_for(size) for combination in bag.core})


def _bags_for(size: int) -> Iterator[Bag]:
    lower_bound = next((below for below in reversed(_SIZES) if below < size), 0)
    return (bag for bag in bags() if bag.longest > lower_bound)


@cache
def bags() -> tuple[Bag, ...]:
    """The families that are vocabularies, strong ones first."""
    return tuple(sorted(map(_bag, table("families")), key=lambda bag: bag.weak))


def _bag(row: Mapping[str, str]) -> Bag:
    core = tuple(_combination(one) for one in entries(row["core"]))
    traits = entries(row["traits"])
    return Bag(
        row["family"],
        core,
        frozenset(entries(row["words"])) | {name for combination in core for name, _ in combination if name != "number"},
        float(row["cover"]),
        row["names"],
        "numbers" in traits,
        int(row["longest"]),
        frozenset(entries(row["lead"])),
        frozenset(entries(row["tail"])),
        "bare" not in traits,
        "weak" in traits,
        "heading" in traits,
    )


def _combination(core: str) -> tuple[tuple[str, int], ...]:
    """`platform*2+share` as ((platform, 2), (share, 1))."""
    parts = [part.partition("*") for part in core.split("+")]
    return tuple((name, int(count or 1)) for name, _, count in parts)


class Bag(NamedTuple):
    """A line of `family`: one combination of `core` stands in it, and `cover` of its words are of the classes `words`."""

    family: str
    core: tuple[tuple[tuple[str, int], ...], ...]
    words: frozenset[str]
    cover: float
    names: str
    numbers: bool
    longest: int
    lead: frozenset[str]
    tail: frozenset[str]
    glue: bool
    weak: bool
    heading: bool

    @property
    def is_closed(self) -> bool:
        """Whether one word that is not listed is enough to speak against a line."""
        return self.cover == 1.0 and self.names == "no"

    def fits(self, line: Words) -> bool:
        """Whether the line is made of these words."""
        return len(line.text) <= self.longest and self._has_core(line) and self._covers(line) and self._leads(line)

    def _has_core(self, line: Words) -> bool:
        for combination in self.core:
            for name, count in combination:
                if name not in line.classes or (count > 1 and line.times(name) < count):
                    break
            else:
                return True
        return False

    def _covers(self, line: Words) -> bool:
        known = unknown = names = 0.0
        named = self.names == "any" or (self.names == "cased" and (line.cased or len(line.words) <= 5))
        for word in line.words:
            if word.is_of(self.words):
                known += word.weight
            elif word.classes is NUMBER:
                unknown += 0.0 if self.numbers else word.weight
            elif word.is_glue and self.glue:
                continue
            elif named and (word.proper or word.classes is NAME):
                names += word.weight
            else:
                unknown += word.weight
        return known >= self.cover * (known + unknown) and known * _NAMES_MOST >= names and known > 0

    def _leads(self, line: Words) -> bool:
        return _opens(line.words, self.lead) and _opens(line.words[::-1], self.tail)


def _opens(words: Sequence[Word], names: frozenset[str]) -> bool:
    """Whether the first word that says anything is of one of the classes; no classes, no condition."""
    if not names:
        return True
    first = next((word for word in words if not word.is_glue or word.classes & names), None)
    return first is not None and any(first.holds(name) for name in names)
