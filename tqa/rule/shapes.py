"""Rules that are mostly data: what they look for is a fact already, or a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tqa.analysis.analysis import Analysis
from tqa.analysis.furniture import Item
from tqa.model import Certainty, Edit, Finding, Fix, Related, Severity, Where
from tqa.rule.kinds import DocumentRule


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


def _related(item: Item, facts: Analysis) -> tuple[Related, ...]:
    if item.kept is None:
        return ()
    segment = next(segment for segment in facts.document.side(item.side) if segment.index == item.kept)
    return (Related(Where(item.side, item.kept, segment.span), "it stands here"),)
