"""Han left in the English of an article: where, and whether it may stay."""

from __future__ import annotations

from tqa.analysis.article import Text
from tqa.glossary.matcher import Matcher
from tqa.model import Segment, Span
from tqa.records import NamedTuple
from tqa.text.glosses import is_original
from tqa.text.han import HAN_RUN, is_mostly_han
from tqa.text.positions import trimmed

_NEAR = 3
"""Characters without Latin letters between two runs that still make one finding: 人民币，下同."""


class Leftover(NamedTuple):
    """Stray Han of one segment; `untranslated`: the segment as a whole is still Chinese. `visible`: it without furniture."""

    segment: Segment
    spans: tuple[Span, ...]
    untranslated: bool
    visible: Span


def find_leftovers(article: Text, matcher: Matcher) -> tuple[Leftover, ...]:
    """Segments with Han that neither the glossary keeps nor stands as the original of its English."""
    found = []
    for segment, start in zip(article.segments, article.starts, strict=True):
        # Not segment.text: furniture inside a line reads as spaces here.
        line = article.text[start : start + len(segment.text)]
        spans = [] if line.isascii() else _stray(line, segment, matcher)
        if spans:
            visible = trimmed(line)
            found.append(Leftover(segment, tuple(_joined(line, spans)), is_mostly_han(line), visible))
    return tuple(found)


def _stray(line: str, segment: Segment, matcher: Matcher) -> list[Span]:
    runs = [Span(*match.span()) for match in HAN_RUN.finditer(line)]
    if not runs:
        return []
    excused = list(segment.protected)
    excused += [Span(hit.start, hit.end) for hit in matcher.in_source(line) if hit.concept.keep]
    return [run for run in runs if not _is_within(run, excused) and not is_original(line, run.start, run.end)]


def _is_within(run: Span, spans: list[Span]) -> bool:
    return any(span.start <= run.start and run.end <= span.end for span in spans)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    joined = spans[:1]
    for span in spans[1:]:
        between = text[joined[-1].end : span.start]
        if len(between) <= _NEAR and not any(character.isascii() and character.isalpha() for character in between):
            joined[-1] = joined[-1] | span
        else:
            joined.append(span)
    return joined
