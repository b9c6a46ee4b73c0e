"""Negation: what a Chinese text denies, and whether its English denies as much."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.regex import regex

SIGN = regex("[不没未无非勿莫别沒無別禁]")
"""The characters of which one stands in whatever denies, and in many words that do not."""
_WORD = regex(r"[a-z]+(?:['’]t)?")
_PREFIX = regex(r"un[a-z]{3}")
_WITHOUT = regex(r"[a-z]{3,20}less(?:ly|ness)?$")
_NOT_ONLY = regex(r"not (?:only|just|merely|simply|least)\b")
_MOST_ANSWERED = 2
"""Denials that may be answered before one is missed: a paragraph full of them is told in other words."""
_SERIES = 8
"""Chinese characters between two like denials that English joins under one: neither eats nor drinks."""
_HEADS = "，。；：“”！？、 （"
_FORBIDS_AT_HEAD = "别別莫"


class Denials(NamedTuple):
    """What denies in a Chinese text: ranges of the words that do, of those that set a limit, and how many idioms only look like it."""

    words: tuple[tuple[int, int], ...]
    limits: tuple[tuple[int, int], ...]
    idioms: int


def lost(chinese: str, english: str) -> tuple[int, int] | None:
    """The Chinese word whose negation the English lacks: the first where English denies nothing, else the last; None where none is lost.

    Each denial on one side answers one on the other; words such as "countless" and "unusual" answer idioms first (无数, 不同).
    Cost: a scan of the Chinese for single characters; the English is read word by word only where its commonest denials do not suffice.
    """
    found = denials(chinese)
    if not found.words and not found.limits:
        return None
    words = _merged(chinese, found.words)
    if sum(map(english.count, _COMMON)) >= len(words) + len(found.limits) and "not only" not in english:
        return None
    strong, weak, bounded = _counted(english.lower())
    if not bounded:
        words += found.limits
    answered = strong + max(0, weak - found.idioms)
    if len(words) <= answered or answered > _MOST_ANSWERED:
        return None
    return min(words) if not answered else max(words)


_COMMON = (" not ", "n't ", "n’t ", " no ", " without ", " cannot ", " never ")


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
    """What denies in a Chinese text; idioms (不断, 无人机) and questions (能不能) left aside."""
    words: list[tuple[int, int]] = []
    limits: list[tuple[int, int]] = []
    idioms = end = 0
    for match in SIGN.finditer(text):
        if match.start() < end:
            continue
        start, end, kind = _word_at(text, match.start())
        if kind == "denial":
            words.append((start, end))
        elif kind == "limit":
            limits.append((start, end))
        else:
            idioms += 1
    return Denials(tuple(words), tuple(limits), idioms)


def _word_at(text: str, place: int) -> tuple[int, int, str]:
    """The longest listed word around a character, else the character alone, with its kind."""
    around = _around()
    best = (place, place + 1, "")
    before = place - 1 if place else 0
    for back, word, kind in around.get(text[place : place + 2], ()) + around.get(text[before : place + 1], ()):
        if len(word) > best[1] - best[0] and place >= back and text.startswith(word, place - back):
            best = (place - back, place - back + len(word), kind)
    return best if best[2] else (place, place + 1, _kind_of_character(text, place))


@cache
def _around() -> Mapping[str, tuple[tuple[int, str, str], ...]]:
    """Listed words, each with the place of its first sign, by that sign and the character after it, or before it at the word's end."""
    by_two: dict[str, list[tuple[int, str, str]]] = {}
    for word, kind in _kinds().items():
        sign = SIGN.search(word)
        if sign is not None:
            back = sign.start()
            two = word[back : back + 2] if back + 1 < len(word) else word[back - 1 : back + 1]
            by_two.setdefault(two, []).append((back, word, kind))
    return {two: tuple(words) for two, words in by_two.items()}


def _kind_of_character(text: str, place: int) -> str:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if text[place] == "禁":
        return "none"
    if text[place] in _FORBIDS_AT_HEAD:
        return "none" if before and before not in _HEADS else "denial"
    return "none" if before and before == after else "denial"


def _counted(english: str) -> tuple[int, int, bool]:
    """Words that deny, words that deny by a part of them, and whether a limit is named."""
    strong = weak = 0
    denying, bounds = _english("denies"), _english("bounds")
    bounded = False
    for word in _WORD.findall(english):
        if word in denying or word[-2:] in ("'t", "’t"):
            strong += 1
        elif word in bounds:
            bounded = True
        elif _denies_in_part(word):
            weak += 1
    return max(0, strong - len(_NOT_ONLY.findall(english))), weak, bounded


@lru_cache(maxsize=20_000)
def _denies_in_part(word: str) -> bool:
    if word in _english("whole"):
        return False
    return _PREFIX.match(word) is not None or _WITHOUT.match(word) is not None or word.startswith(tuple(_english("part")))


@cache
def _english(kind: str) -> frozenset[str]:
    return frozenset(word for listed, words, _ in lexicon("negation.tsv")[1:] if listed == kind for word in words.split())


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for kind, words, _ in lexicon("negation.tsv")[1:] if kind in ("none", "denial", "limit") for word in words.split()}
