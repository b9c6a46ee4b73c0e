"""Which run of clauses of a source its translation most likely lacks.

The evidence is added up as logarithms of odds: whether the words and figures of the clauses stand in the target, and near their place;
how much better the lengths fit without the clauses; whether some stretch of the target can be their translation, or the other clauses
account for its words; whether the clauses are whole sentences. What the rest of the source needs as well, a name that every sentence has, is no
evidence that this clause was translated.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import exp, log, sqrt
from operator import itemgetter

from tqa.analysis.passages import RATIO, SPREAD, SPREAD_ONE, USUAL, Clause, clauses_of, content_stems, gain, size_of
from tqa.glossary.script import simplified
from tqa.records import NamedTuple
from tqa.text.dictionary import stem, stems, words
from tqa.text.english import word_set
from tqa.text.regex import regex

# What one says for its clause having been left out: it is not in the target; it is, near its place; it is, elsewhere.
_Weights = tuple[float, float, float]
_WORD, _LATIN, _FIGURE = (0.93, -1.5, -0.7), (1.5, -1.8, -1.8), (2.0, -2.2, -2.2)
_LONG_WORD = (1.8, -1.5, -0.7)
"""The same for a word of three characters and more: its English is a name or a term, and there are fewer ways to say it."""
_COMMON, _COMMON_WORTH = word_set("cit count level prefec provin china chines sino distri unit dynast capita americ of"), -0.3
"""Stems in the English of two hundred words and more, and what it says at the most that one of them is met."""
_CHANGED = (0.0, -2.2, -2.2)
"""The same for a figure that English writes otherwise: 39.43万."""
_GUESS = -0.5
"""The most that a word which is found can say for its clause having been left out."""
_NEAR = 0.25
"""Share of the text within which a word stands near its place."""
_MOST_PLACES = 40
_SENTENCE, _SHARE = 1.8, 3.0
"""Weights of a passage that is a whole sentence, and of its share in the source."""
_OTHERS, _OWN, _NOBODYS = log(0.15 / 0.55), log(2.5), log(1.4)
"""Logarithms of the odds that a content word of the target stands in the stretch that renders some clauses: a word that the other clauses
mean (half of what stands elsewhere, and what stands there by chance), one that only they mean, one that the dictionary has for none."""
_REMOTE = 16
"""By how much the weight of a stretch falls, in logarithms, for the length of the text between it and the clauses' place."""
_COVERAGE = 0.35
"""Weight of what the stretches say: much of it the clause's own words have said already."""
_MOST_COVERAGE = 2.0
"""The most they may say."""
_LEFT_OUT = 4.6
"""The score from which a passage counts. Measured on human translations."""
_MOST_CLAUSES = 12
_MOST_SHARE = 0.95
LEAST = 8
"""Chinese characters of a text that says anything of its article's usual length."""
_LEAST_TO_LACK, _SHORT = 20, 0.25
"""Chinese characters of a text that may lack a passage; and by how many standard deviations the target is then short at the least."""
_ROOM, _ROOM_SHORT = 1.14, 2.5
"""A text that is longer, for its source, than this part of its article's usual length lacks nothing that could be seen; and by what the
part is less for a source of one character: of a short text each clause is much."""
_USUAL_WEIGHT = 4
"""For how many pairs of an article the ratio of all articles speaks."""

_FIGURE_OR_LATIN = regex(r"[0-9][0-9.,]*|[A-Za-z]{2,}")
_FIGURES = regex(r"[0-9][0-9.,]*")
_CONVERTED = frozenset("万亿千百萬億月")
"""Behind a figure: English writes another one, or a word."""
_MORE = "多余"
"""What may stand between: 470余万."""
_SPELLED = {str(figure): stem(word) for figure, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)}


