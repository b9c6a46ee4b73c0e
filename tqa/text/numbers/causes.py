"""How a number of the wrong size came about, and the right one in the dress of the wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tqa.text.numbers.quantity import Quantity, fraction
from tqa.text.numbers.words import SCALES, SMALL, TENS
from tqa.text.regex import regex

_SIZES = {"trillion": 10**12, "billion": 10**9, "million": 10**6}
_NUMERALS = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)), ("千", Decimal(10**3)), ("百", Decimal(100)))
_WORDS = {value: word for word, value in (TENS | SMALL).items()}
_FIGURES = regex(
    r"[0-9][0-9,]*(?:\.[0-9]+)?"
    r"(?P<scale>[ \u00a0-]?(?:hundred|thousands?|millions?|billions?|trillions?|millon|billon|trillon|mln|bln|mn|bn|tn|[kmb])"
    r"(?![a-z]))?(?: (?:thousand|million|billion|trillion)(?![a-z]))?"
)
_ENDINGS = regex(r"(?: ?%|[ -]?per ?cent| pct|[ -]percentage|[ -]?times|-?fold|x)?")
_SPELLED = SMALL.keys() | TENS.keys() | SCALES.keys() | {"and", "a", "half"}


def cause_of(right: Decimal, wrong: Decimal, chinese: str) -> tuple[str, dict[str, Any]]:  # values of a message
    """What was misread, “亿 read as 10⁷”, as a template and its values; an empty one where nothing explains it."""
    if not right or not wrong:
        return "", {}
    power = (wrong / right).adjusted()
    for numeral, size in _NUMERALS:
        if numeral in chinese:
            exponent = size.adjusted() + power
            return ("{numeral} read as {power}", {"numeral": numeral, "power": f"10{_raised(exponent)}"}) if exponent >= 0 else ("", {})
    if abs(power) >= 13:
        return "", {}
    return "{times} times too much" if power > 0 else "{times} times too little", {"times": f"{10 ** abs(power):,}"}


def _raised(exponent: int) -> str:
    return str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def mended(source: Quantity, written: str) -> str:
    """The source's value as English, with the sign or ending of the wrong number: “6.23 billion” gives “62.3 billion”.

    Empty where no certain wording is at hand: a third, two decades, one that becomes three.
    """
    value = source.values[0]
    if fraction(value):
        return ""
    plain = written.lower()
    if plain[:1].isalpha():
        words = plain.replace("-", " ").split()
        is_number = (words[0] in SMALL or words[0] in TENS) and _SPELLED.issuperset(words)
        if not is_number or (value == 1) != (plain == "one"):
            return ""
        if value in _WORDS:
            word = _WORDS[int(value)]
            return word.capitalize() if written[:1].isupper() else word
        return _in_figures(value, " ", "")
    match = _FIGURES.match(plain)
    if match is None:
        return ""
    ending = plain[match.end() :]
    if ending == " and a half":
        ending = ""
    elif _ENDINGS.fullmatch(ending) is None:
        return ""
    # A number without commas may be a code: 40251.
    if "," not in written and "." not in written and sum(map(str.isdigit, written)) > 3 and value < 10**6:
        return f"{value.normalize():f}{ending}"
    return _in_figures(value, "-" if (match["scale"] or "").startswith("-") else " ", ending)


def _in_figures(value: Decimal, join: str, ending: str) -> str:
    for word, size in _SIZES.items():
        if value >= size:
            short = (value / size).normalize()
            if len(short.as_tuple().digits) <= 6:
                return f"{short:,f}{join}{word}{ending}"
    return f"{value.normalize():,f}{ending}"
