"""Whether a date of one side answers one of the other, within a pair: each part of it by what else the two texts say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqa.records import NamedTuple
from tqa.text.dates.accounts import figures_of, holiday_dates
from tqa.text.dates.moment import Field, Moment, Part
from tqa.text.regex import regex

_ZONES = ("GMT", "UTC", "EST", "EDT", "PST", "PDT", "CET", "CEST", "BST", "IST", "JST", "MSK", "AEST", "AEDT", "Eastern", "Pacific", "Greenwich")


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


Holder = tuple[Part, Moment]
"""A part of a date with the date."""
Held = dict[Field, list[Holder]]


def is_accounted(field: Field, holder: Holder, pair: PairMoments, source_text: str, years: frozenset[int]) -> bool:
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
        if parts_of(pair.source, "relative-month") or any(other.calendar == "lunar" for other in pair.source):
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
    if field == "quarter" and any(word in source_text for word in _YEARS_OF_ACCOUNTS):
        # The third quarter of a year of accounts may end in June.
        return True
    if field == "hour" and _values(pair.source, "hour") & {(reading + 12) % 24 for reading in part.values}:
        return len(part.values) > 1
    return field != "month" and value in figures_of(_between(source_text, pair.source, pair.source_range[0]))


_YEARS_OF_ACCOUNTS = ("财年", "财季", "财政年度", "会计年度")


def is_answered(field: Field, part: Part, pair: PairMoments, target_text: str, source_text: str) -> bool:
    """Whether something in the target of the pair may stand for what the source says."""
    known = _values(pair.target, field)
    values = set(part.values)
    if known & values:
        return True
    if field == "decade":
        return bool({value % 100 for value in known | _values(pair.target, "year")} & {value % 100 for value in values})
    if field == "year":
        decades = _values(pair.target, "decade")
        # 同比 says "over the previous year", which is no year of its own.
        is_said_by_words = _count(pair.target, ("relative-year",)) > _count(pair.source, ("relative-year",)) + source_text.count("同比")
        if is_said_by_words or any(value // 10 * 10 in (decade, 1900 + decade) for value in values for decade in decades):
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


def differ(said: list[Holder], written: list[Holder]) -> bool:
    """Whether each side has a value that the other lacks, by the last two figures."""
    ours = {value % 100 for part, _ in said for value in part.values}
    theirs = {value % 100 for part, _ in written for value in part.values}
    return any(all(value % 100 not in ours for value in part.values) for part, _ in written) and any(
        all(value % 100 not in theirs for value in part.values) for part, _ in said
    )


def crossed(pair: PairMoments) -> Iterator[DateFault]:
    """Days with the month of another: each source date of that day names its month, and none names this one."""
    for moment in pair.target:
        if len(moment.month) != 1 or len(moment.day) != 1:
            continue
        same_day = [other for other in pair.source if _share(other, moment, "day") and len(parts_of([other], "day")) == 1]
        if same_day and all(other.month and not other.calendar and not _share(other, moment, "month") for other in same_day):
            source, target = parts_of(same_day, "month")[0], parts_of([moment], "month")[0]
            yield DateFault("month", source[0], target[0], source[1], moment, is_sure=len(same_day) == 1)


def misminuted(pair: PairMoments, source_text: str, target_text: str) -> Iterator[DateFault]:
    """Wrong minutes beside a right hour: 3时20分 as 3:02, 8时 as 8:29; `source_text`, `target_text`: those of the pair.

    A time that the English rounds (around 3:15) is none, nor one that the Chinese does (8时许).
    """
    written = [moment for moment in pair.target if moment.hour and moment.values("minute")]
    said = [_to_the_minute(moment, source_text, pair.source_range[0]) for moment in pair.source if moment.hour]
    lost = [time for time in said if time.values("minute") and not any(_is_same_time(time, other) for other in written)]
    if not lost:
        return
    known = figures_of(_between(source_text, pair.source, pair.source_range[0]))
    given = figures_of(_between(target_text, pair.target, pair.target_range[0]))
    for time in written:
        if any(_is_same_time(time, other) for other in said) or known & set(time.values("minute")):
            continue
        same_hour = [other for other in said if _share(time, other, "hour")]
        unanswered = [other for other in same_hour if other in lost and not given & set(other.values("minute"))]
        place = time.start - pair.target_range[0]
        may_be_rounded = _ROUNDED.search(target_text, max(0, place - 24), place) and any(_is_rounded(time, other) for other in unanswered)
        if len(unanswered) == len(same_hour) > 0 and not may_be_rounded:
            yield DateFault("minute", _minute(unanswered[0]), _minute(time), unanswered[0], time, is_sure=len(unanswered) == 1)


def points_elsewhere(said: Part, written: Part) -> bool:
    """Whether the one is past or next and the other on the other side of today, or today itself; 前年 is not last year, 前天 not yesterday."""
    if not written.values:
        return False
    shift, other = said.values[0], written.values[0]
    if shift < -1:
        return other == -1
    return shift * other <= 0 and said.values != written.values and abs(shift) < 2


def by_field(moments: Iterable[Moment]) -> Held:
    """The parts of the dates by what they say."""
    held: Held = {}
    for moment in moments:
        for part in moment.parts:
            if part.field in held:
                held[part.field].append((part, moment))
            else:
                held[part.field] = [(part, moment)]
    return held


def parts_of(moments: Iterable[Moment], field: Field) -> list[Holder]:
    """The parts of the dates that say this."""
    return [(part, moment) for moment in moments for part in moment.parts if part.field == field]


def agreement(one: Moment, other: Moment) -> int:
    """How much of a day two dates share: 0 to 3."""
    return sum(_share(one, other, field) for field in ("year", "month", "day"))


def moved(moment: Moment, by: int) -> Moment:
    """The date, so many characters further on."""
    parts = tuple(Part(part.field, part.values, part.start + by, part.end + by) for part in moment.parts)
    return Moment(moment.start + by, moment.end + by, parts, moment.calendar)


_ROUNDED = regex(r"\b(?:about|around|nearly|almost|approximately|roughly|circa|some|close to|(?:shortly|just|soon) (?:after|before))(?: at)? $")


_ROUND = 10
"""Minutes that a time said to be about right is not off by."""
_VAGUE = regex("许|多|左右|刚?过|[以之]?[前后]|半")


def _to_the_minute(moment: Moment, text: str, offset: int) -> Moment:
    """A Chinese time with its minutes, which are none where it names the hour alone; without them where it is vague."""
    if moment.values("minute") or _VAGUE.match(text, moment.end - offset) or text[: moment.start - offset].endswith(("约", "近")):
        return moment
    *_, hour = (part for part in moment.parts if part.field == "hour")
    return moment._replace(parts=(*moment.parts, hour._replace(field="minute", values=(0,))))


def _is_same_time(one: Moment, other: Moment) -> bool:
    return _share(one, other, "hour") and _share(one, other, "minute")


def _is_rounded(time: Moment, exact: Moment) -> bool:
    minute = time.values("minute")[0]
    return minute % 5 == 0 and abs(minute - exact.values("minute")[0]) < _ROUND


def _minute(moment: Moment) -> Part:
    return next(part for part in moment.parts if part.field == "minute")


def _share(one: Moment, other: Moment, field: Field) -> bool:
    return bool(set(one.values(field)) & set(other.values(field)))


def _values(moments: Iterable[Moment], field: Field) -> set[int]:
    return {value for moment in moments for part in moment.parts if part.field == field for value in part.values}


def _resolves(value: int, pair: PairMoments) -> bool:
    """Whether the day may be what the translator made of today, tomorrow (any day) or the day after one that is named (only that)."""
    if not _excess(pair.source, pair.target, "relative-day", "weekday"):
        return False
    shifts = {value for moment in pair.source for part in moment.parts if part.field == "relative-day" for value in part.values}
    return bool(shifts - {1}) or (1 in shifts and (value - 1 in _values(pair.source, "day") or not _values(pair.source, "day")))


def _decade_is_known(part: Part, pair: PairMoments, source_text: str) -> bool:
    decades = _values(pair.source, "decade")
    figures = {value % 100 for value in decades | _values(pair.source, "year")} | {value % 100 for value in figures_of(source_text)}
    # 上世纪 alone may be the 1990s, 上世纪70年代 not.
    return any(value % 100 in figures for value in part.values) or bool(not decades and parts_of(pair.source, "relative-century"))


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
