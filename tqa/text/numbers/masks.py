"""Numerals in names and idioms, which say no number."""

from __future__ import annotations

from functools import cache

from tqa.data import lexicon

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两半双俩几数廿卅")


def is_masked(text: str, start: int, end: int) -> bool:
    """Whether the numeral belongs to a name or an idiom."""
    masks = _masks()
    for pair in (text[start : start + 2], text[start - 1 : start + 1]):
        for offset, word in masks.get(pair, ()):
            if start >= offset and text.startswith(word, start - offset):
                return True
    return False


@cache
def _masks() -> dict[str, tuple[tuple[int, str], ...]]:
    """Words that hold no number, by the two characters from or up to one of their numerals: where it stands in the word, and the word."""
    found: dict[str, list[tuple[int, str]]] = {}
    for word, _ in lexicon("not-numbers.tsv")[1:]:
        for place, character in enumerate(word):
            if character in _NUMERALS:
                key = word[place : place + 2] if place + 1 < len(word) else word[place - 1 : place + 1]
                found.setdefault(key, []).append((place, word))
    return {key: tuple(words) for key, words in found.items()}
