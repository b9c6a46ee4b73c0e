"""Rules that are mostly data: what they look for is a fact already, or a table; and findings that several rules build alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from tqa.analysis.analysis import Analysis
from tqa.analysis.furniture import Item
from tqa.model import Certainty, Edit, Finding, Fix, Related, Severity, Where
from tqa.rule.kinds import DocumentRule, PairRule, replace

Places = Sequence[tuple[int, int]]
"""Article offsets of the mentions of one form, in order."""


class FurnitureRule(DocumentRule):
    """Names the furniture of one family, which bears the rule's name.

    On the source side it is information and has no fix: only the translation is mended.
    """

    __slots__ = ()

    kind = "furniture"
    sees = "all"
    says: ClassVar[str] = ""
    """The message."""
    mends: ClassVar[bool] = True
    """Whether it may be deleted at all."""

    def check(self, facts: Analysis) -> Iterator[Finding]:
        """A finding for each piece; copies name the line they repeat."""
        for item in facts.furniture.of(self.name):
            yield self.finding_at(
                Where(item.side, item.segment, item.span),
                self.says,
                fixes=self._fixes(item),
                related=_related(item, facts),
                severity=Severity.INFO if item.side == "source" else None,
                certainty=None if item.certain else Certainty.GUESS,
                block=item.block,
            )

    def _fixes(self, item: Item) -> tuple[Fix, ...]:
        if item.side != "target" or not self.mends:
            return ()
        return (Fix("delete it", (Edit(Where(item.side, item.segment, item.edit), ""),), item.safe),)


class MinorityRule(DocumentRule):
    """Reports the rarer of two ways of writing one thing against the commoner."""

    __slots__ = ()

    def in_minority(self, facts: Analysis, place: tuple[int, int], majority: Places, mentions: int, better: str) -> Finding:
        """The finding at a place that is to read `better`; `majority`: where the other way stands, of all the `mentions`."""
        segment, span = facts.article.place(*place)
        counts = {"n": len(majority), "m": mentions}
        return self.finding(
            segment,
            span,
            "“{minority}” here, “{majority}” in {n} of {m} mentions",
            minority=span.of(segment.text),
            majority=facts.article.text[slice(*majority[0])],
            n=counts["n"],
            m=counts["m"],
            fix=replace(segment, span, better),
            related=[Related(facts.article.where(*majority[0]), "{n} of {m} mentions", counts)],
        )


def by_weight(one: Places, other: Places) -> tuple[Places, Places]:
    """The commoner of two ways first; of equals the one that stands first."""
    majority, minority = sorted((one, other), key=lambda places: (-len(places), places[0]))
    return majority, minority


class MisnamedRule(PairRule):
    """Puts the right name in place of a wrong one; the source has the name."""

    __slots__ = ()

    def misnamed(
        self, facts: Analysis, wrong: tuple[int, int], han: tuple[int, int], right: str, says: str, of_source: str, severity: Severity | None = None
    ) -> Finding:
        """The finding on article offsets `wrong`, `han` those of the source. `says`: a template with {wrong}, {han} and {right}."""
        segment, span = facts.article.place(*wrong)
        return self.finding(
            segment,
            span,
            says,
            wrong=span.of(segment.text),
            han=facts.source.text[slice(*han)],
            right=right,
            fix=replace(segment, span, right),
            related=[Related(facts.source.where(*han), of_source)],
            severity=severity,
        )


def _related(item: Item, facts: Analysis) -> tuple[Related, ...]:
    if item.kept is None:
        return ()
    segment = facts.document.side(item.side)[item.kept]
    return (Related(Where(item.side, item.kept, segment.span), "it stands here"),)
