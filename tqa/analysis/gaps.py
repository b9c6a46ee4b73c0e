"""Passages of one side without a counterpart on the other, and sentences that the target says twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from tqa.analysis.article import Text
from tqa.analysis.missing import missing_clauses, suspects, usual_ratio
from tqa.analysis.passages import LEAST_HAN, LEAST_WORDS, RATIO, has_words_of, says_twice, share_known, size_of, strange_sentences
from tqa.cached import cached_property
from tqa.model import Segment, Side, Span, Where
from tqa.text.han import HAN, han_count
from tqa.text.loops import may_say_twice
from tqa.text.regex import regex
from tqa.text.sentences import sentences
from tqa.value import value

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis, Pair

UNSURE = 0.5
"""Below this confidence a pair is the whole article, and says nothing about a passage of it."""

# Pairs beyond these ratios of raw lengths, English to Chinese, are looked at closely; a seventh of human translations on either side.
_SHORT, _LONG = 3.4, 5.0
_TOO_LONG = 1.2
"""A text longer than this many times the article's usual length may say more than its source."""
_ROOM = 3.1
"""English characters for a Chinese one that a text merged from two must have at least."""
_MERGED, _MERGED_KNOWN = 0.6, 0.4
"""Shares of an unlinked segment's words that its neighbour must have for the two to be merged."""
_EDGE = 8
"""Characters of the neighbour's near edge, for each Chinese one of the segment, where they must stand: twice what a translation takes."""

_BEGINNING = 12
"""Characters by which a second copy of a text's beginning is looked for."""

_SIDES: tuple[Side, Side] = ("source", "target")
_PLAIN = regex(r"\w+")


@value
class Gap:
    """A passage of `pair`'s source (or target) as offsets into its text, and the empty place on the other side where it should stand.

    `whole`: the passage is the whole segment.
    """

    pair: Pair
    start: int
    end: int
    place: Where
    whole: bool


@value
class Repeat:
    """A sentence of `pair`'s target that stands there twice: where it is said again, and where first, as offsets."""

    pair: Pair
    start: int
    end: int
    first: tuple[int, int]


