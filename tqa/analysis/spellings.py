"""One name spelt two ways in one article, found without a source.

Two spellings are compared only where the same word stands beside both: the surname, the given name, a first name. Where one of two is
legal pinyin and the other is not, the other is a slip; where both are, they may be two people, so the rarer must be rare.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from tqa.records import NamedTuple
from tqa.text.names import MIDDLE_NAMES, NO_GIVEN, NO_NAMES, Pair, Word, word
from tqa.text.pinyin import syllables
from tqa.text.regex import regex
from tqa.text.slips import is_within

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

_LONG_WORD = regex("[A-Z][a-z]{5,30}+")
_LONG = 8
"""Letters from which two may differ."""
_MOST = 60
"""Spellings beside one word that are compared."""
_ENDINGS = ("s", "n", "an", "ian", "ese", "i", "is", "ns", "es", "ed", "er", "ers", "ing", "d", "r", "y", "al", "e")
"""What makes another word of a name: Korean, Koreas, Iraqi."""

Place = tuple[int, int]


class Split(NamedTuple):
    """The places of the spelling taken for wrong, and of the right one, as article offsets; `sure`: the wrong one is no pinyin."""

    wrong: tuple[Place, ...]
    right: tuple[Place, ...]
    sure: bool


class _Spelling(NamedTuple):
    word: Word
    places: list[Place]


def find_splits(facts: Analysis) -> tuple[Split, ...]:
    """Names that are spelt two ways, in the order of their first wrong place."""
    by_surname: dict[str, dict[str, _Spelling]] = {}
    by_given: dict[str, dict[str, _Spelling]] = {}
    for pair in facts.name_pairs:
        place = pair.start, pair.end
        if pair.first.surname and _may_be_given(pair.second) and not _is_nothing(pair):
            _add(by_surname, pair.first.letters, pair.second, place)
        if pair.second.syllables == 2 and not pair.second.hyphened and len(pair.first.letters) > 1 and pair.second.letters not in NO_GIVEN:
            _add(by_given, pair.second.letters, pair.first, place)
    found = [split for group in by_surname.values() for split in _compare(group, facts, given=True)]
    found += [split for group in by_given.values() for split in _compare(group, facts, given=False)]
    found += _single_words(facts)
    return tuple(sorted(found))


def _is_nothing(pair: Pair) -> bool:
    return (pair.first.letters, pair.second.letters) in NO_NAMES


def _may_be_given(one: Word) -> bool:
    return len(one.letters) > 1 and one.letters not in MIDDLE_NAMES and (one.letters not in NO_GIVEN or one.syllables == 1)


def _is_given(one: Word) -> bool:
    """Whether the word is a given name in pinyin; Yie and Yia would be written Yi'e and Yi'a."""
    cut = syllables(one.letters)
    return cut is not None and len(cut) <= 2 and len(cut[-1]) > len(cut) - 1


def _add(groups: dict[str, dict[str, _Spelling]], key: str, one: Word, place: Place) -> None:
    groups.setdefault(key, {}).setdefault(one.letters, _Spelling(one, [])).places.append(place)


def _compare(group: dict[str, _Spelling], facts: Analysis, *, given: bool) -> Iterator[Split]:
    if len(group) < 2:
        return
    for one, other in combinations(list(group.values())[:_MOST], 2):
        # With a hyphen it is of another system, and may well be another person: Wang Jin-pyng, Wang Jinping.
        if one.word.hyphened != other.word.hyphened or not _is_near(one.word.letters, other.word.letters):
            continue
        valid = [spelling for spelling in (one, other) if (_is_given(spelling.word) if given else spelling.word.surname)]
        if len(valid) == 1:
            wrong = other if valid[0] is one else one
            if not _stands_small(wrong, facts, given=given):
                yield Split(tuple(wrong.places), tuple(valid[0].places), True)
        elif len(valid) == 2 and one.word.syllables == other.word.syllables:
            few, many = sorted((one, other), key=lambda spelling: (len(spelling.places), -spelling.places[0][0]))
            # Two people of one family have given names as near as that, but seldom one once and the other often.
            enough = 2 if one.word.syllables == 1 else 1
            if len(few.places) == 1 and len(many.places) >= enough and not _in_one_breath(few, many, facts):
                yield Split(tuple(few.places), tuple(many.places), False)


def _stands_small(spelling: _Spelling, facts: Analysis, *, given: bool) -> bool:
    """Whether the word of the pair that differs also stands in small letters."""
    start, end = spelling.places[0]
    first, _, second = facts.article.text[start:end].partition(" ")
    return f" {(second if given else first).lower()} " in facts.article.text


def _in_one_breath(one: _Spelling, other: _Spelling, facts: Analysis) -> bool:
    return facts.share_a_sentence([place[0] for place in one.places], [place[0] for place in other.places])


def _is_near(one: str, other: str) -> bool:
    """Whether two spellings differ by one letter, two in long ones, and not by an ending."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 2 or (len(short) < _LONG and len(long) - len(short) > 1):
        return False
    if long.startswith(short) and long[len(short) :] in ("s", "es"):
        return False
    most = 2 if len(short) >= _LONG else 1
    # A slip changes at most one letter into another: words of other letters need not be compared.
    return len(set(one) ^ set(other)) <= 2 * most and is_within(one, other, most)


