"""Set phrases of Chinese taken into English word by word, and what English says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.automaton import Automaton
from tqa.text.inflection import verb_forms
from tqa.text.regex import regex


class Calque(NamedTuple):
    """A range of a text, what English says there, and the Chinese behind it."""

    start: int
    end: int
    better: str
    reason: str


def find_calques(lower: str) -> Iterator[Calque]:
    """The calques of a text in small letters, in order; at one place the longest.   Cost: one scan."""
    scan, rows = _table()
    found = []
    for number, start, _ in scan.find(lower, overlapping=True):
        for form, shift, better in _forms(number):
            begin = start - shift
            if begin >= 0 and lower.startswith(form, begin):
                found.append((begin, -len(form), number, better))
    free = 0
    for begin, size, number, better in sorted(found):
        if begin >= free:
            free = end = begin - size
            if not _goes_on(lower[begin - 1 : begin]) and not (_goes_on(lower[end : end + 1]) and _goes_on(lower[end - 1])):
                yield Calque(begin, end, better, rows[number][2])


def _goes_on(character: str) -> bool:
    """Whether a word goes on with it."""
    return character.isalnum() or character == "-"


@cache
def _table() -> tuple[Automaton, list[list[str]]]:
    """The rows of calques.tsv, and what finds the words of each that are the same in all its forms."""
    rows = lexicon("calques.tsv")[1:]
    lasting = [_lasting(row[0])[:_TELLING] for row in rows]
    return Automaton(lasting, fast=True), rows


def _lasting(phrase: str) -> str:
    """The longest run of words of a phrase that do not change."""
    return max(_CHANGING.split(phrase), key=len)


_TELLING = 14
"""Characters of it that are looked for: few more places have them, and the automaton is half as large."""
_CHANGING = regex(r" ?[^ ]*[~/][^ ]* ?")


@cache
def _forms(number: int) -> list[tuple[str, int, str]]:
    """Each form of the phrase of a row, where its lasting words stand in it, and its rewrite. Few articles hold words of many phrases."""
    calque, rewrite, _ = _table()[1][number]
    lasting, rewrites = _lasting(calque), expand(rewrite)
    # A rewrite without a verb fits every form.
    return [(form, form.index(lasting), better) for form, better in zip_longest(expand(calque), rewrites, fillvalue=rewrites[0])]


def expand(phrase: str) -> list[str]:
    """The forms of a phrase as calques.tsv writes it: one, or base, third person, past and -ing form of the verb in it.

    Raises ValueError for a word with another number of forms.
    """
    words = [verb_forms(word[:-1]) if word.endswith("~") else tuple(word.split("/")) for word in phrase.split(" ")]
    size = max(map(len, words))
    if any(len(forms) not in (1, 4) for forms in words):
        raise ValueError(f"calques.tsv: {phrase!r} has a word with neither one form nor four")
    return [" ".join([forms[number % len(forms)] for forms in words]) for number in range(size)]
