"""Plain text: a line is a segment; hard-wrapped lines are joined to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.formats.format import Changes, FormatOptions, Story
from tqa.formats.lines import Block, Stretch, block, rewrite
from tqa.formats.protected import protected_spans
from tqa.formats.swapped import unless_swapped
from tqa.model import Document, Place, Problem, Run, Segment, Side
from tqa.text.han import is_han
from tqa.text.positions import split_lines
from tqa.text.regex import regex
from tqa.text.show import cells
from tqa.value import value

Lines = Sequence[tuple[int, str]]

_WIDTHS = range(40, 131)
"""Cells at which text is wrapped by hand or by a mailer; longer lines are paragraphs."""
_FEWEST = 4
"""Line breaks inside paragraphs below which nothing is said about wrapping."""
_BLANKS = " \t\u3000"
_FIRST_WORD = regex(r"\S+")
_HAN_SLACK = 4
"""Cells a line of Han may stay short: two characters of punctuation that cannot begin the next line."""


@value
class Txt:
    """Plain text."""

    name: str = "txt"

    def read(self, story: Story, options: FormatOptions) -> Iterator[Document | Problem]:
        """The one document of the story."""
        document = Document(
            story.id,
            story.path,
            segments("target", story.target, story.path, options.unit),
            segments("source", story.source or "", story.source_path, options.unit),
            segments("reference", story.reference or "", story.reference_path, options.unit),
        )
        yield unless_swapped(document)

    def write(self, story: Story, options: FormatOptions, changes: Changes) -> str:
        """The target after its edits; an emptied segment takes its lines with it."""
        edits = changes.get(0, ())
        if not edits:
            return story.target
        lines = split_lines(story.target)
        return rewrite(story.target, lines, _blocks(lines, _joins(lines, options.unit)), edits)


def segments(side: Side, text: str, path: str, unit: str = "auto") -> tuple[Segment, ...]:
    """The segments of one side: a line each, or a paragraph each where lines are wrapped."""
    lines = split_lines(text)
    joins = _joins(lines, unit)
    if joins:
        return tuple(one.segment(side, index, path, protected_spans(one.text)) for index, one in enumerate(_blocks(lines, joins)))
    return tuple(Segment(side, index, line, Place(path, (Run(0, index + 1, 1),)), protected_spans(line)) for index, (_, line) in enumerate(lines))


def _blocks(lines: Lines, joins: frozenset[int]) -> list[Block]:
    blocks = []
    stretches: list[Stretch] = []
    for number, (start, line) in enumerate(lines):
        stretches.append(Stretch(number, start, 1, line))
        if number not in joins:
            blocks.append(block(stretches))
            stretches = []
    return blocks


def _joins(lines: Lines, unit: str) -> frozenset[int]:
    """The lines that go on in the next one (0 is the first)."""
    if unit == "line":
        return frozenset()
    within = [number for number in range(len(lines) - 1) if lines[number][1].strip() and lines[number + 1][1].strip()]
    if unit == "paragraph":
        return frozenset(within)
    return _wraps(lines, within) if len(within) >= _FEWEST else frozenset()


def _wraps(lines: Lines, within: Sequence[int]) -> frozenset[int]:
    """The line breaks that only a full line explains, if they are the rule and sentences run on over them."""
    # Measuring cells is slow, and most articles have a paragraph a line.
    if max(len(lines[number][1]) for number in within) > _WIDTHS.stop:
        return frozenset()
    widths = {number: cells(lines[number][1].rstrip()) for number in within}
    width = max(widths.values())
    if width not in _WIDTHS:
        return frozenset()
    explained = [number for number in within if _is_full(width - widths[number], lines[number + 1][1])]
    if len(explained) < _FEWEST or 10 * len(explained) < 6 * len(within):
        return frozenset()
    # A list of headlines of one length looks full too, but there each line begins anew.
    running = sum(_runs_on(lines[number][1].rstrip(), lines[number + 1][1]) for number in explained)
    return frozenset(explained) if 2 * running >= len(explained) else frozenset()


def _is_full(room: int, following: str) -> bool:
    """Whether the following line's first word would not have fitted into the room left."""
    if following[0] in _BLANKS:
        return False
    word = _FIRST_WORD.match(following)
    if word is None:
        return False
    return room <= _HAN_SLACK if is_han(following[0]) or not following[0].isascii() else room < 1 + cells(word.group())


def _runs_on(line: str, following: str) -> bool:
    return line[-1] not in "。！？!?…" if is_han(following[0]) else following[0].islower()
