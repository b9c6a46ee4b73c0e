"""Charts as inline SVG; beside each stands a table or a figure that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from markupsafe import Markup

from tqa.reporters.html.tallies import Change

_WIDTH = 240
_BAR = 12


class Counted(Protocol):
    """Findings of one kind by severity."""

    @property
    def error(self) -> int: ...
    @property
    def warning(self) -> int: ...
    @property
    def info(self) -> int: ...


def bar(tally: Counted, most: int) -> Markup:
    """Errors, warnings and hints end to end, as long as the tally is beside `most`."""
    pieces = []
    left = 0.0
    for severity, number in (("error", tally.error), ("warning", tally.warning), ("info", tally.info)):
        if number:
            width = _WIDTH * number / max(most, 1)
            pieces.append(_rectangle(left, 0, max(width - 1, 0.75), _BAR, severity))
            left += width
    return _drawing(_WIDTH, _BAR, pieces, "chart-bar", stretched=True)


def pair_of_bars(change: Change, most: float) -> Markup:
    """Then above now."""
    widths = [_WIDTH * number / max(most, 1) for number in (change.then, change.now)]
    return _drawing(_WIDTH, _BAR, [_rectangle(0, 0, widths[0], 5, "then"), _rectangle(0, 7, widths[1], 5, "now")], "chart-bar", stretched=True)


def columns(counts: Sequence[tuple[str, int]]) -> Markup:
    """A column for each class, its number above and its name below."""
    step, height = 44, 96
    most = max((number for _, number in counts), default=0)
    pieces = []
    for place, (name, number) in enumerate(counts):
        tall = (height - 40) * number / max(most, 1)
        middle = place * step + step / 2
        if number:
            pieces.append(_rectangle(place * step + 7, height - 20 - tall, step - 14, tall, "clean" if name == "0" else "column"))
        pieces.append(Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(middle, height - 25 - tall, number))
        pieces.append(Markup('<text x="{:.1f}" y="{}" text-anchor="middle" class="axis">{}</text>').format(middle, height - 5, name))
    return _drawing(step * len(counts), height, pieces, "chart-columns")


def _rectangle(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    return Markup('<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" rx="1.5" class="{}"/>').format(x, y, width, height, kind)


def _drawing(width: float, height: float, pieces: Sequence[Markup], kind: str, *, stretched: bool = False) -> Markup:
    """`stretched`: it may become wider than high."""
    keeps = Markup(' preserveAspectRatio="none"') if stretched else ""
    return Markup('<svg class="{}" viewBox="0 0 {} {}" width="{}" height="{}"{} aria-hidden="true" focusable="false">{}</svg>').format(
        kind, width, height, width, height, keeps, Markup("").join(pieces)
    )
