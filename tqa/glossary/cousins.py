"""Wordings that are nearly a listed form: a letter off, or one word off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from tqa.data import lexicon
from tqa.glossary.forms import English, Form, compile_form
from tqa.glossary.words import FUNCTION_WORDS, key
from tqa.records import NamedTuple
from tqa.text.english import WORD
from tqa.text.inflection import stem
from tqa.text.regex import regex
from tqa.text.synonyms import rows_by


class Cousin(NamedTuple):
    """A range of a text that is nearly `form`, and the range of the one word in it that is another."""

    start: int
    end: int
    form: Form
    word: tuple[int, int]


def cousins(form: Form, english: English) -> Iterator[Cousin]:
    """Wordings of which all words but one are the form's, and that one is taken for the form's word often enough to be a slip.

    That is: a letter or two off, another rendering of the same Chinese word, another word of the same root, or any word in the
    middle of a long form. Left to right.
    """
    size = len(form.keys)
    for first, odd in _windows(form, english):
        word, listed = english.words[first + odd], form.words[odd]
        if word in FUNCTION_WORDS or form.keys[odd] in FUNCTION_WORDS:
            continue
        near = _is_slip(word, listed, english) if size == 1 else is_misspelt(word, listed) or is_confused(word, listed) or _is_inside(odd, size)
        if near and not english.is_broken(form, english.spans[first][0], english.spans[first + size - 1][1]):
            yield Cousin(english.spans[first][0], english.spans[first + size - 1][1], form, english.spans[first + odd])


def one_word_off(form: Form, english: English) -> Iterator[tuple[int, int, int]]:
    """Windows of words of which all but one are the form's, as the numbers of the first word, of the one after the last, and of the odd one.

    A form of one word has every word as its window.
    """
    wanted = form.keys
    size = len(wanted)
    keys = english.keys
    starts = sorted({place - shift for shift in (0, 1) for place in english.keyed.get(wanted[shift], ())}) if size > 1 else range(len(keys))
    for first in starts:
        if 0 <= first <= len(keys) - size:
            off = [first + place for place in range(size) if keys[first + place] != wanted[place]]
            if len(off) == 1 and not english.is_broken(form, english.spans[first][0], english.spans[first + size - 1][1]):
                yield first, first + size, off[0]


def changed(form: Form, english: English) -> tuple[int, int] | None:
    """Where an item that should stand letter for letter stands with other capitals, digits set apart, or a letter or digit off."""
    for place in english.as_listed(form):
        return place
    cousin = next(cousins(form, english), None)
    if cousin or " " in form.text:
        return (cousin.start, cousin.end) if cousin else None
    # Slow to import, and wanted only where an item is missing.
    from rapidfuzz.distance import OSA

    wanted = _APART.sub("", form.plain)
    for match in WORD.finditer(english.lower):
        found = _APART.sub("", match.group())
        if found == wanted or (len(wanted) > 3 and found[0] == wanted[0] and OSA.distance(found, wanted, score_cutoff=1) <= 1):
            return match.span()
    return None


_APART = regex("[.,'’-]")


def _windows(form: Form, english: English) -> list[tuple[int, int]]:
    """Where all words of the form but one stand: the number of the first word, and which of the form's is another.

    Of a form of one word: where a word of nearly its length begins and ends as it does.
    """
    wanted, keys, keyed = form.keys, english.keys, english.keyed
    if len(wanted) == 1:
        listed = form.words[0]
        if len(listed) < 4 or wanted[0][0] != listed[0]:
            return []
        lengths = range(len(listed) - 1, len(listed) + 2)
        alike = [n for n, word in enumerate(english.words) if word[0] == listed[0] and word[-1] == listed[-1] and len(word) in lengths]
        return [(number, 0) for number in alike if keys[number] != wanted[0]]
    if sum([word not in keyed for word in wanted]) > 1:
        return []
    found = []
    # One of the first two words is right.
    for first in sorted({place - shift for shift, word in enumerate(wanted[:2]) for place in keyed.get(word, ())}):
        if 0 <= first <= len(keys) - len(wanted):
            off = [place for place, word in enumerate(wanted) if keys[first + place] != word]
            if len(off) == 1:
                found.append((first, off[0]))
    return found


def _is_inside(place: int, size: int) -> bool:
    return size > 4 or 0 < place < size - 1


def _is_slip(word: str, listed: str, english: English) -> bool:
    """Whether a word standing alone is a misspelling: police is no slip for policy, and a word that stands twice is meant."""
    return len(listed) > 3 and is_misspelt(word, listed) and word[-1] == listed[-1] and word not in places() and english.keys.count(key(word)) == 1


def is_misspelt(word: str, listed: str) -> bool:
    """Whether `word` is `listed` with a letter or two wrong, and no inflected form of it."""
    length = len(listed)
    if length < 3 or word[0] != listed[0] or abs(len(word) - length) > 1 or not word.isalpha() or key(word) == key(listed):
        return False
    # Slow to import, and wanted only where a term is missing.
    from rapidfuzz.distance import OSA

    most = 1 if length < 9 else 2
    return int(OSA.distance(word, listed, score_cutoff=most)) <= most


def is_confused(word: str, listed: str) -> bool:
    """Whether both render one Chinese word, or come from one root (financial, finance)."""
    one, other = _renderings().get(stem(word)), _renderings().get(stem(listed))
    return bool(one and other and one & other) or shares_root(word, listed)


def shares_root(word: str, other: str) -> bool:
    """Whether the words begin alike for most of their length: finance, financial; regulate, regulation."""
    shorter = min(len(word), len(other))
    common = max(4, round(shorter * 0.7))
    return shorter >= 4 and word[:common] == other[:common]


@cache
def demonyms() -> dict[str, tuple[Form, ...]]:
    """Country or region in lower case → the words for its people and things."""
    return {place.lower(): tuple(map(compile_form, words.split(" "))) for place, words in lexicon("demonyms.tsv")[1:]}


@cache
def places() -> frozenset[str]:
    """Names of countries and the words for their people, in lower case."""
    return frozenset(demonyms()) | {form.plain for forms in demonyms().values() for form in forms}


@cache
def _renderings() -> Mapping[str, frozenset[int]]:
    """Stem of an English word → the Chinese words that it renders, by number."""
    return rows_by(stem)
