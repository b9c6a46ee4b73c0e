"""What common Chinese words are in English: enough to see whether a passage was translated at all, too little to judge how.

The words are those of CC-CEDICT that news uses most, with the stems of their English words; see the head of data/dictionary.tsv.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from tqa.text.regex import regex

_WORD = regex(r"[a-z]+")
_ENDINGS = ("ing", "ed", "es", "ly", "er")
_CUT = 6
_MOST = 50_000
_LONG = 100
"""Characters of a run that is too long to stand in another text as well."""


def stem(word: str) -> str:
    """The beginning that forms of a word in small letters share: economy, economic → econom; plans, planned → plan.

    Rough on purpose: words that have nothing to do with each other may share a stem, forms of one word seldom lose it.
    """
    size = len(word)
    if size > 4:
        for ending in _ENDINGS:
            if word.endswith(ending) and size - len(ending) >= 3:
                word = word[: -len(ending)]
                break
        else:
            if word[-1] == "s" and word[-2] != "s":
                word = word[:-1]
        if len(word) > 3 and word[-1] == word[-2]:
            word = word[:-1]
    elif size == 4 and word[-1] == "s":
        word = word[:-1]
    if len(word) > 3 and word[-1] in "eyi":
        word = word[:-1]
    return word[:_CUT]


class _Stems(dict[str, str]):
    """Stems by word, computed once a word."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = stem(word)
        return found


_STEMS = _Stems()


def stem_of(word: str) -> str:
    """The stem of a word in small letters, letters and figures; remembered."""
    return _STEMS[word]


def stems(lower: str) -> list[str]:
    """The stem of each word of an English text in small letters, in order."""
    return stems_of(_WORD.findall(lower))


def stems_of(words: Iterable[str]) -> list[str]:
    """The stem of each word in small letters, in order; remembered."""
    return list(map(_STEMS.__getitem__, words))


class _Senses(dict[str, frozenset[str]]):
    """Stems by Chinese word; a row is cut up when it is first asked for."""

    def __missing__(self, word: str) -> frozenset[str]:
        found = self[word] = frozenset(_rows()[word].split(" "))
        return found


_SENSES = _Senses()


@cache
def _rows() -> dict[str, str]:
    from tqa.data import lexicon

    return {row[0]: row[1] for row in lexicon("dictionary.tsv")[1:]}


@cache
def _heads() -> dict[str, tuple[int, ...]]:
    """The first two characters of the words → the lengths of the words that begin so, longest first."""
    found: dict[str, tuple[int, ...]] = {}
    for word in sorted(_rows(), key=len, reverse=True):
        head, size = word[:2], len(word)
        known = found.get(head, ())
        if size not in known:
            found[head] = (*known, size)
    return found


def words(run: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The listed words in a Chinese text, leftmost, longest: start, end and stems. Cost: linear."""
    return _remembered(run) if len(run) <= _LONG else _find(run)


@lru_cache(maxsize=4096)
def _remembered(run: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    return _find(run)


def _find(run: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    known, lengths = _rows(), _heads().get
    found = []
    begin, last = 0, len(run) - 1
    while begin < last:
        for size in lengths(run[begin : begin + 2], ()):
            word = run[begin : begin + size]
            if word in known:
                found.append((begin, begin + len(word), _SENSES[word]))
                begin += len(word)
                break
        else:
            begin += 1
    return tuple(found)
