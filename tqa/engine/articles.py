"""An article as reports show it: source and translation side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tqa.analysis.analysis import Analysis
from tqa.model import ArticleRow, MentionRow, Passage, Side

Families = Mapping[tuple[Side, int], str]
"""Side and number of a segment that is furniture from end to end → what kind it is."""


def article_row(facts: Analysis) -> ArticleRow:
    """What a report shows of the article; the facts it needs are those most rules have asked for already."""
    document = facts.document
    return ArticleRow(
        title=document.title,
        source=[segment.text for segment in document.source],
        target=[segment.text for segment in document.target],
        reference=[segment.text for segment in document.reference],
        lines=[segment.place.locate(0)[0] for segment in document.target],
        passages=list(_passages(facts)),
        mentions=list(_mentions(facts)),
        source_furniture=sorted(facts.furniture.hidden("source")),
        target_furniture=sorted(facts.furniture.hidden("target")),
    )


def _mentions(facts: Analysis) -> Iterator[MentionRow]:
    for term, found in facts.renderings.by_term.items():
        for one in found:
            segment, span = facts.article.place(*one.target)
            yield MentionRow(term=term, segment=segment.index, start=span.start, end=span.end)


def _passages(facts: Analysis) -> Iterator[Passage]:
    """The target in its order, each link beside its source; what has no counterpart stands between its neighbours."""
    visible_source, visible = ([segment.index for segment in side] for side in (facts.visible_source, facts.visible))
    links = {visible[one.target[0]]: one for one in facts.links}
    linked = {number for one in facts.links for number in visible[slice(*one.target)]}
    families = _families(facts)
    waiting = _Waiting(facts, {number for one in facts.links for number in visible_source[slice(*one.source)]}, families)
    for segment in facts.document.target:
        link = links.get(segment.index)
        if link is not None:
            source = visible_source[slice(*link.source)]
            if not link.moved:
                yield from waiting.before(source[0])
            yield Passage(source=source, target=visible[slice(*link.target)], moved=link.moved)
        elif segment.index not in linked and segment.text.strip():
            like = waiting.like(families.get(("target", segment.index), ""))
            if like is not None:
                yield from waiting.before(like)
                waiting.drop(like)
            yield Passage(source=[] if like is None else [like], target=[segment.index], moved=False)
    yield from waiting.before(len(facts.document.source))


def _families(facts: Analysis) -> Families:
    furniture = facts.furniture
    return {(item.side, item.segment): item.family for item in furniture.items if item.segment in furniture.hidden(item.side)}


class _Waiting:
    """Source segments without a counterpart, in order, until they are shown."""

    def __init__(self, facts: Analysis, linked: Iterable[int], families: Families):
        taken = set(linked)
        self._families = families
        self._left = [one.index for one in facts.document.source if one.index not in taken and one.text.strip()]

    def before(self, end: int) -> list[Passage]:
        """Those that stand before a source segment, each a passage of its own; they wait no longer."""
        found = [number for number in self._left if number < end]
        self._left = self._left[len(found) :]
        return [Passage(source=[number], target=[], moved=False) for number in found]

    def drop(self, number: int) -> None:
        """One that is shown."""
        self._left.remove(number)

    def like(self, family: str) -> int | None:
        """The next line of furniture of the same kind, if only furniture waits before it."""
        for number in self._left:
            found = self._families.get(("source", number), "")
            if not found or found == family:
                return number if found else None
        return None
