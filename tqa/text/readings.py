"""How Chinese characters are read: as characters of a word, and as surnames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from tqa.data import lexicon

_ALSO = {"shaan": "陕陝"}
"""Spellings that keep apart what tones keep apart: Shaanxi, Shanxi."""
_LONGEST = 6
"""Letters of the longest syllable."""


def umlauts(spelling: str) -> tuple[str, ...]:
    """The ways a spelling with v for ü is written in names: lv → lv, lu, lyu."""
    return (spelling, spelling.replace("v", "u"), spelling.replace("v", "yu")) if "v" in spelling else (spelling,)


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """Character → syllables it can be read as, in every spelling.   Cost: 20 ms once; `characters` costs 1."""
    found: dict[str, tuple[str, ...]] = {}
    for syllable, read_so in characters().items():
        for character in read_so:
            found[character] = (*found[character], syllable) if character in found else (syllable,)
    return found


@cache
def characters() -> Mapping[str, str]:
    """Syllable, in every spelling → the characters that can be read so."""
    found = dict(_ALSO)
    for syllable, read_so in lexicon("readings.tsv")[1:]:
        for spelling in umlauts(syllable):
            found[spelling] = found.get(spelling, "") + read_so
    return found


@cache
def surname_spellings() -> frozenset[str]:
    """How surnames are spelt: the keys of `surnames`, at a tenth of its cost."""
    return frozenset([spelling for reading, *_ in lexicon("surnames.tsv")[1:] for spelling in umlauts(reading)])


@cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Spelling of a surname → the characters so read, compound surnames as two: wang → 王, 汪, 旺."""
    found: dict[str, tuple[str, ...]] = {}
    for reading, characters, _ in lexicon("surnames.tsv")[1:]:
        size = _size(reading)
        names = tuple(characters[start : start + size] for start in range(0, len(characters), size))
        for spelling in umlauts(reading):
            found[spelling] = (*found.get(spelling, ()), *names)
    return found


@cache
def elsewhere() -> Mapping[str, str]:
    """Spelling of a surname outside the mainland → the characters so written there: tan → 陈陳."""
    found: dict[str, str] = {}
    for _, _, cell in lexicon("surnames.tsv")[1:]:
        for one in cell.split():
            spelling, characters = one.split(":")
            found[spelling] = found.get(spelling, "") + characters
    return found


@cache
def surname_readings() -> Mapping[str, tuple[str, ...]]:
    """Surname in characters → its readings as a surname, the first in dictionary spelling: 单 → shan; 吕 → lv, lu, lyu."""
    found: dict[str, tuple[str, ...]] = {}
    for spelling, names in surnames().items():
        for name in names:
            found[name] = (*found.get(name, ()), spelling)
    return found


@cache
def japanese_surnames() -> Mapping[str, str]:
    """Japanese surname in characters → its reading: 张本 → Harimoto."""
    return dict(one.split(":") for _, cell in lexicon("japanese-surnames.tsv")[1:] for one in cell.split(" "))


@cache
def _size(reading: str) -> int:
    from tqa.text.pinyin import syllables

    cut = syllables(reading)
    # dongfang, ximen, taishi: two characters; xian and tuo are one.
    return len(cut) if cut is not None else 1


@lru_cache(maxsize=20_000)
def openers(letters: str) -> frozenset[str]:
    """The characters whose reading begins the letters: what `spells` can begin with."""
    table = characters()
    return frozenset("".join([table.get(letters[:end], "") for end in range(1, _LONGEST + 1)]))


def spells(letters: str, text: str, at: int, most: int = 2) -> int:
    """How many characters of `text` from `at` on, at most `most`, are read as exactly `letters`; 0 if none are."""
    if at >= len(text) or not most:
        return 0
    character = text[at]
    for read_so, rest in first_syllables(letters):
        if character in read_so:
            further = spells(rest, text, at + 1, most - 1) if rest else 0
            if further or not rest:
                return further + 1
    return 0


@lru_cache(maxsize=4096)
def first_syllables(letters: str) -> tuple[tuple[str, str], ...]:
    """The characters that each syllable can be read from with which `letters` may begin, and the letters behind it; longest first."""
    table = characters()
    lengths = range(min(_LONGEST, len(letters)), 0, -1)
    return tuple([(table[letters[:end]], letters[end:]) for end in lengths if letters[:end] in table])


def spellings(text: str, at: int, count: int) -> Iterator[tuple[str, ...]]:
    """Every way `count` characters from `at` on are read, as syllables; nothing if one has no reading."""
    if not count:
        yield ()
        return
    for reading in readings().get(text[at], ()) if at < len(text) else ():
        for rest in spellings(text, at + 1, count - 1):
            yield reading, *rest


def reads_as(letters: str, text: str, at: int) -> int:
    """How many characters from `at` on are read as `letters`, of the last one perhaps only the beginning; 0 if they are not.

    Letters and digits of the text stand for themselves: 5G网 is read 5gwang, and as 5gwa.
    """
    if at >= len(text):
        return 0
    character = text[at].lower()
    for reading in readings().get(character, (character,)):
        if reading.startswith(letters):
            return 1
        further = reads_as(letters[len(reading) :], text, at + 1) if letters.startswith(reading) else 0
        if further:
            return further + 1
    return 0


def written(syllables: tuple[str, ...]) -> str:
    """The syllables as one name is written: capital, ü, and an apostrophe where a reader would cut elsewhere."""
    name = "".join("'" + syllable if number and syllable[0] in "aeo" else syllable for number, syllable in enumerate(syllables))
    return name.replace("v", "ü").capitalize()
