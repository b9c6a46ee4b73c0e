"""English words that always carry a capital."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tqa.data import lexicon
from tqa.text.automaton import Automaton
from tqa.text.english import word_set

HEADS = word_set(
    "daily paper news evening morning times weekly city province county district prefecture town township village autonomous river lake mountain"
)
"""Words that stand after the name of a place and in small letters say nothing of it."""


def small_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names of countries, peoples, places, days and months, and HEADS, stand in small letters as whole words, left to right."""
    for _, start, end in _automaton().find(text):
        if not _touches_word(text, start, end):
            yield start, end


def _touches_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or (before and before in "_@#./-\\&'’"):
        return True
    # A hyphen may follow, "china-based"; a dot does only at the end of the sentence, not in china.com.
    return after.isalnum() or (after != "" and after in "_@/\\") or (after in ".'’" and text[end + 1 : end + 2].isalnum() and after == ".")


@cache
def _automaton() -> Automaton:
    return Automaton(sorted(proper_nouns() | HEADS), longest=True, fast=True)


@cache
def proper_nouns() -> frozenset[str]:
    """The names in small letters, without those that are common words as well."""
    names: set[str] = set()
    twins: set[str] = set()
    for kind, words, _ in lexicon("proper-nouns.tsv")[1:]:
        (names if kind == "name" else twins).update(words.split())
    for place, words in lexicon("demonyms.tsv")[1:]:
        names.update(word.lower() for word in (place, *words.split()) if word.isalpha())
    return frozenset(name for name in names - twins if len(name) > 3)
