"""Which segments of source and target belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqa.model import Segment


@dataclass(frozen=True, slots=True)
class Link:
    """Half-open ranges of segment numbers on both sides, and how sure the link is (0 to 1)."""

    source: tuple[int, int]
    target: tuple[int, int]
    confidence: float


def link(source: Sequence[Segment], target: Sequence[Segment], *, aligned: bool) -> tuple[Link, ...]:
    """Links in source order. `aligned`: segments of equal index belong together, whatever stands between them.

    Equal counts are linked one to one; otherwise the article is one link of confidence 0.4.
    """
    if not source or not target:
        return ()
    if aligned:
        by_index = {segment.index: number for number, segment in enumerate(target)}
        return tuple(
            Link((number, number + 1), (by_index[s.index], by_index[s.index] + 1), 1.0) for number, s in enumerate(source) if s.index in by_index
        )
    if len(source) == len(target):
        return tuple(Link((number, number + 1), (number, number + 1), 0.8) for number in range(len(source)))
    return (Link((0, len(source)), (0, len(target)), 0.4),)
