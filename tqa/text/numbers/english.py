"""Numbers in English text: figures with scales, currencies and signs, number words, and the odd dress machine translation gives them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from tqa.text.english import word_set
from tqa.text.numbers.measures import english_currencies
from tqa.text.numbers.quantity import LONGEST, Kind, Quantity, Reading, distinct, ratio
from tqa.text.numbers.words import find_spelled, find_words
from tqa.text.regex import regex

# Figures, then what makes them larger or says what they count. Groups: the figures; scale; sign or ordinal ending.
_FIGURE = regex(
    r"[0-9][0-9]*(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?"
    r"(?:(?=[ \u00a0-]?[htmbkHTMBK])[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|mln|bln|mn|bn|tn|[KkMBm](?![A-Za-z0-9])|"
    r"[Mm]illions|[Bb]illions|[Tt]housands|[Tt]rillions|[Mm]illon|[Bb]illon|[Tt]rillon|Million|Billion|Trillion|Thousand|Hundred)(?![A-Za-z]))?"
    # The look-aheads spare the many alternatives after most numbers.
    r"(?:(?=[ -]?[%psnrtfx])(?P<tail> ?%| ?percentage|-percentage| ?per ?cent|-per ?cent| pct|"
    r"st(?![a-z])|nd(?![a-z])|rd(?![a-z])|th(?![a-z])| ?times|-fold|fold|-times|x(?![a-z0-9])))?"
)
_LOOSE_GROUPS = regex(r"[0-9]{1,3}(?:(?:, | ,| )[0-9]{3}(?![0-9])|,[0-9]{3}(?![0-9]))+(?![0-9])")
_HUNDRED_MORE = regex(r"[ -](thousand|million|billion|trillion)(?![a-z])")
_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "millon": 10**6,
    "billon": 10**9,
    "trillon": 10**12,
    "mln": 10**6,
    "bln": 10**9,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "k": 10**3,
    "m": 10**6,
    "b": 10**9,
}
_MONTHS = word_set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec."
)
_COUNTED = regex(r"[ -](?:and a )?(?:[a-z]+[ -])?(?:[a-z]+s|people|men|women|children|staff|personnel|yuan|mu)\b")
_FRACTION = regex(r"(?<![0-9/])([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")
_HALF_MORE = regex(r" and a half|½| 1/2")
_CLOCK = regex(r" ?(?:a\.m|p\.m|am\b|pm\b|o['’]clock)")
_WIDE, _WIDE_FROM = regex("[０-９]"), ord("０") - ord("0")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def find_quantities(text: str, lowered: str) -> list[Quantity]:
    """Every number of an English text in order; `lowered` is the text in lower case.

    Numbers that are part of a name, a date or a time have weight 0.   Cost: one scan and a step a number.
    """
    if not text.isascii() and _WIDE.search(text):
        text, lowered = (_WIDE.sub(lambda match: chr(ord(match[0]) - _WIDE_FROM), one) for one in (text, lowered))
    words, digits = find_words(lowered)
    found = []
    done = 0
    for start in digits:
        if start >= done:
            match = _FIGURE.match(text, start)
            assert match is not None  # for the type checker: it begins with a digit
            done = match.end()
            found.append(_figure(text, match))
    if words:
        found += find_spelled(words, lowered)
        found.sort(key=_start)
        found = _joined(found, lowered)
        if " per" in lowered:
            found = [_share(one, lowered) if one[2].spelled and lowered.startswith((" percent", " per cent"), one[1]) else one for one in found]
    _share_scales(found, lowered)
    return found


def loose_groups(text: str) -> list[Quantity]:
    """Figures whose thousands are parted by a space, or by a comma and a space: 30 000; 1, 500,000. May be two numbers."""
    found = []
    for match in _LOOSE_GROUPS.finditer(text):
        figures = match.group()
        if " " in figures and len(figures) <= LONGEST and text[match.start() - 1 : match.start()] not in (",", "."):
            scaled = _FIGURE.match(text, match.end() - 3)
            digits = Decimal(figures.replace(",", "").replace(" ", ""))
            scale = Decimal(_SCALES[scaled["scale"].lower()]) if scaled and scaled["scale"] else Decimal(1)
            found.append(Quantity(match.start(), match.end(), Reading((digits * scale,))))
    return found


_start = itemgetter(0)


def _figure(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    scale, tail = match.groups()
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if scale is None and tail is None:
        run = text[start:end]
        if before in _BEFORE_CODE or after in _AFTER_CODE:
            special = _special(text, start, end, run)
            if special is not None:
                return special
        reading = _short(text, start, end, run) if len(run) <= 4 and "." not in run else _plain(run)
        return Quantity(start, end, reading)
    whole = _HUNDRED_MORE.match(text, end) if scale == "hundred" else None
    run = text[start : match.start("scale")].rstrip(" -\u00a0") if scale else text[start : match.start("tail")]
    if whole:
        end = whole.end()
    if before in _LETTERS and not _is_money(text, start):
        return Quantity(start, end, _code(run))
    return Quantity(start, end, _scaled(run, (scale or "").lower(), whole[1] if whole else "", (tail or "").strip().lower()))


_BEFORE_CODE = _LETTERS | frozenset("-./:–")
_AFTER_CODE = _LETTERS | frozenset(":/-–'’")


def _special(text: str, start: int, end: int, run: str) -> Quantity | None:
    """Codes, times, decades and scores; None for an ordinary number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _LETTERS:
        return None if _is_money(text, start) else Quantity(start, end, _code(run))
    if before in ("-", "/", ".") and text[start - 2 : start - 1] in _LETTERS and not _spelled_before(text, start):
        return Quantity(start, end, _code(run))
    if after in _LETTERS and after != "":
        if text.startswith("s", end) and text[end + 1 : end + 2] not in _LETTERS:
            return Quantity(start, end, _moment(run, True))
        if text.startswith(_GLUED_UNITS, end):
            return None
        return Quantity(start, end, _code(run))
    digit_after = text[end + 1 : end + 2] in _DIGITS
    digit_before = text[start - 2 : start - 1] in _DIGITS
    if (after in (":", "/") and digit_after) or (before in (":", "/", ".") and digit_before):
        return Quantity(start, end, _code(run))
    if after in ("'", "’") and text.startswith("s", end + 1) and len(run) in (2, 4):
        return Quantity(start, end, _moment(run, True))
    return None


