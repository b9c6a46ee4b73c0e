"""Concepts: what a glossary lists."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, Protocol

from tqa.cached import cached_property
from tqa.model import Severity
from tqa.records import NamedTuple

Kind = Literal["name", "term", "generic"]
Status = Literal["approved", "suggested", "forbidden"]


class Concept(NamedTuple):
    """One thing and its names. `source`: Chinese forms; `target`: the preferred form; `allowed`: others that are fine.

    `target` is empty where only forbidden forms are known. `examples` is the cell as it stands in the file.
    """

    source: tuple[str, ...]
    target: str
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    forbidden_if_source: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    strength: str = ""
    kind: Kind = "term"
    exact_case: bool = False
    keep: bool = False
    only_if_source: bool = False
    not_inside: tuple[str, ...] = ()
    status: Status = "approved"
    origin: str = ""
    note: str = ""
    examples: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The full forms that are fine: preferred first, then allowed."""
        return (self.target, *self.allowed) if self.target else self.allowed

    @property
    def ceiling(self) -> Severity:
        """The highest severity a finding on the concept may carry: its strength; a suggestion or a generic word is no error."""
        limit = Severity[self.strength.upper()] if self.strength else Severity.ERROR
        return min(limit, Severity.WARNING) if self.status == "suggested" or self.kind == "generic" else limit


class Listing(Protocol):
    """Concepts by number, from 0. They need not be read before they are asked for: an article names few of those a glossary lists."""

    def __len__(self) -> int:
        """How many there are."""

    def read(self, number: int) -> Concept:
        """The concept of that number."""

    @property
    def sources(self) -> list[tuple[str, ...]]:
        """The Chinese forms of each."""

    @property
    def fine(self) -> list[str]:
        """Texts with a line a concept: its English forms that are fine, in whichever of the texts, with bars between them."""

    @property
    def forbidding(self) -> list[int]:
        """Those that may have forbidden forms."""

    @property
    def needing_source(self) -> list[int]:
        """Those whose forms may be a fault without their term in the source."""


class ReadConcepts:
    """A listing of concepts that are read already."""

    def __init__(self, concepts: Iterable[Concept]):
        self._concepts = tuple(concepts)

    def __len__(self) -> int:
        return len(self._concepts)

    def read(self, number: int) -> Concept:
        """The concept of that number."""
        return self._concepts[number]

    @property
    def sources(self) -> list[tuple[str, ...]]:
        """The Chinese forms of each."""
        return [concept.source for concept in self._concepts]

    @property
    def fine(self) -> list[str]:
        """One text with all forms that are fine."""
        return ["\n".join(["|".join((*concept.forms, *concept.short)) for concept in self._concepts])]

    @property
    def forbidding(self) -> list[int]:
        """Those with forbidden forms."""
        return [number for number, concept in enumerate(self._concepts) if concept.forbidden]

    @property
    def needing_source(self) -> list[int]:
        """Those that say so."""
        return [number for number, concept in enumerate(self._concepts) if concept.only_if_source]


class Glossary:
    """Concepts of one or more files; no two share a source form of different files."""

    def __init__(self, concepts: Iterable[Concept] = ()):
        self._listings: list[Listing] = [ReadConcepts(concepts)]

    @classmethod
    def of(cls, listings: Iterable[Listing]) -> Glossary:
        """The concepts of several listings, in their order."""
        glossary = cls()
        glossary._listings = list(listings)
        return glossary

    @cached_property
    def sources(self) -> list[tuple[str, ...]]:
        """The Chinese forms of each concept."""
        return [source for listing in self._listings for source in listing.sources]

    def concept(self, number: int) -> Concept:
        """The concept whose forms are `sources[number]`, always the same object."""
        known = self._read.get(number)
        if known is None:
            listing = bisect_right(self._starts, number) - 1
            known = self._read[number] = self._listings[listing].read(number - self._starts[listing])
        return known

    @cached_property
    def _read(self) -> dict[int, Concept]:
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        """The number of the first concept of each listing."""
        return list(accumulate(map(len, self._listings), initial=0))[:-1]

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, read."""
        return tuple(map(self.concept, range(sum(map(len, self._listings)))))

    @cached_property
    def forbidding(self) -> tuple[Concept, ...]:
        """The concepts with forbidden forms."""
        return tuple(concept for concept in self._of(lambda listing: listing.forbidding) if concept.forbidden)

    @cached_property
    def needing_source(self) -> tuple[Concept, ...]:
        """The concepts whose forms are a fault without their term in the source."""
        return tuple(concept for concept in self._of(lambda listing: listing.needing_source) if concept.only_if_source)

    def _of(self, numbers: Callable[[Listing], Iterable[int]]) -> list[Concept]:
        """The concepts of some numbers of each listing."""
        return [self.concept(start + number) for start, listing in zip(self._starts, self._listings, strict=True) for number in numbers(listing)]

    def fine(self) -> Iterator[tuple[int, str]]:
        """Texts with a line a concept, as listings have them, and the number of the concept on the first line of each."""
        for start, listing in zip(self._starts, self._listings, strict=True):
            for text in listing.fine:
                yield start, text


def unite(concepts: Sequence[Concept]) -> Concept:
    """One concept that allows what any of `concepts` allows; what cannot be united is the first one's that has it.

    A form that one row allows and another forbids stays in both lists; health names it.
    """
    if len(concepts) == 1:
        return concepts[0]
    target = next((concept.target for concept in concepts if concept.target), "")
    allowed = _distinct(form for concept in concepts for form in concept.forms if form != target)
    known = [concept for concept in concepts if concept.target] or concepts
    return Concept(
        source=_distinct(form for concept in concepts for form in concept.source),
        target=target,
        allowed=allowed,
        forbidden=_distinct(form for concept in concepts for form in concept.forbidden),
        forbidden_if_source=_distinct(form for concept in concepts for form in concept.forbidden_if_source),
        short=_distinct(form for concept in concepts for form in concept.short),
        strength=next((concept.strength for concept in concepts if concept.strength), ""),
        kind=next((concept.kind for concept in concepts if concept.kind != "term"), "term"),
        exact_case=any(concept.exact_case for concept in concepts),
        keep=any(concept.keep for concept in concepts),
        only_if_source=any(concept.only_if_source for concept in concepts),
        not_inside=_distinct(form for concept in concepts for form in concept.not_inside),
        status="approved" if any(concept.status == "approved" for concept in known) else known[0].status,
        origin=next((concept.origin for concept in concepts if concept.origin), ""),
        note=next((concept.note for concept in concepts if concept.note), ""),
        examples=" | ".join(_distinct(part for concept in concepts if concept.examples for part in concept.examples.split(" | "))),
    )


def _distinct(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))
