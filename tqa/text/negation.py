"""Negation: what a Chinese text denies, and whether its English denies as much."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import ahocorasick_rs

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.regex import regex

_SIGNS = "不没未无非勿莫别沒無別禁"
_WORD = regex(r"[a-z]+(?:['’]t)?")
_PREFIX = regex(r"un[a-z]{3}")
_WITHOUT = regex(r"[a-z]{3,20}less(?:ly|ness)?$")
_NOT_ONLY = regex(r"not (?:only|just|merely|simply|least)\b")
_MOST_ANSWERED = 2
"""Denials that may be answered before one is missed: a paragraph full of them is told in other words."""
_SERIES = 8
"""Chinese characters between two like denials that English joins under one: neither eats nor drinks."""
_HEADS = "，。；：“”！？、 （\n"
_FORBIDS_AT_HEAD = "别別莫"


class Denials(NamedTuple):
    """What denies in a Chinese text: ranges of the words that do, of those that set a limit, and how many idioms only look like it."""

    words: tuple[tuple[int, int], ...]
    limits: tuple[tuple[int, int], ...]
    idioms: int


def lost(chinese: str, english: str) -> tuple[int, int] | None:
    """The Chinese word whose negation the English lacks: the first where English denies nothing, else the last; None where none is lost.

    Each denial on one side answers one on the other; words such as "countless" and "unusual" answer idioms first (无数, 不同).
    Cost: a scan of the Chinese; the English is read word by word only where its commonest denials do not suffice.
    """
    found = denials(chinese)
    if not found.words and not found.limits:
        return None
    words = _merged(chinese, found.words)
    if are_plainly_answered(len(words) + len(found.limits), english, 0, len(english)):
        return None
    strong, weak, bounded = _counted(english.lower())
    if not bounded:
        words += found.limits
    answered = strong + max(0, weak - found.idioms)
    if len(words) <= answered or answered > _MOST_ANSWERED:
        return None
    return min(words) if not answered else max(words)


_COMMON = (" not ", "n't ", "n’t ", " no ", " without ", " cannot ", " never ")


def are_plainly_answered(count: int, english: str, start: int, end: int) -> bool:
    """Whether the commonest denials in a range of an English text alone answer so many of its source.   Cost: a search each."""
    said = 0
    for denial in _COMMON:
        said += english.count(denial, start, end)
        if said >= count:
            return english.find("not only", start, end) < 0
    return False


def _merged(text: str, words: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The words, but one for each series: 不是偷来的、不是抢来的 is one “not”."""
    kept: list[tuple[int, int]] = []
    last: tuple[int, int] | None = None
    for word in words:
        if last is None or word[0] - last[1] > _SERIES or text[word[0]] != text[last[0]]:
            kept.append(word)
        last = word
    return kept


def denials(text: str) -> Denials:
    """What denies in a Chinese text; idioms (不断, 无人机) and questions (能不能) left aside.   Cost: one scan."""
    words: list[tuple[int, int]] = []
    limits: list[tuple[int, int]] = []
    idioms = 0
    automaton, kinds = _scan()
    for number, start, end in automaton.find_matches_as_indexes(text):
        kind = kinds[number] or _kind_of_character(text, start)
        if kind == "denial":
            words.append((start, end))
        elif kind == "limit":
            limits.append((start, end))
        else:
            idioms += 1
    return Denials(tuple(words), tuple(limits), idioms)


@cache
def _scan() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    """An automaton over the listed words and the characters of negation, and the kind of each; a character has none of its own."""
    kinds = dict.fromkeys(_SIGNS, "") | {
        word: kind for kind, words, _ in lexicon("negation.tsv")[1:] if kind in ("none", "denial", "limit") for word in words.split()
    }
    automaton = ahocorasick_rs.AhoCorasick(list(kinds), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False)
    return automaton, list(kinds.values())


def _kind_of_character(text: str, place: int) -> str:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if text[place] == "禁":
        return "none"
    if text[place] in _FORBIDS_AT_HEAD:
        return "none" if before and before not in _HEADS else "denial"
    return "none" if before and before == after else "denial"


def _counted(english: str) -> tuple[int, int, bool]:
    """Words that deny, words that deny by a part of them, and whether a limit is named."""
    kinds = list(map(_word_kind, _WORD.findall(english)))
    strong = kinds.count("denies")
    return max(0, strong - len(_NOT_ONLY.findall(english))) if strong else 0, kinds.count("part"), "bounds" in kinds


@lru_cache(maxsize=20_000)
def _word_kind(word: str) -> Literal["", "denies", "bounds", "part"]:
    if word in _english("denies") or word[-2:] in ("'t", "’t"):
        return "denies"
    if word in _english("bounds"):
        return "bounds"
    if word in _english("whole"):
        return ""
    in_part = _PREFIX.match(word) is not None or _WITHOUT.match(word) is not None or word.startswith(tuple(_english("part")))
    return "part" if in_part else ""


@cache
def _english(kind: str) -> frozenset[str]:
    return frozenset(word for listed, words, _ in lexicon("negation.tsv")[1:] if listed == kind for word in words.split())
