"""What inside a Markdown block is no prose: code, link targets, tags, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.formats.protected import merged, protected_spans
from tqa.model import Span
from tqa.text.regex import regex

_TICKS = regex("`+")
_TARGET = regex(r"\]\(|\]\[|\[\^")
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CODE_TAG = regex(r"<(code|kbd|samp|tt|var)\b[^<>\n]{0,100}>[^<]*</\1>", re.IGNORECASE)
_BRACKET = regex(r"[()\[\]]")


def inline_protected(text: str) -> tuple[Span, ...]:
    """Spans of a block that no fix may change, in order."""
    spans = list(protected_spans(text))
    if "`" in text:
        spans += _code(text)
    if "[" in text:
        spans += _targets(text)
    if "&" in text:
        # Syntax here: decoded, &#124; ends a table cell and &#35; begins a heading.
        spans += [Span(*match.span()) for match in _ENTITY.finditer(text)]
    if "</" in text:
        spans += [Span(*match.span()) for match in _CODE_TAG.finditer(text)]
    if "<!--" in text:
        spans += [Span(start, start + len(comment) + 7) for start, comment in comments_in(text)]
    return merged(spans)


def comments_in(text: str) -> Iterator[tuple[int, str]]:
    """Offset of each comment, and what it says."""
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, text[start + 4 : end]
        position = end + 3


def _code(text: str) -> Iterator[Span]:
    """Code spans: a run of backticks up to the next run of the same length."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    later: dict[int, list[int]] = {}
    for number in reversed(range(len(runs))):
        start, end = runs[number]
        later.setdefault(end - start, []).append(number)
    done = -1
    for number, (start, end) in enumerate(runs):
        same = later[end - start]
        while same and same[-1] <= number:
            same.pop()
        if number > done and same:
            done = same[-1]
            yield Span(start, runs[done][1])


def _targets(text: str) -> Iterator[Span]:
    """Where links lead: `](…)`, `][…]` and the marks of footnotes `[^…]`."""
    ends = _closings(text)
    for match in _TARGET.finditer(text):
        opened = match.end() - 1 if match.group()[0] == "]" else match.start()
        if opened in ends:
            yield Span(opened, ends[opened])


def _closings(text: str) -> dict[int, int]:
    """Offset of each opening bracket → offset after the one that closes it."""
    ends: dict[int, int] = {}
    waiting: dict[str, list[int]] = {")": [], "]": []}
    for match in _BRACKET.finditer(text):
        bracket = match.group()
        if bracket in waiting:
            if waiting[bracket]:
                ends[waiting[bracket].pop()] = match.end()
        else:
            waiting[")" if bracket == "(" else "]"].append(match.start())
    return ends