class Gaps:
    """What is missing on either side of an article."""

    def __init__(self, facts: Analysis):
        self._facts = facts

    @cached_property
    def omissions(self) -> tuple[Gap, ...]:
        """Passages of the source that the target lacks, in source order."""
        if not self._facts.has_source or not self._facts.visible:
            return ()
        return tuple(sorted((*self._unlinked_source(), *self._left_out()), key=lambda gap: gap.pair.source.segments[0].index))

    @cached_property
    def additions(self) -> tuple[Gap, ...]:
        """Passages of the target that the source lacks, in target order."""
        if not self._facts.has_source or not self._facts.visible_source:
            return ()
        return tuple(sorted((*self._unlinked_target(), *self._added()), key=lambda gap: gap.pair.target.segments[0].index))

    @cached_property
    def repeats(self) -> tuple[Repeat, ...]:
        """Sentences that a target says twice and its source once, in target order."""
        facts = self._facts
        if not facts.has_source or not facts.may_say_twice:
            return ()
        found: list[Repeat] = []
        for number, link in enumerate(facts.links):
            if link.confidence >= UNSURE and may_say_twice(facts.article.between(link.target)):
                found += _repeats(facts.pair(number))
        return tuple(found)

    def omissions_in(self, pair: Pair) -> Sequence[Gap]:
        """Those of `omissions` in a pair's source."""
        return self._omissions.get(id(pair), ())

    def additions_in(self, pair: Pair) -> Sequence[Gap]:
        """Those of `additions` in a pair's target."""
        return self._additions.get(id(pair), ())

    @cached_property
    def _omissions(self) -> Mapping[int, Sequence[Gap]]:
        return _by_pair(self.omissions)

    @cached_property
    def _additions(self) -> Mapping[int, Sequence[Gap]]:
        return _by_pair(self.additions)

    @property
    def has_additions(self) -> bool:
        """Whether the target says more than the source."""
        return bool(self.repeats or self.additions)

    def outside(self, low: float, high: float, least: int) -> Iterator[int]:
        """Numbers of the pairs with `least` Chinese characters whose ratio of lengths lies below `low` or above `high`.

        The whole article is a pair like any other here: its length can be judged without knowing which lines belong together.
        """
        lengths = [(len(self._facts.source.text), len(self._facts.article.text))] if self._facts.is_unlinked else self._lengths
        for number, (chinese, english) in enumerate(lengths):
            # A cheap test first: blanks and Latin words move the ratio by less than this in either direction that matters.
            if english and chinese >= least and not 1.25 * low * chinese < english < 0.8 * high * chinese:
                pair = self._facts.pair(number)
                if han_count(pair.source.text) >= least and not low <= self.ratio(pair) <= high:
                    yield number

    @staticmethod
    def ratio(pair: Pair) -> float:
        """English characters for a Chinese one, blanks aside, to one decimal place."""
        english = pair.target.text
        return round((len(english) - english.count(" ")) / max(size_of(pair.source.text), 1), 1)

    usual = RATIO
    """The ratio in the middle of human translations."""

    @cached_property
    def _lengths(self) -> list[tuple[int, int]]:
        """Characters on both sides of each pair; none where the pair is the whole article."""
        source = [len(segment.text) for segment in self._facts.visible_source]
        target = [len(segment.text) for segment in self._facts.visible]
        untranslated = {one.segment.index for one in self._facts.leftovers if one.untranslated}
        if untranslated:
            # What is still Chinese is another fault; its length says nothing.
            target = [0 if segment.index in untranslated else length for segment, length in zip(self._facts.visible, target, strict=True)]
        lengths = []
        for (row, below), (column, after), confidence, _ in self._facts.links:
            if confidence < UNSURE:
                lengths.append((0, 0))
            elif below - row == 1 == after - column:
                lengths.append((source[row], target[column]))
            else:
                lengths.append((sum(source[row:below]), sum(target[column:after])))
        return lengths

    @cached_property
    def _usual(self) -> float:
        """The article's usual ratio of lengths."""
        return usual_ratio(self._lengths)

    def _left_out(self) -> Iterator[Gap]:
        facts = self._facts
        for number in suspects(self._lengths, self._usual):
            link = facts.links[number]
            source, target = facts.source.between(link.source), facts.article.between(link.target)
            passage = missing_clauses(source, target, self._usual)
            if passage is not None:
                pair = facts.pair(number)
                place = round(len(target) * passage[0] / len(source))
                place = target.rfind(" ", 0, place) + 1
                yield Gap(pair, *passage, pair.target.where(place, place), whole=False)

    def _added(self) -> Iterator[Gap]:
        facts = self._facts
        least = _TOO_LONG * self._usual
        for number, (chinese, english) in enumerate(self._lengths):
            if english > least * chinese > 0:
                link = facts.links[number]
                source, target = facts.source.between(link.source), facts.article.between(link.target)
                passage = strange_sentences(source, target, self._usual)
                if passage is not None:
                    pair = facts.pair(number)
                    place = min(round(len(source) * passage[0] / len(target)), len(source))
                    yield Gap(pair, *passage, pair.source.where(place, place), whole=False)

    def _unlinked_source(self) -> Iterator[Gap]:
        """Source segments that belong to no target, unless a neighbour's target is long enough for them and has their words."""
        segments = self._facts.visible_source
        if sum([link.source[1] - link.source[0] for link in self._facts.links]) == len(segments):
            return
        linked = {number for link in self._facts.links for number in range(*link.source)}
        from tqa.analysis.analysis import Pair

        for number, segment in enumerate(segments):
            if number in linked:
                continue
            shown = Text((segment,), self._facts.furniture.blanked("source"))
            text = shown.text.strip()
            if han_count(text) >= LEAST_HAN and not self._is_merged(number, "source"):
                start = shown.text.index(text)
                pair = Pair(shown, Text(()), 1.0, -1)
                yield Gap(pair, start, start + len(text), self._opposite(segment, number, "source"), whole=True)

    def _unlinked_target(self) -> Iterator[Gap]:
        segments = self._facts.visible
        if sum([link.target[1] - link.target[0] for link in self._facts.links]) == len(segments):
            return
        linked = {number for link in self._facts.links for number in range(*link.target)}
        from tqa.analysis.analysis import Pair

        for number, segment in enumerate(segments):
            if number in linked:
                continue
            shown = Text((segment,), self._facts.furniture.blanked("target"))
            text = shown.text.strip()
            if len(text.split()) >= LEAST_WORDS and not HAN.search(text) and not self._is_merged(number, "target"):
                start = shown.text.index(text)
                pair = Pair(Text(()), shown, 1.0, -1)
                yield Gap(pair, start, start + len(text), self._opposite(segment, number, "target"), whole=True)

    def _is_merged(self, number: int, side: Side) -> bool:
        """Whether a pair beside an unlinked segment has room for it and holds its words, or an unlinked one beside is its counterpart."""
        segment = (self._facts.visible_source if side == "source" else self._facts.visible)[number]
        if any(abs(segment.index - other.index) == 1 and _may_be_one(segment, other, side) for other in self._unlinked(side)):
            return True
        own = segment.text
        for beside in self._beside[side].get(number, ()):
            pair = self._facts.pair(beside)
            source, target = pair.source.text, pair.target.text
            if side == "source":
                # A headline's words stand in the lead too: the neighbour must be too long for its own source alone.
                has_room = len(target) >= max(_ROOM * len(source + own), _LONG * len(source))
                edge = _EDGE * len(own)
                is_next = self._facts.links[beside].source[0] == number + 1
                if has_room and has_words_of(own, target[:edge] if is_next else target[-edge:], source, _MERGED):
                    return True
            elif len(target + own) <= _LONG * len(source) and len(target) <= _SHORT * len(source) and share_known(own, source) >= _MERGED_KNOWN:
                return True
        return False

    @cached_property
    def _beside(self) -> dict[Side, dict[int, list[int]]]:
        """Number of a segment, linked or not, → the numbers of the links that end before it or begin behind it, in order."""
        beside: dict[Side, dict[int, list[int]]] = {"source": {}, "target": {}}
        for number, link in enumerate(self._facts.links):
            for side in _SIDES:
                first, after = link.source if side == "source" else link.target
                for segment in (first - 1, after):
                    beside[side].setdefault(segment, []).append(number)
        return beside

    @cached_property
    def _ends(self) -> dict[Side, tuple[list[int], list[int]]]:
        """Where links end on a side, ascending, and at each where the last link so far ends on the other: the last in their order."""
        ends: dict[Side, tuple[list[int], list[int]]] = {}
        for side in _SIDES:
            mine = sorted([((link.source if side == "source" else link.target)[1], number) for number, link in enumerate(self._facts.links)])
            last = [self._facts.links[number] for number in accumulate([number for _, number in mine], max)]
            ends[side] = [end for end, _ in mine], [(link.target if side == "source" else link.source)[1] for link in last]
        return ends

    def _unlinked(self, side: Side) -> list[Segment]:
        """Segments of the side opposite that are in no link, where the file pairs them: there a line may have slipped by one."""
        if not self._facts.document.aligned:
            return []
        source = side == "source"
        shown = self._facts.visible if source else self._facts.visible_source
        taken = {(link.target if source else link.source)[0] for link in self._facts.links}
        return [segment for number, segment in enumerate(shown) if number not in taken]

    def _opposite(self, segment: Segment, number: int, side: Side) -> Where:
        """The empty place where an unlinked segment's counterpart should stand."""
        document = self._facts.document
        other, kind = (document.target, "target") if side == "source" else (document.source, "source")
        if document.aligned and segment.index < len(other):
            index = segment.index
        else:
            shown = self._facts.visible if side == "source" else self._facts.visible_source
            ends, behind = self._ends[side]
            place = bisect_right(ends, number)
            index = shown[behind[place - 1] - 1].index if place else shown[0].index
        at = len(other[index].text) if index < len(other) else 0
        return Where("target" if kind == "target" else "source", index, Span(at, at))


