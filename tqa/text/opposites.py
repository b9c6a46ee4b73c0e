"""Chinese words that mean the opposite of each other, and whether an English text says one where the Chinese says the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

import ahocorasick_rs

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.english import lower
from tqa.text.negation import denials
from tqa.text.regex import regex


class Opposite(NamedTuple):
    """A Chinese word and the English word that says its opposite, as ranges of their texts."""

    chinese: tuple[int, int]
    english: tuple[int, int]


class Named(NamedTuple):
    """A side of a pair: its Chinese word and its English word, as ranges of their texts."""

    chinese: tuple[int, int]
    english: tuple[int, int]


class _Side(NamedTuple):
    """One side of a pair: all that may say it in English, what clearly says its opposite, and the number of the other side.

    `signs`: beginnings of what says the opposite, one of which stands wherever that is said.
    """

    own: re.Pattern[str]
    opposite: re.Pattern[str]
    other: int
    signs: tuple[str, ...]


_NEGATED = regex(
    r"(?:\b(?:not|no|never|without|nor|neither|cannot|non|than|instead of|rather than|less|fail(?:s|ed|ing)? to|failure to|refus(?:e|es|ed|ing) to"
    r"|(?:end|lift|eas)(?:s|es|ed|ing)? (?:its|the|a|their))|n['’]t)[ -](?:[a-z]+ ){0,3}$"
)

_REACH = 1
"""Characters that may stand between a denial and what it denies: 不再允许."""


def _is_denied(chinese: str, place: int) -> bool:
    """Whether a denial stands right before what begins there."""
    return any(0 <= place - end <= _REACH for _, end in denials(chinese).words)


def opposites(chinese: str, english: str) -> list[Opposite]:
    """Words of `english` that say the opposite of what `chinese`, its source, says; of each pair the first.

    A pair of which the source has both sides proves nothing, nor does what either text denies: 不允许 is forbidden.
    """
    told = _told(chinese)
    found: list[Opposite] = []
    low = lower(english) if told else ""
    for number, place in told.items():
        side = _sides()[number]
        if side.other in told or side.own.search(low):
            continue
        said = side.opposite.search(low)
        if said and not _NEGATED.search(low, max(0, said.start() - 40), said.start()) and not _is_denied(chinese, place[0]):
            found.append(Opposite(place, said.span()))
    return found


def both_named(chinese: str, english: str) -> list[tuple[Named, Named]]:
    """Pairs of which both sides are named once in either text, in the order of the Chinese."""
    told: dict[int, list[tuple[int, int]]] = {}
    for number, place in _named(chinese):
        told.setdefault(number, []).append(place)
    found: list[tuple[Named, Named]] = []
    for number, mine in told.items():
        theirs = told.get(_sides()[number].other, ())
        if len(mine) == 1 == len(theirs) and mine < theirs:
            low = lower(english)
            said = [[match.span() for match in _sides()[side].opposite.finditer(low)] for side in (_sides()[number].other, number)]
            if len(said[0]) == 1 == len(said[1]):
                found.append((Named(mine[0], said[0][0]), Named(theirs[0], said[1][0])))
    return found


def are_crossed(first: Named, second: Named, numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether two sides changed places: 上半年增长5%，下半年增长8% as "5% in the second half and 8% in the first".

    `numbers`: where numbers of the Chinese stand, and where their equals stand in the English. Each side must have one, and each must
    belong to the other side in English.
    """
    belongs = {there: 1 if here > second.chinese[0] else 0 for here, there in numbers if here > first.chinese[0]}
    owners = _owners((first.english[0], second.english[0]), sorted(belongs))
    return len(set(owners.values())) == 2 and all(owners[there] != side for there, side in belongs.items())


def _owners(words: tuple[int, int], numbers: Sequence[int]) -> dict[int, int]:
    """To which of two English words each number belongs, 0 or 1; none where their order does not tell.

    Numbers follow their words ("in the first half 5%, in the second 8%"), or go before them ("5% in the first half, 8% in the second").
    """
    first, second = sorted(words)
    before = [number for number in numbers if number < first]
    between = [number for number in numbers if first < number < second]
    behind = [number for number in numbers if number > second]
    if between and bool(before) != bool(behind):
        early, late = (before, between) if before else (between, behind)
    elif before and behind and not between:
        early, late = before, behind
    elif len(between) == 2 and not before and not behind:
        early, late = between[:1], between[1:]
    else:
        return {}
    return {number: words.index(word) for word, owned in ((first, early), (second, late)) for number in owned}


def sides_at(chinese: str) -> dict[int, tuple[int, ...]]:
    """Where a Chinese text names sides of pairs, and their numbers; all else needs no look.   Cost: one scan."""
    automaton, meant = _scan()
    return {start: meant[pattern] for pattern, start, _ in automaton.find_matches_as_indexes(chinese) if meant[pattern]}


def may_oppose(sides: Set[int], lowered: str, start: int, end: int) -> bool:
    """Whether a range of an English text in small letters may say the opposite of one of the sides its source names.

    Both sides of a pair may have changed places; else a sign of the opposite must stand there, as hardly ever one does.
    """
    return any(_sides()[number].other in sides or any(lowered.find(sign, start, end) >= 0 for sign in _sides()[number].signs) for number in sides)


def _told(chinese: str) -> dict[int, tuple[int, int]]:
    """Sides that the text names, by number, each with its first place; a word that is part of a longer one is not looked at."""
    told: dict[int, tuple[int, int]] = {}
    for number, place in _named(chinese):
        told.setdefault(number, place)
    return told


def _named(chinese: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Every mention of a side: its number and its place."""
    automaton, meant = _scan()
    for pattern, start, end in automaton.find_matches_as_indexes(chinese):
        for number in meant[pattern]:
            yield number, (start, end)


@cache
def _scan() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[int, ...]]]:
    """An automaton over all Chinese words, and the sides each of its patterns names: none for a word that means neither."""
    sides: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(_rows()):
        for word in row["neither"]:
            sides.setdefault(word, ())
        for side, name in enumerate(("one", "other")):
            for word in row[name]:
                sides[word] = (*sides.get(word, ()), 2 * number + side)
    # A DFA of so few words is built in a third of a millisecond, and is twice as fast as what is chosen by itself.
    automaton = ahocorasick_rs.AhoCorasick(
        list(sides),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        store_patterns=False,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
    return automaton, list(sides.values())


@cache
def _sides() -> list[_Side]:
    """Both sides of every pair; those of pair n are numbers 2n and 2n + 1."""
    found = []
    for number, row in enumerate(_rows()):
        one, other = row["one english"], row["other english"]
        found += [
            _Side(_any(one), _any(_clear(other)), 2 * number + 1, _signs(_clear(other))),
            _Side(_any(other), _any(_clear(one)), 2 * number, _signs(_clear(one))),
        ]
    return found


@cache
def _rows() -> list[Mapping[str, list[str]]]:
    header, *rows = lexicon("opposites.tsv")
    return [{name: cell.split() for name, cell in zip(header, row, strict=True)} for row in rows]


def _clear(words: list[str]) -> list[str]:
    return words[: words.index("|")]


def _signs(words: list[str]) -> tuple[str, ...]:
    return tuple({word.removesuffix("*").replace("_", " "): None for word in words})


def _any(words: list[str]) -> re.Pattern[str]:
    """A pattern for any of the words: `*` stands for any ending, `_` for a blank; the bar is none."""
    each = [
        re.escape(word.removesuffix("*").replace("_", " ")) + (r"[a-z]*" if word.endswith("*") else r"(?![\w'’])") for word in words if word != "|"
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})")
