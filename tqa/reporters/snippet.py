"""The line a finding stands in, with the place marked under it."""

from __future__ import annotations

from tqa.model import Row
from tqa.reporters.reporter import plain
from tqa.text.positions import LINE_END
from tqa.text.show import cells
from tqa.value import value

_MORE = "…"
_LEAST = 20
_WIDEST = 100_000
"""Code points at which `plain` may cut: here it is cut by cells."""


@value
class Snippet:
    """`text` fits the width; the mark is `length` cells wide and begins `indent` cells in."""

    text: str
    indent: int
    length: int


def snippet(row: Row, width: int) -> Snippet | None:
    """The row's line cut to `width` cells around the span, or None if its text is not at hand."""
    if "line_text" not in row:
        return None
    text = row["line_text"]
    begin, end = _line_around(text, row["start"])
    start, stop = row["start"], max(row["start"], min(row["end"], end))
    before, marked, after = text[begin:start], text[start:stop], text[stop:end]
    width = max(width, _LEAST)
    # The mark first, then what leads up to it, then what follows.
    marked = _head(marked, width - 2)
    room = width - cells(marked)
    following = min(_cells_at_most(after, room), room - min(room // 3, _cells_at_most(before, room)))
    before = _tail(before, room - following)
    after = "" if marked.endswith(_MORE) else _head(after, room - cells(before))
    return Snippet(before + marked + after, cells(before), max(cells(marked), 1))


def _line_around(text: str, offset: int) -> tuple[int, int]:
    begin, end = 0, len(text)
    for line_end in LINE_END.finditer(text):
        if line_end.end() <= offset:
            begin = line_end.end()
        elif line_end.start() >= offset:
            end = line_end.start()
            break
    return begin, end


def _cells_at_most(text: str, most: int) -> int:
    return min(cells(plain(text[: most + 1], _WIDEST)), most)


def _head(text: str, room: int) -> str:
    """The beginning of a text as it is shown, in at most `room` cells."""
    shown = plain(text[: room + 1], _WIDEST)
    if len(text) <= room and cells(shown) <= room:
        return shown
    while shown and cells(shown) > room - 1:
        shown = shown[:-1]
    return shown + _MORE if room > 0 else ""


def _tail(text: str, room: int) -> str:
    """The end of a text as it is shown, in at most `room` cells."""
    shown = plain(text[max(len(text) - room - 1, 0) :], _WIDEST)
    if len(text) <= room and cells(shown) <= room:
        return shown
    while shown and cells(shown) > room - 1:
        shown = shown[1:]
    return _MORE + shown if room > 0 else ""
