"""Sentences of articles with their translations, cut into words on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.glossary.script import simplified
from tqa.records import NamedTuple
from tqa.text.common_words import kind_of
from tqa.text.dictionary import stem, words
from tqa.text.han import is_han
from tqa.text.regex import regex
from tqa.text.term_edges import listed


class SentencePair(NamedTuple):
    """A Chinese sentence and its English, or longer passages where their sentences do not go one to one."""

    source: str
    target: str
    document: str


class Unit(NamedTuple):
    """A word, or a character of no known word, of a Chinese sentence: offsets, the text in simplified characters, stems of its English."""

    start: int
    end: int
    key: str
    meant: frozenset[str]


class Word(NamedTuple):
    """A word or figure of an English sentence: offsets, its stem, the word in small letters, and whether it is written with a capital.

    `content`: it is no small word such as “of”. `edge`: a term may begin or end with it. In a headline, whose words have capitals
    whatever they are, no capital counts.
    """

    start: int
    end: int
    key: str
    lower: str
    capital: bool
    content: bool
    edge: bool


def chinese_sentences(text: str) -> Iterator[str]:
    """The sentences of a Chinese text, each with its stop and the blanks before it."""
    return (match.group() for match in _SENTENCE.finditer(text))


def units(sentence: str) -> list[Unit]:
    """The Chinese words of a sentence, in order: those of the dictionary, leftmost and longest, single characters between them."""
    folded = simplified(sentence)
    found = []
    for match in _TOKEN.finditer(folded):
        token, start = match.group(), match.start()
        if is_han(token[0]):
            done = 0
            for begin, end, meant in words(token):
                found += [Unit(start + at, start + at + 1, token[at], _NOTHING) for at in range(done, begin)]
                found.append(Unit(start + begin, start + end, token[begin:end], meant))
                done = end
            found += [Unit(start + at, start + at + 1, token[at], _NOTHING) for at in range(done, len(token))]
        else:
            key = _figure(token) if token[0].isdigit() else stem(token.lower())
            found.append(Unit(start, match.end(), token.lower(), frozenset((key,))))
    return found


def english_words(sentence: str) -> list[Word]:
    """The English words of a sentence, in order."""
    headline = is_headline(sentence)
    found = []
    for match in _WORD.finditer(sentence):
        written = match.group()
        lower = written.lower().replace("’", "'")
        if written[0].isdigit():
            found.append(Word(match.start(), match.end(), _figure(lower), lower, capital=False, content=True, edge=False))
            continue
        lower = lower.removesuffix("'s")
        capital = written[0].isupper() and not headline
        content = lower not in listed("small")
        # What hangs on the word before it is no verb: state-owned.
        hangs = sentence[max(match.start() - 1, 0)] in "-–" and match.start() > 0
        edge = content and (capital or hangs or not _is_verb_or_adverb(lower))
        found.append(Word(match.start(), match.start() + len(lower), stem(lower), lower, capital, content, edge))
    return found


def is_headline(sentence: str) -> bool:
    """Whether nearly all words of an English sentence have capitals, and so many that they are no mere name."""
    words = [word for word in _WORD.findall(sentence) if word[0].isalpha() and word.lower() not in listed("small")]
    capitals = sum(word[0].isupper() for word in words)
    return bool(capitals >= _LEAST_CAPITALS and capitals >= _MOSTLY * len(words))


_NOTHING: frozenset[str] = frozenset()
_LEAST_CAPITALS, _MOSTLY = 5, 0.8
"""Words with capitals that a headline has at least, and their share."""
_SENTENCE = regex("[^。！？；\n]*[^。！？；\n\\s”』」）][^。！？；\n]*[。！？；]?[”』」）]*")
_TOKEN = regex(r"[㐀-鿿]+|[0-9][0-9.,]*|[A-Za-z][A-Za-z0-9&-]*")
_WORD = regex(r"[A-Za-z]+(?:['’][a-z]+)?|[0-9][0-9.,]*")


def _figure(token: str) -> str:
    return token.replace(",", "").rstrip(".")


def _is_verb_or_adverb(lower: str) -> bool:
    """Whether a word in small letters is one by its form, or one of those listed: no term begins or ends with it."""
    verbs = listed("edge")
    return lower in verbs or lower.removesuffix("s") in verbs or (lower.endswith(("ed", "ly")) and kind_of(lower) in ("plain", "grammar"))
