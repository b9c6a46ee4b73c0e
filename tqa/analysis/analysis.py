"""What is known of one document: each fact is computed at most once, on first use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tqa.analysis.article import Text
from tqa.analysis.furniture import Furniture, find_furniture
from tqa.analysis.quotes import Quotes
from tqa.cached import cached_property
from tqa.glossary.matcher import Matcher, TermHit
from tqa.glossary.script import simplified
from tqa.model import Document, Segment, Side, Span
from tqa.records import NamedTuple
from tqa.text.characters import rare_characters
from tqa.text.han import HAN, is_mostly_han

if TYPE_CHECKING:
    from tqa.analysis.acronyms import Acronym
    from tqa.analysis.align import Link
    from tqa.analysis.capitals import Capitals
    from tqa.analysis.exonyms import Exonyms
    from tqa.analysis.frames import Rival
    from tqa.analysis.gaps import Gaps
    from tqa.analysis.leftovers import Leftover
    from tqa.analysis.moments import Moments
    from tqa.analysis.names import Names
    from tqa.analysis.quantities import Quantities
    from tqa.analysis.renderings import Renderings
    from tqa.analysis.spellings import Split
    from tqa.analysis.terms import Terms
    from tqa.analysis.titles import SplitPhrase, Title
    from tqa.glossary.forbidden import ForbiddenHit
    from tqa.text.names import Pair as NamePair


_LINKED = 0.5
"""Below this confidence a pair is the whole article."""


_MARKDOWN = (".md", ".markdown")
"""Endings of Markdown files."""


class Pair(NamedTuple):
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
        return find_furniture(self.document, self._kept, source=self.whole_source, target=self.whole)

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
        return tuple([s for s in self.document.side(side) if s.index not in hidden and s.text.strip()])

    @cached_property
    def article(self) -> Text:
        """The visible target, joined; the same as `whole` where nothing is hidden."""
        return self._joined("target", self.visible, self.whole)

    @cached_property
    def source(self) -> Text:
        """The visible source, joined; empty without a source."""
        return self._joined("source", self.visible_source, self.whole_source)

    def _joined(self, side: Side, visible: tuple[Segment, ...], whole: Text) -> Text:
        blanked = self.furniture.blanked(side)
        return Text(visible, blanked) if blanked or len(visible) < len(whole.segments) else whole

    @cached_property
    def whole(self) -> Text:
        """The target with its furniture, joined."""
        return Text(self.document.target)

    @cached_property
    def whole_source(self) -> Text:
        """The source with its furniture, joined."""
        return Text(self.document.source)

    @cached_property
    def rare(self) -> frozenset[str]:
        """Characters of the target, furniture included, that are neither printable ASCII nor tab or line end."""
        return rare_characters(self.whole.text)

    @cached_property
    def rare_text(self) -> str:
        """The same in one string, in no order: what a pattern of single characters searches."""
        return "".join(self.rare)

    @cached_property
    def has_han(self) -> bool:
        """Whether Han characters stand in the target."""
        return bool(self.rare) and HAN.search(self.rare_text) is not None

    # What many articles never ask for is imported where it is asked for.
    @cached_property
    def leftovers(self) -> tuple[Leftover, ...]:
        """Segments of the article with Han that should be English."""
        if not self.has_han:
            return ()
        from tqa.analysis.leftovers import find_leftovers

        return find_leftovers(self.article, self.matcher)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences of the article, as article offsets in order."""
        from tqa.text.sentences import sentences

        return sentences(self.article.text)

    def share_a_sentence(self, ones: Iterable[int], others: Iterable[int]) -> bool:
        """Whether a sentence holds one of either, given as article offsets."""
        from tqa.analysis.sentences import share_a_sentence

        return share_a_sentence(ones, others, self.article)

    @cached_property
    def may_say_twice(self) -> bool:
        """Whether a sentence of the article may stand there twice."""
        from tqa.text.loops import may_say_twice

        return may_say_twice(self.article.text)

    @cached_property
    def capitals(self) -> Capitals:
        """The capitalised runs of the article."""
        from tqa.analysis.capitals import Capitals

        return Capitals(self.article)

    @cached_property
    def acronyms(self) -> tuple[Acronym, ...]:
        """Acronyms that the article does not introduce."""
        from tqa.analysis.acronyms import find_acronyms

        return find_acronyms(self.article, self.capitals)

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """The quoted phrases of the article."""
        from tqa.analysis.titles import find_titles

        return find_titles(self.article, self.quotes)

    @cached_property
    def split_phrases(self) -> tuple[SplitPhrase, ...]:
        """The quoted phrases with others that are almost the same."""
        if not self.titles:
            return ()
        from tqa.analysis.titles import find_split_phrases

        return find_split_phrases(self.article, self.titles)

    @cached_property
    def rivals(self) -> tuple[Rival, ...]:
        """Pairs of forms in the article that may name one thing."""
        from tqa.analysis.frames import find_rivals

        return find_rivals(self.article, self.capitals.phrases)

    @cached_property
    def name_pairs(self) -> tuple[NamePair, ...]:
        """Neighbouring capitalised words of the article that can be a Chinese name."""
        from tqa.text.names import pairs

        return tuple(pairs(self.article.text, self.capitals.outline))

    @cached_property
    def names(self) -> Names:
        """Names of Chinese people in the article, held against the source."""
        from tqa.analysis.names import Names

        return Names(self)

    @cached_property
    def exonyms(self) -> Exonyms:
        """Places and people of other tongues that the article reads out in pinyin."""
        from tqa.analysis.exonyms import Exonyms

        return Exonyms(self)

    @cached_property
    def splits(self) -> tuple[Split, ...]:
        """Names of the article that are spelt two ways."""
        from tqa.analysis.spellings import find_splits

        return find_splits(self)

    @cached_property
    def quotes(self) -> Quotes:
        """The double quotation marks of the article, paired."""
        return Quotes(self.article)

    def is_prose(self, segment: Segment, span: Span) -> bool:
        """Whether a rule of form may speak of the span: it is not protected, and its segment is not mostly Han."""
        if segment.protected:
            near = bisect_right(segment.protected, span.start, key=lambda guarded: guarded.start)
            if any(guarded.overlaps(span) for guarded in segment.protected[max(0, near - 1) : near + 1]):
                return False
        return not self.has_han or segment.index not in self._chinese

    @cached_property
    def _chinese(self) -> frozenset[int]:
        """Target segments that are mostly Han."""
        return frozenset(segment.index for segment in self.document.target if is_mostly_han(segment.text))

    def source_of(self, segment: Segment) -> str:
        """The source text of a target segment that is linked one to one with confidence, else nothing."""
        return self._sources.get(segment.index, "")

    @cached_property
    def _sources(self) -> dict[int, str]:
        return {
            self.visible[one.target[0]].index: self.visible_source[one.source[0]].text
            for one in self.links
            if one.is_sure and one.source[1] - one.source[0] == 1 == one.target[1] - one.target[0]
        }

    @property
    def has_source(self) -> bool:
        """Whether there is a source to compare with."""
        return bool(self.document.source)

    @cached_property
    def is_markdown(self) -> bool:
        """Whether both sides are Markdown, whose segments know the markers before them."""
        sides = (self.document.target, self.document.source)
        return all(side and side[0].place.path.lower().endswith(_MARKDOWN) for side in sides)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Which visible segments of the two sides belong together."""
        if not self.has_source:
            return ()
        from tqa.analysis.align import link

        return link(self.visible_source, self.visible, aligned=self.document.aligned)

    @property
    def is_unlinked(self) -> bool:
        """Whether words contradict every way to link the lines, so that the article is one pair, and no passage of it can be told missing."""
        return len(self.links) == 1 and self.links[0].confidence < _LINKED

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The linked segments, joined."""
        return tuple(map(self.pair, range(len(self.links))))

    def pair(self, number: int) -> Pair:
        """One of `pairs`, for a fact that knows which it needs."""
        known = self._paired.get(number)
        if known is None:
            found = self.links[number]
            source, target = (_take(self.visible_source, found.source), _take(self.visible, found.target))
            known = self._paired[number] = Pair(
                Text(source, self.furniture.blanked("source")), Text(target, self.furniture.blanked("target")), found.confidence, number
            )
        return known

    def link_at(self, offset: int, side: Side = "target") -> int:
        """The number of the link whose segments hold an article offset of the side; -1 if its segment is linked to nothing."""
        if side == "target":
            return self._linked_target.get(bisect_right(self.article.starts, offset) - 1, -1)
        return self._linked_source.get(bisect_right(self.source.starts, offset) - 1, -1)

    @cached_property
    def _linked_source(self) -> dict[int, int]:
        return {segment: number for number, one in enumerate(self.links) for segment in range(*one.source)}

    @cached_property
    def _linked_target(self) -> dict[int, int]:
        return {segment: number for number, one in enumerate(self.links) for segment in range(*one.target)}

    def sure_links(self, offsets: Iterable[int], side: Side) -> dict[int, list[int]]:
        """The article offsets of the side by the number of their link, where that joins less than whole articles; in order."""
        found: dict[int, list[int]] = {}
        for offset in offsets:
            found.setdefault(self.link_at(offset, side), []).append(offset)
        return {number: found[number] for number in sorted(found) if number >= 0 and self.links[number].confidence >= _LINKED}

    @cached_property
    def _paired(self) -> dict[int, Pair]:
        return {}

    @cached_property
    def simplified_source(self) -> str:
        """The visible source in simplified characters; offsets are those of `source`."""
        return simplified(self.source.text)

    @cached_property
    def source_terms(self) -> tuple[TermHit, ...]:
        """Glossary terms in the visible source, as article offsets of `source`; leftmost, longest."""
        return tuple(self.matcher.in_source(self.source.text)) if self.has_source else ()

    @cached_property
    def forbidden(self) -> tuple[ForbiddenHit, ...]:
        """Forms in the article that the glossary forbids, as article offsets; not where they rightly name another thing.

        That is: where the form is fine for another concept, and the source names that one or there is no source to ask.
        """
        forbidden = self.matcher.forbidden
        found = []
        for hit in forbidden.find(self.article.text, self.article.lower):
            fine = [concept for concept in forbidden.allowing(hit.form) if concept not in hit.concepts]
            if not fine or (self.has_source and not any(map(self.terms.is_in_source, fine))):
                found.append(hit)
        return tuple(found)

    @cached_property
    def quantities(self) -> Quantities:
        """The numbers of both sides, pair by pair."""
        from tqa.analysis.quantities import Quantities

        return Quantities(self)

    @cached_property
    def moments(self) -> Moments:
        """The dates of both sides, pair by pair."""
        from tqa.analysis.moments import Moments

        return Moments(self)

    @cached_property
    def gaps(self) -> Gaps:
        """Passages without a counterpart on the other side."""
        from tqa.analysis.gaps import Gaps

        return Gaps(self)

    @cached_property
    def renderings(self) -> Renderings:
        """What the article has in English for the terms of its source, with places on both sides."""
        from tqa.analysis.renderings import Renderings

        return Renderings(self)

    @cached_property
    def terms(self) -> Terms:
        """What became of the glossary's terms, pair by pair."""
        from tqa.analysis.terms import Terms

        return Terms(self, self.matcher, self.source_terms)

    def recalled(self, memory: Matcher) -> Terms:
        """The same for the terms of a term memory."""
        from tqa.analysis.terms import Terms

        return Terms(self, memory, memory.in_source(self.source.text) if self.has_source else ())


def _take(segments: Sequence[Segment], numbers: tuple[int, int]) -> tuple[Segment, ...]:
    return tuple(segments[numbers[0] : numbers[1]])
