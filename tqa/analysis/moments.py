"""What became of the dates of the source: which date of the target answers each, and which answers none.

A part of a date (year, month, day, hour) is at fault only where both sides are left with one: the source says what no word of the
target answers, and the target says what no word of the source accounts for. Dates are turned freely in news: 26日 is Wednesday or today,
今年 the year, the month is filled in or left out. None of that is a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tqa.cached import cached_property
from tqa.records import NamedTuple
from tqa.text.dates import chinese, english
from tqa.text.dates.accounts import figures_of, holiday_dates
from tqa.text.dates.moment import Field, Moment, Part
from tqa.text.dates.plain import are_plainly_told
from tqa.text.regex import regex

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

_FIELDS: tuple[Field, ...] = ("year", "month", "day", "weekday", "hour", "decade", "quarter", "century")
_MOST = 100
"""Dates a pair may have on one side; more are a table, where no date answers another by what it says."""
_ZONES = ("GMT", "UTC", "EST", "EDT", "PST", "PDT", "Eastern", "Pacific")
_LUNAR_WORDS = ("lunar", "Lunar", "chinese calendar", "Chinese calendar", "traditional calendar", "Chinese New Year", "Spring Festival")
_REPUBLIC_WORDS = ("Republic", "Minguo", "ROC", "R.O.C.")
_FIGURE = regex("[0-9](?<![0-9].)[0-9]{0,3}(?![0-9])")
_WORDED: frozenset[Field] = frozenset(("quarter", "century", "hour"))
"""Fields that English may say in words only."""
_RELATIVE: dict[Field, Field] = {"relative-year": "year", "relative-month": "month", "relative-day": "day"}
"""Fields that count from today, each with the one that does not."""


@dataclass(frozen=True, slots=True)
class DateFault:
    """A part of a source date and the part of the target that stands in its place; article offsets.

    `is_sure`: nothing else in the pair could be meant. `moment`: the target date that holds `target`.
    """

    field: Field
    source: Part
    target: Part
    source_moment: Moment
    moment: Moment
    is_sure: bool


class PairMoments(NamedTuple):
    """The dates of one pair, article offsets, with the texts they stand in."""

    number: int
    source: tuple[Moment, ...]
    target: tuple[Moment, ...]
    source_range: tuple[int, int]
    target_range: tuple[int, int]


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
        said, written = _by_field(pair.source), _by_field(pair.target)
        if not written.keys() >= _WORDED & said.keys():
            pair = self._with_words(pair)
            written = _by_field(pair.target)
        for field in _FIELDS:
            if field in said and field in written and _differ(said[field], written[field]):
                pair = self._with_words(pair)
                found += self._faults_of(field, said[field], _by_field(pair.target)[field], pair)
        if "month" in written and "day" in written and "day" in said:
            told = {fault.target for fault in found}
            found += [fault for fault in _crossed(pair) if fault.target not in told]
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
            self._words[number] = [_moved(moment, start) for moment in english.find_words(article.text[start:end])[:_MOST]]
        return self._words[number]

    def _faults_of(self, field: Field, said: list[_Holder], written: list[_Holder], pair: PairMoments) -> Iterator[DateFault]:
        source_text = self._facts.simplified_source[slice(*pair.source_range)]
        target_text = self._facts.article.text[slice(*pair.target_range)]
        wrong = [holder for holder in written if not _is_accounted(field, holder, pair, source_text, self._years)]
        if not wrong:
            return
        lost = [holder for holder in said if not holder[1].calendar and not _is_answered(field, holder[0], pair, target_text, source_text)]
        sure = len({holder[0].values for holder in lost}) == 1 == len({holder[0].values for holder in wrong})
        for part, moment in wrong:
            if not lost:
                return
            best = max(lost, key=lambda holder: (_agreement(holder[1], moment), -abs(holder[0].values[0] - part.values[0])))
            together = _agreement(best[1], moment) > 0
            yield DateFault(field, best[0], part, best[1], moment, sure or together)
            lost = [holder for holder in lost if holder[0].values != best[0].values]

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
            said = _parts(ones, field)
            if len(said) != 1 or not said[0][0].values:
                continue
            words = english.find_words(self._facts.article.between(self._facts.links[number].target), english.HEADS[field])
            if not any(_points_elsewhere(said[0][0], other) for other, _ in _parts(words, field)):
                continue
            pair = self._read(number)
            if pair is None:
                return
            written = _parts(self._with_words(pair).target, field)
            if len(written) == 1 and _points_elsewhere(said[0][0], written[0][0]) and not _parts(pair.target, plain):
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
            if int(match.group()) in (year - 1911, year - 11):
                yield moment, pair.target_range[0] + match.start(), pair.target_range[0] + match.end()
                return


_Holder = tuple[Part, Moment]


def _crossed(pair: PairMoments) -> Iterator[DateFault]:
    """Days with the month of another: each source date of that day names its month, and none names this one."""
    for moment in pair.target:
        if len(moment.month) != 1 or len(moment.day) != 1:
            continue
        same_day = [other for other in pair.source if _share(other, moment, "day") and len(_parts([other], "day")) == 1]
        if same_day and all(other.month and not other.calendar and not _share(other, moment, "month") for other in same_day):
            source, target = _parts(same_day, "month")[0], _parts([moment], "month")[0]
            yield DateFault("month", source[0], target[0], source[1], moment, is_sure=len(same_day) == 1)


_Held = dict[Field, list[_Holder]]


def _points_elsewhere(said: Part, written: Part) -> bool:
    """Whether the one is past or next and the other on the other side of today, or today itself."""
    if not written.values:
        return False
    shift, other = said.values[0], written.values[0]
    return shift * other <= 0 and said.values != written.values and abs(shift) < 2


def _by_field(moments: Iterable[Moment]) -> _Held:
    held: _Held = {}
    for moment in moments:
        for part in moment.parts:
            if part.field in held:
                held[part.field].append((part, moment))
            else:
                held[part.field] = [(part, moment)]
    return held


def _differ(said: list[_Holder], written: list[_Holder]) -> bool:
    """Whether each side has a value that the other lacks, by the last two figures."""
    ours = {value % 100 for part, _ in said for value in part.values}
    theirs = {value % 100 for part, _ in written for value in part.values}
    return any(all(value % 100 not in ours for value in part.values) for part, _ in written) and any(
        all(value % 100 not in theirs for value in part.values) for part, _ in said
    )


def _moved(moment: Moment, by: int) -> Moment:
    parts = tuple(Part(part.field, part.values, part.start + by, part.end + by) for part in moment.parts)
    return Moment(moment.start + by, moment.end + by, parts, moment.calendar)


def _parts(moments: Iterable[Moment], field: Field) -> list[_Holder]:
    return [(part, moment) for moment in moments for part in moment.parts if part.field == field]


def _share(one: Moment, other: Moment, field: Field) -> bool:
    return bool(set(one.values(field)) & set(other.values(field)))


def _agreement(one: Moment, other: Moment) -> int:
    return sum(_share(one, other, field) for field in ("year", "month", "day"))


def _values(moments: Iterable[Moment], field: Field) -> set[int]:
    return {value for moment in moments for part in moment.parts if part.field == field for value in part.values}


def _is_accounted(field: Field, holder: _Holder, pair: PairMoments, source_text: str, years: frozenset[int]) -> bool:
    """Whether the source of the pair gives reason for what the target says."""
    part, moment = holder
    known = _values(pair.source, field)
    if known & set(part.values):
        return True
    if field in ("decade", "century"):
        return _decade_is_known(part, pair, source_text)
    value = part.values[0]
    if field == "year":
        if any(value // 10 * 10 in (decade, 1900 + decade, 2000 + decade) for decade in _values(pair.source, "decade")):
            return True
        # 今年 is the year the article is of: a translator may write it out, once for each.
        if _excess(pair.source, pair.target, "relative-year"):
            shifts = _values(pair.source, "relative-year")
            return not years or any(value - shift in years for shift in shifts)
    if field == "month":
        if _parts(pair.source, "relative-month") or any(other.calendar == "lunar" for other in pair.source):
            return True
        days = set(moment.day)
        bare = {day for other in pair.source if not other.month for day in other.day}
        # 26日 alone: the translator filled the month in.
        if days and days <= bare and not any(_share(other, moment, "day") and other.month for other in pair.source):
            return True
    if field == "day" and (_resolves(value, pair) or any(other.calendar == "lunar" for other in pair.source)):
        return True
    if field in ("month", "day") and any(value == month_day[field == "day"] for month_day in holiday_dates(source_text)):
        return True
    if field == "weekday":
        return _excess(pair.source, pair.target, "day", "relative-day")
    if field == "hour" and _values(pair.source, "hour") & {(reading + 12) % 24 for reading in part.values}:
        return len(part.values) > 1
    return field != "month" and value in figures_of(_between(source_text, pair.source, pair.source_range[0]))


def _resolves(value: int, pair: PairMoments) -> bool:
    """Whether the day may be what the translator made of today, tomorrow (any day) or the day after one that is named (only that)."""
    if not _excess(pair.source, pair.target, "relative-day", "weekday"):
        return False
    shifts = {value for moment in pair.source for part in moment.parts if part.field == "relative-day" for value in part.values}
    return bool(shifts - {1}) or (1 in shifts and (value - 1 in _values(pair.source, "day") or not _values(pair.source, "day")))


def _decade_is_known(part: Part, pair: PairMoments, source_text: str) -> bool:
    figures = {value % 100 for value in _values(pair.source, "decade") | _values(pair.source, "year")} | {
        value % 100 for value in figures_of(source_text)
    }
    return any(value % 100 in figures for value in part.values) or bool(_parts(pair.source, "relative-century"))


def _is_answered(field: Field, part: Part, pair: PairMoments, target_text: str, source_text: str) -> bool:
    """Whether something in the target of the pair may stand for what the source says."""
    known = _values(pair.target, field)
    values = set(part.values)
    if known & values:
        return True
    if field == "decade":
        return bool({value % 100 for value in known | _values(pair.target, "year")} & {value % 100 for value in values})
    if field == "year":
        decades = _values(pair.target, "decade")
        if _excess(pair.target, pair.source, "relative-year") or any(
            value // 10 * 10 in (decade, 1900 + decade) for value in values for decade in decades
        ):
            return True
        values |= {value % 100 for value in values}
    elif field == "month":
        written = "/" in target_text and any(f"/{value}" in target_text or f"{value}/" in target_text for value in values)
        return written or _excess(pair.target, pair.source, "relative-month")
    elif field == "weekday":
        return _excess(pair.target, pair.source, "day", "relative-day")
    elif field == "day" and _excess(pair.target, pair.source, "relative-day", "weekday"):
        return True
    if field == "hour" and any(zone in target_text for zone in _ZONES):
        return True
    # A figure that renders one of the source renders no date of it: "28 projects" for 28个项目 says nothing of 9月28日.
    plain = figures_of(_between(source_text, pair.source, pair.source_range[0]))
    return not values.isdisjoint(figures_of(_between(target_text, pair.target, pair.target_range[0])) - plain)


def _between(text: str, moments: Iterable[Moment], offset: int) -> str:
    """The text without its dates: the 1 of 1月 is no first of the month."""
    pieces, position = [], 0
    for moment in moments:
        pieces.append(text[position : moment.start - offset])
        position = moment.end - offset
    return " ".join([*pieces, text[position:]])


def _excess(ones: Iterable[Moment], others: Iterable[Moment], *fields: Field) -> bool:
    """Whether more such dates stand on the one side than on the other; 当年 and "that year" count for none."""
    return _count(ones, fields) > _count(others, fields)


def _count(moments: Iterable[Moment], fields: tuple[Field, ...]) -> int:
    return sum(1 for moment in moments for part in moment.parts if part.field in fields and part.values)
