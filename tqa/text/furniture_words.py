"""The words that site furniture is made of, by class, and the tables of what is made of which classes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import groupby

import ahocorasick_rs

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.regex import regex

DATES = "年月日时分"
"""What stands behind the figures of a Chinese date."""
HAN_RANGE = "\u3400-\u9fff\uf900-\ufaff"
LATIN_TOKEN = regex(r"[a-z\u00c0-\u024f]++(?:['’][a-z]{1,2}+\b)?+\+?+|[0-9][0-9.,:/-]*+%?+|©|\(c\)")
"""What a line in lower case is read as, but for runs of Han characters."""


class Listed(NamedTuple):
    """A listed phrase: its tokens, its classes, and those of its words where all of them are listed."""

    tokens: tuple[str, ...]
    classes: frozenset[str]
    weight: float
    parts: tuple[frozenset[str], ...]


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables under data/boilerplate, each by the names of its columns."""
    rows = lexicon(f"boilerplate/{name}.tsv")
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def entries(cell: str) -> tuple[str, ...]:
    """The entries of a cell that is a list."""
    return tuple(cell.split("|")) if cell else ()


@cache
def _english() -> Mapping[str, list[str]]:
    """English words and phrases by class, in lower case; also what is written in Latin letters among the Chinese."""
    return _by_class()[0]


@cache
def _chinese() -> Mapping[str, list[str]]:
    """Chinese words and phrases by class."""
    return _by_class()[1]


@cache
def _by_class() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    english: dict[str, list[str]] = {}
    chinese: dict[str, list[str]] = {}
    for name, language, cell, _ in lexicon("boilerplate/words.tsv")[1:]:
        phrases = cell.split("|")
        if language == "zh":
            chinese.setdefault(name, []).extend([phrase for phrase in phrases if phrase[0] >= "\u3400"])
            phrases = [phrase for phrase in phrases if phrase[0] < "\u3400"]
        english.setdefault(name, []).extend(phrases)
    return english, chinese


