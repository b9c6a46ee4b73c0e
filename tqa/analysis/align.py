"""Which segments of source and target belong together.

One to one where the file says so or where counts agree and neither lengths nor figures contradict; else dynamic programming in a band
around the diagonal, over lengths, words of the dictionary, figures and Latin words, with merges, splits and drops. Source: Gale and
Church 1993 for the length model, fitted to news: 3.97 English characters a Chinese one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from math import log

from tqa.glossary.script import simplified
from tqa.model import Segment
from tqa.records import NamedTuple
from tqa.text.dictionary import stem, stems, words
from tqa.text.han import han_count
from tqa.text.regex import regex

RATIO = 3.97
"""English characters for one Chinese character in news (median of human translations; 1 to 99 %: 1.95 to 6.10)."""
BAND = 6
UNSURE = 0.4
"""Confidence of an article linked as a whole."""

# Source and target segments a link may join, and what it costs before lengths and words are looked at.
MOVES = {(1, 1): 0.1, (1, 2): 2.5, (2, 1): 2.5, (2, 2): 8.0, (1, 3): 6.0, (3, 1): 6.0, (1, 0): 3.2, (0, 1): 3.2}
_MET = 0.8
"""What a word of the source is worth whose English stands in the linked target."""
_ASTRAY = 0.3
"""What one costs whose English does not."""
_FIGURE_BITS = 3
"""A figure or a Latin word, which both sides write alike, counts as so many words."""
_COMMON = 0.34
"""A stem that stands in more than this share of the target's segments tells nothing of any of them."""
_WEAK, _MOVED, _MOVED_LEAST = 0.34, 0.5, 4
"""A link is weak where fewer of its words are met; a segment has moved where more are, and so many at least."""
_MOST_PLACES = 40
_TWICE_SPREAD, _TWICE_SPREAD_ONE = 2 * 0.2**2, 1.2
"""Twice the variance of the logarithm of the ratio of lengths, for long texts, and what a text of one character adds."""
_HOPELESS = 8.0
"""A cell that costs so much more than the best of its row is left."""

# Between these ratios of lengths lie half of all pairs of a text and its translation.
_USUAL_LOW, _USUAL_HIGH = 3.6, 4.7

_FIGURE = regex(r"[0-9][0-9.,]*")
_TOKEN = regex(r"[㐀-鿿]+|[0-9][0-9.,]*|[A-Za-z][A-Za-z0-9-]+")


_SURE = 0.8


class Link(NamedTuple):
    """Half-open ranges of segment numbers on both sides, and how sure the link is (0 to 1)."""

    source: tuple[int, int]
    target: tuple[int, int]
    confidence: float
    moved: bool = False
    """Whether its place in the article is another on the other side."""

    @property
    def is_sure(self) -> bool:
        """Whether its segments are surely each other's translation, and may be compared word by word."""
        return self.confidence >= _SURE


def link(source: Sequence[Segment], target: Sequence[Segment], *, aligned: bool) -> tuple[Link, ...]:
    """Links in source order, also those that the editor moved; segments without a counterpart are in none.

    `aligned`: segments of equal index belong together, whatever stands between them. Where words contradict every way to link, the
    article is one link of confidence 0.4. Cost: linear in the longer side (the band), a constant of about 8 moves a cell.
    """
    if not source or not target:
        return ()
    if aligned:
        return _by_index(source, target)
    if len(source) == len(target) and not _contradicts_one_to_one(source, target):
        return tuple([Link((number, number + 1), (number, number + 1), 0.8) for number in range(len(source))])
    sides = _Sides(source, target)
    links = sides.with_moved(sides.best_path())
    return links if sides.agree(links) else (Link((0, len(source)), (0, len(target)), UNSURE),)


def _by_index(source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Link, ...]:
    numbers = {segment.index: number for number, segment in enumerate(target)}
    links = []
    for number, segment in enumerate(source):
        column = numbers.get(segment.index)
        if column is not None:
            links.append(Link((number, number + 1), (column, column + 1), 1.0))
    return tuple(links)


