"""Acronyms and the names they may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tqa.data import lexicon
from tqa.text.english import word_set
from tqa.text.pinyin import syllable_initials
from tqa.text.variants import JOINING

COMPANY_ENDINGS = word_set("co ltd inc corp corporation company limited group holding holdings plc llc")
"""Words at the end of a company's name that its acronym may leave out."""


def is_known_acronym(acronym: str) -> bool:
    """Whether a newspaper reader knows it without the full form; a plural s aside."""
    return acronym in _known() or acronym.removesuffix("s") in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset([row[0] for row in lexicon("known-acronyms.tsv")[1:]])


def spelled_by(acronym: str, words: Sequence[str]) -> tuple[int, int] | None:
    """The first and the end of the words that the acronym's letters spell, all letters used, or None.

    A word gives its first letter, the first letters of its hyphenated parts, or those of its pinyin syllables (Dongfeng → DF).
    Small words may be left out; words before the first may stay unused, and after the last what ends a company's name or a small word
    that leads on. At least two words must take part; `words` are in small letters.
    """
    letters = acronym.lower()
    for start, word in enumerate(words):
        if word not in JOINING and word[:1] == letters[:1]:
            end = _spell(letters, words, start)
            if end is not None and end - start >= 2 and _may_stop(words, end):
                return start, end
    return None


def _spell(letters: str, words: Sequence[str], index: int) -> int | None:
    """The end of the words from `index` that spell `letters`, or None."""
    if not letters:
        return index
    if index == len(words):
        return None
    word = words[index]
    for initials in _initials(word):
        if letters.startswith(initials):
            end = _spell(letters[len(initials) :], words, index + 1)
            if end is not None:
                return end
    return _spell(letters, words, index + 1) if word in JOINING else None


def _initials(word: str) -> list[str]:
    """What a word may give to an acronym, longest first."""
    found = {word[:1]}
    parts = [part for part in word.split("-") if part]
    if len(parts) > 1:
        found.add("".join([part[0] for part in parts]))
    if len(word) > 3:
        found |= {initials.lower() for initials in syllable_initials(word)}
    return sorted(found, key=lambda initials: (-len(initials), initials))


def _may_stop(words: Sequence[str], end: int) -> bool:
    """Whether a name may end there as far as its acronym goes."""
    return end == len(words) or words[end] in JOINING or all(word in COMPANY_ENDINGS for word in words[end:])
