"""Concepts: what a glossary lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from tqa.cached import cached_property
from tqa.model import Severity

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


class Unread(NamedTuple):
    """A concept of which the Chinese forms are known, and that is read when it is asked for: an article names few of those a glossary lists.

    `cells`: its row, by the file's `columns`; `may_forbid`: whether it may have forbidden forms.
    """

    source: tuple[str, ...]
    cells: Sequence[str]
    columns: tuple[str, ...]
    may_forbid: bool
    reader: Callable[[Sequence[str], tuple[str, ...]], Concept]

    def read(self) -> Concept:
        """The concept."""
        return self.reader(self.cells, self.columns)

    def english(self) -> str:
        """The forms that are fine, one behind the other."""
        return "|".join([self.cells[place] for place in _places(self.columns, _FINE)]).replace("\\|", "|")

    def may_need_source(self) -> bool:
        """Whether it may be a fault to use it without its term in the source."""
        return any(self.cells[place] for place in _places(self.columns, ("only_if_source",)))


_FINE = ("target", "allowed", "short")


@cache
def _places(columns: tuple[str, ...], wanted: tuple[str, ...]) -> list[int]:
    """Where the wanted columns stand that there are."""
    return [columns.index(column) for column in wanted if column in columns]


class Glossary:
    """Concepts of one or more files; no two share a source form of different files."""

    def __init__(self, concepts: Iterable[Concept | Unread] = ()):
        self._entries = list(concepts)

    @cached_property
    def sources(self) -> list[tuple[str, ...]]:
        """The Chinese forms of each concept."""
        return [entry.source for entry in self._entries]

    @cached_property
    def english(self) -> list[str]:
        """The English of each concept that is fine, form behind form."""
        return ["|".join((*entry.forms, *entry.short)) if isinstance(entry, Concept) else entry.english() for entry in self._entries]

    def concept(self, number: int) -> Concept:
        """The concept whose forms are `sources[number]`, always the same object."""
        entry = self._entries[number]
        if isinstance(entry, Unread):
            entry = self._entries[number] = entry.read()
        return entry

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, read."""
        return tuple(map(self.concept, range(len(self._entries))))

    @cached_property
    def forbidding(self) -> tuple[Concept, ...]:
        """The concepts with forbidden forms."""
        numbers = [number for number, entry in enumerate(self._entries) if isinstance(entry, Concept) or entry.may_forbid]
        return tuple(concept for concept in map(self.concept, numbers) if concept.forbidden)

    @cached_property
    def needing_source(self) -> tuple[Concept, ...]:
        """The concepts whose forms are a fault without their term in the source."""
        numbers = [number for number, entry in enumerate(self._entries) if isinstance(entry, Concept) or entry.may_need_source()]
        return tuple(concept for concept in map(self.concept, numbers) if concept.only_if_source)


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
