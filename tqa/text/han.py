"""Han characters: where they are and how much of a text they make up."""

from __future__ import annotations

from tqa.text.regex import regex

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
HAN = regex(f"[{_HAN}]")
HAN_RUN = regex(f"[{_HAN}]+")


def is_han(character: str) -> bool:
    """Whether the character is an ideograph (々 and punctuation are not)."""
    return HAN.match(character) is not None


def han_count(text: str) -> int:
    """Number of Han characters."""
    return 0 if text.isascii() else len(HAN.findall(text))


def latin_count(text: str) -> int:
    """Number of Latin letters A to Z."""
    return len(_LATIN.findall(text))


_LATIN = regex("[A-Za-z]")


def is_mostly_han(text: str) -> bool:
    """Whether the text reads as Chinese: it holds Han and at most two Latin letters for each.

    An English word is about five letters and a Chinese one about two characters.
    """
    count = han_count(text)
    return count > 0 and latin_count(text) <= 2 * count
