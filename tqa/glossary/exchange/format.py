"""What an exchange format is: bytes in, concepts and refusals out; concepts in, bytes out. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from tqa.glossary.concept import Concept, unite
from tqa.glossary.rows import COLUMNS, cells_of
from tqa.records import NamedTuple

LONGEST_FORM = 300
"""Characters a form may have; what is longer is a text, not a term."""
MOST_ENTRIES = 300_000
"""Rows or entries of one file."""


class Incoming(NamedTuple):
    """A file that is read. `columns`: what the user says its columns are, "-" for one to pass over; `sheet`: the only one to read.

    `text`: the decoded file, asked for by formats that are text. Raises FormatError.
    """

    path: str
    data: bytes
    text: Callable[[], str]
    encoding: str = ""
    columns: tuple[str, ...] = ()
    sheet: str = ""


class Rejected(NamedTuple):
    """A row that became no concept: where it stands, what it says, why it was left out."""

    place: str
    said: str
    reason: str


class Read(NamedTuple):
    """What a file holds. `understood`: how it was taken, a sentence each, for the reader to check."""

    concepts: tuple[Concept, ...]
    rejected: tuple[Rejected, ...] = ()
    understood: tuple[str, ...] = ()


class Carried(NamedTuple):
    """What a format can hold of one concept: one or more, or none and the reason."""

    concepts: tuple[Concept, ...] = ()
    reason: str = ""


class Format(Protocol):
    """One exchange format. For all that it writes, `read` gives back what `carry` says it holds."""

    @property
    def name(self) -> str:
        """What users call it."""

    @property
    def unique(self) -> bool:
        """Whether a source form may stand only once in a file."""

    def read(self, file: Incoming) -> Read:
        """The concepts of a file, in its order. Raises FormatError where nothing of it can be read."""

    def carry(self, concept: Concept) -> Carried:
        """What the format can hold of a concept."""

    def write(self, concepts: Sequence[Concept], ending: str) -> bytes:
        """A file of concepts that `carry` gave; `ending` chooses where a format has several shapes. Raises FormatError."""


class Loss(NamedTuple):
    """Concepts of which a column was not carried whole, by the first source form of each."""

    column: str
    concepts: tuple[str, ...]


class Written(NamedTuple):
    """A file that was written, how many concepts it holds, what of them it could not hold, and which it could not hold at all."""

    data: bytes
    concepts: int
    losses: tuple[Loss, ...] = ()
    left_out: tuple[Rejected, ...] = ()


def written(format_: Format, concepts: Iterable[Concept], ending: str) -> Written:
    """The concepts as a file of the format. Raises FormatError."""
    held: list[Concept] = []
    lost: dict[str, list[str]] = {}
    left_out: list[Rejected] = []
    seen: set[str] = set()
    for concept in concepts:
        parts, reason = format_.carry(concept)
        if format_.unique and any(form in seen for part in parts for form in part.source):
            parts, reason = (), "a form of it stands in another concept already, and the format allows it once"
        if not parts:
            left_out.append(Rejected(concept.source[0], concept.target, reason))
            continue
        seen |= {form for part in parts for form in part.source}
        held += parts
        for column in _lost(concept, parts):
            lost.setdefault(column, []).append(concept.source[0])
    losses = tuple(Loss(column, tuple(lost[column])) for column in COLUMNS if column in lost)
    return Written(format_.write(held, ending), len(held), losses, tuple(left_out))


def _lost(concept: Concept, parts: Sequence[Concept]) -> list[str]:
    """Columns in which what is carried differs from the concept; `source` where it was taken apart."""
    before, after = cells_of(concept), cells_of(parts[0])
    return [column for column in COLUMNS if before[column] != after[column]]


def united(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """Concepts with the same source forms as one, where the first of them stood."""
    groups: dict[frozenset[str], list[Concept]] = {}
    for concept in concepts:
        groups.setdefault(frozenset(concept.source), []).append(concept)
    return tuple(unite(group) for group in groups.values())
