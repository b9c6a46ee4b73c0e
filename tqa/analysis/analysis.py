"""What is known of one document: each fact is computed at most once, on first use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tqa.analysis.align import Link, link
from tqa.analysis.article import Text
from tqa.analysis.furniture import Furniture, find_furniture
from tqa.glossary.matcher import Matcher, TermHit
from tqa.model import Document, Segment, Side


@dataclass(frozen=True, slots=True)
class Pair:
    """Linked text of both sides; spans of either map back to their own segments.

    `confidence`: 1.0 where the file pairs them, less where they were linked by us; under 0.5 the pair is the whole article.
    """

    source: Text
    target: Text
    confidence: float
    number: int


class Analysis:
    """The facts of one document, handed to every rule."""

    def __init__(self, document: Document, matcher: Matcher | None = None, kept_furniture: frozenset[int] = frozenset()):
        """`kept_furniture`: target segments that stay visible whatever they are, because their finding is ignored."""
        self.document = document
        self.matcher = matcher or Matcher.none()
        self._kept = kept_furniture

    @cached_property
    def furniture(self) -> Furniture:
        """Lines of site furniture and copies, on both sides."""
        return find_furniture(self.document, self._kept)

    @cached_property
    def visible(self) -> tuple[Segment, ...]:
        """Target segments that belong to the article; blank ones are left out."""
        return self._visible("target")

    @cached_property
    def visible_source(self) -> tuple[Segment, ...]:
        """Source segments that belong to the article; blank ones are left out."""
        return self._visible("source")

    def _visible(self, side: Side) -> tuple[Segment, ...]:
        hidden = self.furniture.hidden(side)
        return tuple(s for s in self.document.side(side) if s.index not in hidden and s.text.strip())

    @cached_property
    def article(self) -> Text:
        """The visible target, joined."""
        return Text(self.visible, self.furniture.blanked("target"))

    @cached_property
    def source(self) -> Text:
        """The visible source, joined; empty without a source."""
        return Text(self.visible_source, self.furniture.blanked("source"))

    @cached_property
    def whole(self) -> Text:
        """The target with its furniture, joined."""
        return Text(self.document.target)

    @cached_property
    def whole_source(self) -> Text:
        """The source with its furniture, joined."""
        return Text(self.document.source)

    @property
    def has_source(self) -> bool:
        """Whether there is a source to compare with."""
        return bool(self.document.source)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Which visible segments of the two sides belong together."""
        return link(self.visible_source, self.visible, aligned=self.document.aligned)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The linked segments, joined."""
        return tuple(
            Pair(
                Text(_take(self.visible_source, found.source), self.furniture.blanked("source")),
                Text(_take(self.visible, found.target), self.furniture.blanked("target")),
                found.confidence,
                number,
            )
            for number, found in enumerate(self.links)
        )

    @cached_property
    def source_terms(self) -> tuple[TermHit, ...]:
        """Glossary terms in the visible source, as article offsets of `source`; leftmost, longest."""
        return tuple(self.matcher.in_source(self.source.text)) if self.has_source else ()

    @cached_property
    def _terms_by_segment(self) -> dict[int, list[TermHit]]:
        hits: dict[int, list[TermHit]] = {}
        for hit in self.source_terms:
            number = self.source.number_at(hit.start)
            start = self.source.starts[number]
            index = self.source.segments[number].index
            hits.setdefault(index, []).append(TermHit(hit.start - start, hit.end - start, hit.concept))
        return hits

    def terms_of(self, pair: Pair) -> list[TermHit]:
        """Glossary terms in the source of a pair, as offsets into `pair.source.text`."""
        found = []
        for number, segment in enumerate(pair.source.segments):
            for hit in self._terms_by_segment.get(segment.index, ()):
                shift = pair.source.starts[number]
                found.append(TermHit(hit.start + shift, hit.end + shift, hit.concept))
        return found


def _take(segments: Sequence[Segment], numbers: tuple[int, int]) -> tuple[Segment, ...]:
    return tuple(segments[numbers[0] : numbers[1]])