def usual_ratio(lengths: Sequence[tuple[int, int]]) -> float:
    """English characters for a Chinese one, all counted, in an article's pairs: their median, drawn to that of news if they are few."""
    ratios = [english / chinese for chinese, english in lengths if english and chinese >= LEAST]
    if not ratios:
        return USUAL
    ratios.sort()
    count = len(ratios)
    return USUAL * float((ratios[count // 2] / USUAL) ** (count / (count + _USUAL_WEIGHT)))


def suspects(lengths: Sequence[tuple[int, int]], usual: float) -> list[int]:
    """Numbers of the pairs, given their lengths, whose English is so short that a clause may be missing; one pair in eleven."""
    most = _ROOM * usual
    return [
        number
        for number, (chinese, english) in enumerate(lengths)
        if 0 < english < most * chinese and chinese >= _LEAST_TO_LACK and english < (_ROOM - _ROOM_SHORT / sqrt(chinese)) * usual * chinese
    ]


def missing_clauses(source: str, target: str, usual: float) -> tuple[int, int] | None:
    """The run of clauses that the target most likely lacks, if that is likely enough.

    `usual`: the article's usual ratio of lengths.
    """
    size = size_of(source)
    if size < _LEAST_TO_LACK:
        return None
    distance = log(max(len(target) - target.count(" "), 1) / size / RATIO) - log(usual / USUAL)
    variance = 2 * (SPREAD + SPREAD_ONE / size)
    # Before any word is looked up: of what is found nothing is less short, and a quarter of what is looked at is.
    if distance > -_SHORT * sqrt(variance / 2):
        return None
    clauses = clauses_of(source)
    if len(clauses) < 2:
        return None
    asked = _Asked(simplified(source), clauses)
    # More than this the lengths cannot say.
    most = distance * distance / variance
    there = stems(target.lower())
    figures = [(_plain(match.group()), match.start() / len(target)) for match in _FIGURES.finditer(target)]
    if not asked.may_lack({*there, *[figure for figure, _ in figures]}, _LEFT_OUT - most - _MOST_COVERAGE):
        return None
    evidence = _Evidence(asked, there, figures)
    coverage: _Coverage | None = None
    best, found = _LEFT_OUT, None
    for first, (begin, _, _) in enumerate(clauses):
        sentence = _SENTENCE if not first or clauses[first - 1].ends else 0.0
        words_say = 0.0
        for last in range(first, min(first + _MOST_CLAUSES, len(clauses))):
            _, end, ends = clauses[last]
            words_say += evidence.fixed[last]
            share = (end - begin) / len(source)
            if share >= _MOST_SHARE:
                break
            score = words_say + _SHARE * share
            if ends:
                score += sentence
            if words_say > 0 and score + most + _MOST_COVERAGE > best:
                coverage = coverage or _Coverage(asked, target)
                score += gain(distance, share, variance) + evidence.shared(first, last) + coverage.speaks(first, last, begin / len(source), share)
                if score > best:
                    best, found = score, (begin, end)
    return _without_blanks(source, found)


class _Shared(NamedTuple):
    """A word of the source for whose English other words of the source may stand as well."""

    met: list[str]
    worth: float


_Item = tuple[int, int, frozenset[str], _Weights]
"""Clause, place in the source, the stems or figures of which one is met if it was translated, and what it is worth."""


class _Asked:
    """What of the source can be looked for in the target: the dictionary's words, Latin words, and figures."""

    def __init__(self, source: str, clauses: list[Clause]):
        self.length = len(source)
        self.clauses = clauses
        found = [(start, meant, _WORD if after - start == 2 else _LONG_WORD) for start, after, meant in words(source)]
        for match in _FIGURE_OR_LATIN.finditer(source):
            piece, start = match.group(), match.start()
            if piece >= "A":
                found.append((start, frozenset((stem(piece.lower()),)), _LATIN))
            else:
                figure = _plain(piece)
                weights = _CHANGED if source[match.end() : match.end() + 2].lstrip(_MORE)[:1] in _CONVERTED else _FIGURE
                found.append((start, frozenset((figure, _SPELLED.get(figure, figure))), weights))
        found.sort(key=itemgetter(0))
        ends = [clause.end for clause in clauses]
        self.items: list[_Item] = [(bisect_right(ends, start), start, meant, weights) for start, meant, weights in found]

    def may_lack(self, there: set[str], least: float) -> bool:
        """Whether the words may say enough for some run of clauses: a cheap guess that looks at no places."""
        said = [_SHARE * (end - start) / self.length for start, end, _ in self.clauses]
        for number, _, meant, weights in self.items:
            said[number] += weights[0] if meant.isdisjoint(there) else _GUESS
        run = 0.0
        least -= _SENTENCE
        for one in said:
            run = one if run < 0 else run + one
            if run > least:
                return True
        return False


class _Evidence:
    """What the words and figures of each clause say for its being left out."""

    def __init__(self, asked: _Asked, there: list[str], figures: list[tuple[str, float]]):
        """`there`: stems of the target in order. `figures`: its figures and their relative places."""
        self.fixed = [0.0] * len(asked.clauses)
        """What each clause says whatever is left out besides it."""
        self._shared: list[list[_Shared]] = [[] for _ in self.fixed]
        self._places: dict[str, list[float]] = {}
        for number, word in enumerate(there):
            self._places.setdefault(word, []).append(number / len(there))
        for figure, place in figures:
            self._places.setdefault(figure, []).append(place)
        self._needed: dict[str, int] = {}
        self._weigh(asked)

    def shared(self, first: int, last: int) -> float:
        """What the words of these clauses say besides: those that stand in the target more often than the other clauses need."""
        asked = [one for clause in self._shared[first : last + 1] for one in clause]
        if not asked:
            return 0.0
        own: dict[str, int] = {}
        for one in asked:
            for word in one.met:
                own[word] = own.get(word, 0) + 1
        return sum([one.worth for one in asked if any(len(self._places[w]) > self._needed[w] - own[w] for w in one.met)])

    def _weigh(self, asked: _Asked) -> None:
        places, needed = self._places, self._needed
        found = []
        for number, start, meant, (miss, near, far) in asked.items:
            met = [one for one in meant if one in places]
            if met:
                for one in met:
                    needed[one] = needed.get(one, 0) + 1
                found.append((number, start / asked.length, met, near, far))
            else:
                self.fixed[number] += miss
        for number, place, met, near, far in found:
            free = [one for one in met if len(places[one]) >= needed[one]]
            worth = near if any(abs(there - place) < _NEAR for one in free or met for there in places[one][:_MOST_PLACES]) else far
            if not _COMMON.isdisjoint(met):
                worth = max(worth, _COMMON_WORTH)
            if free:
                self.fixed[number] += worth
            else:
                self._shared[number].append(_Shared(met, worth))


class _Coverage:
    """Which content words of the target the clauses account for, word by word.

    A translator who says a clause in words that no dictionary has for it still says it: near its place then stands a stretch, as long as
    the clause's share, whose words the other clauses do not account for.
    """

    def __init__(self, asked: _Asked, target: str):
        content = content_stems(target)
        said = frozenset(content)
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for number, _, meant, _ in asked.items:
            for word in meant & said:
                first.setdefault(word, number)
                last[word] = number
        self._clauses = [(first[word], last[word]) if word in first else None for word in content]
        """The first and the last clause that means each word, if any does."""

    def speaks(self, first: int, last: int, place: float, share: float) -> float:
        """What the words say for these clauses having been left out; their place and their share are parts of the source.

        The odds that a stretch renders them, averaged over the stretches of their length, those near the place most.
        """
        size = len(self._clauses)
        length = max(1, round(share * size))
        if length >= size:
            return 0.0
        odds = [_NOBODYS if known is None else _OTHERS if known[0] < first or known[1] > last else _OWN for known in self._clauses]
        sums = [0.0, *accumulate(odds)]
        rendered = weights = 0.0
        for begin in range(size - length + 1):
            weight = exp(-_REMOTE * abs(begin / size - place))
            weights += weight
            rendered += weight * exp(sums[begin + length] - sums[begin])
        return min(_MOST_COVERAGE, -_COVERAGE * log(rendered / weights))


def _plain(figure: str) -> str:
    """The figure as any text writes it: 1,200. and 1200, $1.20 and 1.2."""
    figure = figure.replace(",", "")
    return figure.rstrip("0").rstrip(".") if "." in figure else figure


def _without_blanks(text: str, passage: tuple[int, int] | None) -> tuple[int, int] | None:
    if passage is None:
        return None
    start, end = passage
    kept = text[start:end].strip()
    start = text.index(kept, start)
    return start, start + len(kept)
