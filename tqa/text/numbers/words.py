"""English number words: two hundred and five, a third, half a million, dozens, three decades."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

from tqa.records import NamedTuple
from tqa.text.automaton import Automaton
from tqa.text.english import word_set
from tqa.text.numbers.quantity import Quantity, Reading, distinct, ratio
from tqa.text.regex import regex

_YEAR_PLAN = ("-year plan", "-year-plan", " year plan", "-year program")
_ORDINAL = regex("(?:[0-9](?:st|nd|rd|th)|[a-z]th|first|second|third)[ -]$")
_LONGEST_ORDINAL = 12
_FIVE = (Decimal(5),)
_MONTH = regex("(?:^|[^a-z])(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:the )?$")
_LONGEST_MONTH = 15
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
SMALL = {word: value for value, word in enumerate(_ONES.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12} | {
    # As machines misspell them.
    "millon": 10**6,
    "billon": 10**9,
    "trillon": 10**12,
}
_MISSPELT = {"fourty": 40, "ninty": 90}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4} | {
    word + "s": value for word, value in ORDINALS.items() if 4 <= value <= 20
}
_PLURALS = word_set("tens dozens hundreds thousands millions billions trillions scores")
_GROUPS = {"dozen": 12, "decade": 10, "decades": 10}
_OTHERS: dict[str, tuple[int | str, ...]] = {
    "both": (2,),
    "couple": (2,),
    "pair": (2,),
    "pairs": (2,),
    "twins": (2,),
    "single": (1,),
    "once": (1,),
    "twice": (2, 200),
    "double": (2, 100, 200, 1),
    "doubled": (2, 100, 200, 1),
    "doubles": (2, 100, 200, 1),
    "doubling": (2, 100, 200, 1),
    "triple": (3, 200, 300, 2),
    "tripled": (3, 200, 300, 2),
    "tripling": (3, 200, 300, 2),
    "quadruple": (4, 300, 400, 3),
    "quadrupled": (4, 300, 400, 3),
    "twofold": (2, 100, 200, 3),
    "threefold": (3, 200, 300, 4),
    "fourfold": (4, 300, 400, 5),
    "fivefold": (5, 400, 500, 6),
    "tenfold": (10, 900, 1000, 11),
    "century": (100, 1),
    "centuries": (100,),
    "fortnight": (14, 2),
    "fortnightly": (14, 2),
    "halved": ("0.5", 50),
    "halve": ("0.5", 50),
    "quarterly": (4,),
    "none": (0,),
    "nil": (0,),
    "trio": (3,),
    "trilateral": (3,),
    "tripartite": (3,),
    "triennial": (3,),
    "quartet": (4,),
    "duo": (2,),
    "annual": (1,),
    "centenary": (100,),
    "centennial": (100,),
    "bicentennial": (200,),
    "biennial": (2,),
    "myriad": (10000,),
} | {word[:-1] + "ies": (value,) for word, value in TENS.items()}
# The fillers that join number words, and a determiner before a group.
_JOINS = frozenset((" ", "-", " and ", " and a ", " a ", "-and-", "-and-a-", "-a-", " of a ", "\u00a0", " & ", "\u2011"))
_MOST_WORDS = 24
_NUMBER = " number "
_OF_THE_WHOLE = regex(r" (?:of|from|in|this|last|year|month|week|compared|since|over|to)\b|[,.;]|$")
"""What follows a fifth that is no fifth time."""
_LAST_WITH_A_NAME = 3
_BEFORE = frozenset(("", *" -(\n\"“‘'—–/[\u00a0\t"))
"""What may stand before a number word."""


class Word(NamedTuple):
    """A number word at its place."""

    start: int
    end: int
    word: str


@cache
def _automaton() -> tuple[Automaton, list[str]]:
    """Finds the words, also inside others, which the list has, and digits."""
    words = list(dict.fromkeys([*SMALL, *TENS, *SCALES, *ORDINALS, *_PARTS, *_PLURALS, *_GROUPS, *_OTHERS, *_MISSPELT]))
    return Automaton([*words, *"0123456789"], longest=True, fast=True), words


def find_words(lowered: str) -> tuple[list[Word], list[int]]:
    """The number words of an English text in lower case, each a whole word, and the places of its digits; both in order.

    Cost: one automaton scan. That it meets the digits too saves a search of the text for them.
    """
    automaton, words = _automaton()
    found = []
    digits = []
    for number, start, end in automaton.find(lowered):
        if end - start == 1:
            digits.append(start)
        elif lowered[start - 1 : start] in _BEFORE and not lowered[end : end + 1].isalnum():
            found.append(Word(start, end, words[number]))
    return found, digits


def find_spelled(words: list[Word], lowered: str) -> list[Quantity]:
    """The numbers that these words of the text make.   Cost: a step a word."""
    found: list[Quantity] = []
    place = 0
    while place < len(words):
        stop = place + 1
        while stop < len(words) and lowered[words[stop - 1].end : words[stop].start] in _JOINS and stop - place < _MOST_WORDS:
            stop += 1
        while place < stop:
            taken, quantity = _group(words[place:stop], lowered)
            if quantity is not None:
                found.append(quantity)
            place += taken
    return found


def is_five_of_plan(lowered: str, quantity: Quantity) -> bool:
    """Whether it is the five of a plan that an ordinal counts: the 14th Five-Year Plan."""
    if quantity.values != _FIVE or not lowered.startswith(_YEAR_PLAN, quantity.end):
        return False
    return _ORDINAL.search(lowered, max(0, quantity.start - _LONGEST_ORDINAL), quantity.start) is not None


def _group(words: list[Word], lowered: str) -> tuple[int, Quantity | None]:
    """The number that the first of `words` begin, and how many of them it takes."""
    start, end, first = words[0]
    determined = lowered[max(0, start - 2) : start] == "a "
    if len(words) == 1:
        if first in ORDINALS and _MONTH.search(lowered, max(0, start - _LONGEST_MONTH), start) is not None:
            return 1, Quantity(start, end, _day(first))
        if determined and ORDINALS.get(first, 0) > _LAST_WITH_A_NAME and _OF_THE_WHOLE.match(lowered, end):
            return 1, Quantity(start, end, _part(ORDINALS[first]))
        reading = _single(first, determined)
        # Number nine is the ninth.
        is_place = reading.kind == "num" and reading.weight and lowered.startswith(_NUMBER, start - len(_NUMBER))
        return 1, Quantity(start, end, reading._replace(kind="ordinal") if is_place else reading)
    key = tuple([word.word for word in words])
    seps = tuple([lowered[a.end : b.start] for a, b in pairwise(words)])
    taken, reading = _compound(key, seps, determined)
    return taken, Quantity(start, words[taken - 1].end, reading)


@cache
def _day(ordinal: str) -> Reading:
    """May Fourth, as 五四 says it."""
    return Reading((Decimal(ORDINALS[ordinal]),), "moment", 0, spelled=True)


@cache
def _part(whole: int) -> Reading:
    """One part of so many: a fifth, which is 20 percent."""
    return Reading(distinct([ratio(1, whole), ratio(100, whole), Decimal(whole), Decimal(1)]), "frac", 0, spelled=True)


@cache
def _single(word: str, determined: bool) -> Reading:
    if word in SMALL or word in TENS or word in _MISSPELT:
        value = Decimal(SMALL.get(word) or TENS.get(word) or _MISSPELT.get(word, 0))
        return Reading((value,), weight=0 if value <= 1 else 1, spelled=True)
    if word in SCALES:
        return Reading((Decimal(SCALES[word]),), weight=0, spelled=True)
    if word in _PLURALS:
        return Reading((), "vague", 0, spelled=True)
    if word in _GROUPS:
        return Reading((Decimal(_GROUPS[word]),), weight=0, spelled=True)
    if word in _OTHERS:
        return Reading(tuple(Decimal(value) for value in _OTHERS[word]), "times", 0, spelled=True)
    if word in ("half", "halves"):
        return Reading((Decimal("0.5"), Decimal(50), Decimal(2)), "frac", 0, spelled=True)
    part = _PARTS.get(word)
    if word in ORDINALS and not (determined and part):
        value = Decimal(ORDINALS[word])
        return Reading((value, *((ratio(1, part), ratio(100, part)) if part else ())), "ordinal", 0 if value <= 2 else 1, spelled=True)
    return _part(part or 2)


@cache
def _compound(words: tuple[str, ...], seps: tuple[str, ...], determined: bool) -> tuple[int, Reading]:
    """How many of `words` make one number, and its reading."""
    total = current = 0
    plus = Decimal(0)
    taken = 0
    last = 0
    for place, word in enumerate(words):
        sep = seps[place - 1] if place else " "
        number = SMALL.get(word) or TENS.get(word) or _MISSPELT.get(word)
        if place and sep in (" a ", "-a-", " of a ") and word not in SCALES and word not in _GROUPS and word not in ("half", "quarter", "third"):
            break
        if number is not None:
            joined = place == 0 or (number < 10 and 20 <= last < 100 and last % 10 == 0 and sep in ("-", " ", "\u2011")) or last >= 100
            if not joined or (place and sep == " and " and last < 100):
                break
            current += number
            last = number
        elif word in SCALES:
            if place == 0 and not current:
                current = 1
            if last >= 1000 and SCALES[word] == 100:
                break
            if SCALES[word] == 100:
                current = (current or 1) * 100
            elif plus and not current and not total:
                return place + 1, Reading((plus * SCALES[word],), weight=2, spelled=True)
            else:
                total += (current + 0) * SCALES[word] if not plus else int((current + plus) * SCALES[word])
                current, plus = 0, Decimal(0)
            last = SCALES[word]
        elif word in ("half", "quarter") and (place == 0 or sep in (" and a ", " and ", "-and-a-", " and-a-", "-and-", " a ")):
            piece = Decimal("0.5") if word == "half" else Decimal("0.25")
            if place + 1 < len(words) and (words[place + 1] in SCALES or words[place + 1] in _GROUPS):
                plus = piece
                taken = place + 1
                continue
            if place:
                return place + 1, Reading(distinct([total + current + piece, Decimal(total + current)]), weight=1, spelled=True)
            break
        elif word in _GROUPS and place:
            value = (total + current + plus) * _GROUPS[word]
            weight = 1 if word == "dozen" else 0
            return place + 1, Reading(distinct([Decimal(value), Decimal(total + current)]), weight=weight, spelled=True)
        elif word in _PARTS and place and word not in ORDINALS and total + current:
            whole = _PARTS[word]
            part = total + current
            return place + 1, Reading(distinct([ratio(part, whole), ratio(100 * part, whole), Decimal(part)]), "frac", 1, spelled=True)
        elif word in ORDINALS and place:
            part = total + current
            if part == 1 and word in _PARTS and sep in (" ", "-"):
                whole = _PARTS[word]
                return place + 1, Reading(distinct([ratio(1, whole), ratio(100, whole), Decimal(whole)]), "frac", 1, spelled=True)
            if (ORDINALS[word] < 10 and 20 <= last < 100 and last % 10 == 0) or (last >= 100 and ORDINALS[word] < 100):
                return place + 1, Reading((Decimal(part + ORDINALS[word]),), "ordinal", 1, spelled=True)
            if word == "hundredth":
                return place + 1, Reading((Decimal(part * 100),), "ordinal", 1, spelled=True)
            break
        elif word in _PLURALS and place:
            return place + 1, Reading((), "vague", 0, spelled=True)
        else:
            break
        taken = place + 1
    if not taken:
        return _one(words[0], determined)
    if taken == 1:
        return _one(words[0], determined)
    value = Decimal(total + current)
    return taken, Reading((value,), weight=2 if value >= 13 else 1, spelled=True)


def _one(word: str, determined: bool) -> tuple[int, Reading]:
    return 1, _single(word, determined)
