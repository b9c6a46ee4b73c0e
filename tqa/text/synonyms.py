"""English words that render one Chinese word: what `data/renderings.tsv` lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from tqa.data import lexicon


def rows_by(stem: Callable[[str], str]) -> Mapping[str, frozenset[int]]:
    """English word, cut to its stem → numbers of the rows that hold it."""
    groups: dict[str, set[int]] = {}
    for number, (_, english, _) in enumerate(lexicon("renderings.tsv")[1:]):
        for word in english.split(" "):
            groups.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def english_of(stem: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
    """Chinese word → stems of the English words that render it."""
    return {chinese: frozenset(map(stem, english.split(" "))) for chinese, english, _ in lexicon("renderings.tsv")[1:]}
