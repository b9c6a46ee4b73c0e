"""Spans that no fix may change, in any format: URLs, e-mail addresses, placeholders, tags."""

from __future__ import annotations

from tqa.model import Span
from tqa.text.addresses import mail_addresses, urls
from tqa.text.placeholders import placeholders
from tqa.text.regex import regex

# A text without one of these holds nothing to protect; most articles stop here. A per cent sign alone is no placeholder.
_HINTS = ("://", "@", "{", "<", "www.")
_PLACEHOLDER = regex("%[sd(1-9]")
_TAG = regex(r"<(?=/?[A-Za-z])[^<>\n]{1,301}>")


def may_hold_protected(text: str) -> bool:
    """Whether it is worth looking; asked once of a whole file or record."""
    for hint in _HINTS:
        if hint in text:
            return True
    return "%" in text and _PLACEHOLDER.search(text) is not None


def protected_spans(text: str) -> tuple[Span, ...]:
    """Non-overlapping spans to protect, in order."""
    if not may_hold_protected(text):
        return ()
    spans = [Span(*place) for find in (urls, mail_addresses, placeholders) for place in find(text)]
    if "<" in text:
        spans += [Span(*match.span()) for match in _TAG.finditer(text)]
    return merged(spans)


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """The same characters as spans that neither overlap nor touch, in order."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1] | span
        else:
            joined.append(span)
    return tuple(joined)
