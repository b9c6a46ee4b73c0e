"""The hypothesis in the reference's segments, also where the two are divided differently."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tqa.model import TqaError
from tqa.text.regex import regex
from tqa.text.sentences import sentences

Alignment = Literal["1-1", "resegmented"]

LONGEST = 20_000
"""Tokens a side that are compared in one piece."""


class ScoreError(TqaError, ValueError):
    """Texts that cannot be scored against each other."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A hypothesis with as many segments as its reference, and how it came by them."""

    segments: tuple[str, ...]
    alignment: Alignment


def align(hypothesis: Sequence[str], reference: Sequence[str]) -> Aligned:
    """The hypothesis untouched where the counts agree, else divided anew.

    Raises ScoreError where either side holds no text: a score of nothing would look like a bad translation.
    """
    for side, segments in (("hypothesis", hypothesis), ("reference", reference)):
        if not any(segment.strip() for segment in segments):
            raise ScoreError(f"the {side} holds no text; give one segment a line, of which at least one is not blank")
    if len(hypothesis) == len(reference):
        return Aligned(tuple(hypothesis), "1-1")
    return Aligned(resegment(hypothesis, reference), "resegmented")


def resegment(hypothesis: Sequence[str], reference: Sequence[str]) -> tuple[str, ...]:
    """The words of the hypothesis, all and in order, in as many segments as the reference has.

    The fewest token edits that turn one whole text into the other say where each boundary of the reference falls in the
    hypothesis; the cut then moves to the place nearby that parts the matching tokens best, and rather to the end of a line
    or a sentence than into one. Words are never divided; runs of white space become one space. The reference's own words,
    divided otherwise, come back exactly.
    Source: after Matusov et al. 2005, Evaluating machine translation output with automatic sentence segmentation.
    Cost: linear in the tokens, time and memory; only pieces of up to LONGEST tokens are compared token by token.
    """
    ids: dict[str, int] = {}
    ours, theirs = _read(hypothesis, ids), _read(reference, ids)
    landing = _landing(ours.tokens, theirs.tokens)
    cuts = [0]
    for end in theirs.ends[:-1]:
        cuts.append(_cut(ours, theirs, landing, theirs.starts[end], cuts[-1]))
    cuts.append(len(ours.words))
    return tuple(" ".join(ours.words[start:end]) for start, end in pairwise(cuts))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in words, and in tokens as numbers."""

    words: list[str]
    starts: list[int]
    """Offset of each word's first token, and of the end."""
    tokens: list[int]
    ends: list[int]
    """Number of words up to the end of each segment."""
    sentences: set[int]
    """Numbers of words after which a sentence ends."""


_TOKEN = regex(r"\w+|[^\w\s]")
# The first letters stand for the word: reports/reported match, and so do most spellings of a foreign name.
_STEM = 5


def _read(segments: Sequence[str], ids: dict[str, int]) -> _Text:
    text = _Text([], [], [], [], set())
    for segment in segments:
        words = segment.split()
        stops = {end for _, end in sentences(" ".join(words))}
        offset = -1
        for word in words:
            text.words.append(word)
            text.starts.append(len(text.tokens))
            text.tokens.extend(ids.setdefault(token[:_STEM], len(ids)) for token in _TOKEN.findall(word.lower()))
            offset += 1 + len(word)
            if offset in stops:
                text.sentences.add(len(text.words))
        text.ends.append(len(text.words))
    text.starts.append(len(text.tokens))
    return text


# Tokens compared on each side of a boundary.
_CONTEXT = 32
# Words the cut may move to the end of a line or sentence, and to any other place.
_FAR, _NEAR = 32, 12


