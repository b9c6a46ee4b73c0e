"""What belongs together: a source and its translation in, links out.

from tqa.alignments import align_files
align_files("story.zh.txt", "story.en.txt")
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.files import ReadOptions, documents
from tqa.model import Document, Problem
from tqa.value import value

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis


@value
class AlignedRow:
    """Segments that belong together, by their numbers; one side is empty where a segment has no counterpart (confidence 0)."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    moved: bool


@value
class Aligned:
    """The links of a document in source order, then what of the target has no source."""

    document: str
    rows: tuple[AlignedRow, ...]

    @property
    def moved(self) -> int:
        """Number of links whose sides stand at different places of their articles."""
        return sum(row.moved for row in self.rows)


def align_files(source: str, target: str = "", encoding: str = "") -> tuple[list[Aligned], list[Problem]]:
    """The links of a source and its translation, or of each document of one file with both sides. Raises FormatError."""
    from tqa.analysis.analysis import Analysis
    from tqa.files import StoryPaths, load
    from tqa.formats.naming import story_id

    options = ReadOptions(encoding=encoding)
    path = target or source
    aligned: list[Aligned] = []
    problems: list[Problem] = []
    for item in documents(load(StoryPaths(story_id(path, options.codes), path, source if target else ""), options), options):
        if not isinstance(item, Document):
            problems.append(item if isinstance(item, Problem) else Problem(item.code, item.message, item.path))
        elif not any(segment.text.strip() for segment in item.source):
            problems.append(Problem("no-source", f"{item.id!r} has no source text to align; name it: tqa align SOURCE TARGET", item.path))
        else:
            aligned.append(Aligned(item.id, tuple(_aligned_rows(Analysis(item)))))
    return aligned, problems


def _aligned_rows(facts: Analysis) -> Iterator[AlignedRow]:
    source, target = [one.index for one in facts.visible_source], [one.index for one in facts.visible]
    links = sorted(facts.links, key=lambda one: one.source)
    linked = {number for one in links for number in range(*one.target)}
    done = 0
    for one in links:
        yield from (AlignedRow((source[number],), (), 0.0, moved=False) for number in range(done, one.source[0]))
        yield AlignedRow(tuple(source[slice(*one.source)]), tuple(target[slice(*one.target)]), one.confidence, one.moved)
        done = one.source[1]
    yield from (AlignedRow((number,), (), 0.0, moved=False) for number in source[done:])
    yield from (AlignedRow((), (target[number],), 0.0, moved=False) for number in range(len(target)) if number not in linked)