def _by_pair(gaps: Iterable[Gap]) -> dict[int, list[Gap]]:
    """The gaps by the identity of their pair, which they keep."""
    found: dict[int, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(id(gap.pair), []).append(gap)
    return found


def _may_be_one(segment: Segment, other: Segment, side: str) -> bool:
    """Whether the lengths of two unlinked segments are those of a text and its translation."""
    chinese, english = (segment, other) if side == "source" else (other, segment)
    return 2 * len(chinese.text) < len(english.text) < 7 * len(chinese.text)


def _repeats(pair: Pair) -> Iterator[Repeat]:
    text = pair.target.text
    if says_twice(pair.source.text):
        return
    again = text.find(text[:_BEGINNING], _BEGINNING)
    whole = text[: max(0, again)].rstrip()
    if again > 0 and text.startswith(whole, again) and whole.count(" ") >= LEAST_WORDS - 1:
        yield Repeat(pair, again, again + len(whole), (0, len(whole)))
        return
    seen: dict[str, tuple[int, int]] = {}
    for start, end in sentences(text):
        plain = " ".join(_PLAIN.findall(text[start:end].lower()))
        if plain.count(" ") < LEAST_WORDS - 1:
            continue
        if plain in seen:
            yield Repeat(pair, start, end, seen[plain])
        seen.setdefault(plain, (start, end))
