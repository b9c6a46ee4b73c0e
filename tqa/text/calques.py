"""Set phrases of Chinese taken into English word by word, and what English says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

import ahocorasick_rs

from tqa.data import lexicon
from tqa.text.inflection import verb_forms


class Calque(NamedTuple):
    """A range of a text, what English says there, and the Chinese behind it."""

    start: int
    end: int
    better: str
    reason: str


def find_calques(lower: str) -> Iterator[Calque]:
    """The calques of a text in small letters, in order; at one place the longest.   Cost: one scan."""
    automaton, phrases = _phrases()
    for number, start, end in automaton.find_matches_as_indexes(lower):
        if not _goes_on(lower[start - 1 : start]) and not (_goes_on(lower[end : end + 1]) and _goes_on(lower[end - 1])):
            yield Calque(start, end, *phrases[number])


def _goes_on(character: str) -> bool:
    """Whether a word goes on with it."""
    return character.isalnum() or character == "-"


@cache
def _phrases() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, str]]]:
    """An automaton over every form of every phrase, and what each of its patterns stands for."""
    patterns, phrases = [], []
    for calque, rewrite, reason in lexicon("calques.tsv")[1:]:
        calques, rewrites = expand(calque), expand(rewrite)
        # A rewrite without a verb fits every form.
        for form, better in zip_longest(calques, rewrites, fillvalue=rewrites[0]):
            patterns.append(form)
            phrases.append((better, reason))
    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False), phrases


def expand(phrase: str) -> list[str]:
    """The forms of a phrase as calques.tsv writes it: one, or base, third person, past and -ing form of the verb in it.

    Raises ValueError for a word with another number of forms.
    """
    words = [verb_forms(word[:-1]) if word.endswith("~") else tuple(word.split("/")) for word in phrase.split(" ")]
    size = max(map(len, words))
    if any(len(forms) not in (1, 4) for forms in words):
        raise ValueError(f"calques.tsv: {phrase!r} has a word with neither one form nor four")
    return [" ".join([forms[number % len(forms)] for forms in words]) for number in range(size)]