def _classes(by_class: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, phrases in by_class.items():
        alone = frozenset([name])
        for phrase in phrases:
            known = found.get(phrase)
            found[phrase] = alone if known is None else known | alone
    return found


@cache
def english_classes() -> Mapping[str, frozenset[str]]:
    """Every listed English word or phrase, in lower case, and its classes."""
    return _classes(_english())


@cache
def chinese_classes() -> Mapping[str, frozenset[str]]:
    """Every listed Chinese word or phrase and its classes."""
    return _classes(_chinese())


@cache
def phrases_of(*names: str) -> frozenset[str]:
    """The words and phrases of some classes."""
    return frozenset().union(*(side.get(name, ()) for side in (_english(), _chinese()) for name in names))


def holds_han(line: str) -> bool:
    """Whether the line may hold Han characters; patterns that name their range are slow to build, and English lines need none."""
    return not line.isascii() and (line[0] >= "〇" or max(line) >= "〇")


def is_han(character: str) -> bool:
    """Whether the character belongs to a Chinese word."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def plain(text: str) -> str:
    """The text with straight apostrophes."""
    return text.replace("’", "'")


def tokens(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase."""
    if not holds_han(phrase):
        return tuple(LATIN_TOKEN.findall(phrase))
    runs = (("".join(run), han) for han, run in groupby(phrase, is_han))
    return tuple(token for run, han in runs for token in ([run] if han else LATIN_TOKEN.findall(run)))


def tokens_of(names: frozenset[str]) -> frozenset[str]:
    """Every English word of the phrases of some classes, without plus signs."""
    words = frozenset(" ".join([phrase for name in names for phrase in _english().get(name, ())]).replace("+", " ").split())
    odd = [word for word in words if not (word.isascii() and word.isalpha())]
    mixed = [word for word in odd if holds_han(word)]
    return words.difference(odd).union(LATIN_TOKEN.findall(" ".join(odd)), *map(tokens, mixed))


@cache
def first_words(names: frozenset[str]) -> frozenset[str]:
    """First tokens of the English phrases of some classes, without plus signs."""
    return frozenset().union(*map(_first_words_of, names))


@cache
def _first_words_of(name: str) -> frozenset[str]:
    return frozenset([_firsts()[phrase].rstrip("+") for phrase in _english().get(name, ())])


@cache
def _firsts() -> Mapping[str, str]:
    """The first token of each English phrase."""
    found = {}
    for phrase in english_classes():
        word = phrase.partition(" ")[0]
        found[phrase] = word if word.isascii() and word.isalpha() else LATIN_TOKEN.findall(plain(phrase))[0]
    return found


@cache
def by_first_word() -> Mapping[str, list[str]]:
    """English phrases by their first token."""
    found: dict[str, list[str]] = {}
    for phrase, first in _firsts().items():
        found.setdefault(first, []).append(phrase)
    return found


def beginnings(name: str) -> list[str]:
    """First words of the English phrases of a class, and the whole of the Chinese ones."""
    return sorted(_first_words_of(name).union(_chinese().get(name, ())))


def telling_words(name: str) -> list[str]:
    """The longest word of each English phrase of a class, and the whole of the Chinese ones."""
    latin = {max(phrase.split(" "), key=len) for phrase in _english().get(name, ())}
    odd = [word for word in latin if not (word.isascii() and word.isalpha())]
    return sorted(latin.difference(odd).union([max(tokens(plain(word)), key=len) for word in odd], _chinese().get(name, ())))


@cache
def english_tokens() -> frozenset[str]:
    """Every word of the listed English phrases, without plus signs."""
    return tokens_of(frozenset(_english()))


@cache
def english_glue() -> frozenset[str]:
    """English function words."""
    return frozenset(_english()["glue"])


@cache
def english_words() -> frozenset[str]:
    """English function words, and what listed phrases begin with."""
    return english_glue().union(by_first_word())


@cache
def english_phrases(first: str) -> tuple[Listed, ...]:
    """Listed phrases that begin with a token, longest first."""
    known = by_first_word()
    found = []
    for all_tokens, classes in _merged(first).items():
        parts = tuple(_merged(token).get((token,), frozenset()) for token in all_tokens if token in known)
        whole = len(parts) == len(all_tokens) > 1 and all(parts)
        found.append(Listed(all_tokens, classes, float(len(all_tokens)), parts if whole else ()))
    return tuple(sorted(found, key=lambda one: -len(one.tokens)))


@cache
def _merged(first: str) -> Mapping[tuple[str, ...], frozenset[str]]:
    """Classes of the phrases that begin with a token, by their tokens."""
    merged: dict[tuple[str, ...], frozenset[str]] = {}
    for phrase in by_first_word().get(first, ()):
        # “re-print” and “reprint” differ, “e-mail this” and “e mail this” do not.
        key = tokens(plain(phrase))
        merged[key] = merged.get(key, frozenset()) | english_classes()[phrase]
    return merged


@cache
def chinese_phrase(phrase: str) -> Listed:
    """A listed Chinese phrase; KeyError for any other."""
    classes = chinese_classes()
    cuts = (cut for cut in range(1, len(phrase)) if phrase[:cut] in classes and phrase[cut:] in classes)
    cut = next(cuts, 0)
    return Listed((phrase,), classes[phrase], max(len(phrase) / 2, 0.5), (classes[phrase[:cut]], classes[phrase[cut:]]) if cut else ())


@cache
def chinese_characters() -> frozenset[str]:
    """Every character of the listed phrases that are Chinese, also in part, and of dates."""
    return frozenset("".join(chinese_classes())).union(DATES, *(phrase for phrase in english_classes() if not phrase.isascii()))


@cache
def chinese_scan(names: frozenset[str]) -> ahocorasick_rs.AhoCorasick:
    """Finds the Chinese phrases of some classes."""
    return ahocorasick_rs.AhoCorasick(sorted({phrase for name in names for phrase in _chinese().get(name, ())}))


@cache
def longest_chinese_scan() -> ahocorasick_rs.AhoCorasick:
    """Finds the longest listed Chinese phrases, from the left."""
    phrases = [phrase for phrase in chinese_classes() if all(map(is_han, phrase))]
    return ahocorasick_rs.AhoCorasick(phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
