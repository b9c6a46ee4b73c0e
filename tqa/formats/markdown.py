"""Markdown: a block is a segment; front matter, code and markers are no text; what is written back differs only in the edits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqa.formats.format import Changes, FormatOptions, Story
from tqa.formats.ignores import bad_note, is_meant_for_us, read_note
from tqa.formats.lines import rewrite
from tqa.formats.markdown_blocks import Blocks, Comment, read_blocks
from tqa.formats.markdown_inline import comments_in, inline_protected
from tqa.formats.protected import merged
from tqa.formats.swapped import unless_swapped
from tqa.model import Document, Ignore, Notice, Problem, Segment, Side, Span
from tqa.text.positions import split_lines


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown, as CommonMark and GitHub write it."""

    name: str = "md"

    def read(self, story: Story, options: FormatOptions) -> Iterator[Document | Problem]:
        """The one document of the story, and a Notice for each ignore that cannot be read."""
        target, comments = _segments("target", story.target, story.path)
        ignores, notices = _ignores(target, comments, story.path)
        document = Document(
            story.id,
            story.path,
            target,
            _segments("source", story.source or "", story.source_path)[0],
            _segments("reference", story.reference or "", story.reference_path)[0],
            ignores=ignores,
        )
        yield from notices
        yield unless_swapped(document)

    def write(self, story: Story, options: FormatOptions, changes: Changes) -> str:
        """The target after its edits; an emptied block takes its lines with it, an emptied table cell stays."""
        edits = changes.get(0, ())
        if not edits:
            return story.target
        lines = split_lines(story.target)
        return rewrite(story.target, lines, read_blocks(lines).blocks, edits)


def _segments(side: Side, text: str, path: str) -> tuple[tuple[Segment, ...], tuple[Comment, ...]]:
    read = read_blocks(split_lines(text))
    found = enumerate(read.blocks)
    segments = tuple(block.segment(side, index, path, _protected(read, index), mark=read.marks.get(index, "")) for index, block in found)
    return segments, tuple(read.comments)


def _protected(read: Blocks, index: int) -> tuple[Span, ...]:
    """Spans of a block that no fix may change: all of it in code, its beginning in a footnote, for the mark that points there stays."""
    text = read.blocks[index].text
    if index in read.code:
        return (Span(0, len(text)),)
    spans = inline_protected(text)
    return merged([Span(0, 1), *spans]) if index in read.footnotes else spans


def _ignores(target: tuple[Segment, ...], comments: tuple[Comment, ...], path: str) -> tuple[tuple[Ignore, ...], list[Notice]]:
    """Ignores in comments: one on lines of its own speaks of the next block, one inside a block of that block."""
    written = [(comment.text, min(comment.before, len(target) - 1), comment.line + 1) for comment in comments]
    for segment in target:
        written += [(text, segment.index, segment.place.locate(start)[0]) for start, text in comments_in(segment.text)]
    ignores, notices = [], []
    for text, index, line in sorted((item for item in written if is_meant_for_us(item[0])), key=lambda item: item[2]):
        note = read_note(text)
        if note is None:
            notices.append(bad_note(text, path, line))
        else:
            ignores.append(note.ignore(max(index, 0), line))
    return tuple(ignores), notices
