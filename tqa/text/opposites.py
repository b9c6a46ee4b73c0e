"""Chinese words that mean the opposite of each other, and whether an English text says one where the Chinese says the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import ahocorasick_rs

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.english import lower
from tqa.text.regex import regex


class Opposite(NamedTuple):
    """A Chinese word and the English word that says its opposite, as ranges of their texts."""

    chinese: tuple[int, int]
    english: tuple[int, int]


class _Side(NamedTuple):
    """One side of a pair: all that may say it in English, what clearly says its opposite, and the number of the other side."""

    own: re.Pattern[str]
    opposite: re.Pattern[str]
    other: int


_NEGATED = regex(r"(?:\b(?:not|no|never|without|nor|neither|cannot|non|than|instead of|rather than)|n['’]t)[ -](?:[a-z]+ ){0,3}$")


def opposites(chinese: str, english: str) -> list[Opposite]:
    """Words of `english` that say the opposite of what `chinese`, its source, says; of each pair the first.

    A pair of which the source has both sides proves nothing, nor does English that is denied.
    """
    told = _told(chinese)
    found: list[Opposite] = []
    low = lower(english) if told else ""
    for number, place in told.items():
        side = _sides()[number]
        if side.other in told or side.own.search(low):
            continue
        said = side.opposite.search(low)
        if said and not _NEGATED.search(low, max(0, said.start() - 40), said.start()):
            found.append(Opposite(place, said.span()))
    return found


def _told(chinese: str) -> dict[int, tuple[int, int]]:
    """Sides that the text names, by number, each with its first place; a word that is part of a longer one is not looked at."""
    automaton, meant = _scan()
    told: dict[int, tuple[int, int]] = {}
    for pattern, start, end in automaton.find_matches_as_indexes(chinese):
        for number in meant[pattern]:
            told.setdefault(number, (start, end))
    return told


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
    return ahocorasick_rs.AhoCorasick(list(sides), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False), list(sides.values())


@cache
def _sides() -> list[_Side]:
    """Both sides of every pair; those of pair n are numbers 2n and 2n + 1."""
    found = []
    for number, row in enumerate(_rows()):
        one, other = row["one english"], row["other english"]
        found += [_Side(_any(one), _any(_clear(other)), 2 * number + 1), _Side(_any(other), _any(_clear(one)), 2 * number)]
    return found


@cache
def _rows() -> list[Mapping[str, list[str]]]:
    header, *rows = lexicon("opposites.tsv")
    return [{name: cell.split() for name, cell in zip(header, row, strict=True)} for row in rows]


def _clear(words: list[str]) -> list[str]:
    return words[: words.index("|")]


def _any(words: list[str]) -> re.Pattern[str]:
    """A pattern for any of the words: `*` stands for any ending, `_` for a blank; the bar is none."""
    each = [
        re.escape(word.removesuffix("*").replace("_", " ")) + (r"[a-z]*" if word.endswith("*") else r"(?![\w'’])") for word in words if word != "|"
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})")
