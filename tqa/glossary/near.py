"""Concepts that may be one and the same, or stand in each other's way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqa.glossary.concept import Concept
from tqa.glossary.forms import fold
from tqa.glossary.script import simplified, unquoted

_SHORTEST = 4
"""Characters a Chinese form has at least before one character more or less is no other word: 国务院 and 国务卿 are two."""


class Near(NamedTuple):
    """A concept near another one: `form`, what of it is near, and `why`, a claim about it."""

    concept: Concept
    form: str
    why: str


def near_duplicates(concept: Concept, others: Sequence[Concept]) -> Iterator[Near]:
    """Which of the others are perhaps the same concept: a Chinese form that differs in a character or in marks, or the same English.

    Also those that forbid a form that is fine for the concept. One line a concept, in the order given.
    """
    near = {**_of_english(concept, others), **_of_chinese(concept, others)}
    for number in sorted(near):
        yield near[number]


def _of_chinese(concept: Concept, others: Sequence[Concept]) -> dict[int, Near]:
    # Slow to import, and wanted only here.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    owners = [(number, form) for number, other in enumerate(others) for form in other.source]
    folded = [unquoted(simplified(form)) for _, form in owners]
    found = {}
    for form in map(unquoted, map(simplified, concept.source)):
        for _, distance, place in process.extract(form, folded, scorer=OSA.distance, score_cutoff=1, limit=None):
            if distance == 0 or min(len(form), len(folded[place])) >= _SHORTEST:
                number, near = owners[place]
                found[number] = Near(others[number], near, "is nearly the same term")
    return found


def _of_english(concept: Concept, others: Sequence[Concept]) -> dict[int, Near]:
    fine = set(map(fold, concept.forms))
    found = {}
    for number, other in enumerate(others):
        for form in other.forbidden:
            if fold(form) in fine:
                found[number] = Near(other, form, "is forbidden for it")
        for form in other.forms:
            if fold(form) in fine:
                found[number] = Near(other, form, "is its English too")
    return found
