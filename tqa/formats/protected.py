"""Spans that no fix may change, in any format: URLs, e-mail addresses, placeholders, tags."""

from __future__ import annotations

import re

from tqa.model import Span
from tqa.text.regex import regex

# How a path goes on in Chinese: https://x.y/wiki/中国（地区）. Behind anything but these, Chinese is the sentence that goes on.
_WIDE_PATH = regex("(?<=[/=_#])[\u4e00-\u9fff（）·]+[!-;=?-~]*")

# A text without one of these holds nothing to protect; most articles stop here. A per cent sign alone is no placeholder.
_HINTS = ("://", "@", "{", "<", "www.")
_PLACEHOLDER = regex("%[sd(1-9]")

_SPANS = regex(
    r"""
    (?:https?|HTTPS?|ftp)://[!-;=?-~]+                 # a URL ends at a blank, an angle bracket or anything that is not ASCII
  | www\.[!-;=?-~]+
  | \$?\{\{?[A-Za-z_][A-Za-z0-9_.]{0,63}\}?\}   # {name} {{name}} ${name}
  | \{[0-9]{1,3}\}                              # {0}
  | %\([A-Za-z_][A-Za-z0-9_]{0,63}\)[sdif]      # %(name)s
  | (?<![0-9])%(?:[1-9]\$)?[sd](?![A-Za-z])     # %s %1$s, but not "5%s"
  | </?[A-Za-z][^<>\n]{0,300}>                  # <b> </b> <br/>
  | @[A-Za-z0-9][A-Za-z0-9.-]*                  # the second half of an e-mail address; _mail finds the first
    """,
    re.VERBOSE,
)
_MAILBOX = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$&'*+/=?^_`{|}~%-")


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
    spans: list[Span] = []
    for match in _SPANS.finditer(text):
        found = match.group()
        if found[0] == "@":
            span = _mail(text, match.start(), found)
        else:
            if found[0] in "hHfw":
                found += _wide_path(text, match.end())
            span = Span(match.start(), match.start() + len(_trimmed(found)))
        if span is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    return tuple(spans)


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """The same characters as spans that neither overlap nor touch, in order."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1] | span
        else:
            joined.append(span)
    return tuple(joined)


def _mail(text: str, at: int, domain: str) -> Span | None:
    start = at
    while start > max(0, at - 64) and text[start - 1] in _MAILBOX:
        start -= 1
    domain = domain.rstrip(".-")
    return Span(start, at + len(domain)) if start < at and "." in domain else None


def _wide_path(text: str, at: int) -> str:
    """What of the URL stands behind its first part, which ends at `at`."""
    start = at
    while found := _WIDE_PATH.match(text, at):
        at = found.end()
    return text[start:at]


def _trimmed(found: str) -> str:
    """A URL without the punctuation of the sentence around it; a bracket stays if it is closed inside the URL."""
    if found[0] in "{<%$":
        return found
    while found and (found[-1] in ".,;:!?'\"*_" or _is_left_open(found)):
        found = found[:-1]
    return found


_OPENS = {")": "(", "]": "[", "}": "{", "）": "（"}


def _is_left_open(found: str) -> bool:
    """Whether the last character closes a bracket that was opened before the URL."""
    last = found[-1]
    return last in _OPENS and found.count(last) > found.count(_OPENS[last])
