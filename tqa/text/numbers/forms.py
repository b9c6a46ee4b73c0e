"""English numbers written as no English reader writes them."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.records import NamedTuple
from tqa.text.regex import regex

_TEN_THOUSANDS = regex(
    r"(?<![0-9.,])([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)[ -](ten thousand|hundred million|ten million|hundred thousand|thousand million)(?![a-z])"
)
_SIZES = {"ten thousand": 10**4, "hundred thousand": 10**5, "ten million": 10**7, "hundred million": 10**8, "thousand million": 10**9}
# A search for what begins with a literal costs half of `in`.
_SIZE_SIGNS = (regex("ten (?:thousand|million)"), regex("hundred (?:thousand|million)"), regex("thousand million"))
_MISSPELT_SIGN = regex("il(?:lon|ion|llion)")
_LOOSE = regex(r", [0-9]{3}(?![0-9.%])(?<=[0-9], [0-9]{3})(?:,[0-9]{3}(?![0-9]))+")
_LEADING = regex(r"(?<![0-9.,])[0-9]{1,3}$")
_UNEVEN = regex(r",[0-9]{4}(?![0-9])(?<=[0-9],[0-9]{4})")
_TWICE_DOLLAR = regex(r"\$ ?[0-9][0-9,.]*(?: (?:thousand|million|billion|trillion))?( ?(?:rmb|yuan|us dollars|u\.s\. dollars|dollars|usd))(?![a-z])")
_TWICE_YUAN = regex(r"[¥￥] ?[0-9][0-9,.]*(?: (?:thousand|million|billion|trillion))?( ?(?:us dollars|dollars|usd|rmb|yuan))(?![a-z])")
_MISSPELT = regex(r"(?:bill?on|mill?on|trill?on|billlion|milllion|bilion|milion|trilion)(?![a-z])")
_SPELLINGS = {"b": "billion", "m": "million", "t": "trillion"}


class OddForm(NamedTuple):
    """A number to be written otherwise; `better` is empty where that is not certain."""

    start: int
    end: int
    message: str
    better: str


def find_odd_forms(text: str, lowered: str) -> Iterator[OddForm]:
    """The odd forms of a text, by sort; `lowered` is the text in lower case.   Cost: a literal search a sort."""
    if any(sign.search(lowered) for sign in _SIZE_SIGNS):
        for match in _TEN_THOUSANDS.finditer(lowered):
            right = _counted(match[1].replace(",", ""), _SIZES[match[2]])
            if right:
                yield OddForm(*match.span(), "English does not count in {wrong}: {right}", right)
    for match in _LOOSE.finditer(text):
        before = _LEADING.search(text[max(0, match.start() - 4) : match.start()])
        if before:
            start = match.start() - len(before.group())
            yield OddForm(start, match.end(), "a space inside the number “{wrong}”", text[start : match.end()].replace(" ", ""))
    for match in _UNEVEN.finditer(text):
        before = _LEADING.search(text[max(0, match.start() - 4) : match.start()])
        if before:
            start = match.start() - len(before.group())
            better = f"{int(text[start : match.end()].replace(',', '')):,}"
            yield OddForm(start, match.end(), "thousands are parted by threes: “{wrong}”", better)
    for sign, pattern in (("$", _TWICE_DOLLAR), ("¥", _TWICE_YUAN), ("￥", _TWICE_YUAN)):
        if sign in text:
            for match in pattern.finditer(lowered):
                start = match.start()
                if text[start] != sign:
                    continue
                same = ("dollar" in match[1] or "usd" in match[1]) == (sign == "$")
                yield OddForm(start, match.end(), "the currency is said twice: “{wrong}”", text[start : match.start(1)] if same else "")
    if _MISSPELT_SIGN.search(lowered):
        for match in _MISSPELT.finditer(lowered):
            if not lowered[match.start() - 1 : match.start()].isalpha() and lowered[match.start() - 2 : match.start() - 1].isdigit():
                yield OddForm(*match.span(), "“{wrong}” is misspelt", _SPELLINGS[match.group()[0]])


def _counted(figures: str, size: int) -> str:
    """So many of a size as English says it; empty where the figures are no number anyone reads."""
    # Decimals are loaded for the rare article that counts so.
    from decimal import Decimal

    from tqa.text.numbers.quantity import LONGEST, spoken

    return spoken(Decimal(figures) * size) if len(figures) <= LONGEST else ""