def _contradicts_one_to_one(source: Sequence[Segment], target: Sequence[Segment]) -> bool:
    """Whether a tenth of the segments, and at least two, differ in length or have their figures elsewhere.

    Cost: lengths; figures only of segments whose length is not the usual.
    """
    astray = 0
    there: set[str] = set()
    for chinese, english in zip(source, target, strict=True):
        size, length = len(chinese.text), len(english.text)
        if _USUAL_LOW * size <= length <= _USUAL_HIGH * size:
            continue
        if size >= 8 and not 2.2 * size <= length <= 6.6 * size:
            astray += 1
            continue
        figures = [figure for figure in _figures(chinese.text) if len(figure) > 1]
        if figures and not any(figure in english.text for figure in figures):
            # Whole numbers: two digits stand in some longer one by chance.
            there = there or _figures("\n".join([segment.text for segment in target]))
            if not there.isdisjoint(figures):
                astray += 1
    return astray >= 2 and 10 * astray >= len(source)


def _figures(text: str) -> set[str]:
    return {figure.rstrip(".,") for figure in _FIGURE.findall(text)}


class _Sides:
    """Lengths of both sides, and which words of each source segment stand in which target segment, as bits."""

    def __init__(self, source: Sequence[Segment], target: Sequence[Segment]):
        self._chinese = _sums([_length(segment.text) for segment in source])
        self._english = _sums([len(segment.text) - segment.text.count(" ") for segment in target])
        self._slope = len(target) / len(source)
        self._band = BAND + abs(len(source) - len(target))
        there = [_target_words(segment.text) for segment in target]
        counts = Counter(chain.from_iterable(there))
        common = {word for word, count in counts.items() if count > max(_COMMON * len(target), 2)}
        telling = counts.keys() - common
        places: dict[str, list[tuple[int, int]]] = {}
        told = []
        for number, segment in enumerate(source):
            bit = 1
            asked = 0
            for meant, width in _source_words(segment.text):
                if not meant <= common:
                    asked += width
                if not telling.isdisjoint(meant):
                    for word in telling & meant:
                        places.setdefault(word, []).append((number, bit * ((1 << width) - 1)))
                bit <<= width
            told.append(asked)
        self._told = _sums(told)
        self._met: list[dict[int, int]] = [{} for _ in source]
        for column, one in enumerate(there):
            for word in one & places.keys():
                if len(places[word]) <= _MOST_PLACES:
                    for row, bits in places[word]:
                        met = self._met[row]
                        met[column] = met.get(column, 0) | bits

    def agree(self, links: Sequence[Link]) -> bool:
        """Whether enough words of the linked source segments stand in their targets; true where there are few words to ask."""
        met = told = 0
        for one in links:
            some, of = self._words(*one.source, *one.target)
            met, told = met + some, told + of
        return bool(links) and (told < 8 or met >= 0.3 * told)

    def best_path(self) -> tuple[Link, ...]:
        """The cheapest chain of moves from start to end; empty if the band holds none."""
        rows, columns = len(self._chinese) - 1, len(self._english) - 1
        # By row and column: the least cost to get there, and the cell before.
        best: list[dict[int, tuple[float, tuple[int, int] | None]]] = [{} for _ in range(rows + 1)]
        best[0][0] = 0.0, None
        for i, row in enumerate(best):
            middle = int(i * self._slope)
            cells = range(max(0, middle - self._band), min(columns, middle + self._band) + 1)
            most = min([cost for j, (cost, _) in row.items() if j in cells], default=0.0) + _HOPELESS
            last = max(row, default=-1)
            for j in range(max(cells.start, min(row, default=0)), cells.stop):
                if j > last:
                    break
                here = row.get(j)
                if here is None or (here[0] > most and i < rows):
                    continue
                for (di, dj), fixed in MOVES.items():
                    i_end, j_end = i + di, j + dj
                    if i_end > rows or j_end > columns:
                        continue
                    cost = here[0] + fixed
                    if di and dj:
                        cost += self._cost(i, i_end, j, j_end)
                    known = best[i_end].get(j_end)
                    if known is None or cost < known[0]:
                        best[i_end][j_end] = cost, (i, j)
                        last = max(last, j_end) if i_end == i else last
        if columns not in best[rows]:
            return ()
        links = []
        cell: tuple[int, int] = (rows, columns)
        while (before := best[cell[0]][cell[1]][1]) is not None:
            if before[0] < cell[0] and before[1] < cell[1]:
                links.append(Link((before[0], cell[0]), (before[1], cell[1]), self._confidence(before[0], cell[0], before[1], cell[1])))
            cell = before
        return tuple(reversed(links))

    def with_moved(self, links: tuple[Link, ...]) -> tuple[Link, ...]:
        """The links, with segments that stand elsewhere on the other side linked to where they stand.

        Only segments are looked at that have no link, or one that few of their words speak for; two are linked if most words of the one
        stand in the other and neither has a better fellow.
        """
        kept = [one for one in links if not self._is_weak(one)]
        rows = _others(len(self._met), [one.source for one in kept])
        columns = set(_others(len(self._english) - 1, [one.target for one in kept]))
        best_row: dict[int, tuple[int, int]] = {}
        best_column: dict[int, tuple[int, int]] = {}
        for row in rows:
            for column, bits in self._met[row].items():
                met = bits.bit_count()
                if (
                    column in columns
                    and met >= _MOVED_LEAST
                    and met >= _MOVED * self._words(row, row + 1, column, column + 1)[1]
                    and self._misfit(row, row + 1, column, column + 1) < 3
                ):
                    best_row[row] = max(best_row.get(row, (0, 0)), (met, column))
                    best_column[column] = max(best_column.get(column, (0, 0)), (met, row))
        moved = []
        for row, (_, column) in sorted(best_row.items()):
            if best_column[column][1] == row:
                one = Link((row, row + 1), (column, column + 1), self._confidence(row, row + 1, column, column + 1), moved=True)
                if one.source not in {known.source for known in links if known.target == one.target}:
                    moved.append(one)
        if not moved:
            return links
        stay = [one for one in links if not any(_share(one.source, new.source) or _share(one.target, new.target) for new in moved)]
        return tuple(sorted((*stay, *moved), key=lambda one: one.source))

    def _is_weak(self, one: Link) -> bool:
        met, told = self._words(*one.source, *one.target)
        return told >= _MOVED_LEAST and met < _WEAK * told

    def _cost(self, i: int, i_end: int, j: int, j_end: int) -> float:
        met, told = self._words(i, i_end, j, j_end)
        return self._misfit(i, i_end, j, j_end) - _MET * met + _ASTRAY * (told - met)

    def _words(self, i: int, i_end: int, j: int, j_end: int) -> tuple[int, int]:
        """How many words of the source segments stand in the target segments, and how many there are."""
        met = 0
        for known in self._met[i:i_end]:
            bits = known.get(j, 0)
            for column in range(j + 1, j_end):
                bits |= known.get(column, 0)
            met += bits.bit_count()
        return met, self._told[i_end] - self._told[i]

    def _misfit(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """Minus the logarithm of how likely the lengths of the segments are, next to the likeliest."""
        chinese = self._chinese[i_end] - self._chinese[i] or 1
        english = self._english[j_end] - self._english[j] or 1
        distance = log(english / (chinese * RATIO))
        return min(distance * distance / (_TWICE_SPREAD + _TWICE_SPREAD_ONE / chinese), 20.0)

    def _confidence(self, i: int, i_end: int, j: int, j_end: int) -> float:
        met, told = self._words(i, i_end, j, j_end)
        fit = 1 / (1 + self._misfit(i, i_end, j, j_end) / 3)
        return round(min(0.95, max(0.1, 0.25 + 0.35 * fit + 0.4 * (met + 1) / (told + 2))), 2)


def _sums(values: Iterable[int]) -> list[int]:
    """The sum of the first n values at n."""
    return list(accumulate(values, initial=0))


def _others(count: int, ranges: Sequence[tuple[int, int]]) -> list[int]:
    """The numbers below `count` that lie in none of the ranges."""
    taken = {number for start, end in ranges for number in range(start, end)}
    return [number for number in range(count) if number not in taken]


def _share(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _length(text: str) -> int:
    """Length of a Chinese text in Chinese characters; Latin words and figures count as in English."""
    han = han_count(text)
    return han + round((len(text) - text.count(" ") - han) / RATIO)


def _source_words(text: str) -> list[tuple[frozenset[str], int]]:
    """What each word of a Chinese text may be in English, and how many words it counts for."""
    found: list[tuple[frozenset[str], int]] = []
    text = simplified(text)
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token[0].isdigit():
            figure = token.replace(",", "").rstrip(".")
            if len(figure) > 1:
                found.append((frozenset((figure,)), _FIGURE_BITS))
        elif token.isascii():
            found.append((frozenset((stem(token.lower()),)), _FIGURE_BITS))
        else:
            found += [(meant, 1) for _, _, meant in words(token)]
    return found


def _target_words(text: str) -> set[str]:
    """Stems and figures of an English text."""
    found = set(stems(text.lower()))
    found.update([figure.replace(",", "").rstrip(".") for figure in _FIGURE.findall(text)])
    return found
