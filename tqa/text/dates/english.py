"""Dates and times in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from tqa.text.dates.moment import Field, Moment, Part
from tqa.text.english import word_set
from tqa.text.regex import regex

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY = {name[:3]: number for number, name in enumerate(WEEKDAYS, 1)}
_DASH = r"\ ?[-–—~/]\ ?"

_ANY_MONTH = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_NO_DAY_AFTER = rf"[\w%]|[.,:][0-9]|\ (?:{'|'.join(MONTHS)}|million|billion|thousand|trillion|percent|per\ cent|people|yuan|[ap]\.?m)\b"
_YEAR = "(?:1[0-9]|20|21)[0-9][0-9]"
_SHORT_MONTHS = "|".join(name[:3] for name in MONTHS)
_NAME = regex("[JFMASONDTW](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|on|ue|ed|hu|ri|at)")
"""How the names begin; searched six times as fast as what follows, which is matched where this is found."""
_NAMED = regex(
    rf"""
    (?:
        (?P<month>{_ANY_MONTH})(?P<dot>\.?)(?![\w'’]*[a-z])
        (?: (?:,?\ (?:the\ )?|(?<=\.))(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?!{_NO_DAY_AFTER})
            (?: (?:{_DASH}|,?\ (?:to|and|or|through|until)\ (?:the\ )?|,\ )(?P<more>[0-3]?[0-9])(?:st|nd|rd|th)?(?!{_NO_DAY_AFTER}|\ [a-z]+s\b) )?
            (?: (?:,\ ?|\ |\ of\ )(?P<year>{_YEAR})(?![\w%]|[.,][0-9]) )?
          | ,?\ (?:of\ )?(?P<bare>{_YEAR})(?![\w%]|[.,][0-9]) )?
      | (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b
      | (?P<short>Mon|Tues?|Thu(?:rs?)?|Wed|Fri|Sat|Sun)
        (?=\.?,?\ (?:{_SHORT_MONTHS}|[0-3]?[0-9]\ [JFMASOND])|[-–](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\.?\))
    )
    """,
    re.VERBOSE,
)
_DAY_BEFORE = regex(
    rf"""(?:(?<![\w.,:$€£¥/-])(?P<first>[0-3]?[0-9])(?:st|nd|rd|th)?(?:{_DASH}|\ (?:to|and)\ (?:the\ )?))?
    (?<![\w.,:$€£¥/])(?P<day>[0-3]?[0-9])(?P<suffix>st|nd|rd|th)?(?:\ (?:day\ )?of|-)?\ $""",
    re.VERBOSE,
)
_FIGURE = regex(
    r"""
    [0-9](?<![\w.,]\S)(?<![$€£¥]\S)
    (?:
        (?P<year>(?<=[12])[0-9]{3})
        (?: (?P<decade>(?<=0)['’]?s)\b
          | (?P<mark>[-./])(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9])(?![0-9])
          | \ ?[-–—/~]\ ?(?P<until>(?:(?<!/)(?:1[0-9]|20|21)[0-9][0-9]|[0-9][0-9]))(?![\w%]|[.,:/-][0-9])
          | (?![\w%]|[.,:/][0-9]|-[0-9]) )
      | (?P<hour>[0-9]?)(?P<minutes>:\ [0-5][0-9]|[:.][0-5][0-9])?\ ?(?P<half>[apAP]\.?\ ?[mM]\b\.?|o['’]clock)
      | (?P<clock>[0-9]?:(?:\ (?<=[0-9][0-9]:.))?[0-5][0-9])(?![0-9])(?!:[0-9][0-9]:)
      | (?P<tens>(?<=[2-9])0)['’]?s\b
      | (?P<ordinal>[0-9]?(?:st|nd|rd|th))(?![\w])
    )
    """,
    re.VERBOSE,
)
_MEASURES = regex(
    r" (?:yuan|RMB|US|HK|dollars?|euros?|people|persons?|met(?:er|re)s?|kilomet|km|tons?|tonnes|kg|kilograms?|million|billion|percent"
    r"|units?|sets?|hectares?|mu|acres?|households?|years?(?! [a-z]+ ?[,.])|days?|hours?|minutes|times|points?|copies|seats|pieces|yen|won"
    r"|rubles|square|cubic|megawatts?|MW|kilo|feet|miles|cars|vehicles|students|workers|jobs|employees|companies|enterprises|cases|troops|soldiers|kilowatts?)\b"
)
_WORD_BEFORE = regex(r"[A-Za-z]+$")
_CENTURY = regex(r"[- ](?:centur(?:y|ies)|c\.)|(?: (?:and|to|or) (?:the )?[0-9]{1,2}(?:st|nd|rd|th))[- ]centur")
_QUARTER = regex(r" quarters?\b")
_TIME_LEAD = regex(r"\b(?:[Aa]t|about|around|from|to|until|till|by|before|after|since) $")
"""What makes a time of 14: 40, which may be a score too."""
_LEAD = regex(r"\b(?:[Oo]n|[Tt]he|to|and|of|morning|afternoon|evening|from|until|till|by|between|since|[Oo]n the) $|[-–,] ?$")
_NO_DAY = regex(
    r" (?:[A-Z]|(?:floor|anniversary|birthday|place|spot|lap|attempt|round|step|stage|page|street|hole|minute|session|meeting|edition|and)\b)"
)
_AFTER_DAY = regex(
    r"$|[\n,.;:)\]\"”’'?!–—-]| \(| (?:and|to|in|at|of|by|for|with|from|that|which|when|the|local|during|after|before|as|on|via|through|until|or|if"
    r"|day|Beijing [Tt]ime|was|is|were|has|had|said|he|she|it|they|this|last|a|an|there|about|because|since|due|amid|according|while|where|under"
    r"|showed|reported|announced|told|evening|morning|afternoon|night)\b"
)


def find_moments(text: str) -> list[Moment]:
    """Dates and times in order; a duration (three days) is none, nor are verbs that look like months.   Cost: two scans and ten literals."""
    return _moments([*_named(text, 0, len(text)), *_figures(text, 0, len(text)), *_worded(text, _ALL_HEADS)])


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Moment]:
    """The same between two offsets, without those that are words only (today, last year, the first half, noon).   Cost: two scans."""
    limit = len(text) if end is None else end
    return _moments([*_named(text, start, limit), *_figures(text, start, limit)])


def find_words(text: str, heads: Sequence[str] = ()) -> list[Moment]:
    """Only those that are words, of these `heads` if any are given."""
    return _moments([*_worded(text, heads or _ALL_HEADS)])


def month_names(text: str) -> set[int]:
    """The months whose names capitalised words of the text are or begin with: 5 for May, also for Mayor."""
    return {_MONTH[name] for name in _MONTH_NAME.findall(text) if name in _MONTH}


_MONTH_NAME = regex("[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)")


def _moments(found: list[list[Part]]) -> list[Moment]:
    found.sort(key=lambda parts: (parts[0].start, -parts[-1].end))
    moments: list[Moment] = []
    position = 0
    for parts in found:
        start = parts[0].start
        if start >= position:
            position = parts[-1].end
            moments.append(Moment(start, position, tuple(parts)))
    return moments


def _named(text: str, begin: int, limit: int) -> Iterator[list[Part]]:
    """Dates with the name of a month, and days of the week."""
    position = begin
    for name in _NAME.finditer(text, begin, limit):
        start = name.start()
        match = _NAMED.match(text, start, limit)
        if not match or (
            start
            and (
                text[start - 1].isalnum()
                or (text[start - 1] in "-'’" and text[max(0, start - 2)].isalpha() and text[start - 4 : start].lower() not in _EARLY)
            )
        ):
            continue
        end = match.end()
        if match["month"] is None:
            yield [Part("weekday", (_WEEKDAY[match.group()[:3]],), start, end)]
            position = end
            continue
        month = Part("month", (_MONTH[match.group()[:3]],), start, match.end("month"))
        before = _days_before(text, start, position)
        # 22 March, 14 June: the day belongs to the month after it.
        if match["day"] and 1 <= int(match["day"]) <= 31 and not before:
            parts = [month, _figure("day", match, "day")]
            if match["more"] and int(match["day"]) < int(match["more"]) <= 31:
                parts.append(_figure("day", match, "more"))
            if match["year"]:
                parts.append(_figure("year", match, "year"))
            yield parts
            position = end
            continue
        parts = [*before, month]
        if match["bare"]:
            parts.append(_figure("year", match, "bare"))
        elif not before and not _is_month(text, match):
            continue
        yield parts
        position = match.end("month") if match["day"] else end


def _figure(field: Field, match: re.Match[str], name: str) -> Part:
    return Part(field, (int(match[name]),), *match.span(name))


def _days_before(text: str, start: int, position: int) -> list[Part]:
    """The days that stand before a month: 17 May, 17th of May, 17-19 May."""
    if start == 0 or text[start - 1] != " ":
        return []
    found = _DAY_BEFORE.search(text[max(position, start - 24) : start])
    if not found or not 1 <= int(found["day"]) <= 31:
        return []
    offset = max(position, start - 24)
    days = [Part("day", (int(found[name]),), found.start(name) + offset, found.end(name) + offset) for name in ("first", "day") if found[name]]
    return [day for day in days if 1 <= day.values[0] <= 31]


_MONTH_LEAD = word_set(
    "in of by since until till from to between during this last next early mid late every for throughout before after and or through around on as"
)


_MONTH_AFTER = regex(rf"(?: ?[-–—] ?| (?:to|and|or|through) )(?:{'|'.join(MONTHS)})\b")
_NAME_AFTER = regex(" [A-Z][a-z]+")
_EARLY = ("mid-", "rly-", "ate-")


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a month's name without a day or year is one: May and March are verbs too, short names need their dot."""
    start = match.start()
    name = text[start : match.end("month")]
    if name not in MONTHS:
        return match["dot"] == "." and name not in ("Mar", "May", "Jun", "Jul") and name != "Jan"
    before = _WORD_BEFORE.search(text, max(0, start - 12), start - 1) if start and text[start - 1] == " " else None
    lead = before.group() if before else ""
    if _MONTH_AFTER.match(text, match.end()):
        return True
    if name == "May" or name == "March":
        return lead.lower() in _MONTH_LEAD - ({"on", "as", "and", "or"} if name == "May" else {"on"}) or text[start - 4 : start].lower() in _EARLY
    # Names of people: April Jones, August Wilson, Harper April.
    if name in ("April", "June", "August") and lead.lower() not in _MONTH_LEAD:
        return not _NAME_AFTER.match(text, match.end("month")) and not (lead[:1].isupper() and lead != "The" and text[start - 2] not in ",.;:")
    return True


def _figures(text: str, begin: int, limit: int) -> Iterator[list[Part]]:
    """Years, decades, centuries, clock times, numeric dates and bare days."""
    for match in _FIGURE.finditer(text, begin, limit):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "decade":
            yield [Part("decade", (int(text[start : start + 4]),), start, end)]
        elif match["year"]:
            yield from _years(text, match)
        elif kind == "half":
            yield _clock(text, match)
        elif kind == "clock":
            colon = text.index(":", start)
            hour = int(text[start:colon])
            if hour <= 24 and (end == colon + 3 or _TIME_LEAD.search(text, max(0, start - 8), start)):
                yield [Part("hour", _hours(hour), start, colon), Part("minute", (int(text[end - 2 : end]),), end - 2, end)]
        elif kind == "tens":
            # In his 50s is an age.
            if (
                not text[max(0, start - 12) : start].endswith(("his ", "her ", "their ", "my ", "our ", "your ", "mid-", "early ", "late ", "aged "))
                or "the " in text[max(0, start - 10) : start]
            ):
                yield [Part("decade", (int(text[start : start + 2]),), start, end)]
        elif kind == "ordinal":
            yield from _ordinal(text, start, end)


def _hours(hour: int) -> tuple[int, ...]:
    return (hour, (hour + 12) % 24) if 1 <= hour <= 12 else (hour % 24,)


def _clock(text: str, match: re.Match[str]) -> list[Part]:
    start = match.start()
    figure = text[start : match.end("hour")]
    hour = int(figure)
    half = match["half"][0].lower()
    readings = _hours(hour) if hour > 12 or half == "o" else (hour % 12 + 12 * (half == "p"),)
    parts = [Part("hour", readings, start, match.end() if not match["minutes"] else match.start("minutes"))]
    if match["minutes"]:
        parts.append(Part("minute", (int(match["minutes"][-2:]),), match.end("minutes") - 2, match.end("minutes")))
    return parts


def _years(text: str, match: re.Match[str]) -> Iterator[list[Part]]:
    start = match.start()
    year = int(text[start : start + 4])
    first = Part("year", (year,), start, start + 4)
    if match["month"]:
        if 1 <= int(match["month"]) <= 12 and 1 <= int(match["day"]) <= 31:
            yield [first, _figure("month", match, "month"), _figure("day", match, "day")]
        return
    until = match["until"]
    if not 1000 <= year < 2200 or not _is_year(text, start, match.end(), year):
        return
    yield [first]
    if until:
        last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
        if year < last < 2200:
            yield [Part("year", (last,), *match.span("until"))]


def _is_year(text: str, start: int, end: int, year: int) -> bool:
    if _MEASURES.match(text, end):
        return False
    if 1900 <= year < 2100:
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 12), start - 1) if start else None
    return text[start - 1 : start] == "(" or (
        before is not None
        and before.group().lower() in ("in", "since", "until", "year", "by", "from", "early", "late")
        and (year < 2000 or year > 2099)
    )


def _ordinal(text: str, start: int, end: int) -> Iterator[list[Part]]:
    """A bare day (on the 26th), a century, a quarter."""
    value = int(text[start : end - 2])
    if _CENTURY.match(text, end):
        yield [Part("century", (value,), start, end)]
    elif value <= 4 and _QUARTER.match(text, end):
        yield [Part("quarter", (value,), start, end)]
    elif 1 <= value <= 31:
        lead = _LEAD.search(text, max(0, start - 12), start)
        if lead and (_AFTER_DAY.match(text, end) or (lead.group().lower().startswith("on") and not _NO_DAY.match(text, end))):
            yield [Part("day", (value,), start, end)]


HEADS: Mapping[Field, Sequence[str]] = {
    "relative-year": ("year",),
    "relative-month": ("month",),
    "relative-week": ("week",),
    "relative-day": ("day", "night", "morrow", "noon", "morning", "evening"),
}
"""Words, or ends of them, that dates in words turn on, where they say so."""
_ALL_HEADS = (*chain(*HEADS.values()), "century", "quarter", "half", "Q")
_UP_TO = r"\ (?:to|through|ended|ending)(?:\ the\ end\ of)?\ (March|June|September|December)\b"
UP_TO_MONTH = regex(_UP_TO)
"""What makes a quarter of three months."""
_WORDS = regex(
    rf"""
    (?P<today>(?:to(?:day|night|morrow)|yesterday)\b)
  | (?P<unit>(?:th(?:is|at|e\ (?:same|following|previous|next|past|coming))|last|next|same|previous|following|past|coming)
      \ (?P<what>year|month|week|day|night|morning|evening|afternoon|century)s?\b)
  | (?P<half>(?:first|second)\ half\b)
  | (?P<quarter>(?:first|second|third|fourth)\ quarter\b|Q[1-4]\b)
  | (?P<months>(?:(?:three|3)\ months|quarter)(?={_UP_TO}))
  | (?P<century>(?:twentieth|twenty-first|nineteenth)\ century\b)
  | (?P<noon>noon\b|mid(?:night|day)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FURTHEST = 14
"""Letters before a head at which its phrase may begin: “the following ”."""
_SHIFT = {"this": 0, "last": -1, "next": 1, "coming": 1, "previous": -1, "following": 1, "past": -1}
_UNITS: dict[str, Field] = {"year": "relative-year", "month": "relative-month", "week": "relative-week", "century": "relative-century"}
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "twentieth": 20, "twenty-first": 21, "nineteenth": 19}
_FURTHER, _FURTHER_ON = "day before ", "day after "
_TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}


def _worded(text: str, heads: Sequence[str]) -> Iterator[list[Part]]:
    """Dates in words: today, last year, the first half, noon."""
    # From the rare last word back: a scan for what such phrases begin with stops at every second word.
    starts: set[int] = set()
    for head in heads:
        at = text.find(head)
        while at >= 0:
            begin = at
            for match in _WORD_START.finditer(text, max(0, at - _FURTHEST), at + 1):
                begin = match.start()
                found = _WORDS.match(text, begin)
                if found and found.end() > at:
                    starts.add(begin)
                    break
            at = text.find(head, at + len(head))
    position = 0
    for start in sorted(starts):
        found = _WORDS.match(text, start)
        if found and start >= position:
            position = found.end()
            yield [_word_part(found)]


_WORD_START = regex(r"\b[A-Za-z]")


def _word_part(match: re.Match[str]) -> Part:
    start, end = match.span()
    word, kind = match.group().lower(), match.lastgroup
    if kind == "today":
        # The day before yesterday.
        further = match.string[max(0, start - len(_FURTHER)) : start].lower().endswith((_FURTHER, _FURTHER_ON))
        return Part("relative-day", (_TODAY[word] * (1 + further),), start, end)
    if kind == "unit":
        # Previous years are no year.
        shift = None if word.endswith("s") else _SHIFT.get(word.split(" ")[-2])
        return Part(_UNITS.get(match["what"].lower(), "relative-day"), () if shift is None else (shift,), start, end)
    if kind == "noon":
        return Part("hour", (0,) if word == "midnight" else (12,), start, end)
    if kind == "months":
        last = UP_TO_MONTH.match(match.string, end)
        return Part("quarter", (_MONTH[last[1][:3]] // 3,) if last else (), start, end)
    first = word.partition(" ")[0]
    number = int(word[1]) if first[0] == "q" else _NUMBERS[first]
    return Part("half" if kind == "half" else "quarter" if kind == "quarter" else "century", (number,), start, end)
