"""What became of the dates of the source: which date of the target answers each, and which answers none.

A part of a date (year, month, day, hour, minute) is at fault only where both sides are left with one: the source says what no word of the
target answers, and the target says what no word of the source accounts for. Dates are turned freely in news: 26日 is Wednesday or today,
今年 the year, the month is filled in or left out. None of that is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.analysis.date_answers import (
    DateFault,
    Holder,
    PairMoments,
    agreement,
    by_field,
    crossed,
    differ,
    is_accounted,
    is_answered,
    misminuted,
    moved,
    parts_of,
    points_elsewhere,
)
from tqa.cached import cached_property
from tqa.text.dates import chinese, english
from tqa.text.dates.moment import Field, Moment, Part
from tqa.text.dates.plain import are_plainly_told
from tqa.text.dates.republic import BEFORE_FIRST
from tqa.text.regex import regex

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

_FIELDS: tuple[Field, ...] = ("year", "month", "day", "weekday", "hour", "decade", "quarter", "century")
_MOST = 100
"""Dates a pair may have on one side; more are a table, where no date answers another by what it says."""
_LUNAR_WORDS = ("lunar", "Lunar", "chinese calendar", "Chinese calendar", "traditional calendar", "Chinese New Year", "Spring Festival")
_REPUBLIC_WORDS = ("Republic", "Minguo", "ROC", "R.O.C.")
_FIGURE = regex("[0-9](?<![0-9].)[0-9]{0,3}(?![0-9])")
_WORDED: frozenset[Field] = frozenset(("quarter", "century", "hour"))
"""Fields that English may say in words only."""
_RELATIVE: dict[Field, Field] = {"relative-year": "year", "relative-month": "month", "relative-week": "weekday", "relative-day": "day"}
"""Fields that count from today, each with the one that does not."""


class Moments:
    """The dates of both sides, pair by pair."""

    def __init__(self, facts: Analysis):
        self._facts = facts
        self._pairs: dict[int, PairMoments | None] = {}
        self._words: dict[int, list[Moment]] = {}
        self._worded: dict[int, PairMoments] = {}

    @cached_property
    def source(self) -> list[Moment]:
        """Dates of the visible source."""
        return chinese.find_moments(self._facts.simplified_source)

    @cached_property
    def wrong(self) -> dict[int, list[DateFault]]:
        """Source dates with another date in their place, by the number of the pair."""
        facts = self._facts
        found = {}
        for number, ones in self._held.items():
            if self._fields[number].isdisjoint(_FIELDS):
                continue
            target = facts.article.between(facts.links[number].target)
            pair = None if are_plainly_told(ones, *facts.quantities.both(number), target) else self._read(number)
            faults = self._faults(pair) if pair else ()
            if faults:
                found[number] = faults
        return found

    @cached_property
    def turned(self) -> dict[int, list[tuple[Part, Part]]]:
        """Relative dates that point elsewhere (去年 as "this year"), by the number of the pair."""
        relative = {number: ones for number, ones in self._held.items() if not self._fields[number].isdisjoint(_RELATIVE)}
        found = {number: list(self._turned(number, ones)) for number, ones in relative.items()}
        return {number: parts for number, parts in found.items() if parts}

    @cached_property
    def misread(self) -> dict[int, list[tuple[Moment, int, int]]]:
        """Dates of another calendar with the place in the target that reads as the common one, by the number of the pair."""
        if not any(moment.calendar for moment in self.source):
            return {}
        read = [self._read(number) for number, ones in self._held.items() if any(one.calendar for one in ones)]
        found = {pair.number: list(self._misread(pair)) for pair in read if pair is not None}
        return {number: dates for number, dates in found.items() if dates}

    def _faults(self, pair: PairMoments) -> list[DateFault]:
        found: list[DateFault] = []
        said, written = by_field(pair.source), by_field(pair.target)
        if not written.keys() >= _WORDED & said.keys():
            pair = self._with_words(pair)
            written = by_field(pair.target)
        for field in _FIELDS:
            if field in said and field in written and differ(said[field], written[field]):
                pair = self._with_words(pair)
                found += self._faults_of(field, said[field], by_field(pair.target)[field], pair)
        if "month" in written and "day" in written and "day" in said:
            told = {fault.target for fault in found}
            found += [fault for fault in crossed(pair) if fault.target not in told]
        if "hour" in said and "minute" in written:
            found += misminuted(pair, *self._texts(pair))
        return found

    @cached_property
    def _held(self) -> dict[int, list[Moment]]:
        """The dates of the source by the number of their pair."""
        if not self._facts.has_source or not self.source:
            return {}
        held: dict[int, list[Moment]] = {}
        for moment in self.source:
            held.setdefault(self._facts.link_at(moment.start, "source"), []).append(moment)
        return {number: held[number] for number in sorted(held) if number >= 0}

    @cached_property
    def _fields(self) -> dict[int, set[Field]]:
        """What the dates of each such pair say."""
        return {number: {part.field for one in ones for part in one.parts} for number, ones in self._held.items()}

    def _read(self, number: int) -> PairMoments | None:
        """The dates of both sides of one pair; None where they are a table."""
        if number in self._pairs:
            return self._pairs[number]
        source, target, link, ones = self._facts.source, self._facts.article, self._facts.links[number], self._held[number]
        begin, end = target.range(link.target)
        others = english.find_dates(target.text, begin, end)
        pair = None
        if len(ones) <= _MOST and len(others) <= _MOST:
            pair = PairMoments(number, tuple(ones), tuple(others), source.range(link.source), (begin, end))
        self._pairs[number] = pair
        return pair

    def _with_words(self, pair: PairMoments) -> PairMoments:
        """The pair with the dates of the target that are words."""
        if pair.number not in self._worded:
            free = [one for one in self._words_of(pair.number) if not any(one.start < other.end and other.start < one.end for other in pair.target)]
            whole = tuple(sorted((*pair.target, *free), key=lambda moment: moment.start)) if free else pair.target
            self._worded[pair.number] = PairMoments(pair.number, pair.source, whole, pair.source_range, pair.target_range)
        return self._worded[pair.number]

    def _words_of(self, number: int) -> list[Moment]:
        """The dates of the target of one pair that are words."""
        if number not in self._words:
            article = self._facts.article
            start, end = article.range(self._facts.links[number].target)
            self._words[number] = [moved(moment, start) for moment in english.find_words(article.text[start:end])[:_MOST]]
        return self._words[number]

    def _faults_of(self, field: Field, said: list[Holder], written: list[Holder], pair: PairMoments) -> Iterator[DateFault]:
        source_text, target_text = self._texts(pair)
        wrong = [holder for holder in written if not is_accounted(field, holder, pair, source_text, self._years)]
        if not wrong:
            return
        lost = [holder for holder in said if holder[1].calendar != "lunar" and not is_answered(field, holder[0], pair, target_text, source_text)]
        sure = len({holder[0].values for holder in lost}) == 1 == len({holder[0].values for holder in wrong})
        for part, moment in wrong:
            if not lost:
                return
            best = max(lost, key=lambda holder: (agreement(holder[1], moment), -abs(holder[0].values[0] - part.values[0])))
            together = agreement(best[1], moment) > 0
            yield DateFault(field, best[0], part, best[1], moment, sure or together)
            lost = [holder for holder in lost if holder[0].values != best[0].values]

    def _texts(self, pair: PairMoments) -> tuple[str, str]:
        """The source, in simplified characters, and the target of the pair."""
        return self._facts.simplified_source[slice(*pair.source_range)], self._facts.article.text[slice(*pair.target_range)]

    @cached_property
    def _years(self) -> frozenset[int]:
        """The years the article may be of: those the source names and the next."""
        named = {value for moment in self.source if not moment.calendar for value in moment.year}
        return frozenset(named | {value + 1 for value in named})

    def _turned(self, number: int, ones: list[Moment]) -> Iterator[tuple[Part, Part]]:
        fields = self._fields[number]
        for field, plain in _RELATIVE.items():
            if field not in fields or plain in fields:
                continue
            said = parts_of(ones, field)
            if len(said) != 1 or not said[0][0].values:
                continue
            words = english.find_words(self._facts.article.between(self._facts.links[number].target), english.HEADS[field])
            if not any(points_elsewhere(said[0][0], other) for other, _ in parts_of(words, field)):
                continue
            pair = self._read(number)
            if pair is None:
                return
            written = parts_of(self._with_words(pair).target, field)
            if len(written) == 1 and points_elsewhere(said[0][0], written[0][0]) and not parts_of(pair.target, plain):
                yield said[0][0], written[0][0]

    def _misread(self, pair: PairMoments) -> Iterator[tuple[Moment, int, int]]:
        text = self._facts.article.text[slice(*pair.target_range)]
        common = {(moment.month, moment.day) for moment in pair.source if not moment.calendar}
        for moment in pair.source:
            if moment.calendar == "republic":
                yield from self._as_common_year(moment, pair, text)
            elif moment.calendar and moment.month and not any(word in text for word in _LUNAR_WORDS):
                for other in pair.target:
                    same_day = not moment.day or not other.day or other.day == moment.day
                    if other.month == moment.month and (other.month, other.day) not in common and same_day:
                        yield moment, other.start, other.end
                        break

    @staticmethod
    def _as_common_year(moment: Moment, pair: PairMoments, text: str) -> Iterator[tuple[Moment, int, int]]:
        year = moment.year[0]
        if str(year) in text or any(word in text for word in _REPUBLIC_WORDS):
            return
        for match in _FIGURE.finditer(text):
            if int(match.group()) in (year - BEFORE_FIRST, year - BEFORE_FIRST + 1900):
                yield moment, pair.target_range[0] + match.start(), pair.target_range[0] + match.end()
                return
