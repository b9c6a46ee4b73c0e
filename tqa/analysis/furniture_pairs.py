"""What a source tells of the furniture in its translation, where their lines correspond."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqa.model import Span
from tqa.text.boilerplate import Mark
from tqa.text.positions import trimmed

if TYPE_CHECKING:
    from tqa.analysis.copies import Copy
    from tqa.analysis.furniture import OneSide

_SENTENCE_SHORTEST = 15
_ALIGNED_LONGEST = 130


def repeats(source: OneSide, copy: Copy) -> bool:
    """Whether the source repeats itself where the target does, or says nothing there."""
    one, other = source.segments.get(copy.number), source.segments.get(copy.kept)
    if one is None or other is None or not one.text.strip() or not other.text.strip():
        return True
    a, b = "".join(one.text.split()).rstrip("。.…"), "".join(other.text.split())
    return a in b or b.rstrip("。.…") in a


def drop_sentences(source: OneSide, target: OneSide) -> None:
    """A line is no furniture if what it translates is a sentence that is none."""
    for index in [index for index, items in target.whole.items() if not items[0].family.startswith("llm")]:
        segment = source.segments.get(index)
        if segment is None or index in source.whole or any(item.segment == index for item in source.partial):
            continue
        text = segment.text.strip()
        if len(text) >= _SENTENCE_SHORTEST and text.endswith(("。", "！", "？", "”")):
            del target.whole[index]


def carry_over(source: OneSide, target: OneSide) -> None:
    """A short target line is what its source line is, however a machine has worded it."""
    for index, items in source.whole.items():
        if index not in target.segments or index in target.whole or not items or items[0].family.startswith(("llm", "duplicate")):
            continue
        if any(item.segment == index and item.family.startswith("llm") for item in target.partial):
            continue
        text = target.text(index)
        short = text.strip() and len(text) <= min(_ALIGNED_LONGEST, 40 + 6 * len(source.text(index)))
        if short and any(item.safe or item.family == "reporter-credit" for item in items):
            target.partial = [item for item in target.partial if item.segment != index]
            target.whole[index] = [target.item(index, Mark(items[0].family, trimmed(text), Span(0, len(text))))]
