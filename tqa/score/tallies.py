"""The tallies of an article, and of a corpus from what its articles gathered."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tqa.glossary.majority import dress
from tqa.tally import Adherence, Consistency, Tally

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis
    from tqa.glossary.memory import Memory


def tally_of(facts: Analysis) -> Tally:
    """Consistency of an article's located terms, case, number and articles aside, and adherence to the glossary; nothing without a source."""
    if not facts.has_source:
        return Tally()
    text = facts.article.text
    several = (mentions for mentions in facts.renderings.by_term.values() if len(mentions) > 1)
    terms = (Counter([dress(text[slice(*one.target)]) for one in mentions]) for mentions in several)
    consistency = sum((Consistency.of_term(counts.values()) for counts in terms), Consistency())
    met = sum(len(facts.terms.met(pair)) for pair in facts.terms.pairs)
    return Tally(consistency, Adherence(met, met + facts.terms.missing))


def consistency_across(memory: Memory) -> Consistency:
    """Consistency of the terms that stand in two articles or more, over all their mentions."""
    total = Consistency()
    for uses in memory.values():
        counts: Counter[tuple[str, ...]] = Counter()
        for use in uses:
            counts[dress(use.rendering)] += use.mentions
        if any(use.documents > 1 for use in uses) or len({use.exemplar.document for use in uses}) > 1:
            total += Consistency.of_term(counts.values())
    return total
