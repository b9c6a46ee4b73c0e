"""English words and letters."""

from __future__ import annotations

from tqa.text.characters import rare_characters
from tqa.text.regex import regex

WORD = regex(r"[A-Za-z0-9]+(?:[.,'’-][A-Za-z0-9]+)*")
_LONG_WORD = regex("[A-Za-z]{4,}")
_LONGER = regex("İ")
_WIDE_LETTER = regex(r"[^\W\x00-ÿ]")
_CAPITALS_AS_A = bytes([ord("A") if chr(code) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" else code for code in range(256)])


def lower(text: str) -> str:
    """Lower case, character for character: `len(lower(text)) == len(text)`."""
    folded = text.lower()
    # İ is the one letter whose lower case is two code points; it would shift every offset after it.
    return folded if len(folded) == len(text) else _LONGER.sub("i", text).lower()


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(words.split())


def outline(text: str) -> str:
    """The text, character for character, with every capital as “A”, for patterns that look for capitals.

    A curly apostrophe is a straight one there, a letter beyond Latin-1 “z”, another mark “?”.   Cost: a fifth of one scan for `[A-Z]`;
    a pattern that begins with the literal “A” is searched about six times as fast as one that begins with `[A-Z]`.
    """
    if not text.isascii():
        text = text.replace("’", "'")
        if any(character > "ÿ" and character.isalnum() for character in rare_characters(text)):
            text = _WIDE_LETTER.sub("z", text)
    return text.encode("latin-1", "replace").translate(_CAPITALS_AS_A).decode("latin-1")


def opens_sentence(text: str, start: int) -> bool:
    """Whether only blanks and marks stand between `start` and the sentence or line before."""
    before = text[:start].rstrip(" “\"‘'(") if start < 40 else text[start - 40 : start].rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?\n"


def is_headline(line: str) -> bool:
    """Whether the line is set in capitals word for word and has no full stop, as headlines are."""
    if line.rstrip().endswith("."):
        return False
    words = _LONG_WORD.findall(line)
    return bool(words) and sum([word[0].isupper() for word in words]) >= 0.7 * len(words)
