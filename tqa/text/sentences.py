"""Where the sentences of an English text begin and end."""

from __future__ import annotations

import re

from tqa.text.english import word_set
from tqa.text.regex import regex

_STOP = regex(r"[.!?…。！？][.!?…。！？\"”’')\]]{0,8}")
_INITIAL = regex(r"(?:[A-Za-z]\.)*[A-Za-z]$")
_STOPS = ".!?…。！？"
_CLOSING = "\"”’')]"
_OPENING = "\"“‘'’([《"
_BEFORE_WORD = " \t\u00a0([\"“‘'’—–/"

_BEFORE_NAMES = word_set(
    "adm amb capt cmdr col cpl dr drs fr gen gov hon lt maj messrs mr mrs ms mt pres prof pvt rep reps rev sen sens sgt sr st supt vs"
)
"""Abbreviations that stand before a name and therefore never end a sentence."""

_BEFORE_NUMBERS = word_set("art ca cf ch eq fig figs no nos op p par pp sec vol jan feb mar apr jun jul aug sep sept oct nov dec")
"""Abbreviations that stand before a figure; before anything else the stop ends a sentence."""

_MAY_END = word_set("al approx bros co corp dept est etc inc jr ltd plc pte univ viz")
"""Abbreviations that may end a sentence: they do if a word follows that opens one."""

_ABBREVIATIONS = _BEFORE_NAMES | _BEFORE_NUMBERS | _MAY_END

_OPENERS = word_set(
    """A After All Also Although Among An And Another As At Both But By Despite During Each Earlier Every For From He Her Here His
    However If In Instead It Its Last Later Many Meanwhile Moreover Most Next No Now Of On One Only Our Over Several She Since So
    Some Such That The Their Then There These They This Those Though Through Thus To Today Two Under Until We What When Where While
    Who With Yet You"""
)
"""Words that seldom go on after an abbreviation in a name, and often open a sentence."""


def may_be_several(text: str) -> bool:
    """Whether the text may hold two sentences: a stop stands in it before its end, or a line does.   Cost: a search for each stop."""
    before = text.rstrip(_CLOSING + _STOPS)
    return "\n" in text or any(stop in before for stop in _STOPS)


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences, in order, without the blanks between them; a line end always ends one.

    A stop before a small letter ends a sentence only after a word in small letters, so that a missing capital is no reason to
    lose the border: "It works. we go on." are two.   Cost: one scan for stops.
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        _split_line(text, begin, end, spans)
        begin = end + 1
    return spans


def _split_line(text: str, begin: int, end: int, spans: list[tuple[int, int]]) -> None:
    start = _skip_blanks(text, begin, end)
    for match in _STOP.finditer(text, start, end):
        after = match.end()
        following = _skip_blanks(text, after, end)
        if following < end and text[following] in _CLOSING and (following + 1 == end or text[following + 1].isspace()):
            # "It works. ”": a mark that has lost its place still closes this sentence.
            after = following + 1
            following = _skip_blanks(text, after, end)
        if following < end and _ends_sentence(text, start, match, following):
            spans.append((start, after))
            start = following
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop > start:
        spans.append((start, stop))


def _skip_blanks(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _ends_sentence(text: str, start: int, match: re.Match[str], following: int) -> bool:
    if match.group()[0] in "。！？":
        return True
    if following == match.end():
        return False
    head = following
    while head < len(text) - 1 and text[head] in _OPENING:
        head += 1
    letter = text[head]
    if letter.islower():
        return match.group() == "." and _is_plain_word(text, start, match.start())
    if match.group() not in (".", ".”"):
        return True
    return _closes(text, start, match.start(), head)


def _is_plain_word(text: str, start: int, stop: int) -> bool:
    """Whether the word before the stop is in small letters and no abbreviation, so that the stop is one."""
    word = text[_word_start(text, start, stop) : stop]
    return len(word) > 3 and word.isalpha() and word.islower() and word not in _ABBREVIATIONS


def _closes(text: str, start: int, stop: int, head: int) -> bool:
    """Whether a full stop before a capital, a figure or another sign ends the sentence."""
    begin = _word_start(text, start, stop)
    word = text[begin:stop]
    plain = word.lower()
    if word.isdigit():
        return begin > start  # "3. The plan": a number that opens the line counts it
    if plain in _BEFORE_NAMES:
        return False
    if plain in _BEFORE_NUMBERS:
        return not text[head].isdigit()
    if plain in _MAY_END or _INITIAL.match(word):
        return _word_at(text, head) in _OPENERS
    return True


def _word_start(text: str, start: int, stop: int) -> int:
    begin = stop
    while begin > start and text[begin - 1] not in _BEFORE_WORD:
        begin -= 1
    return begin


def _word_at(text: str, head: int) -> str:
    end = head
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[head:end]
