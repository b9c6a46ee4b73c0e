"""Which lines are not the article: site furniture, and copies of headline, teaser and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from tqa.model import Document, Side, Span


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of furniture: `family` names the rule that reports it; `kept` is the line a copy repeats."""

    side: Side
    segment: int
    span: Span
    family: str
    safe: bool
    hides: bool
    certain: bool = True
    kept: int | None = None
    block: str | None = None


class Furniture:
    """The furniture of one document."""

    def __init__(self, items: tuple[Item, ...]):
        self.items = items

    def of(self, family: str) -> tuple[Item, ...]:
        """The items one rule reports."""
        return tuple(item for item in self.items if item.family == family)

    def hidden(self, side: Side) -> frozenset[int]:
        """Segments that are furniture from end to end."""
        return frozenset()

    def blanked(self, side: Side) -> tuple[tuple[int, Span], ...]:
        """Furniture inside segments that otherwise belong to the article."""
        return ()


def find_furniture(document: Document, kept: frozenset[int] = frozenset()) -> Furniture:
    """The furniture of both sides; segments in `kept` are reported but never hidden."""
    return Furniture(())
