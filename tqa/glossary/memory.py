"""Term memory: how the articles of a corpus render their terms.

A memory maps a source term to its uses: each rendering with the number of its mentions, of the articles they stand in, and one place.
Memories of parts of a corpus add up to the memory of the whole, in any order. As a file it is a table for people and for git:
`source rendering count documents example`, a rendering a line, the renderings of a term together, the most frequent first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tqa.model import FormatError
from tqa.records import NamedTuple
from tqa.text.digest import blake2b
from tqa.text.positions import split_lines
from tqa.text.regex import regex

COLUMNS = ("source", "rendering", "count", "documents", "example")
MOST_USES = 16
"""Renderings of one term that are kept. What has so many is no name, and no verdict is given on it."""

_NO_CELL = regex("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


class Exemplar(NamedTuple):
    """One place where a rendering stands, and its sentence; of one that comes from a file only the sentence is known.

    `segment` and `start` count in the target side, `line` and `column` (1-based, None where unknown) in the file.
    """

    document: str = ""
    path: str = ""
    segment: int = 0
    start: int = 0
    line: int = 0
    column: int | None = None
    sentence: str = ""


class Use(NamedTuple):
    """A rendering as it is written, its mentions, the articles that hold one, and the first of these by name."""

    rendering: str
    mentions: int
    documents: int
    exemplar: Exemplar = Exemplar()


Uses = tuple[Use, ...]
"""The renderings of one term, sorted by their letters."""

Memory = Mapping[str, Uses]


def add(one: Uses, other: Uses) -> Uses:
    """The uses of a term in two parts of a corpus that share no article.

    Of more than MOST_USES those stay whose hashes are the smallest: what is dropped here would be dropped from every larger sum too, so
    that any order of adding gives the same.
    """
    sums = {use.rendering: use for use in one}
    for use in other:
        known = sums.get(use.rendering)
        sums[use.rendering] = use if known is None else _sum(known, use)
    kept = sums.values() if len(sums) <= MOST_USES else sorted(sums.values(), key=_hash)[:MOST_USES]
    return tuple(sorted(kept))


def capped(memory: Memory) -> list[str]:
    """Terms with as many renderings as are kept, so that others may have been dropped, and no verdict is given."""
    return sorted(term for term, uses in memory.items() if len(uses) >= MOST_USES)


def _sum(one: Use, other: Use) -> Use:
    return Use(one.rendering, one.mentions + other.mentions, one.documents + other.documents, min(one.exemplar, other.exemplar))


def _hash(use: Use) -> bytes:
    return blake2b(use.rendering.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def documents_of(uses: Uses) -> int:
    """Number of articles behind a term; one that renders it two ways counts twice."""
    return sum(use.documents for use in uses)


def richer(one: Uses, other: Uses) -> Uses:
    """The uses that more articles stand behind; `one` of two that are equal."""
    return one if documents_of(one) >= documents_of(other) else other


def update(known: Memory, fresh: Memory) -> dict[str, Uses]:
    """What a memory holds after a run: of each term the uses more articles stand behind, the run's of two that are equal.

    Counts are never added up, so that a run repeated changes nothing.
    """
    return {term: richer(fresh.get(term, ()), known.get(term, ())) for term in {*known, *fresh}}


def parse(text: str, path: str) -> dict[str, Uses]:
    """The memory a file holds. Raises FormatError with line and cure for a line that is no row, or a rendering listed twice."""
    lines = [(number, line) for number, (_, line) in enumerate(split_lines(text.removeprefix("\ufeff")), 1) if line.strip() and line[0] != "#"]
    if not lines or tuple(lines[0][1].split("\t")) != COLUMNS:
        raise FormatError(f"a term memory begins with the line “{'⇥'.join(COLUMNS)}”", line=lines[0][0] if lines else 1, path=path)
    found: dict[str, dict[str, Use]] = {}
    for number, line in lines[1:]:
        term, use = _row(line.split("\t"), number, path)
        if use.rendering in found.setdefault(term, {}):
            raise FormatError(f"{use.rendering!r} stands here a second time for {term}; keep one of the lines", line=number, path=path)
        found[term][use.rendering] = use
    return {term: tuple(sorted(uses.values())) for term, uses in found.items()}


def _row(cells: list[str], line: int, path: str) -> tuple[str, Use]:
    if len(cells) not in (len(COLUMNS) - 1, len(COLUMNS)):
        raise FormatError(f"the line has {len(cells)} cells, not {len(COLUMNS)}; tabs part the cells", line=line, path=path)
    term, rendering, count, documents = (cell.strip() for cell in cells[:4])
    if not term or not rendering:
        raise FormatError(f"the {'source' if not term else 'rendering'} is empty; fill it in or delete the line", line=line, path=path)
    numbers = [_number(cell, name, line, path) for cell, name in ((count, "count"), (documents, "documents"))]
    return term, Use(rendering, numbers[0], numbers[1], Exemplar(sentence=cells[4].strip() if len(cells) > 4 else ""))


def _number(cell: str, name: str, line: int, path: str) -> int:
    if not (cell.isascii() and cell.isdigit() and int(cell[:12]) > 0 and len(cell) <= 12):
        raise FormatError(f"{name} is {cell!r}, not a whole number above 0", line=line, path=path)
    return int(cell)


def written(memory: Memory) -> str:
    """The memory as a file."""
    rows = [COLUMNS]
    for term in sorted(memory):
        rows += [(term, use.rendering, str(use.mentions), str(use.documents), use.exemplar.sentence) for use in by_weight(memory[term])]
    return "".join("\t".join(_NO_CELL.sub(" ", cell) for cell in row) + "\n" for row in rows)


def by_weight(uses: Iterable[Use]) -> list[Use]:
    """The uses, those of most articles first, then of most mentions, then by their letters."""
    return sorted(uses, key=lambda use: (-use.documents, -use.mentions, use.rendering))
