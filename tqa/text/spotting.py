"""Where in an English text a Chinese term stands, by the words that the dictionary gives for its parts and by pinyin.

The parts of a term are the words of the dictionary in it, single characters that name kinds of things (局, 县), and characters that a
capitalised word spells in pinyin. The English is the shortest stretch that holds most of them; words that no part explains may stand
within it, or beside it in the same name, unless another part of the source explains them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_

from tqa.records import NamedTuple
from tqa.text.dictionary import stem, words
from tqa.text.english import word_set
from tqa.text.readings import openers, spells
from tqa.text.synonyms import english_of
from tqa.text.tokens import Passage

_LEAST = 0.6
"""Share of a term's characters that must be explained by the English."""
_ROOM = 4
"""Words more than parts that a stretch may have."""
_STRANGE = 0.12
"""What a word with content that no part explains takes from the share."""
_MOST_SYLLABLES = 4
OF_PLACES = "省市县区州镇乡村"
"""Last characters of names of places."""
_NOTHING: frozenset[str] = frozenset()
_INSIDE = word_set("of the and for s")
"""Words that a name goes on over."""
NUMBER_WORDS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth last next one two three four five six seven eight nine ten")
"""Words that stand before a name and are none of it."""


Characters = int
"""A set of characters of a term: bit n is set for the character at n."""


class Spot(NamedTuple):
    """A stretch of words, half-open, the characters of the term that they explain, and how well."""

    first: int
    after: int
    told: Characters
    share: float


Part = tuple[int, int, frozenset[str]]
"""Place in the term, and the stems of what it is in English; no stems where only pinyin can tell."""


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
    meant |= english_of(stem).get(term[start:end], _NOTHING)
    for middle in range(start + 2, end - 1):
        one, other = _meaning(term[start:middle]), _meaning(term[middle:end])
        if one and other:
            return [*_cut(term, start, middle, one | (meant - other)), *_cut(term, middle, end, other | (meant - one))]
    if end - start > 2:
        kind = english_of(stem).get(term[end - 1], _NOTHING)
        # Procuratorate says both in one word; of a county the dictionary may say the name alone.
        if kind and (not kind.isdisjoint(meant) or term[end - 1] in OF_PLACES):
            return [(start, end - 1, meant - kind), (end - 1, end, kind)]
    return [(start, end, meant)]


def _meaning(word: str) -> frozenset[str]:
    """The stems of a word of the dictionary; none if it is not listed as a whole."""
    found = words(word)
    return found[0][2] if len(found) == 1 and found[0][:2] == (0, len(word)) else _NOTHING


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


def spot(term: str, english: Passage, times: int = 1) -> tuple[Spot, ...]:
    """The stretches of the English that stand for a term named so many times, best first; none if it is not to be told which they are.

    Cost: linear in the parts of the term, and in the pairs of words that a part explains.
    """
    explained = _explained(term, parts_of(term), english)
    if not explained:
        return ()
    capital = english.capital
    found = sorted(_stretches(explained, english, len(term)), key=lambda one: (-one.share, not capital[one.first], one.after - one.first, one.first))
    chosen: list[Spot] = []
    taken: set[int] = set()
    for one in found:
        if not taken.isdisjoint(range(one.first, one.after)):
            continue
        if len(chosen) == times:
            # As good a stretch more than the term has mentions: which is it?
            last = chosen[-1]
            as_good = one.share >= last.share and capital[one.first] == capital[last.first]
            if as_good and english.words(*one[:2]) != english.words(*last[:2]):
                return ()
            break
        chosen.append(one)
        taken.update(range(one.first, one.after))
    telling = dict(explained)
    return tuple(_whole(one, telling, english) for one in chosen)


def _whole(one: Spot, telling: Mapping[int, Characters], english: Passage) -> Spot:
    """The stretch with further words beside it for parts it has told: Stock and Exchange are one word in Chinese."""
    first, after = one[:2]
    known = set(english.words(first, after))

    def goes_on(number: int) -> bool:
        return number in telling and not telling[number] & ~one.told and english.letters[number] not in known

    while goes_on(after) and english.is_close(after):
        after += 1
    while goes_on(first - 1) and english.is_close(first):
        first -= 1
    return Spot(first, after, one.told, one.share)


