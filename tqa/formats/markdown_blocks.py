"""Markdown's blocks, line by line: what is text, and what is front matter, code or a marker.

Not the whole of CommonMark: nesting is only looked at as far as it moves text. Where a fence, a comment or a tag is never closed it is
taken for text, so that nothing is passed over in silence; text that is indented as code is read too, for Chinese papers indent paragraphs,
but edited only where it reads like a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tqa.formats.lines import Block, Stretch, block
from tqa.text.positions import add_wider
from tqa.text.regex import regex

Lines = Sequence[tuple[int, str]]

_QUOTE = regex(r"[ ]{0,3}>[ ]?")
_HEADING = regex(r"\s{0,3}#{1,6}(?=\s|$)\s*")
_CLOSING_MARKS = regex(r"(?:^|[ \t])#+[ \t]*$")
_FENCE = regex(r"\s*(`{3,}|~{3,})([^`]*)$")
_ITEM = regex(r"\s*(?:[-*+]|[0-9]{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_EMPTY_ITEM = regex(r"\s*(?:[-*+]|[0-9]{1,9}[.)])\s*$")
_UNDERLINE = regex(r"\s{0,3}(?:=+|-+)\s*$")
_DEFINITION = regex(r"\s{0,3}\[[^\]^][^\]]*\]:\s*\S")
_FOOTNOTE = regex(r"\s{0,3}\[\^[^\]]+\]:\s*")
_INDENT = regex(r" {0,3}(?:\t| {4})")
_PARAGRAPH = regex("[A-Z0-9\"'“‘「『《\u4e00-\u9fff][^{}<>=;_\\\\]*[.!?。！？…]['\"”’」』)）]{0,2}$")
_RAW = regex(r"\s*<(script|style|pre|textarea)\b", re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")
_CELL_END = regex(r"(?<!\\)\|")
_RULER_CELL = regex(r":?-+:?")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on lines of its own: its text, its line (0 is the first), and how many blocks stand before it."""

    text: str
    line: int
    before: int


@dataclass
class Blocks:
    """The text blocks of a file in order, and the comments between them."""

    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    code: set[int] = field(default_factory=set)
    """Blocks indented as code."""
    footnotes: set[int] = field(default_factory=set)
    """Blocks that a mark elsewhere in the text points to."""
    marks: dict[int, str] = field(default_factory=dict)
    """Block → the marker of a heading or of a list item before it; an underlined heading has those that say the same."""


def read_blocks(lines: Lines) -> Blocks:
    """The blocks of a file given as its lines with their offsets."""
    return _Reader(lines).read()


def split_marker(line: str) -> tuple[str, str]:
    """The marker of a heading or a list item that begins a line, without blanks, and what stands behind it."""
    marker = _HEADING.match(line) or _ITEM.match(line)
    return (marker.group().strip(), line[marker.end() :]) if marker else ("", line)


