"""English words that are no name in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tqa.data import lexicon
from tqa.text.inflection import stem
from tqa.text.pinyin import syllables

_SUFFIXES = (
    ("ly", 6, "plain"),
    ("ing", 6, "plain"),
    ("ed", 6, "plain"),
    ("ical", 7, "plain"),
    ("ional", 8, "plain"),
    ("ous", 7, "plain"),
    ("ive", 8, "plain"),
    ("able", 8, "plain"),
    ("ible", 8, "plain"),
    ("ful", 7, "plain"),
    ("less", 7, "plain"),
    ("tion", 7, "thing"),
    ("tions", 8, "thing"),
    ("sion", 7, "thing"),
    ("ment", 8, "thing"),
    ("ness", 8, "thing"),
    ("ility", 8, "thing"),
)
"""Endings no name has at such a length, but those listed."""


_ENDINGS = tuple(ending for ending, _, _ in _SUFFIXES)


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str:
    """How sure it is that a word in small letters is no name, as data/common-words.tsv explains; empty where nothing is known."""
    kind = _listed().get(word)
    if kind is not None:
        return kind
    if len(word) < 6 or not word.endswith(_ENDINGS) or syllables(word) is not None:
        return ""
    return next((kind for ending, length, kind in _SUFFIXES if len(word) >= length and word.endswith(ending)), "")


def is_verb(word: str) -> bool:
    """Whether a word in small letters is a form of a common verb that may follow its subject: attend, attends, killed; none in -ing."""
    return not word.endswith("ing") and kind_of(word) in ("plain", "") and stem(word) in _verb_stems()


@cache
def _verb_stems() -> frozenset[str]:
    """Stems of which a past or an -ing is listed."""
    return frozenset(stem(word) for word, kind in _listed().items() if kind in ("plain", "grammar") and word.endswith(("ed", "ing")))


@cache
def _listed() -> Mapping[str, str]:
    kinds: dict[str, str] = {}
    for kind, words, _ in lexicon("common-words.tsv")[1:]:
        for word in words.split():
            kinds.setdefault(word, kind)
    return kinds
