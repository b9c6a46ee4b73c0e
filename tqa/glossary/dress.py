"""A form put in the place of another: it takes over capitals, number and article."""

from __future__ import annotations

import re

from tqa.glossary.words import FUNCTION_WORDS, fold, key
from tqa.text.english import WORD
from tqa.text.inflection import is_plural, is_plural_of, plural
from tqa.text.regex import regex

_ARTICLE_BEFORE = regex(r"\b(an?) $", re.IGNORECASE)
_VOWEL = regex("[aeiou]", re.IGNORECASE)
# A vowel letter that is read as a consonant, and the reverse.
_LIKE_CONSONANT = regex("(?:eu|one|once|uni(?!n|m)|us[aei]|ut[ei]|ubi)", re.IGNORECASE)
_LIKE_VOWEL = regex("(?:hour|honest|hono|heir)", re.IGNORECASE)
_VOWEL_NAMES = frozenset("AEFHILMNORSX")


def dressed(wanted: str, found: str, listed: str) -> str:
    """`wanted` as it must read where `found`, a use of the form `listed`, stands: in capitals, capitalised or plural like it."""
    if is_plural_of(_last(found), _last(listed)) and not is_plural_of(_last(listed), _last(found)):
        head, blank, tail = wanted.rpartition(" ")
        wanted = head + blank + plural(tail)
    letters = "".join(filter(str.isalpha, found))
    if letters.isupper() and len(letters) > 5 and not listed.isupper():
        return wanted.upper()
    if found[:1].isupper() and not listed[:1].isupper():
        return wanted[:1].upper() + wanted[1:]
    return wanted


def keeps_grammar(wanted: str, listed: str) -> bool:
    """Whether `wanted` surely fits where `listed` stood: half of the words of the shorter one are the other's, and the number is the same."""
    one, other = ({key(word) for word in WORD.findall(fold(form).replace("-", " ")) if word not in FUNCTION_WORDS} for form in (wanted, listed))
    return len(one & other) * 2 >= max(min(len(one), len(other)), 1) and is_plural(_last(wanted)) == is_plural(_last(listed))


def _last(form: str) -> str:
    return form.rpartition(" ")[2]


def with_article(text: str, start: int, replacement: str) -> tuple[int, str]:
    """Where to begin and what to write so that `a` or `an` before `start` suits the replacement; a second `the` is left out."""
    before = text[:start]
    if replacement[:4].lower() == "the " and before[-4:].lower() == "the ":
        return start, replacement[4:]
    match = _ARTICLE_BEFORE.search(before[-4:])
    if match is None:
        return start, replacement
    article = match.group(1)
    right = ("An" if article[0] == "A" else "an") if _sounds_like_vowel(replacement) else article[0]
    return (start, replacement) if right == article else (start - len(article) - 1, f"{right} {replacement}")


def _sounds_like_vowel(phrase: str) -> bool:
    word = re.split("[ -]", phrase, maxsplit=1)[0]
    if word.isupper() and len(word) > 1 and not _VOWEL.search(word[1:3]):
        return word[0] in _VOWEL_NAMES
    if _VOWEL.match(word):
        return _LIKE_CONSONANT.match(word) is None
    return _LIKE_VOWEL.match(word) is not None
