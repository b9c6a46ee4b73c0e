"""The files of a story as its texts, and its texts as Documents."""

from __future__ import annotations

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from tqa.files.discover import StoryPaths, companions
from tqa.files.door import decode_bytes, read_parts, read_start, read_text
from tqa.files.options import ReadOptions
from tqa.formats import ENDINGS, ending_of, format_of, plain_text
from tqa.formats.format import Format, Story
from tqa.formats.naming import story_id
from tqa.model import Document, FormatError, Notice, Problem

STDIN = "-"
PART = 250_000
"""Bytes of a long file read at a time."""
_LONG = 100_000
"""Bytes of a file that may hold more than a few articles."""
_BY_RECORD = ("jsonl", "tsv")
"""Formats whose size is bounded a record, not a file."""


def documents(story: Story, options: ReadOptions) -> Iterator[Document | Problem]:
    """The documents of a story, in order; what cannot be read is a Problem, and a Notice says where there is nothing to read."""
    empty = True
    for item in _format(story.path).read(story, options.format):
        empty = False
        yield item
        if isinstance(item, Document) and not any(segment.text.strip() for segment in item.target):
            yield Notice("empty-target", f"the target of {item.id!r} holds no text", item.path)
    if empty:
        yield Notice("no-records", "the file holds no record", story.path)


def is_of_records(path: str) -> bool:
    """Whether a file of this name may hold several documents."""
    found = format_of(path)
    return found is not None and found.name in _BY_RECORD


def load(paths: StoryPaths, options: ReadOptions) -> Story:
    """The texts of a story. Raises FormatError with path, line and cure."""
    return Story(
        paths.id,
        paths.path,
        _text(paths.path, options),
        paths.source,
        _text(paths.source, options) if paths.source else None,
        paths.reference,
        _text(paths.reference, options) if paths.reference else None,
    )


def load_stdin(data: bytes, filename: str, options: ReadOptions) -> Story:
    """The story whose target came in by standard input; `filename` says what it is and where its source lies."""
    path = os.fspath(filename).replace(os.sep, "/") or STDIN
    if filename and not ending_of(path):
        raise _unknown(path)
    if not is_of_records(path) and len(data) > options.max_file_size:
        raise FormatError(f"larger than {options.max_file_size} bytes; split it or raise --max-file-size", code="too-large", path=path)
    source, reference = companions(path, options) if filename else (options.source, "")
    return Story(
        story_id(path, options.codes),
        path,
        decode_bytes(data, path, options.encoding).text,
        source,
        _text(source, options) if source else None,
        reference,
        _text(reference, options) if reference else None,
    )


def stories(paths: StoryPaths, options: ReadOptions) -> Iterator[Story]:
    """The same as `load`, a long file of records in parts, so that a corpus of any length takes the memory of one part."""
    if _format(paths.path).name != "jsonl" or not _comes_in_parts(paths.path):
        yield load(paths, options)
        return
    for line, text in read_parts(paths.path, options.encoding, PART, options.max_file_size):
        yield Story(paths.id, paths.path, text, first_line=line)


def is_long(path: str) -> bool:
    """Whether the file may hold more than a few articles."""
    return size_of(path) > _LONG


def size_of(path: str) -> int:
    """Bytes of a file; 0 where that is not to be known, as reading it will tell."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _comes_in_parts(path: str) -> bool:
    try:
        # In UTF-16 a line end cannot be found by its byte.
        return os.path.getsize(path) > 2 * PART and not read_start(path).startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    except OSError:
        return False


def _text(path: str, options: ReadOptions) -> str:
    by_record = is_of_records(path)
    return read_text(path, options.encoding, None if by_record else options.max_file_size)


def _format(path: str) -> Format:
    if path == STDIN:
        return plain_text()
    found = format_of(path)
    if found is None:
        raise _unknown(path)
    return found


def _unknown(path: str) -> FormatError:
    ending = os.path.splitext(path)[1]
    said = f"no format reads {ending!r}" if ending else "the name has no ending, which says how to read it"
    return FormatError(f"{said}; known are {', '.join(ENDINGS)}", code="unknown-format", path=path)
