"""Finds concepts by what somebody remembers of them: Chinese, English or pinyin, misspelt too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.forms import fold
from tqa.glossary.script import simplified
from tqa.text.han import HAN

_LEAST = 60.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that is near a query; `score` from 0 to 100, `form` the form that is nearest."""

    concept: Concept
    score: float
    form: str


def find(glossary: Glossary, query: str, limit: int = 20) -> list[Hit]:
    """At most `limit` concepts near `query`, best first; ties in the glossary's order.

    Chinese is compared in simplified characters; a query of Latin letters with English forms, forbidden ones too, and with pinyin
    without tones or blanks.
    """
    query = query.strip()
    if not query:
        return []
    score = _chinese(query) if HAN.search(query) else _latin(query)
    hits = []
    for concept in glossary.concepts:
        best = max(score(concept), default=(0.0, ""), key=lambda scored: scored[0])
        if best[0] >= _LEAST:
            hits.append(Hit(concept, round(best[0], 1), best[1]))
    return sorted(hits, key=lambda hit: -hit.score)[:limit]


Scores = Callable[[Concept], Iterator[tuple[float, str]]]


def _chinese(query: str) -> Scores:
    wanted = simplified(query)

    def score(concept: Concept) -> Iterator[tuple[float, str]]:
        for form in concept.source:
            yield _likeness(wanted, simplified(form)), form

    return score


def _latin(query: str) -> Scores:
    # Slow to import, and wanted only here.
    from pypinyin import lazy_pinyin

    wanted = fold(query)
    syllables = "".join(filter(str.isalnum, wanted)).replace("ü", "v")

    def score(concept: Concept) -> Iterator[tuple[float, str]]:
        for form in (*concept.forms, *concept.short, *concept.forbidden, *concept.forbidden_if_source):
            yield _likeness(wanted, fold(form)), form
        for form in concept.source:
            if form.isascii():
                yield _likeness(wanted, form.lower()), form
            else:
                # A little less: 90 for the whole, so that English that is the query itself comes first.
                yield 0.9 * _likeness(syllables, "".join(lazy_pinyin(form, v_to_u=False)).lower()), form

    return score


def _likeness(wanted: str, form: str) -> float:
    """100 for the form itself, up to 95 for a beginning or part of it, the likeness of the letters for the rest."""
    # Slow to import, and wanted only here.
    from rapidfuzz import fuzz

    if wanted == form:
        return 100.0
    if form.startswith(wanted):
        return 90.0 + 5.0 * len(wanted) / len(form)
    if wanted in form:
        return 80.0 + 10.0 * len(wanted) / len(form)
    return min(0.9 * fuzz.ratio(wanted, form), 79.0)
