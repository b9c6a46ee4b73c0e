"""What two words or names that stand in the same place may have to do with each other."""

from __future__ import annotations

from functools import cache

from tqa.data import lexicon
from tqa.text.english import word_set
from tqa.text.inflection import stem
from tqa.text.pinyin import is_pinyin

Words = tuple[str, ...]

JOINING = word_set("of and for the on in to & a an at by with from as de la")
"""Small words that stand inside names and give them no content."""

_SMALL = JOINING | word_set("or is are was not no et")


def are_renderings(one: Words, other: Words) -> bool:
    """Whether the two words are known to compete for one Chinese word (committee, commission); number aside."""
    return len(one) == len(other) == 1 and _share(_renderings(), one[0], other[0])


def are_posts(one: Words, other: Words) -> bool:
    """Whether the two words are posts or professions, which two people may hold side by side."""
    return len(one) == len(other) == 1 and _share(_posts(), one[0], other[0])


def name_two_things(one: Words, other: Words) -> bool:
    """Whether the two fillers of one frame are known to name different things, or look like it."""
    # Those that need no list first.
    return has_number(one, other) or has_small_word(one, other) or are_names(one, other) or are_contrasts(one, other)


def are_contrasts(one: Words, other: Words) -> bool:
    """Whether they hold two of a set of opposites or neighbours: north, south; court, procuratorate; two places."""
    return any(a != b and _share(_contrasts(), a, b) for a in one for b in other)


def has_number(one: Words, other: Words) -> bool:
    """Whether a figure stands in either: the 5th and the 6th Expo, G7 and G20."""
    return any(not word.isalpha() and any(map(str.isdigit, word)) for word in (*one, *other))


def are_names(one: Words, other: Words) -> bool:
    """Whether both look like Chinese names: Nanchang and Wuhan Railway Bureau."""
    return all(_is_name(word) for word in (*one, *other))


def has_small_word(one: Words, other: Words) -> bool:
    """Whether either holds a word without content, so that the frames only seem to be one."""
    return any(word in _SMALL for word in (*one, *other))


def is_short_form(one: Words, other: Words) -> bool:
    """Whether one filler is the other with words left out, which is how a long name is shortened, or its initials."""
    if _are_letters(one, other) or _are_letters(other, one):
        return True
    short, long = sorted(({stem(word) for word in one}, {stem(word) for word in other}), key=len)
    return short <= long


def _are_letters(one: Words, other: Words) -> bool:
    """Whether one word is the initials of the other's: us, united states."""
    return len(one) == 1 and len(other) > 1 and one[0].replace(".", "") == "".join([word[0] for word in other])


def same_stem(one: Words, other: Words) -> bool:
    """Whether they are forms of one word: sign and signs, save and saving."""
    return [stem(word) for word in one] == [stem(word) for word in other]


def same_root(one: Words, other: Words) -> bool:
    """Whether one is an adjective made from the other: finance and financial, science and scientific."""
    if len(one) != 1 or len(other) != 1 or one[0][:4] != other[0][:4] or same_stem(one, other):
        return False
    short, long = sorted((one[0], other[0]), key=len)
    common = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    return common >= 4 and common >= len(short) - 2 and long[common:] in _DERIVED


_DERIVED = ("al", "ial", "ual", "ural", "ic", "ical", "ific", "tific", "ern", "ing")


def differ_in_marks_only(one: Words, other: Words) -> bool:
    """Whether only hyphens and apostrophes differ; other rules look at those."""
    return _letters(one) == _letters(other)


def _letters(words: Words) -> str:
    return "".join([character for word in words for character in word if character.isalnum()])


def _is_name(word: str) -> bool:
    # Short syllables are English words as well: men, long, sea.
    return is_pinyin(word) and word not in _renderings() and (len(word) > 4 or word not in _contrasts())


_NO_ROWS: frozenset[int] = frozenset()


def _share(sets: dict[str, frozenset[int]], one: str, other: str) -> bool:
    rows = _rows_of(sets, one)
    return bool(rows) and not rows.isdisjoint(_rows_of(sets, other))


def _rows_of(sets: dict[str, frozenset[int]], word: str) -> frozenset[int]:
    rows = sets.get(word)
    if rows is None and word.endswith("s"):
        rows = sets.get(word[:-1])
    return rows or _NO_ROWS


@cache
def _renderings() -> dict[str, frozenset[int]]:
    return _read_sets("renderings.tsv", column=1)


@cache
def _posts() -> dict[str, frozenset[int]]:
    return _read_sets("renderings.tsv", column=1, only="person")


@cache
def _contrasts() -> dict[str, frozenset[int]]:
    return _read_sets("contrasts.tsv", column=0)


def _read_sets(name: str, column: int, only: str = "") -> dict[str, frozenset[int]]:
    """Word → numbers of the rows that hold it; `only`: of those whose last cell says so."""
    rows: dict[str, frozenset[int]] = {}
    for number, cells in enumerate(lexicon(name)[1:]):
        if not only or cells[-1] == only:
            row = frozenset((number,))
            for word in cells[column].split():
                rows[word] = rows[word] | row if word in rows else row
    return rows


def is_type_word(word: str) -> bool:
    """Whether the word says what kind of thing a name names (bureau, national), so that sharing it says little."""
    return bool(_rows_of(_renderings(), word) or _rows_of(_contrasts(), word))


def is_kind_word(word: str) -> bool:
    """Whether the word is known to compete with others for a Chinese word of a kind or a post: bureau, committee, secretary."""
    return bool(_rows_of(_renderings(), word))


def is_plural_type(word: str) -> bool:
    """Whether the word is such a one in the plural, and not listed so itself (bureaus, but not news or games)."""
    return word.endswith("s") and word not in _renderings() and word.removesuffix("s") in _renderings()
