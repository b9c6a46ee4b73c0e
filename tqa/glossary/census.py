"""What a glossary holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tqa.glossary.concept import Concept
from tqa.glossary.rows import COLUMNS
from tqa.glossary.tsv import ParsedFile
from tqa.records import NamedTuple

_LISTS = ("source", "allowed", "forbidden", "forbidden_if_source", "short", "not_inside")


class Census(NamedTuple):
    """Counts of a glossary. `forms`: items by list column; `filled`: concepts by column that says something of them.

    `kinds`, `statuses`, `strengths`: concepts by word, the default's too. `own_columns`: the file's own, which are kept and not read.
    """

    concepts: int
    rows: int
    kinds: dict[str, int]
    statuses: dict[str, int]
    strengths: dict[str, int]
    forms: dict[str, int]
    filled: dict[str, int]
    own_columns: tuple[str, ...] = ()


def census(files: Iterable[ParsedFile]) -> Census:
    """The counts of files taken together; a concept that stands in two of them counts twice. Raises FormatError."""
    concepts: list[Concept] = []
    rows = 0
    own: dict[str, None] = {}
    for file in files:
        concepts += file.concepts
        rows += len(file.lines)
        own |= dict.fromkeys(column for column in file.columns if column not in COLUMNS)
    return Census(
        concepts=len(concepts),
        rows=rows,
        kinds=_by_word(concept.kind for concept in concepts),
        statuses=_by_word(concept.status for concept in concepts),
        strengths=_by_word(concept.strength or "by rule" for concept in concepts),
        forms={"target": sum(bool(concept.target) for concept in concepts)}
        | {column: sum(len(getattr(concept, column)) for concept in concepts) for column in _LISTS},
        filled={
            "case": sum(concept.exact_case for concept in concepts),
            "keep": sum(concept.keep for concept in concepts),
            "only_if_source": sum(concept.only_if_source for concept in concepts),
            "origin": sum(bool(concept.origin) for concept in concepts),
            "note": sum(bool(concept.note) for concept in concepts),
            "examples": sum(bool(concept.examples) for concept in concepts),
        },
        own_columns=tuple(own),
    )


def _by_word(words: Iterable[str]) -> dict[str, int]:
    """Words with their counts, the most frequent first; ties by the alphabet."""
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
