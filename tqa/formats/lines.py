"""Segments of plain lines: how lines join to one text, and how an edit of that text reaches the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tqa.model import Edit, Place, Run, Segment, Side, Span
from tqa.records import NamedTuple
from tqa.text.positions import LINE_END, add_wider
from tqa.text.regex import regex
from tqa.value import value

# Between these no space is written where lines join: Han, kana, their punctuation and full-width forms.
_WIDE = regex("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
# … nor between one of these and one of those.
_EITHER = regex("[\u2014\u2018\u2019\u201c\u201d\u2026]")
_HYPHEN = regex("[A-Za-z]-$")


class Piece(NamedTuple):
    """`length` characters from `offset` in the segment, which stand in the file from `at`, in line `line` (0 is the first)."""

    offset: int
    at: int
    length: int
    line: int
    column: int
    wider: tuple[int, int] = (0, 0)


@value
class Block:
    """A segment's text and where its pieces stand. `lines`: those that go when it is emptied; empty if it shares its line."""

    text: str
    pieces: tuple[Piece, ...]
    lines: range

    def segment(self, side: Side, index: int, path: str, protected: tuple[Span, ...], first_line: int = 1, mark: str = "") -> Segment:
        """The segment as rules see it."""
        runs = tuple(Run(piece.offset, piece.line + first_line, piece.column, piece.wider) for piece in self.pieces)
        return Segment(side, index, self.text, Place(path, runs, mark), protected)

    def file_range(self, span: Span) -> tuple[int, int]:
        """Where in the file the span stands; the space that joins two lines stands for all between them."""
        start = self._at(span.start)
        if not len(span):
            return start, start
        number = self._piece(span.end - 1)
        piece = self.pieces[number]
        within = span.end - piece.offset
        return start, piece.at + within if within <= piece.length else self.pieces[number + 1].at

    def _at(self, offset: int) -> int:
        piece = self.pieces[self._piece(offset)]
        return piece.at + min(offset - piece.offset, piece.length)

    def _piece(self, offset: int) -> int:
        return max(bisect_right(self.pieces, offset, key=lambda piece: piece.offset) - 1, 0)


@value
class Stretch:
    """Part of a line: its number (0 is the first), the file offset and column of its first character, its text.

    `wider`: as in a Run, for what stands before it in the line.
    """

    line: int
    at: int
    column: int
    text: str
    wider: tuple[int, int] = (0, 0)


def block(stretches: Sequence[Stretch], lines: range | None = None) -> Block:
    """The stretches as one segment, joined as a reader reads on from line to line."""
    if lines is None:
        lines = range(stretches[0].line, stretches[-1].line + 1)
    if len(stretches) == 1:
        only = stretches[0]
        return Block(only.text, (Piece(0, only.at, len(only.text), only.line, only.column, only.wider),), lines)
    text = ""
    pieces = []
    for number, stretch in enumerate(stretches):
        part = stretch.text if number == len(stretches) - 1 else stretch.text.rstrip()
        indent = len(part) - len(part.lstrip()) if number else 0
        wider = stretch.wider if not indent else add_wider(stretch.wider, part[:indent])
        part = part[indent:]
        if text and part:
            text += _join(text, part)
        pieces.append(Piece(len(text), stretch.at + indent, len(part), stretch.line, stretch.column + indent, wider))
        text += part
    return Block(text, tuple(pieces), lines)


def _join(before: str, after: str) -> str:
    left, right = _WIDE.match(before[-1]), _WIDE.match(after[0])
    if (left and (right or _EITHER.match(after[0]))) or (right and _EITHER.match(before[-1])):
        return ""
    return "" if _HYPHEN.search(before[-2:]) and after[0].islower() else " "


def rewrite(text: str, lines: Sequence[tuple[int, str]], blocks: Sequence[Block], edits: Iterable[Edit]) -> str:
    """`text` after the edits of its segments. A block left empty takes its lines with it, and the surplus blank line."""
    by_block: dict[int, list[Edit]] = {}
    for edit in edits:
        by_block.setdefault(edit.where.segment, []).append(edit)
    dropped: set[int] = set()
    changes: list[tuple[int, int, str]] = []
    line_end = _line_end(text)
    for index, own in by_block.items():
        part = blocks[index]
        if part.lines and part.text.strip() and not _edited(part.text, own).strip():
            dropped.update(part.lines)
            continue
        changes += [(*part.file_range(edit.where.span), LINE_END.sub(line_end, edit.text)) for edit in own]
    starts = [start for start, _ in lines] + [len(text)]
    changes += [(starts[number], starts[number + 1], "") for number in _with_surplus(lines, dropped)]
    return spliced(text, changes)


def spliced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """`text` with each range replaced; ranges do not overlap."""
    parts = []
    position = 0
    for start, end, new in sorted(changes):
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


def _edited(text: str, edits: Iterable[Edit]) -> str:
    return spliced(text, [(edit.where.span.start, edit.where.span.end, edit.text) for edit in edits])


def _line_end(text: str) -> str:
    found = LINE_END.search(text)
    return found.group() if found else "\n"


def _with_surplus(lines: Sequence[tuple[int, str]], dropped: set[int]) -> set[int]:
    """The lines that go: `dropped`, and the blank lines that would meet others there, or begin or end the file."""
    gone = set(dropped)
    for zone in _zones(lines, dropped):
        stretches: list[list[int]] = [[]]
        for number in zone:
            if number in dropped:
                stretches.append([])
            else:
                stretches[-1].append(number)
        at_edge = zone.start == 0 or zone.stop == len(lines)
        # The widest gap of blank lines stays where the rest of the text goes on.
        stays = [] if at_edge else max(stretches, key=len)
        gone.update(number for stretch in stretches if stretch is not stays for number in stretch)
    return gone


def _zones(lines: Sequence[tuple[int, str]], dropped: set[int]) -> list[range]:
    """The ranges of blank and dropped lines around the dropped ones."""
    zones: list[range] = []
    for number in sorted(dropped):
        if zones and number < zones[-1].stop:
            continue
        start, stop = number, number + 1
        while start > 0 and not lines[start - 1][1].strip():
            start -= 1
        while stop < len(lines) and (stop in dropped or not lines[stop][1].strip()):
            stop += 1
        zones.append(range(start, stop))
    return zones
