"""Finds concepts by what somebody remembers of them: Chinese, English or pinyin, misspelt too.

Looks through the rows as they stand and reads only those it finds, so that 100,000 take a fraction of a second.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate, islice

from tqa.cached import cached_property
from tqa.glossary.concept import Concept
from tqa.glossary.script import simplified
from tqa.glossary.tsv import ParsedFile, scan
from tqa.glossary.words import fold
from tqa.model import FormatError
from tqa.records import NamedTuple
from tqa.text.han import HAN
from tqa.text.readings import characters, readings, reads_as

_ENGLISH = ("target", "allowed", "short", "forbidden", "forbidden_if_source")
_LEAST = 60.0
_AS_PINYIN = 0.9
"""So that English that is the query itself comes before Chinese read like it."""


class Hit(NamedTuple):
    """A row near a query: where it stands (`line` is 1-based), what it says, `score` from 0 to 100, and the form that is nearest."""

    path: str
    line: int
    concept: Concept
    score: float
    form: str


class _Near(NamedTuple):
    score: float
    row: int
    form: str


def find(files: Sequence[tuple[str, str]], query: str, limit: int = 20) -> list[Hit]:
    """At most `limit` rows near `query`, best first; ties in the files' order, the last file first, as the last one counts.

    `files`: path and text of each. Chinese is compared in simplified characters; a query of Latin letters with English forms, forbidden
    ones too, and with pinyin without tones or blanks. Misspelt forms are looked for only where no form holds the query. Rows that cannot
    be read are passed by. Raises FormatError for a file without a header.
    """
    query = " ".join(query.split())
    if not query:
        return []
    wanted = _Chinese(query) if HAN.search(query) else _Latin(query)
    looked = [_Forms(scan(text, path)) for path, text in reversed(files)]
    for near in (wanted.holding, wanted.alike):
        best = [(one.score, number, one) for number, forms in enumerate(looked) for one in _best(near(forms))]
        if best:
            ranked = sorted(best, key=lambda one: (-one[0], one[1], one[2].row))
            return list(islice(_read((looked[number].file, one) for _, number, one in ranked), limit))
    return []


class _Side:
    """Forms of one language: as they are compared, a line each (`text`), as they stand, and the number of the row of each."""

    def __init__(self, text: str, listed: Sequence[str], rows: Sequence[int]):
        self.text, self.listed, self.rows = text, listed, rows

    @cached_property
    def forms(self) -> list[str]:
        """The forms as they are compared, one by one."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(form) + 1 for form in self.forms)]

    def at(self, offset: int) -> tuple[int, int]:
        """The number of the form that stands at an offset of `text`, and the offset within it."""
        place = bisect_right(self._starts, offset) - 1
        return place, offset - self._starts[place]

    def near(self, place: int, score: float) -> _Near:
        """The form of that number as what is near."""
        return _Near(score, self.rows[place], self.listed[place])


class _Forms:
    """The forms of a file."""

    def __init__(self, file: ParsedFile):
        self.file = file

    @cached_property
    def english(self) -> _Side:
        """All English ones, in lower case."""
        listed, rows = self.file.forms(*_ENGLISH)
        return _Side("\n".join([form.lower() if form.isascii() else fold(form) for form in listed]), listed, rows)

    @cached_property
    def chinese(self) -> _Side:
        """The sources, in lower case."""
        listed, rows = self.file.forms("source")
        return _Side("\n".join(listed).lower(), listed, rows)

    @cached_property
    def simplified(self) -> _Side:
        """The sources, in simplified characters."""
        side = self.chinese
        return _Side(simplified("\n".join(side.listed)), side.listed, side.rows)


def _best(near: Iterable[_Near]) -> Iterable[_Near]:
    """What is nearest of each row."""
    best: dict[int, _Near] = {}
    for one in near:
        if one.score >= _LEAST and (one.row not in best or one.score > best[one.row].score):
            best[one.row] = one
    return best.values()


def _read(found: Iterable[tuple[ParsedFile, _Near]]) -> Iterator[Hit]:
    for file, near in found:
        with suppress(FormatError):
            yield Hit(file.path, file.lines[near.row][0], file.concept(near.row), round(near.score, 1), near.form)


class _Chinese:
    """A query with Chinese characters."""

    def __init__(self, query: str):
        self._wanted = simplified(query)

    def holding(self, forms: _Forms) -> Iterator[_Near]:
        """Chinese forms that are the query or hold it."""
        return _holding(self._wanted, forms.simplified)

    def alike(self, forms: _Forms) -> Iterator[_Near]:
        """Chinese forms that are written like the query."""
        return _alike(self._wanted, forms.simplified)


class _Latin:
    """A query of Latin letters: English or pinyin."""

    def __init__(self, query: str):
        self._wanted = fold(query)
        self._letters = "".join(filter(str.isalnum, self._wanted)).replace("ü", "v")

    def holding(self, forms: _Forms) -> Iterator[_Near]:
        """English forms that are the query or hold it, and Chinese ones read like it."""
        yield from _holding(self._wanted, forms.english)
        side = forms.chinese
        for start, size in self._read_so(side.text) if self._letters else ():
            place, at = side.at(start)
            share = size / len(side.forms[place])
            yield side.near(place, _AS_PINYIN * _score(share, begins=at == 0))

    def alike(self, forms: _Forms) -> Iterator[_Near]:
        """English forms that are written like the query, and Chinese ones read nearly so."""
        yield from _alike(self._wanted, forms.english)
        first = {ord(character): spellings[0] for character, spellings in readings().items()}
        side = forms.chinese
        for near in _alike(self._letters, _Side(side.text.translate(first), side.listed, side.rows)):
            yield near._replace(score=_AS_PINYIN * near.score)

    def _read_so(self, text: str) -> Iterator[tuple[int, int]]:
        """Where characters of the text begin that are read as the query, and how many they are."""
        begin_so = [read_so for syllable, read_so in characters().items() if self._letters.startswith(syllable) or syllable.startswith(self._letters)]
        for match in re.finditer(f"[{re.escape(self._letters[0])}{''.join(begin_so)}]", text):
            size = reads_as(self._letters, text, match.start())
            if size:
                yield match.start(), size


def _holding(wanted: str, side: _Side) -> Iterator[_Near]:
    """A form that holds the query comes once, with its first place."""
    offset = side.text.find(wanted)
    while offset >= 0:
        place, at = side.at(offset)
        form = side.forms[place]
        yield side.near(place, _score(len(wanted) / len(form), begins=at == 0))
        offset = side.text.find(wanted, offset - at + len(form))


def _score(share: float, *, begins: bool) -> float:
    """100 for a whole form, up to 95 for its beginning, up to 90 for a part of it."""
    return 100.0 if share == 1 else (90.0 + 5.0 * share) if begins else (80.0 + 10.0 * share)


def _alike(wanted: str, side: _Side) -> Iterator[_Near]:
    """Up to 79 by the likeness of the letters."""
    # Slow to import, and wanted only here.
    from rapidfuzz import fuzz, process

    for _, likeness, place in process.extract(wanted, side.forms, scorer=fuzz.ratio, score_cutoff=_LEAST / 0.9, limit=None):
        yield side.near(place, min(0.9 * likeness, 79.0))
