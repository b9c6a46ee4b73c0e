"""Which segments of source and target belong together.

One to one where the file says so or where counts agree and anchors do not contradict; else dynamic programming over lengths and
anchors in a band around the diagonal, with merges, splits and drops. Source: Gale and Church 1993 for the length model, fitted to news:
3.97 English characters a Chinese one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from tqa.model import Segment
from tqa.text.han import han_count
from tqa.text.regex import regex

RATIO = 3.97
"""English characters for one Chinese character in news (median of human translations; 1 to 99 %: 1.95 to 6.10)."""
SPREAD = 50.0
"""Variance of the English length for one Chinese character, in squared characters."""
BAND = 10
UNSURE = 0.4
"""Confidence of an article linked as a whole."""

# Source and target segments a link may join, and what it costs before lengths and anchors are looked at.
MOVES = {(1, 1): 0.1, (1, 2): 2.0, (2, 1): 2.0, (2, 2): 3.8, (1, 3): 4.0, (3, 1): 4.0, (1, 0): 4.0, (0, 1): 4.0}
_ANCHOR = 4.0
"""What a shared anchor that is rare on both sides is worth."""
_ASTRAY = 2.0
"""What an anchor without its fellow costs where that fellow stands elsewhere."""

_NUMBER = regex(r"[0-9]+(?:[.,][0-9]+)*")
_LATIN = regex(r"[A-Za-z][A-Za-z0-9-]+")
_WORD = regex(r"\S")


@dataclass(frozen=True, slots=True)
class Link:
    """Half-open ranges of segment numbers on both sides, and how sure the link is (0 to 1)."""

    source: tuple[int, int]
    target: tuple[int, int]
    confidence: float


def link(source: Sequence[Segment], target: Sequence[Segment], *, aligned: bool) -> tuple[Link, ...]:
    """Links in source order; segments without a counterpart are in none.

    `aligned`: segments of equal index belong together, whatever stands between them. Where anchors contradict every way to link, the
    article is one link of confidence 0.4. Cost: linear in the longer side (the band), a constant of about 8 moves a cell.
    """
    if not source or not target:
        return ()
    if aligned:
        by_index = {segment.index: number for number, segment in enumerate(target)}
        return tuple(
            Link((number, number + 1), (by_index[s.index], by_index[s.index] + 1), 1.0) for number, s in enumerate(source) if s.index in by_index
        )
    sides = _Sides(source, target)
    if len(source) == len(target) and not sides.contradicts_one_to_one():
        return tuple(Link((number, number + 1), (number, number + 1), 0.8) for number in range(len(source)))
    links = sides.best_path()
    return links if sides.agree(links) else (Link((0, len(source)), (0, len(target)), UNSURE),)


class _Sides:
    """Lengths and anchors of both sides, counted once."""

    def __init__(self, source: Sequence[Segment], target: Sequence[Segment]):
        self._lengths = [_length(segment.text) for segment in source], [len(_WORD.findall(segment.text)) for segment in target]
        listed = [_anchors(segment.text) for segment in source], [_anchors(segment.text) for segment in target]
        counts = [Counter(anchor for anchors in side for anchor in anchors) for side in listed]
        shared = counts[0].keys() & counts[1].keys()
        # An anchor in many lines tells little about any of them.
        self._worth = {anchor: _ANCHOR / max(counts[0][anchor], counts[1][anchor]) for anchor in shared}
        self._anchors = [[anchors & shared for anchors in side] for side in listed]

    def contradicts_one_to_one(self) -> bool:
        """Whether a fifth of the segments with anchors, and at least two, have none of theirs in the segment opposite."""
        told = [(a, b) for a, b in zip(self._anchors[0], self._anchors[1], strict=True) if a or b]
        astray = sum(not a & b for a, b in told)
        return astray >= 2 and 5 * astray >= len(told)

    def agree(self, links: Sequence[Link]) -> bool:
        """Whether most anchors that both sides have stand in linked segments."""
        met = total = 0.0
        for one in links:
            a, b = self._joined(0, *one.source), self._joined(1, *one.target)
            met += sum(self._worth[anchor] for anchor in a & b)
        for anchors in self._anchors[0]:
            total += sum(self._worth[anchor] for anchor in anchors)
        return total == 0 or met >= 0.4 * total

    def best_path(self) -> tuple[Link, ...]:
        """The cheapest chain of moves from start to end."""
        rows, columns = len(self._lengths[0]), len(self._lengths[1])
        slope = columns / rows
        band = BAND + abs(rows - columns)
        best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
        for i in range(rows + 1):
            for j in range(max(0, int(i * slope) - band), min(columns, int(i * slope) + band) + 1):
                here = best.get((i, j))
                if here is None:
                    continue
                for (di, dj), price in MOVES.items():
                    end = i + di, j + dj
                    if end[0] > rows or end[1] > columns:
                        continue
                    cost = here[0] + price + self._cost(i, end[0], j, end[1])
                    if end not in best or cost < best[end][0]:
                        best[end] = cost, (i, j)
        links = []
        cell: tuple[int, int] = (rows, columns)
        while best[cell][1] is not None:
            before = best[cell][1]
            assert before is not None  # for the type checker: the loop's condition
            if before[0] < cell[0] and before[1] < cell[1]:
                links.append(Link((before[0], cell[0]), (before[1], cell[1]), self._confidence(before[0], cell[0], before[1], cell[1])))
            cell = before
        return tuple(reversed(links))

    def _cost(self, i: int, i_end: int, j: int, j_end: int) -> float:
        if i == i_end or j == j_end:
            # A dropped segment leaves its anchors without a fellow.
            side, start, end = (0, i, i_end) if j == j_end else (1, j, j_end)
            return sum(self._worth[anchor] for anchor in self._joined(side, start, end)) * _ASTRAY / _ANCHOR
        a, b = self._joined(0, i, i_end), self._joined(1, j, j_end)
        met = sum(self._worth[anchor] for anchor in a & b)
        astray = sum(self._worth[anchor] for anchor in a ^ b)
        return _length_cost(sum(self._lengths[0][i:i_end]), sum(self._lengths[1][j:j_end])) - met + astray * _ASTRAY / _ANCHOR

    def _confidence(self, i: int, i_end: int, j: int, j_end: int) -> float:
        a, b = self._joined(0, i, i_end), self._joined(1, j, j_end)
        met, astray = len(a & b), len(a ^ b)
        fit = 1 / (1 + _length_cost(sum(self._lengths[0][i:i_end]), sum(self._lengths[1][j:j_end])) / 4)
        return round(min(0.95, max(0.1, 0.3 + 0.4 * fit + 0.25 * (met - astray) / (met + astray + 1))), 2)

    def _joined(self, side: int, start: int, end: int) -> set[str]:
        return set().union(*self._anchors[side][start:end])


def _length(text: str) -> int:
    """Length of a Chinese text in Chinese characters; Latin words and figures count as in English."""
    han = han_count(text)
    return han + round((len(_WORD.findall(text)) - han) / RATIO)


def _anchors(text: str) -> set[str]:
    """Numbers of two digits and more, and Latin words, as both sides write them."""
    numbers = {match.group().replace(",", "") for match in _NUMBER.finditer(text)}
    found = {number for number in numbers if len(number) > 1}
    return found | {match.group().lower() for match in _LATIN.finditer(text)}


def _length_cost(chinese: int, english: int) -> float:
    """Minus the logarithm of the chance that lengths differ by so much."""
    if chinese == 0 and english == 0:
        return 0.0
    mean = (chinese + english / RATIO) / 2
    distance = abs(english - chinese * RATIO) / sqrt(max(mean, 1.0) * SPREAD)
    # Two-sided tail of the normal distribution, by the approximation of Abramowitz and Stegun 26.2.17.
    t = 1 / (1 + 0.2316419 * distance)
    tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    density = 0.3989423 * 2.718281828 ** (-distance * distance / 2)
    return -log(max(2 * density * tail, 1e-12))
