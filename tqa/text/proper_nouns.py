"""English words that always carry a capital."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from tqa.data import lexicon
from tqa.text.english import word_set

HEADS = word_set(
    "daily paper news evening morning times weekly city province county district prefecture town township village autonomous river lake mountain"
)
"""Words that stand after the name of a place and in small letters say nothing of it."""


def small_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names of countries, peoples, places, days and months, and HEADS, stand in small letters as whole words, left to right."""
    names = _automaton()
    for _, start, end in names.find_matches_as_indexes(text):
        if not _touches_word(text, start, end):
            yield start, end


def _touches_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or (before and before in "_@#./-\\&'’"):
        return True
    # A hyphen may follow, "china-based"; a dot does only at the end of the sentence, not in china.com.
    return after.isalnum() or (after != "" and after in "_@/\\") or (after in ".'’" and text[end + 1 : end + 2].isalnum() and after == ".")


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    # The kind that the library chooses for so many is quicker to build and more than twice as slow to search.
    return ahocorasick_rs.AhoCorasick(
        sorted(proper_nouns() | HEADS),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
        store_patterns=False,
    )


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