def _is_money(text: str, start: int) -> bool:
    """Whether the letters right before are a currency's: USD11 million."""
    letters = _MONEY_LETTERS.search(text, max(0, start - 6), start)
    return letters is not None and letters.group().lower() in english_currencies()


_MONEY_LETTERS = regex(r"(?<![A-Za-z])(?:[A-Z]{2,3}|Rs|[Yy]uan)$")


def _spelled_before(text: str, start: int) -> bool:
    """Whether a dash joins a word and its number, “top-10”, or two sides of a range, “yuan-30”: no code."""
    return text.endswith(("top-", "Top-", "yuan-"), 0, start)


_DIGITS = frozenset("0123456789")
_GLUED_UNITS = ("km", "kg", "m2", "mm", "cm", "kW", "MW", "GW", "sq", "yuan", "kWh", "ha", "mu", "RMB", "hrs", "min")


@lru_cache(maxsize=8192)
def _plain(run: str) -> Reading:
    figures = run.replace(",", "")
    if len(figures) > LONGEST:
        return Reading((), "code", 0)
    value = Decimal(figures)
    return Reading((value,), half=_half(figures, value))


def _short(text: str, start: int, end: int, run: str) -> Reading:
    """Figures of up to four digits: they may be a day, a year or a time."""
    if len(run) == 4 and run[:2] in ("19", "20", "18", "17", "16", "15") and not _COUNTED.match(text, end):
        return _moment(run)
    if len(run) <= 2 and int(run) <= 31:
        if _is_day(text, start, end):
            return _moment(run)
        if int(run) <= 24 and text[end : end + 1] in _CLOCK_STARTS and _CLOCK.match(text, end):
            return _hour(run)
    return _plain(run)


_CLOCK_STARTS = frozenset(" apo")


def _is_day(text: str, start: int, end: int) -> bool:
    """Whether a month stands before the figure or after it."""
    if text[start - 1 : start] == " ":
        before = text[max(0, start - 10) : start - 1]
        word = before[before.rfind(" ") + 1 :]
        if word[:1] in _MONTH_LETTERS and word.lower() in _MONTHS:
            return True
    if text[end : end + 1] == " ":
        after = text[end + 1 : end + 14]
        word = after.removeprefix("of ").partition(" ")[0].rstrip(",.;")
        return word[:1] in _MONTH_LETTERS and word.lower() in _MONTHS
    return False


_MONTH_LETTERS = frozenset("JFMASOND")