def _cut(ours: _Text, theirs: _Text, landing: list[int], boundary: int, earliest: int) -> int:
    """The word of the hypothesis before which the reference's token `boundary` is best placed, `earliest` or later."""
    from rapidfuzz.distance import LCSseq

    left = max(0, boundary - _CONTEXT)
    right = min(len(theirs.tokens), boundary + _CONTEXT)
    expected = bisect_left(ours.starts, landing[boundary])
    if ours.tokens[landing[left] : landing[right]] == theirs.tokens[left:right]:
        return max(earliest, expected)
    best, most = max(earliest, expected), (float("-inf"), 0)
    for word in range(max(earliest, expected - _FAR), min(len(ours.words), expected + _FAR) + 1):
        cost = _cut_cost(ours, word)
        if cost > _SENTENCE_END + _LOWER and abs(word - expected) > _NEAR:
            continue
        token = ours.starts[word]
        # Matches, not edits: where a substitution counts, any two words are half a match, and twice as many cuts go wrong.
        matches = LCSseq.similarity(ours.tokens[landing[left] : token], theirs.tokens[left:boundary]) + LCSseq.similarity(
            ours.tokens[token : landing[right]], theirs.tokens[boundary:right]
        )
        gain = (matches - cost, -abs(word - expected))
        if gain > most:
            best, most = word, gain
    return best


# What a cut costs, in matching tokens; measured by tests/bench/resegment.py.
_SENTENCE_END, _ANYWHERE, _LOWER = 1, 3, 1


def _cut_cost(text: _Text, word: int) -> int:
    """How unlikely a segment ends before this word: not at all at a line's end, little at a sentence's."""
    if word in (0, len(text.words)):
        return 0
    lower = _LOWER if text.words[word][0].islower() else 0
    if text.ends[bisect_left(text.ends, word)] == word:
        return lower
    return lower + (_SENTENCE_END if word in text.sentences else _ANYWHERE)


def _landing(ours: list[int], theirs: list[int]) -> list[int]:
    """For each offset in `theirs`, and its end, the offset in `ours` that the fewest edits lead to."""
    from rapidfuzz.distance import Levenshtein

    landing = [0] * (len(theirs) + 1)
    for (our_start, their_start), (our_end, their_end) in pairwise(_seams(ours, theirs)):
        for step in Levenshtein.opcodes(ours[our_start:our_end], theirs[their_start:their_end]):
            for offset in range(step.dest_end - step.dest_start + 1):
                landing[their_start + step.dest_start + offset] = our_start + min(step.src_start + offset, step.src_end)
    # A surplus at either end belongs to the first and the last segment.
    landing[0], landing[-1] = 0, len(ours)
    return landing


def _seams(ours: list[int], theirs: list[int]) -> Iterator[tuple[int, int]]:
    """Offsets in both texts, first to last, at most LONGEST apart: anchors, and where those are missing even parts."""
    start = (0, 0)
    yield start
    if max(len(ours), len(theirs)) <= LONGEST:
        yield len(ours), len(theirs)
        return
    for anchor in [*_anchors(ours, theirs), (len(ours), len(theirs))]:
        wide, long = anchor[0] - start[0], anchor[1] - start[1]
        parts = -(-max(wide, long) // LONGEST)
        if max(wide, long) * 2 < LONGEST and anchor != (len(ours), len(theirs)):
            continue
        for part in range(1, parts + 1):
            yield start[0] + wide * part // parts, start[1] + long * part // parts
        start = anchor


def _anchors(ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """Places of three tokens that stand once in each text, the longest run of them that rises on both sides."""
    once = _once(ours)
    places = sorted((there, here) for three, there in _once(theirs).items() if (here := once.get(three)) is not None)
    # Patience: piles[k] is the smallest end of a rising run of length k + 1.
    piles: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, here) in enumerate(places):
        pile = bisect_left(piles, here)
        before.append(tops[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [here]
        tops[pile : pile + 1] = [number]
    run = []
    number = tops[-1] if tops else -1
    while number >= 0:
        run.append((places[number][1], places[number][0]))
        number = before[number]
    return run[::-1]


def _once(tokens: list[int]) -> dict[tuple[int, int, int], int]:
    """Where each run of three tokens stands that stands nowhere else."""
    threes = list(zip(tokens, tokens[1:], tokens[2:], strict=False))
    counts = Counter(threes)
    return {three: place for place, three in enumerate(threes) if counts[three] == 1}
