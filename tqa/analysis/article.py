"""Segments joined into one text, so that a scan is made once and a hit finds its segment by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from tqa.cached import cached_property
from tqa.model import Segment, Span, Where
from tqa.text.english import is_headline, lower, opens_sentence

_NONE: Mapping[int, Sequence[Span]] = {}


class Text:
    """`segments` joined by line ends; `blanked` spans, by segment index, read as spaces, so offsets stay.

    Offsets into `text` are called article offsets; `starts[i]` is that of segment i's first character.
    """

    def __init__(self, segments: tuple[Segment, ...], blanked: Mapping[int, Sequence[Span]] = _NONE):
        self.segments = segments
        self._blanked = blanked
        self._headlines: dict[int, bool] = {}

    @cached_property
    def text(self) -> str:
        """The joined text."""
        if not self._blanked:
            return "\n".join([segment.text for segment in self.segments])
        lines = []
        for segment in self.segments:
            line = segment.text
            for span in self._blanked.get(segment.index, ()):
                line = line[: span.start] + " " * len(span) + line[span.end :]
            lines.append(line)
        return "\n".join(lines)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, character for character."""
        return lower(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Article offset of each segment."""
        starts = [0, *accumulate([len(segment.text) + 1 for segment in self.segments])]
        del starts[-1]
        return starts

    def range(self, numbers: tuple[int, int]) -> tuple[int, int]:
        """The article offsets of a half-open range of `segments`, which holds at least one."""
        first, after = numbers
        last = after - 1
        return self.starts[first], self.starts[last] + len(self.segments[last].text)

    def between(self, numbers: tuple[int, int]) -> str:
        """The text of a half-open range of `segments`."""
        start, end = self.range(numbers)
        return self.text[start:end]

    def at(self, offset: int) -> tuple[Segment, int]:
        """The segment at an article offset, and the offset within it."""
        number = bisect_right(self.starts, offset) - 1
        return self.segments[number], offset - self.starts[number]

    def number_at(self, offset: int) -> int:
        """Which of `segments` holds the article offset."""
        return bisect_right(self.starts, offset) - 1

    def is_capital_by_place(self, offset: int) -> bool:
        """Whether a word has its capital from where it stands: at the start of a sentence or in a headline."""
        return self.is_in_headline(offset) or opens_sentence(self.text, offset)

    def is_in_headline(self, offset: int) -> bool:
        """Whether the segment at an article offset is set as headlines are."""
        number = self.number_at(offset)
        known = self._headlines.get(number)
        if known is None:
            known = self._headlines[number] = is_headline(self.segments[number].text)
        return known

    def place(self, start: int, end: int) -> tuple[Segment, Span]:
        """Segment and span of an article range; cut at the segment's end."""
        segment, begin = self.at(start)
        return segment, Span(begin, max(begin, min(begin + end - start, len(segment.text))))

    def where(self, start: int, end: int) -> Where:
        """The same as a Where."""
        segment, span = self.place(start, end)
        return Where(segment.side, segment.index, span)
