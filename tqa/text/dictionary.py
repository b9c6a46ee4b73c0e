"""What common Chinese words are in English: enough to see whether a passage was translated at all, too little to judge how.

The words are those of CC-CEDICT that news uses most, with the stems of their English words; see the head of data/dictionary.tsv.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from tqa.text.regex import regex

_WORD = regex(r"[a-z]+")
_ENDINGS = ("ings", "ers", "ing", "ed", "es", "ly", "er")
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


class _Dictionary:
    """The listed words as an automaton, and the stems of each; a row is cut up when it is first asked for."""

    def __init__(self) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        from tqa.data import lines

        rows = [line.partition("\t") for line in lines("dictionary.tsv")[1:]]
        self._senses = [senses for _, _, senses in rows]
        self._stems: dict[int, frozenset[str]] = {}
        # Nearly three times as fast as the kind that is built 2 ms sooner.
        self._automaton = AhoCorasick(
            [word for word, _, _ in rows],
            matchkind=MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,
        )

    def words_in(self, text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
        """The listed words, leftmost, longest."""
        known, senses = self._stems.get, self._senses
        return tuple(
            [
                (start, end, known(number) or self._cut(number))
                for number, start, end in self._automaton.find_matches_as_indexes(text)
                if senses[number]  # else a function word
            ]
        )

    def _cut(self, number: int) -> frozenset[str]:
        found = self._stems[number] = frozenset(self._senses[number].split(" "))
        return found


@cache
def _dictionary() -> _Dictionary:
    return _Dictionary()


def words(run: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The listed words in a Chinese text, leftmost, longest: start, end and stems. Cost: linear."""
    return _remembered(run) if len(run) <= _LONG else _dictionary().words_in(run)


@lru_cache(maxsize=4096)
def _remembered(run: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    return _dictionary().words_in(run)