@lru_cache(maxsize=4096)
def _moment(run: str, is_decade: bool = False) -> Reading:
    value = Decimal(run.replace(",", ""))
    values = [value, value % 100] if value >= 1000 else [value]
    if is_decade and 1900 <= value < 2100:
        # The 1960s: 六十年代.
        values.append((value // 10) % 10 * 10)
    return Reading(distinct(values), "moment", 0)


@lru_cache(maxsize=256)
def _hour(run: str) -> Reading:
    return Reading((Decimal(run), Decimal(run) + 12), "moment", 0)


@lru_cache(maxsize=4096)
def _code(run: str) -> Reading:
    return Reading(tuple(Decimal(part) for part in (run.replace(",", ""),) if len(part) <= LONGEST), "code", 0)


@lru_cache(maxsize=8192)
def _scaled(run: str, scale: str, more: str, tail: str) -> Reading:
    figures = run.replace(",", "")
    if len(figures) > LONGEST:
        return Reading((), "code", 0)
    value = Decimal(figures)
    factor = Decimal(_SCALES.get(scale, 1) * _SCALES.get(more, 1))
    half = _half(figures, value) * factor
    value *= factor
    kind: Kind = "num"
    values = [value]
    weight = 2
    if tail in ("st", "nd", "rd", "th"):
        kind, weight = "ordinal", 1
    elif "percentage" in tail:
        kind = "points"
    elif tail in ("%", "percent", "per cent", "pct", "-percent", "-per cent"):
        kind = "pct"
        values.append(value / 100)
    elif tail:
        kind = "times"
        values += [(value - 1) * 100, value * 100, value - 1]
    elif scale in ("m", "b") and not more:
        # “100 m” is a length.
        values.append(value / factor)
    return Reading(distinct(values), kind, weight, half=half)


def _half(figures: str, value: Decimal) -> Decimal:
    """Half the last digit shown, where two digits or more are significant; zeros at the end of a whole number are not."""
    if "." in figures:
        places = len(figures) - figures.index(".") - 1
        return Decimal(5).scaleb(-places - 1) if len(figures.replace(".", "").lstrip("0")) > 1 else Decimal(0)
    stripped = figures.rstrip("0")
    zeros = len(figures) - len(stripped)
    return Decimal(5).scaleb(zeros - 1) if len(stripped) > 1 else Decimal(0)


def _joined(found: list[Quantity], lowered: str) -> list[Quantity]:
    """Figures and words that make one number: 20 dozen, 3 and a half, 1.5 hundred thousand; what stands inside another is left out."""
    kept: list[Quantity] = []
    for quantity in found:
        if kept and quantity[0] < kept[-1][1]:
            continue
        if kept and kept[-1][1] + 6 >= quantity[0] and not kept[-1].reading.spelled and quantity.reading.spelled:
            sep = lowered[kept[-1].end : quantity.start]
            word = lowered[quantity.start : quantity.end]
            first = kept[-1]
            if first.values and sep in (" ", "-", " and a ") and word in _MULTIPLES:
                value = first.values[0]
                factor = _MULTIPLES[word]
                values: tuple[Decimal, ...]
                if word == "half":
                    values = (value + Decimal("0.5"), value)
                elif factor == 0:
                    values = ()
                else:
                    values = (
                        (value * factor, value)
                        if word.startswith("d")
                        else (ratio(int(value), int(factor)), ratio(int(100 * value), int(factor)), value)
                    )
                if sep == " and a " and word != "half":
                    kept.append(quantity)
                    continue
                kept[-1] = Quantity(first.start, quantity.end, Reading(values, first.kind, first.weight))
                continue
        kept.append(quantity)
    return kept


def _share(quantity: Quantity, lowered: str) -> Quantity:
    """Seven percent, seven percentage points; the number keeps its place."""
    reading = quantity.reading
    if reading.kind != "num":
        return quantity
    if lowered.startswith(" percentage", quantity.end):
        kind: Kind = "points"
        values = reading.values
    else:
        kind = "pct"
        values = distinct([*reading.values, *(value / 100 for value in reading.values)])
    return Quantity(quantity.start, quantity.end, Reading(values, kind, reading.weight, spelled=True))


_MULTIPLES = {"dozen": 12, "decades": 10, "decade": 10, "half": 1, "thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10}


def _share_scales(found: list[Quantity], lowered: str) -> None:
    """4 to 6 million: the first number may share the scale and the kind of the second."""
    for place in range(len(found) - 2, -1, -1):
        first, second = found[place], found[place + 1]
        if second[0] - first[1] > 15 or not first.values or not second.values:
            continue
        sep = lowered[first.end : second.start].rstrip("$€£¥us ") if second.start - first.end > 1 else lowered[first.end : second.start]
        if sep not in _RANGES:
            continue
        one, two = first.reading, second.reading
        if one.kind not in ("num", two.kind):
            continue
        scale = _scale_of(lowered[second.start : second.end])
        values = list(one.values)
        if scale > 1 and values[0] < scale:
            values.append(values[0] * scale)
        kind = two.kind if two.kind in ("pct", "points", "times", "moment") and one.kind == "num" else one.kind
        if len(values) > len(one.values) or kind != one.kind:
            weight = 0 if kind == "moment" and one.value < 1000 else one.weight
            found[place] = Quantity(first.start, first.end, Reading(distinct(values), kind, weight, half=one.half, spelled=one.spelled))


_RANGES = frozenset(("", "-", "–", "—", "~", " to", " and", " or", " -", " –", ",", " through", "-to-", " to about", "to", ", and", ", or"))


@lru_cache(maxsize=4096)
def _scale_of(written: str) -> Decimal:
    """The product of the scale words a number ends with."""
    scale = Decimal(1)
    for word in written.replace("-", " ").split():
        if word in _SCALES and len(word) > 1:
            scale *= _SCALES[word]
        elif word == "dozen":
            scale *= 12
    return scale
