"""Terms written in more than one way: every rendering, how often, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tqa.model import Result, Row
from tqa.records import NamedTuple
from tqa.text.positions import utf16_length

_GROUPS = ("consistency", "glossary", "names")
"""Groups whose fixes put one rendering in place of another."""
_SAME = 0.5
"""A mention of a term and a finding are about the same words if they share this part of what both cover."""


class Spot(NamedTuple):
    """A place in the target of an article, in UTF-16 units of its segment."""

    article: int
    segment: int
    start: int
    end: int


class Rendering(NamedTuple):
    """One way a term is written, and where."""

    text: str
    spots: tuple[Spot, ...]


class Term(NamedTuple):
    """A term and its renderings, the preferred one first. `source`: its Chinese, where it could be told, else ""."""

    source: str
    group: str
    rules: tuple[str, ...]
    renderings: tuple[Rendering, ...]


class _Fault(NamedTuple):
    """A finding that would have a term written otherwise."""

    article: int
    row: Row
    preferred: str
    source: str


def find_terms(results: Sequence[Result]) -> list[Term]:
    """The terms that a finding would have written otherwise: the inconsistent ones first, then the most frequent."""
    corpus = _Corpus(results)
    faults: dict[str, list[_Fault]] = {}
    for fault in corpus.faults():
        faults.setdefault(fault.preferred.casefold(), []).append(fault)
    terms = [corpus.term(found) for found in faults.values()]
    order = {group: place for place, group in enumerate(_GROUPS)}
    return sorted(terms, key=lambda term: (order[term.group], -sum(len(one.spots) for one in term.renderings), term.renderings[0].text))


class _Corpus:
    """The articles, and the terms whose English could be told in them."""

    def __init__(self, results: Sequence[Result]):
        self._results = results
        self._here: dict[tuple[int, int], list[tuple[str, int, int]]] = {}
        self._mentions: dict[str, list[tuple[int, int, int, int]]] = {}
        for number, result in enumerate(results):
            for one in result.article["mentions"] if result.article else ():
                self._here.setdefault((number, one["segment"]), []).append((one["term"], one["start"], one["end"]))
                self._mentions.setdefault(one["term"], []).append((number, one["segment"], one["start"], one["end"]))

    def faults(self) -> Iterator[_Fault]:
        """The findings whose first fix does nothing but write a term otherwise."""
        for number, result in enumerate(self._results):
            for row in result.rows:
                preferred = _preferred(row)
                if preferred:
                    yield _Fault(number, row, preferred, self._source(number, row))

    def _source(self, number: int, row: Row) -> str:
        """The Chinese of what a finding is about: as it says itself, else the term rendered there."""
        said = next((one["text"] for one in row["related"] if one["side"] == "source" and one["text"]), "")
        return (
            said
            or max(
                (
                    (share, term)
                    for term, start, end in self._here.get((number, row["segment"]), ())
                    if (share := _shared((start, end), (row["start"], row["end"]))) >= _SAME
                ),
                default=(0.0, ""),
            )[1]
        )

    def term(self, faults: Sequence[_Fault]) -> Term:
        """The term that these findings prefer, with every rendering that is known."""
        preferred = faults[0].preferred
        source = next((fault.source for fault in faults if fault.source), "")
        spots: dict[str, set[Spot]] = {preferred: set()}
        for fault in faults:
            row = fault.row
            spots.setdefault(row["text"], set()).add(self._spot(fault.article, row["segment"], row["start"], row["end"]))
        for article in sorted({fault.article for fault in faults}):
            self._add(spots, self._written(preferred, article))
        self._add(spots, self._mentions.get(source, ()))
        first, *others = (Rendering(text, tuple(sorted(places))) for text, places in spots.items())
        groups = {fault.row["group"] for fault in faults}
        return Term(
            source=source,
            group=next(group for group in _GROUPS if group in groups),
            rules=tuple(sorted({fault.row["rule"] for fault in faults})),
            renderings=(first, *sorted(others, key=lambda one: (-len(one.spots), one.text))),
        )

    def _add(self, spots: dict[str, set[Spot]], places: Iterable[tuple[int, int, int, int]]) -> None:
        """Add places that none of the spots touches, each to the rendering it reads."""
        taken: dict[tuple[int, ...], list[Spot]] = {}
        for known in (one for found in spots.values() for one in found):
            taken.setdefault(known[:2], []).append(known)
        for article, segment, start, end in places:
            spot = self._spot(article, segment, start, end)
            if not any(one.start < spot.end and spot.start < one.end for one in taken.get(spot[:2], ())):
                spots.setdefault(self._text(article, segment)[start:end], set()).add(spot)

    def _written(self, text: str, number: int) -> Iterator[tuple[int, int, int, int]]:
        """Where the words stand in an article, furniture left out."""
        article = self._results[number].article
        if article is None:
            return
        words = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
        for segment, line in enumerate(article["target"]):
            if segment not in article["target_furniture"]:
                for match in words.finditer(line):
                    yield number, segment, match.start(), match.end()

    def _text(self, number: int, segment: int) -> str:
        article = self._results[number].article
        return article["target"][segment] if article else ""

    def _spot(self, number: int, segment: int, start: int, end: int) -> Spot:
        text = self._text(number, segment)
        return Spot(number, segment, utf16_length(text[:start]), utf16_length(text[:end])) if text else Spot(number, segment, start, end)


def _preferred(row: Row) -> str:
    """What the finding's first fix puts in place of the words found, if it does only that."""
    if row["group"] not in _GROUPS or row["side"] != "target" or not row["fixes"] or not row["text"].strip():
        return ""
    edits = row["fixes"][0]["edits"]
    if len(edits) != 1:
        return ""
    (edit,) = edits
    is_here = (edit["side"], edit["segment"], edit["start"], edit["end"]) == ("target", row["segment"], row["start"], row["end"])
    return edit["replacement"].strip() if is_here else ""


def _shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The part of what two ranges cover that both do."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(both, 0) / max(max(one[1], other[1]) - min(one[0], other[0]), 1)
