"""The numbers of one pair that no equal number answers, while what excuses them is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tqa.text.numbers.quantity import Quantity

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

MOST = 100
"""Numbers without an answer in one pair that are looked at; a pair with more is no translation."""


class Left:
    """What is left of a pair, with its texts.

    `missing`, `extra`: numbers of the source and of the target, article offsets; `answered`: those found to answer each other after all;
    `matched`: what answered at once; `target`: the range of the pair's English.
    """

    def __init__(
        self,
        facts: Analysis,
        target: tuple[int, int],
        matched: Sequence[tuple[Quantity, Quantity]],
        missing: Sequence[Quantity],
        extra: Sequence[Quantity],
    ):
        self.chinese = facts.simplified_source
        self.text = facts.article.text
        self.lowered = facts.article.lower
        self.target = target
        self.matched = matched
        self.answered: list[tuple[Quantity, Quantity]] = []
        self.missing = [one for one in missing if one.values][:MOST]
        self.extra = [one for one in extra if one.values][:MOST]

    @property
    def sources(self) -> list[Quantity]:
        """The numbers of the pair's source, those without an answer first."""
        return [*self.missing, *(source for source, _ in self.matched)]

    def answer(self, source: Quantity, target: Quantity) -> None:
        """Take out two that answer each other."""
        self.answered.append((source, target))
        self.drop(source)
        self.drop(target)

    def drop(self, quantity: Quantity) -> None:
        """Take out one that needs no answer."""
        self.missing = [one for one in self.missing if one is not quantity]
        self.extra = [one for one in self.extra if one is not quantity]