class _Reader:
    def __init__(self, lines: Lines):
        self._lines = lines
        self._found = Blocks()
        self._open: list[Stretch] = []
        """The paragraph that may go on in the next line."""
        self._depth = 0
        self._in_item = False
        self._is_code = self._is_footnote = False
        """What the open paragraph, or the last one, is."""
        self._mark = ""
        """The marker before it."""
        self._next: dict[str, int] = {}
        self._never_closed: dict[str, int] = {}
        """Shortest fence of each kind that is known to be closed nowhere below."""

    def read(self) -> Blocks:
        number = _after_front_matter(self._lines)
        while number < len(self._lines):
            number = self._take(number)
        self._close()
        return self._found

    def _take(self, number: int) -> int:
        """Read what begins in a line; the number of the line after it."""
        start, line = self._lines[number]
        offset, depth = _unquoted(line)
        text = line[offset:]
        if not text.strip():
            self._close()
            return number + 1
        if depth > self._depth:
            self._close()
        self._depth = depth
        after = self._passed_over(number, text) or self._table(number, offset)
        if after:
            return after
        if self._open and _UNDERLINE.match(text):
            self._mark = self._mark or ("#" if "=" in text else "##")
            self._close(last=number)
            return number + 1
        if _is_break(text) or _EMPTY_ITEM.match(text) or (not self._open and _DEFINITION.match(text)):
            self._close()
            return number + 1
        self._text(number, start, offset, text)
        return number + 1

    def _text(self, number: int, start: int, offset: int, text: str) -> None:
        heading = _HEADING.match(text)
        footnote = _FOOTNOTE.match(text)
        marker = heading or self._item(text) or footnote
        if marker:
            self._close()
            # A list in a list item begins in the same line.
            while not heading and (inner := _ITEM.match(text, marker.end())):
                marker = inner
        begin = marker.end() if marker else len(text) - len(text.lstrip())
        kept = text[begin:]
        if heading:
            kept = _CLOSING_MARKS.sub("", kept).rstrip()
        if kept.strip():
            if not self._open:
                indented = marker is None and _INDENT.match(text) is not None
                # Behind a list item, text that is indented goes on in it.
                self._is_code = indented and not self._in_item
                self._in_item = self._in_item if indented else marker is not None
                self._is_footnote = footnote is not None
                self._mark = marker.group().strip() if marker and not footnote else ""
            self._open.append(Stretch(number, start + offset + begin, offset + begin + 1, kept, add_wider((0, 0), text[:begin])))
        if heading:
            self._close()

    def _item(self, text: str) -> re.Match[str] | None:
        """The marker of a list item. A line of a paragraph may begin with a year and a stop; only "1." begins a list there."""
        marker = _ITEM.match(text)
        goes_on = self._open and not self._in_item
        return None if marker and goes_on and marker.group().strip()[0] in "023456789" else marker

    def _passed_over(self, number: int, text: str) -> int:
        """The line after code, a comment or a raw element that begins here; 0 if none does."""
        fence = _FENCE.match(text)
        if fence:
            end = self._closing_fence(number, fence[1])
            if end:
                self._close()
            return end
        if text.lstrip().startswith("<!--"):
            return self._comment(number)
        raw = _RAW.match(text)
        if raw:
            end = self._line_with(f"</{raw[1].lower()}", number) + 1
            if end:
                self._close()
            return end
        return 0

    def _closing_fence(self, number: int, opening: str) -> int:
        """The line after the fence that closes one, or 0."""
        kind = opening[0]
        if len(opening) >= self._never_closed.get(kind, len(opening) + 1):
            return 0
        for line in range(number + 1, len(self._lines)):
            text = self._lines[line][1]
            text = text[_unquoted(text)[0] :].strip()
            if text.startswith(opening) and not text.strip(kind):
                return line + 1
        self._never_closed[kind] = len(opening)
        return 0

    def _comment(self, number: int) -> int:
        """The line after a comment that has its lines for itself; 0 if text follows it or it is never closed."""
        first = self._lines[number][1]
        begin = first.index("<!--") + 4
        last = number if "-->" in first[begin:] else self._line_with("-->", number + 1)
        if last < 0:
            return 0
        said = [text for _, text in self._lines[number : last + 1]]
        end = said[-1].index("-->", begin if last == number else 0)
        if said[-1][end + 3 :].strip():
            return 0
        self._close()
        said[-1] = said[-1][:end]
        said[0] = said[0][begin:]
        self._found.comments.append(Comment("\n".join(said), number, len(self._found.blocks)))
        return last + 1

    def _line_with(self, closing: str, number: int) -> int:
        """The first line from `number` on that holds `closing`, or -1; asked again for later lines it does not search again."""
        known = self._next.get(closing, -2)
        if known == -1 or known >= number:
            return known
        found = next((line for line in range(number, len(self._lines)) if closing in self._lines[line][1].lower()), -1)
        self._next[closing] = found
        return found

    def _table(self, number: int, offset: int) -> int:
        """The line after the table that begins here; 0 if none does."""
        if "|" not in self._lines[number][1] or number + 1 >= len(self._lines):
            return 0
        ruler = self._row(number + 1)
        if ruler is None or not ruler or not all(_RULER_CELL.fullmatch(cell.text) for cell in ruler):
            return 0
        if len(self._row(number) or ()) != len(ruler):
            return 0
        self._close()
        line = number
        while line < len(self._lines) and (cells := self._row(line)) is not None:
            if line != number + 1:
                self._found.blocks += [block([cell], range(0)) for cell in cells if cell.text]
            line += 1
        return line

    def _row(self, number: int) -> list[Stretch] | None:
        """The cells of a table row, or None if the line is none."""
        start, line = self._lines[number]
        offset, _ = _unquoted(line)
        if "|" not in line[offset:]:
            return None
        ends = [match.start() for match in _CELL_END.finditer(line, offset)]
        cells = []
        begin = seen = offset
        wider = (0, 0)
        for end in [*ends, len(line)]:
            text = line[begin:end]
            indent = len(text) - len(text.lstrip())
            wider = add_wider(wider, line[seen : begin + indent])
            seen = begin + indent
            cells.append(Stretch(number, start + begin + indent, begin + indent + 1, text.strip(), wider))
            begin = end + 1
        # The bars at the edges open no cell.
        return cells[not cells[0].text : len(cells) - (len(cells) > 1 and not cells[-1].text)]

    def _close(self, last: int | None = None) -> None:
        """End the open paragraph; `last`: a line below it that goes where it goes."""
        if self._open and not all(_is_tags(stretch.text) for stretch in self._open):
            stretches = [*self._open[:-1], _without_trailing_blanks(self._open[-1])]
            lines = range(stretches[0].line, (stretches[-1].line if last is None else last) + 1)
            found = block(stretches, lines)
            if self._is_code and not _PARAGRAPH.match(found.text):
                self._found.code.add(len(self._found.blocks))
            if self._is_footnote:
                self._found.footnotes.add(len(self._found.blocks))
            if self._mark:
                self._found.marks[len(self._found.blocks)] = self._mark
            self._found.blocks.append(found)
        self._open = []


def _after_front_matter(lines: Lines) -> int:
    """The number of the first line that is not front matter."""
    if lines and lines[0][1].rstrip() in ("---", "+++"):
        closing = ("---", "...") if lines[0][1].startswith("-") else ("+++",)
        for number in range(1, len(lines)):
            if lines[number][1].rstrip() in closing:
                return number + 1
    return 0


def _unquoted(line: str) -> tuple[int, int]:
    """Where the text begins behind the marks of quotation, and how deep it is quoted."""
    offset = depth = 0
    while match := _QUOTE.match(line, offset):
        offset = match.end()
        depth += 1
    return offset, depth


def _is_break(text: str) -> bool:
    marks = "".join(text.split())
    return len(marks) >= 3 and marks[0] in "-*_" and not marks.strip(marks[0])


def _is_tags(text: str) -> bool:
    return text.lstrip().startswith("<") and not _TAG.sub("", text).strip()


def _without_trailing_blanks(stretch: Stretch) -> Stretch:
    return Stretch(stretch.line, stretch.at, stretch.column, stretch.text.rstrip(), stretch.wider)
