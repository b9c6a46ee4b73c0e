"""The place of a term that is missing: what else the translation names there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqa.cached import cached_property
from tqa.glossary.cousins import FUNCTION_WORDS
from tqa.glossary.forms import English
from tqa.glossary.traces import overlaps
from tqa.text.english import word_set

if TYPE_CHECKING:
    from tqa.analysis.terms import Terms


class Scene:
    """The target of a pair as it looks to a term it lacks; `taken`: where its other terms stand; `bounds`: where it stands itself."""

    def __init__(self, terms: Terms, english: English, taken: list[tuple[int, int]], bounds: tuple[int, int]):
        self._terms = terms
        self._bounds = bounds
        self.english = english
        self.taken = taken

    @cached_property
    def strangers(self) -> list[tuple[int, int]]:
        """Capitalised words that stand nowhere else in the article and belong to no term."""
        text, article = self.english.text, self._terms.article
        return [
            (start, end)
            for start, end, word in self.english.words
            if text[start].isupper()
            and not overlaps(start, end, self.taken)
            and not (_opens_sentence(text, start) and (word in _OPENERS or word.endswith(("ly", "ing", "ed"))))
            and not article.has_word_outside(word, *self._bounds)
        ]

    @cached_property
    def other(self) -> tuple[int, int] | None:
        """The first place that names a listed thing, in several words or with a capital, that the source does not name anywhere."""
        listed, longest = self._terms.matcher.listed, self._terms.matcher.longest_listed
        lower = self.english.lower
        for number, word in enumerate(self.english.bare):
            blanks = longest.get(word)
            if blanks is None:
                continue
            words = self.english.words
            start, first_end, _ = words[number]
            for last in range(min(number + blanks, len(words) - 1), number - 1, -1):
                end = words[last][1]
                concepts = listed.get(lower[start:end])
                if concepts is None or (last == number and self.english.text[start:first_end].islower()):
                    continue
                if not overlaps(start, end, self.taken) and not self._terms.names(concepts, lower[start:end]):
                    return start, end
        return None

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
    before = text[:start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?:;\n"
