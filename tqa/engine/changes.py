"""Which lines changed since a revision, read from what git says. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tqa.model import Document, Finding, Where
from tqa.text.regex import regex
from tqa.value import fresh, value

_HUNK = regex(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")

Lines = tuple[int, int]
"""First and last line of a range that changed."""
WHOLE: tuple[Lines, ...] = ((1, 1 << 60),)


@value
class Changes:
    """Changed lines by path; `known`: the other files git knows. What git does not know is new, and so changed as a whole."""

    lines: Mapping[str, tuple[Lines, ...]] = fresh(factory=dict)
    known: frozenset[str] = frozenset()

    def touch(self, path: str, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` changed."""
        ranges = self.lines.get(path, () if path in self.known else WHOLE)
        return any(start <= last and first <= end for start, end in ranges)

    def concern(self, finding: Finding, document: Document, place: Callable[[str], str]) -> bool:
        """Whether a finding stands on a changed line, or its place on the other side does. `place`: a path as `lines` has it."""
        beside = [one.where for one in finding.related[:1] if one.elsewhere is None and one.where.side != finding.where.side]
        return any(self._reach(where, document, place) for where in (finding.where, *beside))

    def _reach(self, where: Where, document: Document, place: Callable[[str], str]) -> bool:
        segment = document.side(where.side)[where.segment]
        first, _ = segment.place.locate(where.span.start)
        last, _ = segment.place.locate(max(where.span.start, where.span.end - 1))
        return self.touch(place(segment.place.path), first, last)


def read_diff(diff: bytes) -> Iterator[tuple[bytes, tuple[Lines, ...]]]:
    """Path and changed lines of each file, from what `git diff --raw -z --patch --unified=0` writes: a list of files, then their patches.

    Names are taken from the list, where they stand as they are. Where lines went and none came, both neighbours are changed. A file is
    changed as a whole if git takes it for binary, or counts its lines otherwise: git knows no line that ends in a carriage return alone.
    """
    listed, _, patches = diff.partition(b"\0\0")
    sections = _sections(patches)
    tokens = iter(listed.rstrip(b"\0").split(b"\0"))
    for record in tokens:
        status = record.rpartition(b" ")[2][:1]
        path = next(tokens, b"")
        if status in (b"R", b"C"):
            path = next(tokens, b"")
        if status == b"T":
            # Another kind of file: one patch takes the old one away, the next brings the new one.
            _ = next(sections, ()), next(sections, ())
            yield path, WHOLE
        elif status and status != b"U":
            yield path, next(sections, WHOLE)


def _sections(patches: bytes) -> Iterator[tuple[Lines, ...]]:
    """The changed lines of each patch."""
    ranges: list[Lines] | None = None
    left = 0
    for line in patches.split(b"\n"):
        if left and line[:1] in (b"+", b"-"):
            # Counted, since a line of an article may look like a header.
            left -= 1
            if ranges is not None and b"\r" in line[:-1]:
                ranges += WHOLE
        elif line.startswith(b"diff --git "):
            if ranges is not None:
                yield tuple(ranges)
            ranges = []
        elif ranges is not None and line.startswith(b"Binary files "):
            ranges += WHOLE
        elif ranges is not None and (hunk := _HUNK.match(line)) is not None:
            gone, start, came = (int(number) if number else 1 for number in (hunk[1], hunk[2], hunk[3]))
            left = gone + came
            ranges.append((start, start + came - 1) if came else (start, start + 1))
    if ranges is not None:
        yield tuple(ranges)
