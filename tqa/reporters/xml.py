"""Words in XML 1.0: what it forbids becomes a visible escape, so that what is written can be read back."""

from __future__ import annotations

import re

from tqa.reporters.reporter import plain
from tqa.text.regex import regex

_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MARKUP = regex("[&<>\"']")
# Line ends, which a parser would turn to spaces; what a terminal or a CI log obeys.
_ACTIVE = regex("[\t\n\r\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]|#(?=#[A-Za-z.]*\\[)")
_LONGEST = 1000


def words(text: str) -> str:
    """Words for people, on one line."""
    return _MARKUP.sub(_reference, plain(text, _LONGEST))


def exact(text: str) -> str:
    """The very text, for programs: a path, an id. Only what XML forbids is changed."""
    allowed = _FORBIDDEN.sub(lambda match: f"\\x{ord(match.group()):02x}", text)
    return _ACTIVE.sub(_reference, _MARKUP.sub(_reference, allowed))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
