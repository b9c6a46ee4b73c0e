"""Where in an English text a Chinese term stands, by the words that the dictionary gives for its parts and by pinyin.

The parts of a term are the words of the dictionary in it, single characters that name kinds of things (局, 县), and characters that a
capitalised word spells in pinyin. The English is the shortest stretch that holds most of them; words that no part explains may stand
within it, or beside it in the same name, unless another part of the source explains them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from tqa.text.dictionary import stem, stems, words
from tqa.text.pinyin import is_pinyin
from tqa.text.readings import spells
from tqa.text.regex import regex
from tqa.text.synonyms import english_of
from tqa.text.variants import JOINING

_TOKEN = regex(r"[a-z0-9]+")
_BETWEEN = regex("[ '’&-]*")
_LEAST = 0.6
"""Share of a term's characters that must be explained by the English."""
_ROOM = 4
"""Words more than parts that a stretch may have."""
_STRANGE = 0.12
"""What a word with content that no part explains takes from the share."""
_MOST_SYLLABLES = 4
_NOTHING: frozenset[str] = frozenset()
_NO_CHARACTERS: frozenset[int] = frozenset()


class Word(NamedTuple):
    """A word of the English: offsets, small letters, its dictionary stem, whether a capital begins it, and whether no mark stands before it.

    Hyphens and apostrophes are no marks.
    """

    start: int
    end: int
    letters: str
    stem: str
    capital: bool
    close: bool

    @property
    def is_small(self) -> bool:
        """Whether it gives a name no content: of, the, or a possessive s."""
        return self.letters in JOINING or len(self.letters) == 1


class Spot(NamedTuple):
    """A stretch of words, half-open, the characters of the term that they explain, and how well."""

    first: int
    after: int
    told: frozenset[int]
    share: float


Part = tuple[int, int, frozenset[str]]
"""Place in the term, and the stems of what it is in English; no stems where only pinyin can tell."""


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of an English text, or of a part of it."""
    lower = text.lower()
    found: list[Word] = []
    last = start
    for match in _TOKEN.finditer(lower, start, len(lower) if end is None else end):
        begin, after = match.span()
        letters = match.group()
        close = _BETWEEN.fullmatch(text, last, begin) is not None
        found.append(Word(begin, after, letters, (stems(letters) or [letters])[0], text[begin].isupper(), close))
        last = after
    return found


@lru_cache(maxsize=4096)
def parts_of(term: str) -> tuple[Part, ...]:
    """The parts of a term of Han characters, in order, without gaps."""
    found: list[Part] = []
    end = 0
    for start, after, meant in words(term):
        found += _between(term, end, start)
        found += _cut(term, start, after, meant)
        end = after
    return (*found, *_between(term, end, len(term)))


def _cut(term: str, start: int, end: int, meant: frozenset[str]) -> list[Part]:
    """A word of the dictionary as its parts: 浙江 and 大学, 教育 and 部; what the whole means goes to the part that does not mean the other."""
    kinds = english_of(stem)
    meant |= kinds.get(term[start:end], _NOTHING)
    if end - start == 3:
        kind = kinds.get(term[end - 1])
        return [(start, end - 1, meant - kind), (end - 1, end, kind)] if kind else [(start, end, meant)]
    if end - start == 4:
        one, other = (next(iter(words(term[at : at + 2])), None) for at in (start, start + 2))
        if one and other:
            return [(start, start + 2, one[2] | meant - other[2]), (start + 2, end, other[2] | meant - one[2])]
    return [(start, end, meant)]


def _between(term: str, start: int, end: int) -> Iterator[Part]:
    """Characters that are no listed word, one by one if they name kinds of things, else together."""
    begin = start
    for at in range(start, end):
        meant = english_of(stem).get(term[at])
        if meant and at:
            if begin < at:
                yield begin, at, frozenset()
            yield at, at + 1, meant
            begin = at + 1
    if begin < end:
        yield begin, end, frozenset()


def spot(term: str, english: Sequence[Word], times: int = 1) -> tuple[Spot, ...]:
    """The stretches of the English that stand for a term named so many times, best first; none if it is not to be told which they are.

    Cost: linear in the words, and in the pairs of those that a part explains.
    """
    explained = _explained(term, parts_of(term), english)
    found = sorted(_stretches(explained, english, len(term)), key=lambda one: (-one.share, one.after - one.first, one.first))
    chosen: list[Spot] = []
    for one in found:
        if any(one.first < other.after and other.first < one.after for other in chosen):
            continue
        if len(chosen) == times:
            # As good a stretch more than the term has mentions: which is it?
            doubtful = one.share >= chosen[-1].share and _letters(english, one) != _letters(english, chosen[-1])
            return () if doubtful else tuple(_whole(one, explained, english) for one in chosen)
        chosen.append(one)
    return tuple(_whole(one, explained, english) for one in chosen)


def _whole(one: Spot, explained: Sequence[tuple[int, frozenset[int]]], english: Sequence[Word]) -> Spot:
    """The stretch with further words beside it for parts it has told: Stock and Exchange are one word in Chinese."""
    telling = {number for number, stood_for in explained if stood_for <= one.told}
    first, after = one.first, one.after
    known = set(_letters(english, one))
    while after in telling and english[after].close and english[after].letters not in known:
        after += 1
    while first - 1 in telling and english[first].close and english[first - 1].letters not in known:
        first -= 1
    return one._replace(first=first, after=after)


def explained_by(term: str, english: Sequence[Word]) -> float:
    """Share of the term's characters that the words explain."""
    found = _explained(term, parts_of(term), english)
    return len(frozenset().union(*[stood_for for _, stood_for in found])) / len(term) if found else 0.0


