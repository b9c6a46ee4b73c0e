"""The one way an article's words reach a person."""

from __future__ import annotations

import re
import unicodedata

from tqa.text.regex import regex

# C0, C1, DEL; bidi controls; zero-width and other invisible characters; line and paragraph separators; tag characters;
# variation selectors are left alone (emoji); noncharacters; surrogates.
_UNSHOWABLE = regex(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_TAGS = "\U000e0000"
WIDTH = 200


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group() == "\t":
        return " "
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def show(text: str, width: int = WIDTH) -> str:
    """`text` on one line, with everything invisible or active as a visible escape, cut to `width` code points."""
    shown = text[: width + 1]
    # The pattern takes longer to compile than a report to print.
    if not shown.isprintable() or not _UNSEEN_LETTERS.isdisjoint(shown) or max(shown, default="") >= _TAGS:
        shown = _UNSHOWABLE.sub(_escape, shown)
    return shown if len(shown) <= width else shown[: max(width - 1, 0)] + "…"


def cells(text: str) -> int:
    """Columns the text takes on a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