def _single_words(facts: Analysis) -> Iterator[Split]:
    """Long words that differ by a letter: one of them pinyin, or behind the same first name."""
    text = facts.article.text
    buckets: dict[tuple[str, str], list[str]] = {}
    for letters in set(_LONG_WORD.findall(text)):
        buckets.setdefault((letters[0], letters[-1]), []).append(letters)
    for bucket in buckets.values():
        if len(bucket) > 1:
            for one, other in combinations(sorted(bucket)[:_MOST], 2):
                if abs(len(one) - len(other)) < 3 and _is_near(one, other) and not any(f" {each.lower()}" in text for each in (one, other)):
                    yield from _judge_words(one, other, facts)


def _judge_words(one: str, other: str, facts: Analysis) -> Iterator[Split]:
    valid = [each for each in (one, other) if word(each).syllables >= 2]
    places = {each: list(_whole(each, facts.article.text)) for each in (one, other)}
    if len(valid) == 1:
        right, wrong = valid[0], other if valid[0] == one else one
        if right.lower() not in NO_GIVEN and len(places[right]) > len(places[wrong]) > 0:
            yield Split(tuple(places[wrong]), tuple(places[right]), True)
    elif not valid and not _by_ending(one.lower(), other.lower()):
        named = [{(_before(start, facts), start, end) for start, end in places[each]} for each in (one, other)]
        for first in sorted({each[0] for each in named[0]} & {each[0] for each in named[1]} - {""}):
            few, many = sorted(
                ([(start - len(first) - 1, end) for before, start, end in sorted(group) if before == first] for group in named), key=len
            )
            if len(few) < len(many) and not facts.share_a_sentence([place[0] for place in few], [place[0] for place in many]):
                yield Split(tuple(few), tuple(many), False)


def _whole(letters: str, text: str) -> Iterator[Place]:
    """Where the word stands as a word of its own."""
    at = text.find(letters)
    while at >= 0:
        end = at + len(letters)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at, end
        at = text.find(letters, end)


def _before(start: int, facts: Analysis) -> str:
    """The capitalised word right before an article offset, else nothing."""
    text = facts.article.text
    first = text[max(0, start - 26) : start].rpartition("\n")[2]
    if not first.endswith(" "):
        return ""
    first = first[:-1].rpartition(" ")[2]
    return first if first[:1].isupper() and first.isalpha() and len(first) > 2 else ""


def _by_ending(one: str, other: str) -> bool:
    """Whether the two are one stem with and without an ending, or with two."""
    stems = [{each.removesuffix(ending) for ending in _ENDINGS} | {each} for each in (one, other)]
    return any(len(stem) > 3 for stem in stems[0] & stems[1])
