"""Words said over and over, as a model says them that cannot get out of a phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq

from tqa.text.english import word_set
from tqa.text.regex import regex
from tqa.text.sentences import sentences

LONGEST = 12
"""Words of the longest phrase whose loops are looked for; longer ones hold whole sentences."""
_TIMES = 3
_SHORT, _SHORT_TIMES = 2, 5
"""A phrase of two words is a loop only when it is said so often: again and again and again."""
_LETTERS = 6
_SENTENCE = 20
"""Characters below which a sentence may be said twice."""
_GAPS = 3
"""Blanks a sentence holds at the least."""
_WORD = regex(r"\S+")
_MARKS = ".,;:!?…\"'“”‘’()[]、，。；：！？"
_COUNTING = word_set("ha haha hey la na no yes oh go yeah bye left right one two three")


def may_say_twice(text: str) -> bool:
    """Whether a sentence of the text may stand there twice: two of them begin alike, or a line begins anew within itself.

    Never wrong about a sentence repeated to the letter; true of one article in ten.   Cost: two splits, and a search a line.
    """
    # A second copy of a line begins before its middle, or a blank behind it.
    if any(line.find(line[:_LEAST_ALIKE], _LEAST_ALIKE, len(line) // 2 + _LEAST_ALIKE + 1) > 0 for line in text.split("\n")):
        return True
    # One sort of stop, so that a search for a single character finds them all.
    plain = text.replace("\n", ".")
    for stop in "?!":
        if stop in plain:
            plain = plain.replace(stop, ".")
    beginnings = [piece.lstrip(_AROUND)[:_ALIKE] for piece in plain.split(".") if len(piece) >= _LEAST_ALIKE]
    return len(set(beginnings)) < len(beginnings)


_ALIKE, _LEAST_ALIKE = 40, 12
"""Characters up to the next stop by which the beginnings of two sentences are compared, at the most and at the least."""
_AROUND = " ”\"’')“‘(["
"""What may stand between a stop and the sentence behind it."""


def may_loop(text: str) -> bool:
    """Whether words of the text come back in the step of a loop.   Cost: one split and the words' lengths."""
    return any(True for _ in _candidates(text.split()))


def _candidates(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places and periods at which so many words come back after as many others that a loop is near.

    Read from the lengths of the words alone, as one number: a number and itself moved by a period differ nowhere within a loop.
    """
    try:
        lengths = bytes(map(len, words))
    except ValueError:  # a word of 256 characters and more
        lengths = bytes([min(len(word), 255) for word in words])
    number = int.from_bytes(lengths, "big")
    for period in range(_SHORT, LONGEST + 1):
        if len(words) < 3 * period - 1:
            return
        differing = (number ^ (number >> 8 * period)).to_bytes(len(lengths), "big")
        # Capitals and marks at the seams may differ, so two words less than a loop has.
        run = bytes(_steps(period))
        at = differing.find(run, period)
        while at >= 0:
            here = at - period
            if _is_loop_near(words, here, period):
                yield here, period
                at = differing.find(run, at + period)
            else:
                at = differing.find(run, at + 1)


def _is_loop_near(words: Sequence[str], here: int, period: int) -> bool:
    """Whether the words from here on come back too, but for the two at the seams."""
    high = here + _steps(period)
    met: int = sum(map(eq, words[here:high], words[here + period : high + period]))
    return met >= _steps(period) - 1


def _steps(period: int) -> int:
    """Words of a loop that come back a period later, but for two at the seams."""
    return ((_SHORT_TIMES if period <= _SHORT else _TIMES) - 1) * period - 2


def loops(text: str) -> list[tuple[int, int, int]]:
    """Phrases said three times in a row and more: start, where what is to stay of it ends, end; in order."""
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    bare = [word.strip(_MARKS).lower() for word in words]
    found: dict[int, tuple[int, int, int]] = {}
    taken = bytearray(len(words))
    seen = [0] * (LONGEST + 1)
    for here, period in _candidates(words):
        if here < seen[period] or taken[here]:
            continue
        first, last = _run(bare, here, period)
        seen[period] = last - period
        times = (last - first) // period
        if times < (_SHORT_TIMES if period <= _SHORT else _TIMES) or not _is_said(bare[first : first + period]):
            continue
        start, end = spans[first][0], spans[last - 1][1]
        # A loop breaks off within its phrase: what it had said by then is all that was meant.
        kept = (last - first) % period or period
        if "!" not in text[start:end] and "|" not in text[start:end] and not any(taken[first:last]):
            taken[first:last] = b"\1" * (last - first)
            found[start] = (start, spans[first + kept - 1][1], end)
    return [found[start] for start in sorted(found)]


def _run(words: Sequence[str], here: int, period: int) -> tuple[int, int]:
    """The widest range around `here` in which each word comes back after `period` others."""
    first = last = here
    while first > 0 and words[first - 1] == words[first - 1 + period]:
        first -= 1
    while last + period < len(words) and words[last] == words[last + period]:
        last += 1
    return first, last + period


def _is_said(phrase: Sequence[str]) -> bool:
    """Whether the phrase is words, not figures, marks or a count."""
    said = [word for word in phrase if word.isalpha() and word not in _COUNTING]
    return len(said) > 1 and sum(map(len, said)) >= _LETTERS and len(set(said)) > 1


def is_doubled(line: str) -> bool:
    """Whether the line is one text said twice, with or without a stop between: a headline, a sentence that ends with a quotation."""
    half = len(line) // 2
    return half >= _SENTENCE and line[half : half + 1] == " " and line[:half] == line[half + 1 :]


def repeated_sentences(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Sentences of one paragraph that stand in it before: the first and the later place."""
    if is_doubled(text):
        half = len(text) // 2
        return [((0, half), (half + 1, len(text)))] if text.count(" ") > 2 * _GAPS and "!" not in text else []
    seen: dict[str, tuple[int, int]] = {}
    found = []
    for start, end in sentences(text):
        words = " ".join(text[start:end].lower().strip(_MARKS + " ").split())
        if len(words) < _SENTENCE or words.count(" ") < _GAPS or text[start:end].rstrip(_MARKS.replace("!", "")).endswith("!"):
            continue
        if words in seen:
            found.append((seen[words], (start, end)))
        else:
            seen[words] = (start, end)
    return found


_HAN_LOOP = regex(r"([\u4e00-\u9fff]{2,16}?)[，、。！？；]?\1")


def source_repeats(chinese: str, sentence: bool) -> bool:
    """Whether the Chinese says something twice on end itself, or, for a sentence, the same sentence twice."""
    if not sentence:
        return _HAN_LOOP.search(chinese) is not None
    clauses = [clause for clause in _CLAUSES.split(chinese) if len(clause) > 3]
    return len(set(clauses)) < len(clauses)


_CLAUSES = regex("[，。！？；：“”\n]")
