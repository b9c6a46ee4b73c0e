"""The words of an English text by number, and a part of them: what stands for one passage of the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, compress

from tqa.cached import cached_property
from tqa.text.dictionary import stem_of, stems_of
from tqa.text.english import lower
from tqa.text.pinyin import is_pinyin
from tqa.text.regex import regex
from tqa.text.variants import JOINING

_TOKEN = regex("([a-z0-9]+)")
_BETWEEN = regex("[ '’&-]*")
_JOINED = regex("-(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9])")
_MOST_SYLLABLES = 4


class Tokens:
    """The words of a text: `starts`, `ends`, `before` (what stands before each), `letters` (small) and `stems` are parallel."""

    def __init__(self, text: str, small: str | None = None):
        """`small`: the text in small letters, where it is known."""
        self.text = text
        if small is None:
            small = lower(text)
        parts = _TOKEN.split(small)
        bounds = list(accumulate(map(len, parts)))
        self.starts, self.ends = bounds[:-1:2], bounds[1::2]
        self.before, self.letters = parts[:-1:2], parts[1::2]
        self.stems = stems_of(self.letters)

    @cached_property
    def capital(self) -> Sequence[bool]:
        """Whether each word begins with a capital."""
        return list(map(str.isupper, map(self.text.__getitem__, self.starts)))

    @cached_property
    def runs(self) -> Sequence[int]:
        """The number of each word's run: words of one have no mark between but hyphens and apostrophes."""
        return list(accumulate([before != " " and _BETWEEN.fullmatch(before) is None for before in self.before]))

    @cached_property
    def joined(self) -> Sequence[tuple[int, str]]:
        """Two words that a hyphen joins: the number of the first, and the stem of both as one word; part-time is also parttime."""
        firsts = [bisect_left(self.starts, hyphen.end()) - 1 for hyphen in _JOINED.finditer(self.text)]
        return [(first, stem_of(self.letters[first] + self.letters[first + 1])) for first in firsts]


class Passage:
    """The words of a text from number `first` to before `after`; words keep their numbers."""

    def __init__(self, tokens: Tokens, first: int = 0, after: int | None = None):
        self.tokens = tokens
        self.first = first
        self.after = len(tokens.starts) if after is None else after
        self.letters = tokens.letters
        self.stems = tokens.stems
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.capital = tokens.capital
        self.runs = tokens.runs

    def is_close(self, number: int) -> bool:
        """Whether a word of the passage stands before this one, and no mark between but hyphens and apostrophes."""
        return number > self.first and self.runs[number] == self.runs[number - 1]

    def is_small(self, number: int) -> bool:
        """Whether a word gives a name no content: of, the, or a possessive s."""
        return self.letters[number] in JOINING or len(self.letters[number]) == 1

    @cached_property
    def numbers(self) -> Mapping[str, Sequence[int]]:
        """Stem → numbers of the words with it, in order, words without content aside; part-time is also one word, parttime."""
        found: dict[str, list[int]] = {}
        first, after = self.first, self.after
        for number, stem, letters in zip(range(first, after), self.stems[first:after], self.letters[first:after], strict=True):
            if letters not in JOINING:
                found.setdefault(stem, []).append(number)
        for number, stem in self._joined:
            found.setdefault(stem, []).extend((number, number + 1))
        return found

    @property
    def _joined(self) -> Sequence[tuple[int, str]]:
        joined = self.tokens.joined
        return joined[bisect_left(joined, (self.first, "")) : bisect_left(joined, (self.after - 1, ""))] if joined else ()

    @cached_property
    def pinyin(self) -> Sequence[int]:
        """Numbers of the words with a capital that can be read as pinyin."""
        letters = self.letters
        return [number for number in self.capitals if len(letters[number]) > 1 and is_pinyin(letters[number], _MOST_SYLLABLES)]

    @property
    def capitals(self) -> Sequence[int]:
        """Numbers of the words with a capital."""
        return list(compress(range(self.first, self.after), self.capital[self.first : self.after]))

    def words(self, first: int, after: int) -> list[str]:
        """The words of a stretch in small letters."""
        return self.letters[first:after]
