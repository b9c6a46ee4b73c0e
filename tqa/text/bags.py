"""Families of lines that are vocabularies: a line belongs to one if it is made of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import ahocorasick_rs

from tqa.records import NamedTuple
from tqa.text.furniture_words import by_first_word, english_classes, english_tokens, entries, holds_han, table, telling_words
from tqa.text.phrases import NAME, NUMBER, Word, Words, has_phrase_of, has_unlisted_han, is_known, latin_words, may_hold_name, may_hold_phrase


def may_fit(line: str) -> bool:
    """Whether the line may be of a bag, by words that one must hold. A cheap guess."""
    words = latin_words(line)
    if has_unlisted_han(line) or not all(map(is_known, set(words).difference(english_tokens()))):
        return _has_open_core(line, words)
    size = next((size for size in _SIZES if len(line) <= size), _LONGER)
    if holds_han(line):
        return has_phrase_of(line, _core_classes(size))
    found = frozenset().union(*map(_classes_beginning, words))
    return bool(found) and any(core <= found for core in _cores(size))


@lru_cache(maxsize=4096)
def _classes_beginning(token: str) -> frozenset[str]:
    """The classes of the English phrases that begin with a token, be it with a plus sign or without."""
    phrases = by_first_word()
    return frozenset().union(*(english_classes()[phrase] for first in (token, f"{token}+") for phrase in phrases.get(first, ())))


def has_open_core(line: str, *, led: bool) -> bool:
    """Whether all words of a combination may stand in a line with words that no list knows, of a bag for its length that allows them.

    `led`: whether Chinese words of the first class of one may.
    """
    words = latin_words(line)
    return (led or not _latin_leads().keys().isdisjoint(words)) and _has_open_core(line, words)


def _has_open_core(line: str, words: Sequence[str]) -> bool:
    """The same for a line with these `latin_words`."""
    leads, open_cores = _latin_leads(), _open_cores()
    found = [name for word in leads.keys() & words for name in leads[word] * words.count(word)]
    if holds_han(line):
        chinese = _chinese_leads()
        found += [name for hit, _, _ in chinese.scan.find_matches_as_indexes(line, overlapping=True) for name in chinese.classes[hit]]
    if not found:
        return False
    cores = [core for name in set(found) for core in open_cores[name] if len(line) <= core.longest and core.times <= found.count(name)]
    if any(core.named for core in cores) and not may_hold_name(line):
        cores = [core for core in cores if not core.named]
    return any(all(may_hold_phrase(line, words, other) for other in core.others) for core in cores)


def chinese_leads() -> Mapping[str, int]:
    """The Chinese words of the first classes of open cores, and how many of their class a core needs.

    A Chinese line without them and without a Latin letter has no open core.
    """
    leads, cores = _chinese_leads(), _open_cores()
    return {word: min(core.times for name in names for core in cores[name]) for word, names in zip(leads.words, leads.classes, strict=True)}


class _Core(NamedTuple):
    """A combination of an open bag: how often its first class must occur, and the other classes.

    `longest`: of its lines, in characters; `named`: whether what no list knows must be a name.
    """

    times: int
    others: tuple[frozenset[str], ...]
    longest: int
    named: bool


@cache
def _latin_leads() -> Mapping[str, list[str]]:
    """The first classes of open cores by the words of their phrases."""
    leads: dict[str, list[str]] = {}
    for name, words in _leading_words().items():
        for word in words:
            leads.setdefault(word, []).append(name)
    return leads


@cache
def _leading_words() -> Mapping[str, list[str]]:
    """The telling words of each first class of an open core."""
    return {name: telling_words(name) for name in _open_cores()}


@cache
def _open_cores() -> Mapping[str, list[_Core]]:
    """The combinations of open bags by their first class."""
    cores: dict[str, list[_Core]] = {}
    for bag in bags():
        for (first, times), *rest in bag.core if not bag.is_closed else ():
            # Figures are taken for granted.
            others = tuple(frozenset([name]) for name, _ in rest if name != "number")
            cores.setdefault(first, []).append(_Core(times, others, bag.longest, bag.cover == 1.0))
    return cores


class _Leads(NamedTuple):
    """The Chinese words of first classes of open cores, the classes of each, and what finds them."""

    words: list[str]
    classes: list[list[str]]
    scan: ahocorasick_rs.AhoCorasick


@cache
def _chinese_leads() -> _Leads:
    classes: dict[str, list[str]] = {}
    for name, words in _leading_words().items():
        for word in words:
            if not word.isascii():
                classes.setdefault(word, []).append(name)
    return _Leads(list(classes), list(classes.values()), ahocorasick_rs.AhoCorasick(list(classes)))


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
