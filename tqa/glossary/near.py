"""Rows that may say the same as another one, or stand in its way."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.glossary.concept import Concept
from tqa.glossary.script import simplified, unquoted
from tqa.glossary.tsv import ParsedFile
from tqa.glossary.words import fold
from tqa.records import NamedTuple

_SHORTEST = 4
"""Characters a Chinese form has at least before one character more, less or another is no other word: 国务院 and 国务卿 are two."""


class Near(NamedTuple):
    """A row near a concept: its line (1-based) and content; `form`, what of it is near, and `why`, a claim about it."""

    line: int
    concept: Concept
    form: str
    why: str


def near_duplicates(concept: Concept, file: ParsedFile) -> Iterator[Near]:
    """Rows of the file that may be the same concept: a Chinese form that differs in a character or in marks, or the same English.

    Also those that forbid a form that is fine for the concept. A row comes once, in the file's order. Raises FormatError for a row
    that is near and cannot be read.
    """
    near = {**_of_english(concept, file), **_of_chinese(concept, file)}
    for number in sorted(near):
        yield near[number]


def _of_chinese(concept: Concept, file: ParsedFile) -> dict[int, Near]:
    # Slow to import, and wanted only here.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    forms, rows = file.forms("source")
    folded = unquoted(simplified("\n".join(forms))).split("\n")
    found = {}
    for form in map(unquoted, map(simplified, concept.source)):
        for _, distance, place in process.extract(form, folded, scorer=OSA.distance, score_cutoff=1, limit=None):
            if distance == 0 or min(len(form), len(folded[place])) >= _SHORTEST:
                found[rows[place]] = _near(file, rows[place], forms[place], "is nearly the same term")
    return found


def _of_english(concept: Concept, file: ParsedFile) -> dict[int, Near]:
    fine = set(map(fold, concept.forms))
    found = {}
    for column, why in (("forbidden", "is forbidden for it"), ("allowed", "is its English too"), ("target", "is its English too")):
        forms, rows = file.forms(column)
        for form, number in zip(forms, rows, strict=True):
            if (form.lower() if form.isascii() else fold(form)) in fine:
                near = _near(file, number, form, why)
                # The target of a row with the status forbidden is a forbidden form.
                found[number] = near if near.concept.target else near._replace(why="is forbidden for it")
    return found


def _near(file: ParsedFile, number: int, form: str, why: str) -> Near:
    return Near(file.lines[number][0], file.concept(number), form, why)
