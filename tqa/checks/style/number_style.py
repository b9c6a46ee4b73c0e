"""A long whole number without its commas."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Severity
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.english import word_set
from tqa.text.regex import regex

_MONEY = frozenset("$€£¥")
_BEFORE = frozenset(".,:/-–+#=&_")
_LONG = regex(r"[1-9][0-9]{3,14}(?![\w:/\-–+=%&]|[.,][0-9])")
_PARTED = regex(r"(?<![0-9.,])[1-9],[0-9]{3}(?![\w,])")
_DIGITS_AS_0 = bytes(ord("0") if chr(code).isdigit() and code < 128 else code for code in range(256))
_FOLLOWING = regex(r" ([a-z]+)")
_DIALLED = regex(r"(?: [A-Za-z-]+){0,4} (?:hot|help)line")
_PRECEDING = regex(r"(?:(\w+)\.?|[#№]) $")
_CODES = word_set(
    """no nos number numbers code codes id ip model type item article order room flight train bus line route highway road street box
    hotline dial call phone tel telephone fax mobile postcode zip account qq wechat isbn bus platform channel asteroid windows version
    document form licence license ticket ward unit building gate iso gb en class series size"""
)
"""Words after which figures are a name and count nothing."""
_COUNTED = word_set(
    """people yuan dollars euros pounds yen rupees rubles won meters metres kilometers kilometres km kilograms kilos kg tons tonnes mu
    hectares acres households families villages companies enterprises firms students teachers workers farmers residents visitors
    tourists passengers vehicles cars trucks ships trees cases patients deaths beds jobs homes items pieces copies participants athletes
    delegates officials members doctors nurses soldiers troops volunteers guests stores shops schools projects square cubic units sets
    sheep cattle pigs books seats million kilowatts megawatts liters litres calories words votes points times feet miles square"""
)
"""Words that are counted; before them a figure of four digits is no year."""
_YEARS = range(1000, 2101)


class NumberStyle(DocumentRule):
    """A whole number of four digits or more is written without commas: 1100 people, 51500 yuan.

    Why: English news parts long figures by threes, and a row of five digits or more is counted on the fingers.
    What: a figure of five digits and more; one of four where the article parts another of four, for some houses begin with five.
    Limits: years, codes, addresses, telephone numbers, train and flight numbers stay as they are; so does a figure of four digits before
    a word that is not known to be counted.
    Measured: 0.05 hints an article on 146 human translations of news, all of them figures that want a comma.
    """

    severity = Severity.INFO
    mqm = "locale-conventions/number-format"

    examples = (
        example("In 2020 people stayed at home; 1984 was read by 2019 students of Class 2019."),
        example("Call 12345, or write to Beijing 100000; train No. 10086 and Flight 8501 left."),
        example("They answer the 12345 government service hotline."),
        example("The stock (600519) rose; QQ 123456 and WeChat 54321."),
        example("From 1990 to 2020, room 1203, version 10.12345, 3.14159 and 1990s."),
        example("It sold 1,100 cars, 12.5 million tonnes and 3000-tonne ships."),
        example("Asteroid 12345 and ISO 14001 were named."),
        example("It sold ⟦51500⟧ cars.", fixed="It sold 51,500 cars."),
        example("The fair drew ⟦3100⟧ people and 1,200 exhibitors.", fixed="The fair drew 3,100 people and 1,200 exhibitors."),
        example("It cost $⟦1250⟧, ¥⟦1200000⟧ and $1,300.", fixed="It cost $1,250, ¥1,200,000 and $1,300."),
        example("It cost $1250 and drew 3100 people."),  # this house parts only from five digits on
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.article.text
        shape = text.encode("latin-1", "replace").translate(_DIGITS_AS_0)
        if b"0000" not in shape:
            return
        long = b"0000" if _parts_thousands(text, shape) else b"00000"
        start = shape.find(long)
        while start >= 0:
            match = _LONG.match(text, start)
            if match and counts(text, start, match.end()):
                yield from self._report(facts, start, match.group())
            start = shape.find(long, _end_of_digits(shape, start))

    def _report(self, facts: Analysis, start: int, digits: str) -> Iterator[Finding]:
        segment, span = facts.article.place(start, start + len(digits))
        if facts.is_prose(segment, span):
            better = f"{int(digits):,}"
            fix = replace(segment, span, better, safe=True)
            yield self.finding(segment, span, "“{digits}” is easier to read as “{better}”", digits=digits, better=better, fix=fix)


def _parts_thousands(text: str, shape: bytes) -> bool:
    """Whether a figure of four digits has its comma."""
    start = shape.find(b"0,000")
    while start >= 0:
        if _PARTED.match(text, start):
            return True
        start = shape.find(b"0,000", start + 1)
    return False


def _end_of_digits(shape: bytes, start: int) -> int:
    end = start
    while shape[end : end + 1] == b"0":
        end += 1
    return end


def counts(text: str, start: int, end: int) -> bool:
    """Whether the figure at this range says how many; a year, a code, an address or a part of another figure does not."""
    before = text[start - 1 : start]
    is_money = before in _MONEY
    if is_money:
        before = text[start - 2 : start - 1]
    if before.isalnum() or before in _BEFORE:
        return False
    digits = text[start:end]
    start -= is_money
    preceding = _PRECEDING.search(text, max(start - 24, 0), start)
    word = (preceding.group(1) or "#") if preceding else ""
    if word == "#" or word.lower() in _CODES or _DIALLED.match(text, end):
        return False
    following = _FOLLOWING.match(text, end)
    counted = following is not None and following.group(1) in _COUNTED
    if is_money or (counted and (len(digits) > 4 or int(digits) not in _YEARS)):
        return True
    # After a name it may be one of its parts: Beijing 100000, Boeing 78710.
    return len(digits) > 4 and bool(preceding) and word.islower() and following is not None