def _letters(english: Sequence[Word], one: Spot) -> list[str]:
    return [word.letters for word in english[one.first : one.after]]


def _explained(term: str, parts: Sequence[Part], english: Sequence[Word]) -> list[tuple[int, frozenset[int]]]:
    """Words that parts of the term explain, in order, each with the characters of the term that it stands for."""
    by_stem: dict[str, frozenset[int]] = {}
    bare: list[Part] = []
    for start, end, meant in parts:
        for one in meant:
            by_stem[one] = by_stem.get(one, _NO_CHARACTERS) | frozenset(range(start, end))
        if not meant or end - start > 1:
            bare.append((start, end, meant))
    found = []
    for number, word in enumerate(english):
        stood_for = by_stem.get(word.stem)
        if stood_for is None and word.capital:
            stood_for = _spelt(word.letters, term, bare)
        if stood_for and word.letters not in JOINING:
            found.append((number, stood_for))
    return found


def _spelt(letters: str, term: str, parts: Sequence[Part]) -> frozenset[int] | None:
    """The characters of one part that the letters spell in pinyin."""
    if len(letters) < 2 or not is_pinyin(letters, _MOST_SYLLABLES):
        return None
    for start, end, meant in parts:
        for at in range(start, end):
            count = spells(letters, term[:end], at, _MOST_SYLLABLES)
            if count > 1 or (count and (end - start == 1 or not meant)):
                return frozenset(range(at, at + count))
    return None


def _stretches(explained: Sequence[tuple[int, frozenset[int]]], english: Sequence[Word], size: int) -> Iterator[Spot]:
    """Every stretch from one explained word to another that explains enough."""
    for index, (first, begun) in enumerate(explained):
        told, strange, last = begun, 0, first
        yield from _good(first, first + 1, told, len(told) / size)
        for number, stood_for in explained[index + 1 :]:
            if number - first >= size + _ROOM or not _goes_on(english, last, number):
                break
            strange += sum([not word.is_small for word in english[last + 1 : number]])
            told |= stood_for
            last = number
            yield from _good(first, number + 1, told, len(told) / size - _STRANGE * strange)


def _goes_on(english: Sequence[Word], last: int, number: int) -> bool:
    """Whether no more stands between two words than one stretch may hold."""
    return number - last <= _ROOM and all(word.close for word in english[last + 1 : number + 1])


def _good(first: int, after: int, told: frozenset[int], share: float) -> Iterator[Spot]:
    if share >= _LEAST:
        yield Spot(first, after, told, share)


def completed(one: Spot, term: str, english: Sequence[Word], elsewhere: Set[str]) -> Spot | None:
    """The stretch with the capitalised words beside it where the first or last part of the term is not told yet.

    `elsewhere`: stems that the rest of the source explains; such a word belongs to something else. None if an end stays untold: where
    the English of the term begins or ends is then not known.
    """
    parts = parts_of(term)
    first, after = one.first, one.after
    if not _tells(parts[0], one.told) or not _tells(parts[-1], one.told):
        while after < len(english) and _belongs(english[after - 1], english[after], elsewhere):
            after += 1
        while first and _belongs(english[first], english[first - 1], elsewhere):
            first -= 1
        while english[after - 1].is_small:
            after -= 1
        while english[first].is_small:
            first += 1
        if (first, after) == (one.first, one.after):
            return None
    return one._replace(first=first, after=after)


def _tells(part: Part, told: frozenset[int]) -> bool:
    return not told.isdisjoint(range(part[0], part[1]))


def _belongs(inner: Word, outer: Word, elsewhere: Set[str]) -> bool:
    """Whether the word beside a stretch goes on the same name."""
    gap = max(outer.start - inner.end, inner.start - outer.end)
    return gap == 1 and (outer.capital or outer.is_small) and (inner.capital or inner.is_small) and outer.stem not in elsewhere
