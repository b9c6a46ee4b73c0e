"""What the words and the length of a text say about passages that its translation lacks or has too many of.

The evidence is length (news has about 3.9 English characters for a Chinese one) and words: of the dictionary's words in a passage that
was translated seven in ten are found in the target, of those in another passage two. Both are added up as logarithms of odds.
"""

from __future__ import annotations

from math import log

from tqa.glossary.script import simplified
from tqa.records import NamedTuple
from tqa.text.dictionary import stem, stem_of, stems, words
from tqa.text.english import word_set
from tqa.text.han import han_count
from tqa.text.regex import regex
from tqa.text.sentences import may_be_several, sentences

RATIO, USUAL = 3.9, 4.14
"""English characters for a Chinese one in the middle of human translations: without blanks and marks of the Chinese, and all counted."""
LEAST_HAN, LEAST_WORDS = 4, 4
"""Shorter texts tell too little to be judged."""

SPREAD, SPREAD_ONE = 0.19**2, 0.36
"""Variance of the logarithm of the ratio, for a long text, and what a text of one character adds."""

# What an English word says for its sentence having been added: the source has no word for it, or it has.
_STRANGE, _KNOWN = 0.45, -1.1
_ADDED = 5.75
"""The score from which a passage counts. Measured on human translations."""
_MOST_SENTENCES = 12
_MOST_SHARE = 0.95

_CLAUSE = regex(r"[，。；！？：,;!?—\n][，。；！？：,;!?—\n\"”’」』）)]{0,4}")
_TOKEN = regex(r"[㐀-鿿]+|[0-9][0-9.,]*|[A-Za-z]{2,}")
_ENDS = frozenset("。！？!?\n")
_ENGLISH = regex(r"[a-z]+")
_FUNCTION = word_set(
    """the and for with from that this these those was were are has have had been will would can could may its their his her our they she who
    which what when where while than then also not but more most all into onto over under after before about out off some any such said
    says say"""
)


class Clause(NamedTuple):
    """A clause as offsets into its text, and whether a sentence ends with it."""

    start: int
    end: int
    ends: bool


def gain(distance: float, share: float, variance: float) -> float:
    """How much better the lengths fit if `share` of one side has no counterpart."""
    return (distance * distance - (distance - log(1 - share)) ** 2) / variance


def strange_sentences(source: str, target: str, usual: float) -> tuple[int, int] | None:
    """The run of target sentences that the source most likely lacks, if that is likely enough.

    `usual`: the article's usual ratio of lengths.
    """
    spans = sentences(target) if may_be_several(target) else ()
    if len(spans) < 2:
        return None
    size = size_of(source)
    distance = log(max(len(target) - target.count(" "), 1) / max(size, 1) / RATIO) - log(usual / USUAL)
    variance = 2 * (SPREAD + SPREAD_ONE / max(size, 1))
    known = _meant(source)
    scores = [_sentence_score(target[start:end], known) for start, end in spans]
    best, found = _ADDED, None
    for first in range(len(spans)):
        words_say = share = 0.0
        for last in range(first, min(first + _MOST_SENTENCES, len(spans))):
            words_say += scores[last]
            share += (spans[last][1] - spans[last][0]) / len(target)
            if share >= _MOST_SHARE:
                break
            score = words_say + gain(-distance, share, variance)
            if score > best and len(target[spans[first][0] : spans[last][1]].split()) >= LEAST_WORDS:
                best, found = score, (spans[first][0], spans[last][1])
    return found


def _sentence_score(sentence: str, known: set[str]) -> float:
    return sum(_KNOWN if one in known else _STRANGE for one in content_stems(sentence))


def content_stems(english: str) -> list[str]:
    """Stems of the words of an English text that say what it is about, in order."""
    return [stem_of(word) for word in _ENGLISH.findall(english.lower()) if len(word) > 2 and word not in _FUNCTION]


def _meant(source: str) -> set[str]:
    """Stems of everything the dictionary gives for the source, and its Latin words."""
    source = simplified(source)
    known: set[str] = set()
    for match in _TOKEN.finditer(source):
        token = match.group()
        if token.isascii():
            known.add(stem(token.lower()))
        else:
            for _, _, meant in words(token):
                known |= meant
    return known


def has_words_of(own: str, target: str, source: str, share: float) -> bool:
    """Whether the target has a share of the dictionary's words that stand in `own` and not in its source: three different ones at the least."""
    there = set(stems(target.lower()))
    source, own = simplified(source), simplified(own)
    asked = {own[start:end]: meant for start, end, meant in words(own)}
    met = [not meant.isdisjoint(there) for word, meant in asked.items() if word not in source]
    return sum(met) >= 3 and sum(met) >= share * len(met)


def share_known(target: str, source: str) -> float:
    """Share of the target's words that the source has a word for; 1 if there are none."""
    known = _meant(source)
    met = [one in known for one in content_stems(target)]
    return sum(met) / len(met) if met else 1.0


def size_of(source: str) -> float:
    """Length of a Chinese text in Chinese characters; Latin words and figures count as in English."""
    han = han_count(source)
    return han + (len(source) - source.count(" ") - han) / RATIO


def clauses_of(source: str) -> list[Clause]:
    """The clauses of a Chinese text, in order."""
    found, begin = [], 0
    for match in _CLAUSE.finditer(source):
        found.append(Clause(begin, match.end(), not _ENDS.isdisjoint(match.group())))
        begin = match.end()
    if source[begin:].strip():
        found.append(Clause(begin, len(source), True))
    return found


_PLAIN = regex(r"\w+")


def says_twice(source: str) -> bool:
    """Whether a clause of the source stands in it twice."""
    plain = ["".join(_PLAIN.findall(source[start:end])) for start, end, _ in clauses_of(source)]
    told = [one for one in plain if len(one) >= LEAST_HAN]
    return len(set(told)) < len(told)
