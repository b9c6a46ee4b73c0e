"""Agreement and adherence, as tallies that add up.

Consistency asks whether a term is always rendered the same way, adherence whether it is rendered as the glossary says. They are two
numbers: an article can agree with itself in every term and have none of the glossary's. Of a term with n located mentions, c of each
rendering, agreement is Σ c(c−1) / n(n−1), the chance that two of its mentions agree, and dominance max c / n. Over several terms the sums
are divided (micro); `macro` is the mean of the terms' agreements. Mentions that could not be located count nowhere.

Source: the lexical translation consistency ratio of Lyu et al. (2021), which is the Herfindahl index of Itagaki et al. (2007) corrected
for the number of mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tqa.value import fresh, value

FEW_TERMS = 10
"""Below so many terms a single one moves their agreement by a tenth and more: the figure says little."""


@value
class Consistency:
    """Sums over terms with two mentions or more.

    `split`: terms rendered two ways. `dominant`: mentions in the most frequent rendering of their term. `pairs` and `agreeing`: ordered
    pairs of mentions of one term, and those with one rendering. `agreements`: sum of the terms' agreements.
    """

    terms: int = 0
    split: int = 0
    mentions: int = 0
    dominant: int = 0
    pairs: int = 0
    agreeing: int = 0
    agreements: float = 0.0

    @classmethod
    def of_term(cls, counts: Iterable[int]) -> Consistency:
        """That of one term, from the mentions of each of its renderings; nothing for a single mention."""
        each = list(counts)
        mentions = sum(each)
        if mentions < 2:
            return cls()
        pairs, agreeing = mentions * (mentions - 1), sum(count * (count - 1) for count in each)
        return cls(1, int(len(each) > 1), mentions, max(each), pairs, agreeing, agreeing / pairs)

    def __add__(self, other: Consistency) -> Consistency:
        return Consistency(
            self.terms + other.terms,
            self.split + other.split,
            self.mentions + other.mentions,
            self.dominant + other.dominant,
            self.pairs + other.pairs,
            self.agreeing + other.agreeing,
            self.agreements + other.agreements,
        )

    @classmethod
    def read(cls, shown: Mapping[str, Any]) -> Consistency:
        """From what JSON shows; nothing where the counts are not with it."""
        names = ("terms", "split", "mentions", "dominant", "pairs", "agreeing")
        counts = [count for name in names if isinstance(count := shown.get(name), int)]
        if len(counts) < len(names):
            return cls()
        terms, split, mentions, dominant, pairs, agreeing = counts
        return cls(terms, split, mentions, dominant, pairs, agreeing, shown.get("macro", 0.0) * terms)

    @property
    def shown(self) -> dict[str, Any]:
        """As JSON shows it: shares to four places, and the counts they come from; empty where there is nothing to tell."""
        if not self.terms:
            return {}
        return {
            "agreement": round(self.agreeing / self.pairs, 4),
            "dominance": round(self.dominant / self.mentions, 4),
            "macro": round(self.agreements / self.terms, 4),
            "terms": self.terms,
            "split": self.split,
            "mentions": self.mentions,
            "dominant": self.dominant,
            "pairs": self.pairs,
            "agreeing": self.agreeing,
        }


@value
class Adherence:
    """Glossary terms, each counted once in a linked segment, and those of which the English there has a form that is fine."""

    met: int = 0
    of: int = 0

    def __add__(self, other: Adherence) -> Adherence:
        return Adherence(self.met + other.met, self.of + other.of)

    @property
    def shown(self) -> dict[str, Any]:
        """As JSON shows it; empty where there is nothing to tell."""
        return {"met": self.met, "of": self.of} if self.of else {}


def total(figures: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The figures of several articles or runs as those of all of them, added up from their counts."""
    tally = Tally()
    for shown in figures:
        consistency, adherence = shown.get("consistency", {}), shown.get("adherence", {})
        tally += Tally(Consistency.read(consistency), Adherence(adherence.get("met", 0), adherence.get("of", 0)))
    return tally.shown


@value
class Tally:
    """What was counted in an article, or in several; never one number."""

    consistency: Consistency = fresh(factory=Consistency)
    adherence: Adherence = fresh(factory=Adherence)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.consistency + other.consistency, self.adherence + other.adherence)

    @property
    def shown(self) -> dict[str, Any]:
        """As JSON shows it."""
        return {name: shown for name, shown in (("consistency", self.consistency.shown), ("adherence", self.adherence.shown)) if shown}
