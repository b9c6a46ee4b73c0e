"""The words of a line that site furniture is made of: listed phrases by class, figures, names, and the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqa.records import NamedTuple
from tqa.text.english import lower, word_set
from tqa.text.furniture_words import (
    DATES,
    HAN_RANGE,
    LATIN_TOKEN,
    Listed,
    by_first_word,
    chinese_characters,
    chinese_phrase,
    chinese_scan,
    english_glue,
    english_phrases,
    english_words,
    first_words,
    holds_han,
    is_han,
    longest_chinese_scan,
    plain,
)
from tqa.text.han import HAN
from tqa.text.regex import regex

_TOKEN = regex(rf"[a-z\u00c0-\u024f]+(?:['’][a-z]{{1,2}}\b)?\+?|[0-9][0-9.,:/-]*%?|[{HAN_RANGE}]+|©|\(c\)")
_CASED_TOKEN = regex("[A-Za-z0-9\u00c0-\u024f]+")
# Between the words of one phrase: a blank, a hyphen, the apostrophe of “readers' letters”, the stop of “P.S”.
_GAPS = frozenset(["", " ", "-", "' ", "’ ", ".", "\u00a0"])
_QUOTED = regex('[“"《「【][^“”"《》「」【】]{1,24}[”"》」】]')
_QUOTES = '“"《「【'
# As a word behind the last colon, the name of an account.
_HANDLE_SIZES = range(3, 25)
_LATIN = regex("[A-Za-z©]")
_NAMING = frozenset('“"《「【:：网报社台线视端闻布')
_CALENDAR = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm"
)
_OUTLET = ("网", "报", "社", "台", "在线", "视", "客户端", "新闻", "发布")
NUMBER = frozenset(["number"])
NAME = frozenset(["name"])
UNKNOWN: frozenset[str] = frozenset()


class Word(NamedTuple):
    """A listed phrase, a figure, a name or a word not listed.

    `weight`: the words it counts for, two Han making one. `proper`: capitalised or quoted, so perhaps part of a name.
    """

    start: int
    end: int
    classes: frozenset[str]
    weight: float
    proper: bool = False
    parts: tuple[frozenset[str], ...] = ()

    @property
    def is_glue(self) -> bool:
        """Whether the phrase is made of function words."""
        return "glue" in self.classes or (bool(self.parts) and all("glue" in part for part in self.parts))

    def is_of(self, names: frozenset[str]) -> bool:
        """Whether the phrase is of one of the classes, or each of its words is."""
        if self.classes & names:
            return True
        return bool(self.parts) and all(part & names or "glue" in part for part in self.parts) and any(part & names for part in self.parts)

    def holds(self, name: str) -> bool:
        """Whether the phrase or one of its words is of the class."""
        return name in self.classes or any(name in part for part in self.parts)


class Words(NamedTuple):
    """The words of one line, in order. `cased`: its listed words begin in lower case, so capitals mean names."""

    text: str
    words: tuple[Word, ...]
    classes: frozenset[str]
    cased: bool

    def times(self, name: str) -> int:
        """How often a class occurs."""
        return sum(name in word.classes or any(name in part for part in word.parts) for word in self.words)


def has_phrase_of(line: str, names: frozenset[str]) -> bool:
    """Whether the line may hold a phrase of one of the classes: exact for single words, a cheap guess for longer phrases."""
    return may_hold_phrase(line, latin_words(line), names)


def may_hold_phrase(line: str, words: Sequence[str], names: frozenset[str]) -> bool:
    """The same for a line whose `latin_words` are known."""
    return not first_words(names).isdisjoint(words) or (holds_han(line) and bool(chinese_scan(names).find_matches_as_indexes(line)))


def latin_words(line: str) -> list[str]:
    """The words and figures of the line in Latin letters, in lower case, with straight apostrophes and without plus signs."""
    return LATIN_TOKEN.findall(plain(lower(line)).replace("+", " ")) if line.isascii() or _LATIN.search(line) else []


def is_known(token: str) -> bool:
    """Whether one of `latin_words` is a figure or a word of the calendar, which no list needs to hold."""
    return token[0].isdigit() or token in _CALENDAR


def may_hold_name(line: str) -> bool:
    """Whether a word of the line may be a name, by its capital, how it ends, or what stands before it."""
    return not _NAMING.isdisjoint(line) or line != line.lower()


def has_unlisted_han(line: str) -> bool:
    """Whether a Han character of the line stands in no listed phrase."""
    return not line.isascii() and ends_unlisted(line, "")


def ends_unlisted(line: str, bounds: str) -> bool:
    """Whether a Han character stands in no listed phrase, behind the last of some marks."""
    listed = chinese_characters()
    size = len(line)
    for character in reversed(line):
        if character in bounds:
            break
        if character not in listed and character >= "\u3400" and is_han(character):
            return True
        size -= 1
    # All of its characters are listed, which does not say that they make listed phrases.
    clause = line[size:]
    return (
        bool(clause) and holds_han(clause) and any(not is_listed and clause[start:end].strip(DATES) for start, end, is_listed in _han_words(clause))
    )


def unknown_han(line: str) -> Iterator[tuple[int, int]]:
    """Where Chinese words stand that no list knows and that are no names."""
    named = _named_spans(line)
    for start, end, is_listed in _han_words(line):
        if not is_listed and _is_unknown(line, start, end, named):
            yield start, end


COVER_LEAST = 0.7
"""The least share of its words, names apart, by which a line can belong to a family."""


def is_mostly_listed(line: str) -> bool:
    """Whether most words of the line begin a listed phrase, or are names or figures; a sentence of the article seldom is. A cheap guess."""
    if holds_han(line) and HAN.search(line):
        return _is_mostly_listed_han(line)
    known, glue, listed = by_first_word(), english_glue(), english_words()
    tokens = _CASED_TOKEN.findall(line)
    # Most sentences have too many small words that are not listed, whatever the rest is.
    unlisted = [token for token in tokens if token not in listed and token[0] > "Z" and token.islower()]
    if len(unlisted) > 6 and len(unlisted) * 4 > len(tokens):
        return False
    strange = names = told = 0
    for token in tokens:
        word = token.lower()
        if word in glue or word.isdigit():
            continue
        told += 1
        if word not in known:
            if token == word:
                strange += 1
            else:
                names += 1
    return told <= 6 or (strange * 4 <= told and (strange + names) * 3 <= told * 2 + 1)


def _is_mostly_listed_han(line: str) -> bool:
    """Whether enough is listed of the line that a family can claim it."""
    named = _named_spans(line)
    # Two Han characters weigh as much as an English word.
    known = 2 * len(LATIN_TOKEN.findall(lower(line)))
    unknown = 0
    most = (1 - COVER_LEAST) * (len(line) + known)
    for start, end, is_listed in _han_words(line):
        if is_listed:
            known += end - start
        elif _is_unknown(line, start, end, named):
            unknown += end - start
            if unknown > most:
                return False
    return unknown * COVER_LEAST <= known * (1 - COVER_LEAST) + 0.01


def _is_unknown(line: str, start: int, end: int, named: list[tuple[int, int]]) -> bool:
    # 备 may end a phrase, as in ICP备.
    ends_latin = line[start - 1 : start].isalnum() and line[start - 1].isascii()
    return not ends_latin and not _is_name(line, start, end, named)


def _han_words(line: str) -> Iterator[tuple[int, int, bool]]:
    """Where the Chinese words of the line stand, in order, and whether each is listed; the longest listed phrase wins."""
    hits = iter(longest_chinese_scan().find_matches_as_indexes(line))
    _, begin, stop = next(hits, _NO_HIT)
    for run in _TOKEN.finditer(line):
        position, end = run.span()
        if line[position] < "\u3400":
            continue
        while begin < end:
            if position < begin:
                yield position, begin, False
            yield begin, stop, True
            position = stop
            _, begin, stop = next(hits, _NO_HIT)
        if position < end:
            yield position, end, False


_NO_HIT = (0, sys.maxsize, sys.maxsize)


@lru_cache(maxsize=1024)
def read_words(line: str) -> Words:
    """The words of a short line; the longest listed phrase wins. Linear in its length."""
    folded = lower(line)
    tokens = [match.span() for match in (_TOKEN if holds_han(line) else LATIN_TOKEN).finditer(folded)]
    named = _named_spans(line)
    words: list[Word] = []
    chinese = _han_words(line)
    number = 0
    while number < len(tokens):
        start, end = tokens[number]
        if folded[start] >= "\u3400":
            while start < end:
                begin, stop, is_listed = next(chinese)
                # What ends a phrase in Latin letters, as in ICP备, is told already.
                if begin >= start:
                    words.append(_word(line, begin, stop, chinese_phrase(line[begin:stop]) if is_listed else None, named))
                    start = stop
            number += 1
            continue
        count, found = _longest(folded, tokens, number)
        end = tokens[number + count - 1][1]
        words.append(_word(line, start, end, found, named))
        number += count
    cased = any(word.classes and "glue" not in word.classes and _has_small_word(line[word.start : word.end]) for word in words)
    classes = frozenset().union(*(word.classes for word in words), *(part for word in words for part in word.parts))
    return Words(line, tuple(words), classes, cased or not line.isascii())


def _longest(folded: str, tokens: list[tuple[int, int]], number: int) -> tuple[int, Listed | None]:
    """How many tokens from `number` on make the longest listed phrase, and the phrase."""
    start, end = tokens[number]
    token = plain(folded[start:end])
    if token not in by_first_word():
        token = token.rstrip("+")
    for one in english_phrases(token) if token in by_first_word() else ():
        size = len(one.tokens)
        if size == 1:
            return 1, one
        if number + size <= len(tokens) and _stands(folded, tokens[number : number + size], one.tokens):
            return size, one
    return 1, None


def _stands(folded: str, tokens: list[tuple[int, int]], wanted: tuple[str, ...]) -> bool:
    for place in range(1, len(wanted)):
        start, end = tokens[place]
        if plain(folded[start:end]) != wanted[place] or folded[tokens[place - 1][1] : start] not in _GAPS:
            return False
    return True


def _word(line: str, start: int, end: int, listed: Listed | None, named: list[tuple[int, int]]) -> Word:
    text = line[start:end]
    proper = _is_name(line, start, end, named)
    if listed is not None:
        return Word(start, end, listed.classes, listed.weight, proper, listed.parts)
    weight = len(text) / 2 if text[0] >= "\u3400" else 1.0
    if text[0].isdigit() or text.lower() in _CALENDAR:
        return Word(start, end, NUMBER, weight, proper)
    return Word(start, end, NAME if proper else UNKNOWN, weight, proper)


def _is_name(line: str, start: int, end: int, named: list[tuple[int, int]]) -> bool:
    return _is_proper(line[start:end]) or any(a < start and end < b for a, b in named)


def _is_proper(text: str) -> bool:
    return text[0].isupper() or (text[0] >= "\u3400" and len(text) > 2 and text.endswith(_OUTLET))


def _named_spans(line: str) -> list[tuple[int, int]]:
    """Where names stand whatever their words: in quotation marks, and a single word behind the last colon."""
    spans = [match.span() for match in _QUOTED.finditer(line)] if any(mark in line for mark in _QUOTES) else []
    colon = max(line.rfind(":"), line.rfind("："))
    if colon >= 0:
        behind = line[colon + 1 :]
        handle = behind[behind[:1].isspace() :]
        if len(handle) in _HANDLE_SIZES and all(c in "_-" or "\u4e00" <= c <= "\u9fff" or (c.isascii() and c.isalnum()) for c in handle):
            spans.append((colon, len(line) + 1))
    return spans


def _has_small_word(text: str) -> bool:
    return any(word[0].islower() for word in text.split())
