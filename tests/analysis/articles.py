"""Documents for tests of the facts."""

from __future__ import annotations

from tqa.model import Document, Place, Run, Segment, Side


def article(*target: str, source: tuple[str, ...] = ()) -> Document:
    """A document with a line a segment."""
    return Document("a", "a.txt", _side("target", target), _side("source", source), aligned=len(source) == len(target))


def _side(side: Side, lines: tuple[str, ...]) -> tuple[Segment, ...]:
    return tuple(Segment(side, index, line, Place("a.txt", (Run(0, index + 1, 1),))) for index, line in enumerate(lines))
