"""The words of English as glossaries compare them: folded, cut, and each by a key that its inflected forms share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import product

from tqa.text.english import word_set
from tqa.text.inflection import stem
from tqa.text.regex import regex

WORD = regex(r"[^\W_]+(?:'[^\W_]+)?|&")
"""A word of folded text, or what stands for one."""
THE = frozenset(map("".join, product("Tt", "Hh", "Ee")))
"""The article, however it is written."""
FUNCTION_WORDS = word_set(
    """a an and as at be been by for from had has have he her his in is it its of on or she that the their they this to was we were
    which will with"""
)
"""Words that tell no form from another."""
_NOT_ASCII = regex("[^\x00-\x7f]")


def fold(text: str) -> str:
    """Lower case, straight apostrophes and hyphens, no accents; character for character."""
    return plain_text(text).lower()


def plain_text(text: str) -> str:
    """The same, but in the case that it has."""
    if not text.isascii():
        for character in set(_NOT_ASCII.findall(text)):
            text = text.replace(character, _plain(character))
    return text


_PLAIN: dict[str, str] = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00a0": " ", "İ": "i"}


def _plain(character: str) -> str:
    known = _PLAIN.get(character)
    if known is None:
        base = unicodedata.normalize("NFD", character)[0]
        known = base if base.isascii() else character
        if len(known.lower()) != 1:
            known = " "
        if len(_PLAIN) < 10_000:
            _PLAIN[character] = known
    return known


def cut(text: str) -> list[str]:
    """The words of a text as `WORD` finds them, in a third of its time."""
    if not text.isascii():
        for character in set(_NOT_ASCII.findall(text)):
            if not character.isalnum():
                text = text.replace(character, " ")
    words = text.translate(_BLANKED).split()
    if "'" not in text:
        return words
    return [word for found in words for word in (WORD.findall(found) if "'" in found else (found,))]


_BLANKED = {ord(mark): " & " if mark == "&" else " " for mark in map(chr, range(128)) if not mark.isalnum() and mark != "'"}
"""What stands in no word of ASCII as blanks."""


def bare(word: str) -> str:
    """A folded word without possessive ending; nothing for `the`."""
    return "" if word == "the" else word.removesuffix("'s")


def key(word: str) -> str:
    """What a folded word is compared by; "" for `the`."""
    return _KEYS[word]


def keys_of(words: Iterable[str]) -> list[str]:
    """What each of the words is compared by."""
    return [_KEYS[word] for word in words]


class _Keys(dict[str, str]):
    """Keys of words, computed once a word; forgotten at 100,000."""

    def __missing__(self, word: str) -> str:
        if len(self) >= 100_000:
            self.clear()
        found = self[word] = _key(bare(word))
        return found


_KEYS = _Keys()


def _key(word: str) -> str:
    return _SAME.get(word) or (_ORDINAL.sub(r"\1.", word) if word[:1].isdigit() else stem(word))


_SAME = {"&": "and"} | {
    word: digits
    for words, form in (
        ("zero one two three four five six seven eight nine ten eleven twelve", "{}"),
        ("- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", "{}."),
    )
    for number, word in enumerate(words.split())
    for digits in (form.format(number),)
}
_ORDINAL = regex("([0-9]+)(?:st|nd|rd|th)$")
