"""HTML entities in plain text."""

from __future__ import annotations

from tqa.text.punctuation import ENGLISH_MARKS
from tqa.text.regex import regex

ENTITY = regex(r"&(?:[A-Za-z][A-Za-z0-9]{1,10}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_DEEPEST = 4
_SPACES = " \u00a0"
_BLANK = frozenset("\u00a0\u2002\u2003\u2009\u200a\u202f")
_UNSEEN = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def entity_text(entity: str) -> str | None:
    """What the entity stands for, as plain English text writes it; None if it names nothing.

    Blanks become one space, what cannot be seen nothing, full-width marks their English twins; "&amp;quot;" is read through.
    """
    # Loads a table of 2,200 names, so only where an entity stands.
    from html import unescape

    text = unescape(entity)
    if text == entity:
        return None
    for _ in range(_DEEPEST):
        again = unescape(text)
        if again == text:
            break
        text = again
    return _UNSEEN.sub("", "".join(" " if character in _BLANK else ENGLISH_MARKS.get(character, character) for character in text))


def decoded_entity(text: str, start: int, end: int, meaning: str) -> tuple[int, int, str]:
    """The range to replace and what to put there, so that a blank leaves one space between words and none at an edge."""
    if meaning != " ":
        return start, end, meaning
    while start > 0 and text[start - 1] in _SPACES:
        start -= 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return start, end, " " if start > 0 and end < len(text) else ""
