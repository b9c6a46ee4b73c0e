"""Rise and fall: which words of a Chinese text and of its English say where something moves.

An English word of movement is judged by what the Chinese does not hold: "fell" is a fault where the Chinese states a rise and has
no character that "fall" could render. Where both directions stand in one text, only a number beside the word tells which is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from string import ascii_lowercase
from typing import Literal

import ahocorasick_rs

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.automaton import Automaton
from tqa.text.english import lower, word_set
from tqa.text.numbers.bounds import is_of_rate
from tqa.text.regex import regex

Direction = Literal["up", "down"]


class Trend(NamedTuple):
    """A word of movement at a range of its text."""

    start: int
    end: int
    direction: Direction


class Flip(NamedTuple):
    """An English word that moves against the Chinese one."""

    chinese: Trend
    english: Trend


_NEGATED = regex(r"(?:\b(?:not|no|never|without|nor|neither|cannot|hardly|rather than|instead of|than)|n['’]t)(?: [a-z]+){0,3} $")
_NUMBER = regex(r"[0-9]+(?:\.[0-9]+)?")
_SLOWED = regex(r"(?: [a-z]+){0,4} (?:slow|weak|moderat|eas(?:ed|ing)\b)")
"""Behind a rise what makes it a smaller one: growth was slower, increased at a slightly slower rate."""
_TO_A_NUMBER = regex("(?: [a-z]+){0,2} to (?=[$€£¥]?[0-9])")
"""Behind a movement of the rate of a growth, which is a growth still: growth fell to 4.7 percent."""
_NO_TREND = regex(
    r"(?:fall|falls|fell|fallen|falling) (?:in love|(?:into|under|asleep|within|for|victim|apart|on|short|behind|back|foul|outside|prey|ill|sick)\b)"
    r"|lower (?:house|reaches|court|limbs|body|part)|and lower|(?:drop|drops|dropped|dropping) (?:by |off|out|in |anchor|the )"
    r"|(?<=by )up to"
)
"""English in which a word of movement says nothing of a quantity."""
_BEFORE_NUMBER = 8
"""Chinese characters that may stand between a word of movement and its number."""
_BESIDE = 34
"""English characters on either side of a number in which its word of movement is looked for."""
_BREAK = regex(r"[,;:.](?![0-9])|[0-9]\s|\b(?:while|but|and|whereas)\b")
_LOOSE = word_set("""up down narrow narrowed narrowing lost reduce reduced reduces reducing reduction lower slow slowed slows slowing ease eased eases
easing dipped slid slipped cooled softened contracted gain gains climb climbs jump""")
"""Words that state a movement only beside its number."""


def movements(lowered: str) -> list[Trend]:
    """The words of an English text in small letters that state a movement, in order.   Cost: one scan."""
    automaton, directions = _english_scan()
    return [
        Trend(start, end, directions[word])
        for word, start, end in automaton.find(lowered)
        if lowered[end : end + 1] not in _LETTERS and lowered[start - 1 : start] not in _LETTERS
    ]


_LETTERS = frozenset(ascii_lowercase)


def may_fall(chinese: str, start: int, end: int) -> bool:
    """Whether a range of a Chinese text holds a character of those that state a fall."""
    return _FALLS.search(chinese, start, end) is not None


_FALLS = regex("[降减跌缩滑落弱恶退收低锐衰削]|下调|腰斩")


def flips(chinese: str, english: str) -> list[Flip]:
    """Words of `english` that move against `chinese`, its source."""
    ours, hints = _chinese(chinese)
    if not ours:
        return []
    theirs = list(_english(english))
    found = {flip.english.start: flip for flip in _beside_numbers(chinese, english, ours, theirs)}
    for direction, other in _OPPOSITES:
        told = next((trend for trend in ours if trend.direction == direction), None)
        if told and other not in hints:
            for trend in theirs:
                if trend.direction == other and english[trend.start : trend.end].lower() not in _LOOSE:
                    found.setdefault(trend.start, Flip(told, trend))
    return [found[start] for start in sorted(found)]


_OPPOSITES: tuple[tuple[Direction, Direction], ...] = (("up", "down"), ("down", "up"))


def _chinese(text: str) -> tuple[list[Trend], set[Direction]]:
    """The stated movements, and the directions at which anything hints."""
    trends: list[Trend] = []
    hints: set[Direction] = set()
    known, automaton = _kinds(), _chinese_scan()
    direction: Direction
    for _, start, end in automaton.find_matches_as_indexes(text):
        word = text[start:end]
        if word == "超" and text[end : end + 1] in _NUMERALS:
            # 超4100只 is more than that, and goes nowhere.
            continue
        kinds = known[word]
        for direction in ("up", "down"):
            if direction in kinds:
                trends.append(Trend(start, end, direction))
                hints.add(direction)
            elif "neutral" not in kinds and f"hint-{direction}" in kinds:
                hints.add(direction)
            elif "neutral" not in kinds and len(word) > 1:
                # 深化 states a rise; none of its characters may hint at a fall unseen.
                hints.update(direction for character in word if f"hint-{direction}" in known.get(character, ()))
    return trends, hints


_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两半")


def _english(text: str) -> Iterator[Trend]:
    low = lower(text)
    for trend in movements(low):
        if _NO_TREND.match(low, trend.start) or _NEGATED.search(low, max(0, trend.start - 40), trend.start):
            continue
        if trend.direction == "up" and _SLOWED.match(low, trend.end):
            continue
        to = _TO_A_NUMBER.match(low, trend.end)
        if to is None or not is_of_rate(low, to.end() - len("to ")):
            yield trend


def _beside_numbers(chinese: str, english: str, ours: list[Trend], theirs: list[Trend]) -> Iterator[Flip]:
    """Movements of one number in both texts that contradict each other."""
    for number in _NUMBER.finditer(chinese):
        value = number.group()
        if len(value) < 2 or chinese.count(value) > 1:
            continue
        mine = [trend for trend in ours if 0 <= number.start() - trend.end <= _BEFORE_NUMBER]
        if not mine or _BREAK_HAN.search(chinese, mine[-1].end, number.start()):
            continue
        if mine[-1].direction == "up" and _SLOWS.search(chinese, mine[-1].end, number.start()):
            continue  # 增速放缓: the growth is less of one
        place = _only(value, english)
        if place is None:
            continue
        near = [trend for trend in theirs if _is_beside(trend, place, english)]
        if near and all(trend.direction != mine[-1].direction for trend in near):
            yield Flip(mine[-1], near[-1])


_SLOWS = regex("[缓落窄慢]")
_BREAK_HAN = regex("[，。；：、,;0-9]")


def _only(value: str, text: str) -> tuple[int, int] | None:
    """Where the figure stands, if it stands once and is no part of another."""
    start = text.find(value)
    end = start + len(value)
    if start < 0 or text.find(value, end) >= 0:
        return None
    if (
        (start and text[start - 1] in "0123456789.,")
        or text[end : end + 1].isdigit()
        or (text[end : end + 1] in (".", ",") and text[end + 1 : end + 2].isdigit())
    ):
        return None
    return start, end


def _is_beside(trend: Trend, place: tuple[int, int], text: str) -> bool:
    if trend.end <= place[0]:
        between = (trend.end, place[0])
    elif trend.start >= place[1]:
        between = (place[1], trend.start)
    else:
        return False
    return between[1] - between[0] <= _BESIDE and not _BREAK.search(text, *between)


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """Chinese words with the kinds they are listed under."""
    kinds: dict[str, set[str]] = {}
    for kind, words, _ in lexicon("trends.tsv")[1:]:
        if kind not in ("rises", "falls"):
            for word in words.split():
                kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


@cache
def _chinese_scan() -> ahocorasick_rs.AhoCorasick:
    """Finds the longest of the Chinese words at a place: otherwise 增 wins inside 增收窄 and 少 inside 不少."""
    return ahocorasick_rs.AhoCorasick(list(_kinds()), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False)


@cache
def _english_scan() -> tuple[Automaton, list[Direction]]:
    """An automaton over the English words, and where each points."""
    names: Mapping[str, Direction] = {"rises": "up", "falls": "down"}
    directions = {word: names[kind] for kind, words, _ in lexicon("trends.tsv")[1:] if kind in names for word in words.split()}
    return Automaton(list(directions), longest=True, fast=True), list(directions.values())
