"""Finds forbidden forms in English: one automaton over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.cached import cached_property
from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.words import fold
from tqa.records import NamedTuple
from tqa.text.automaton import Automaton
from tqa.text.regex import regex
from tqa.text.standing import occurrences

_ENDING = regex("(?:e?s)?(?![^\\W_])")
_MANY = 60
_SPELLINGS = (("ization", "isation"), ("ize", "ise"), ("izing", "ising"))


class ForbiddenHit(NamedTuple):
    """A forbidden form at a range of a text, in any dress; `concepts` forbid it."""

    start: int
    end: int
    form: str
    concepts: tuple[Concept, ...]


class _Holder(NamedTuple):
    """A form of `concept` that is fine and holds a forbidden one, or is the same, `shift` characters in; folded."""

    text: str
    shift: int
    concept: Concept


class Forbidden:
    """The forbidden forms of a glossary, compiled on first use."""

    def __init__(self, glossary: Glossary):
        self._glossary = glossary
        self._scans = 0
        self._held: dict[str, list[_Holder]] = {}

    def find(self, text: str, lower: str) -> Iterator[ForbiddenHit]:
        """Forbidden forms in an English text, leftmost, longest; not inside a longer form that is fine.

        Case is ignored, unless only the case is wrong; a form listed with a capital is not found all in lower case.
        """
        if not self._forms:
            return
        folded = lower if text.isascii() else fold(text)
        self._scans += 1
        automaton = self._automaton if self._scans < _MANY else self._fast_automaton
        for number, start, end in automaton.find(folded):
            if start and folded[start - 1].isalnum():
                continue
            ending = _ENDING.match(folded, end)
            if ending is None:
                continue
            form, concepts = self._forms[self._patterns[number][1]]
            if self._is_it(form, concepts, text[start : ending.end()]) and not self._is_covered(number, start, folded):
                yield ForbiddenHit(start, ending.end(), form, tuple(concepts))

    def allowing(self, form: str) -> tuple[Concept, ...]:
        """Concepts of which the forbidden form is also a form that is fine."""
        plain = fold(form)
        return tuple([holder.concept for holder in self._holders(plain) if holder.text == plain])

    @cached_property
    def _forms(self) -> list[tuple[str, list[Concept]]]:
        owners: dict[str, list[Concept]] = {}
        for concept in self._glossary.forbidding:
            # What the same concept calls fine as well is no fault of the article; health names it.
            for form in (form for form in concept.forbidden if form not in concept.forms and form not in concept.short):
                owners.setdefault(form, []).append(concept)
        return list(owners.items())

    @cached_property
    def _patterns(self) -> list[tuple[str, int]]:
        """Dress of a forbidden form, and the form's number."""
        patterns: dict[str, int] = {}
        for number, (form, _) in enumerate(self._forms):
            for dress in _dresses(fold(form)):
                patterns.setdefault(dress, number)
        return list(patterns.items())

    @cached_property
    def _automaton(self) -> Automaton:
        return Automaton([pattern for pattern, _ in self._patterns], longest=True)

    @cached_property
    def _fast_automaton(self) -> Automaton:
        return Automaton([pattern for pattern, _ in self._patterns], longest=True, fast=True)

    @staticmethod
    def _is_it(form: str, concepts: Sequence[Concept], found: str) -> bool:
        plain = fold(form)
        if any(fold(fine) == plain for concept in concepts for fine in (*concept.forms, *concept.short)):
            return found.startswith(form)
        return form.islower() or not found.islower()

    def _is_covered(self, number: int, start: int, folded: str) -> bool:
        pattern = self._patterns[number][0]
        return any(
            len(cover.text) > len(pattern)
            and start >= cover.shift
            and folded.startswith(cover.text, start - cover.shift)
            and not (start > cover.shift and folded[start - cover.shift - 1].isalnum())
            and not folded[start - cover.shift + len(cover.text) :][:1].isalnum()
            for cover in self._holders(pattern)
        )

    @cached_property
    def _fine(self) -> list[tuple[int, str]]:
        """The forms that are fine, folded, as the glossary has them."""
        return [(start, fold(text)) for start, text in self._glossary.fine()]

    def _holders(self, pattern: str) -> list[_Holder]:
        """Forms that are fine and hold a folded form that is forbidden; looked for once it is met, as most never are."""
        known = self._held.get(pattern)
        if known is None:
            numbers = {start + line for start, text in self._fine for line in _lines_holding(pattern, text)}
            known = self._held[pattern] = [
                _Holder(form, at, concept)
                for concept in map(self._glossary.concept, sorted(numbers))
                for form in map(fold, (*concept.forms, *concept.short))
                for at in occurrences(form, pattern)
            ]
        return known


def _lines_holding(part: str, text: str) -> Iterator[int]:
    """Numbers of the lines of a text that hold `part`, which lies on one line."""
    line = start = 0
    for at in occurrences(text, part):
        line += text.count("\n", start, at)
        start = at
        yield line


def _dresses(plain: str) -> Iterator[str]:
    """The form as it is, with blanks for hyphens, and in the other spelling."""
    forms = [plain]
    for one, other in _SPELLINGS:
        forms += [form.replace(a, b) for form in forms for a, b in ((one, other), (other, one)) if a in form]
    for form in forms:
        yield form
        if "-" in form:
            yield form.replace("-", " ")
        if " " in form:
            yield form.replace(" ", "-")
