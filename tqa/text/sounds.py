"""Whether an English word begins with a vowel as it is spoken."""

from __future__ import annotations

from tqa.text.regex import regex

_SPOKEN_AS_CONSONANT = regex(
    r"(?:eu|ew|uni(?!n|m|d(?!ir)|ss)|u(?:bi|ga|kr|ra|ri|ro|s[aeu]|t[aeio]|y|k(?![a-z]))|one(?![a-z])|one[-’']|once|oui|ouija)"
)
"""Vowel letters spoken with y or w first: European, unit, use, Uyghur, one."""
_SPOKEN_AS_VOWEL = regex(r"(?:hour|honest|honor|honour|heir|hors d)")
"""Silent h."""
_EITHER = regex(r"(?:hist|hotel|herb|habit|hallucin|hilar|homage|hum|hyst|uh|um|u-)|[a-z](?:$|[^a-z])")
"""Words said both ways, and single letters."""
_LETTERED = regex("[A-Za-z][a-z]{0,2}[A-Z]")
"""A capital after small letters, which may mean that the word is read letter by letter: MoU, PhD, iPhone."""
_VOWELS = "aeiou"
_LETTERS_AS_VOWEL = "AEFHILMNORSX"
_ALWAYS_VOWEL = "AEIO"
_NEVER_VOWEL = "BCDGJKPQTVWYZ"
_EIGHT = regex(r"8[0-9]{0,2}(?![0-9])|8[0-9]?,|1[18](?![0-9,])|1[18],[0-9]{3}(?![0-9,])|8[0-9]*%|1[18]%|1[18]\.|8[0-9]*\.")


def begins_with_vowel(word: str) -> bool | None:
    """Whether the word takes "an"; None where both are said or nobody can tell (NATO and NBA look alike).

    Figures: eight, eleven and eighteen take "an".
    """
    first = word[:1]
    if first.isdigit():
        return _EIGHT.match(word) is not None
    if not first.isascii() or not first.isalpha():
        return None
    if word[:2].isupper() or len(word) == 1:
        return True if first in _ALWAYS_VOWEL else False if first in _NEVER_VOWEL else None
    plain = word.lower()
    if _EITHER.match(plain) or _LETTERED.match(word):
        return None
    if first.lower() in _VOWELS:
        return _SPOKEN_AS_CONSONANT.match(plain) is None
    return _SPOKEN_AS_VOWEL.match(plain) is not None
