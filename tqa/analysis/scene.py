"""The place of a term that is missing: what else the translation names there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tqa.cached import cached_property
from tqa.glossary.concept import Kind
from tqa.glossary.forms import English
from tqa.glossary.traces import joined, overlaps
from tqa.glossary.words import FUNCTION_WORDS
from tqa.text.english import word_set

if TYPE_CHECKING:
    from tqa.analysis.terms import Terms


class Scene:
    """The target of a pair as it looks to a term it lacks."""

    def __init__(self, terms: Terms, english: English, taken: Iterable[tuple[int, int]], bounds: tuple[int, int]):
        """`taken`: where its other terms stand in the article; `bounds`: where it stands itself."""
        self._terms = terms
        self._bounds = bounds
        self._taken = taken
        self.english = english
        self._rivals: dict[Kind, tuple[int, int] | None] = {}

    @cached_property
    def taken(self) -> list[tuple[int, int]]:
        """Where its other terms stand, as `overlaps` asks them."""
        begin = self._bounds[0]
        return joined([(start - begin, end - begin) for start, end in self._taken])

    @cached_property
    def strangers(self) -> list[tuple[int, int]]:
        """Capitalised words that stand nowhere else in the article and belong to no term."""
        text, article = self.english.text, self._terms.article
        return [
            (start, end)
            for (start, end), word in zip(self.english.spans, self.english.words, strict=True)
            if text[start].isupper()
            and not overlaps(start, end, self.taken)
            and not (_opens_sentence(text, start) and (word in _OPENERS or word.endswith(("ly", "ing", "ed"))))
            and not article.has_word_outside(word, *self._bounds)
        ]

    def rival(self, kind: Kind) -> tuple[int, int] | None:
        """The first place that names a listed thing of the kind that the source does not name anywhere.

        A name stands with a capital, another thing with a capital or in several words. Only one of the same kind can have taken a thing's
        place: the more a glossary lists, the more of it stands in any sentence.
        """
        if kind not in self._rivals:
            self._rivals[kind] = next(self._listed_strangers(kind), None)
        return self._rivals[kind]

    def _listed_strangers(self, kind: Kind) -> Iterator[tuple[int, int]]:
        matcher, english = self._terms.matcher, self.english
        for start, end in matcher.listed_in(english, names=kind == "name"):
            form = english.lower[start:end]
            concepts = [concept for concept in matcher.listing(form) if concept.kind == kind]
            if concepts and english.ends_word(end) and not overlaps(start, end, self.taken) and not self._terms.names(concepts, form):
                yield start, end

    @cached_property
    def foreign(self) -> tuple[int, int] | None:
        """The first place that names a country the source names nowhere."""
        from tqa.text.countries import foreign_countries

        return next(foreign_countries(self.english.text, self._terms.simplified_source), None)


_OPENERS = FUNCTION_WORDS | word_set(
    """about across after all along also although among another any apart around because before besides both but currently despite
    during each earlier even every few first following furthermore given here how however if indeed instead last later many may
    meanwhile moreover most next no not now once one only our over per recently second several since so some such than then there
    these third those through throughout thus today together tomorrow two under unlike until what when where while who why within
    without yesterday yet you"""
)


def _opens_sentence(text: str, start: int) -> bool:
    # A text may be a whole article: what stands before is cut to what can hold blanks and marks.
    before = text[max(0, start - 40) : start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?:;\n"