def completed(one: Spot, term: str, english: Passage, elsewhere: Callable[[str], bool]) -> Spot | None:
    """The stretch with the capitalised words beside it where the first or last part of the term is untold, or a possessive goes on.

    `elsewhere`: whether the rest of the source explains a stem; such a word belongs to something else. None if an end stays untold: where
    the English of the term begins or ends is then not known.
    """
    parts = parts_of(term)
    told = _tells(parts[0], one.told) and _tells(parts[-1], one.told)
    first, after = one.first, one.after
    if after < english.after and english.is_close(after) and (not told or english.letters[after] == "s"):
        while after < english.after and english.is_close(after) and _belongs(after, after - 1, english, elsewhere):
            after += 1
    if not told:
        # Not the word that opens a sentence, which has its capital from that.
        while english.is_close(first) and english.is_close(first - 1) and _belongs(first - 1, first, english, elsewhere):
            first -= 1
    while english.is_small(after - 1):
        after -= 1
    while english.is_small(first):
        first += 1
    return None if not told and (first, after) == one[:2] else Spot(first, after, one.told, one.share)


def _tells(part: Part, told: Characters) -> bool:
    return bool(told & characters(part[0], part[1]))


def characters(start: int, end: int) -> Characters:
    """Those from `start` to before `end`."""
    return (1 << end) - (1 << start)


def _belongs(outer: int, inner: int, english: Passage, elsewhere: Callable[[str], bool]) -> bool:
    """Whether the word beside a stretch goes on the same name."""
    letters = english.letters[outer]
    if letters in NUMBER_WORDS or letters.isdigit():
        return False
    if not (english.capital[outer] or letters in _INSIDE) or not (english.capital[inner] or english.letters[inner] in _INSIDE):
        return False
    return not elsewhere(english.stems[outer])


def explained_by(term: str, english: Passage) -> float:
    """Share of the term's characters that the words explain."""
    found = _explained(term, parts_of(term), english)
    return reduce(or_, [stood_for for _, stood_for in found], 0).bit_count() / len(term)


def _explained(term: str, parts: Sequence[Part], english: Passage) -> list[tuple[int, Characters]]:
    """Words that parts of the term explain, in order, each with the characters of the first part that does."""
    found: dict[int, Characters] = {}
    spelt: list[Part] = []
    numbers = english.numbers
    for part in parts:
        start, end, meant = part
        if not meant:
            spelt.append(part)
        for said in numbers.keys() & meant:
            for number in numbers[said]:
                found.setdefault(number, characters(start, end))
    for number in english.pinyin if spelt else ():
        if number not in found and not openers(english.letters[number]).isdisjoint(term):
            stood_for = _spelt(english.letters[number], term, spelt)
            if stood_for:
                found[number] = stood_for
    return sorted(found.items())


def _spelt(letters: str, term: str, parts: Sequence[Part]) -> Characters:
    """The characters of one part that the letters spell in pinyin; 0 if there are none."""
    for start, end, meant in parts:
        for at in range(start, end):
            count = spells(letters, term[:end], at, _MOST_SYLLABLES)
            if count > 1 or (count and (end - start == 1 or not meant)):
                return characters(at, at + count)
    return 0


def _stretches(explained: Sequence[tuple[int, Characters]], english: Passage, size: int) -> Iterator[Spot]:
    """Every stretch from one explained word to another that explains enough; no more stands between two words than one stretch may hold."""
    runs = english.runs
    for index, (first, begun) in enumerate(explained):
        told, strange, capital, last = begun, 0, english.capital[first], first
        if told.bit_count() / size >= _LEAST:
            yield Spot(first, first + 1, told, told.bit_count() / size)
        for number, stood_for in explained[index + 1 :]:
            if number - first >= size + _ROOM or number - last > _ROOM or runs[number] != runs[first]:
                break
            between = [one for one in range(last + 1, number) if not english.is_small(one)]
            strange += len(between)
            capital = capital and english.capital[number] and all(english.capital[one] for one in between)
            told |= stood_for
            last = number
            share = _share(told, size, strange, capital)
            if share >= _LEAST:
                yield Spot(first, number + 1, told, share)


def _share(told: Characters, size: int, strange: int, capital: bool) -> float:
    """How well a stretch says a term; within a name a strange word may well stand for a part that is not told."""
    count = told.bit_count()
    paid = min(strange, size - count) if capital else 0
    return (count + paid / 2) / size - _STRANGE * (strange - paid)
