"""Chinese that an English text rightly shows: the original given after its English."""

from __future__ import annotations

from tqa.text.english import word_set
from tqa.text.han import HAN
from tqa.text.pinyin import syllables
from tqa.text.regex import regex

_REACH = 60
"""Characters a bracket may hold and still be the original of the words before it."""
_OPEN, _CLOSE = "(（[", ")）]"
_QUOTES = "\"'“”‘’「」『』《》〈〉"
_PART = regex(r"[,;/，；、：:]")
_BLANKS = " \u00a0"
_LATIN = regex("[A-Za-z]{2}")
_LAST_WORD = regex(r"[A-Za-z'’]+$")
_SAYS = word_set("character characters word words term terms phrase phrases idiom idioms expression surname radical hanzi")
"""Words after which a text speaks of the Chinese itself."""
_SAYS_QUOTED = word_set("written writes reads read says said means meaning chinese mandarin pronounced called")
"""The same where the Chinese stands in quotation marks."""


def is_original(text: str, start: int, end: int) -> bool:
    """Whether the Han at `text[start:end]` is the original of the English before it.

    In brackets after English ("Li Wei (李伟)"), in quotation marks after its own reading ("neijuan “内卷”"), or after words
    such as "the character".
    """
    return _in_brackets(text, start, end) or _named(text, start)


def _in_brackets(text: str, start: int, end: int) -> bool:
    opened = max(text.rfind(mark, max(0, start - _REACH), start) for mark in _OPEN)
    if opened < 0 or any(mark in text[opened:start] for mark in _CLOSE):
        return False
    closed = min((at for mark in _CLOSE if (at := text.find(mark, end, end + _REACH)) >= 0), default=-1)
    if closed < 0 or any(mark in text[end:closed] for mark in _OPEN):
        return False
    before = text[:opened].rstrip(" \u00a0")[-1:]
    return bool(before) and (before.isalnum() or before in _QUOTES) and not HAN.match(before) and _is_original_content(text[opened + 1 : closed])


def _is_original_content(content: str) -> bool:
    """Han alone, or Han and English side by side ("Li Wei, 李伟"; "内卷, involution"), not a phrase with Han left inside it."""
    parts = [part.strip(_BLANKS + _QUOTES) for part in _PART.split(content)]
    if HAN.match(parts[0]):
        return True
    return len(content) <= _REACH and all(not HAN.search(part) or (HAN.match(part) and not _LATIN.search(part)) for part in parts)


def _named(text: str, start: int) -> bool:
    quoted = start > 0 and text[start - 1] in _QUOTES
    before = text[: start - 1] if quoted else text[:start]
    word = _LAST_WORD.search(before[-30:].rstrip(" ,:\u00a0"))
    if word is None:
        return False
    found = word.group().lower()
    if found in _SAYS or (quoted and found in _SAYS_QUOTED):
        return True
    reading = syllables(found) if quoted else None
    return reading is not None and len(reading) > 1
