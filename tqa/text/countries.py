"""Countries and regions in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import TypeVar

from tqa.data import lexicon
from tqa.records import NamedTuple
from tqa.text.automaton import Automaton
from tqa.text.english import word_set
from tqa.text.regex import regex

T = TypeVar("T")

_RUN = regex("[A-Z][A-Za-z.'’-]*")
_MOST_WORDS = 4
# Countries that Chinese names by the first character alone where it lists several: 中老缅泰.
_BY_ONE_CHARACTER = frozenset(
    """AE AF AR AU BA BD BR CA CH CN CU DE EG ES FI FR GB GR HU IL IN IQ IR IT JP KG KH KP KR KZ LA MM MN MX MY NL NP PH PK PL PT QA
    RO RU SA SE SG SY TH TJ TR UA US UZ VN ZA""".split()  # noqa: SIM905  # a list reads no better
)


HOME = frozenset(("CN", "HK", "MO", "TW"))
"""What a Chinese text often leaves out and its translation adds."""
_PERSONS_OR_STATES = frozenset(("GE", "JE", "JO", "TD"))
_LANGUAGES_AND_PARTS = frozenset(("American", "Anglo", "English", "Papal", "Persian", "Scottish", "Vatican", "Welsh"))
"""Words for people and things of a country that are said of much else."""


class Country(NamedTuple):
    """A country's Chinese names, its English ones, the preferred first, and the words for its people and things."""

    source: tuple[str, ...]
    english: tuple[str, ...]
    people: tuple[str, ...]


class Stranger(NamedTuple):
    """Where an English text names a country, or the people or things of one, that a Chinese text does not name."""

    start: int
    end: int
    code: str
    people: bool


def named_in(chinese: str) -> Iterator[tuple[str, int, int]]:
    """The countries other than China that a text in simplified characters names: code and place, left to right."""
    automaton, codes = _automaton()
    for number, start, end in automaton.find(chinese):
        if codes[number] not in HOME:
            yield codes[number], start, end


def times_in_source(code: str, chinese: str) -> int:
    """How often a text in simplified characters names a country in full."""
    automaton, codes = _automaton()
    return sum([codes[number] == code for number, _, _ in automaton.find(chinese)])


def times_said(code: str, english: str) -> int:
    """How often an English text names a country, or people or things of it."""
    return sum([code in codes for _, _, codes, _ in _named(english)])


def country(code: str) -> Country:
    """The country with a code."""
    return _table()[code]


def is_said(code: str, english: str, lower: str) -> bool:
    """Whether an English text, and the same in small letters, names a country, or people or things of it."""
    if not any(_stands(form, lower) for form in _lowered(code)):
        return False
    # Guinea stands in Papua New Guinea.
    return code not in _within_others() or any(code in codes for _, _, codes, _ in _named(english))


def _stands(form: str, lower: str) -> bool:
    """Whether a form stands in a text as a whole word, or as one in the plural: no Niger in Nigeria, nor Oman in woman."""
    place = lower.find(form)
    while place >= 0:
        end = place + len(form)
        if not lower[place - 1 : place].isalpha() and not lower[end + (lower[end : end + 1] == "s") :][:1].isalpha():
            return True
        place = lower.find(form, end)
    return False


def told_apart(chinese: str) -> tuple[frozenset[str], str]:
    """The codes of the countries that a text in simplified characters names in full, and the rest of it: the 伊 of 伊朗 names no Iraq."""
    hits = list(named_in(chinese))
    ends = [0, *[end for _, _, end in hits]]
    rest = [chinese[end:start] for end, start in zip(ends, [*[start for _, start, _ in hits], len(chinese)], strict=True)]
    return frozenset([code for code, _, _ in hits]), " ".join(rest)


def strangers(english: str, named: Set[str], rest: str) -> list[Stranger]:
    """The countries that an English text names and its source does not, in whatever way; China aside. The rest: see `told_apart`."""
    found = []
    for start, end, codes, people in _named(english):
        code = codes[0]
        if len(codes) > 1 or code in HOME | _PERSONS_OR_STATES | named or english[start:end] in _LANGUAGES_AND_PARTS:
            continue
        if code not in _BY_ONE_CHARACTER or country(code).source[0][0] not in rest:
            found.append(Stranger(start, end, code, people))
    return found


def are_alike(code: str, other: str) -> bool:
    """Whether two countries are taken for one another: by the letters or a word of their English, or the first character of their Chinese."""
    one, two = (" ".join([word for word in country(each).english[0].lower().split() if word not in _EVERY_STATE]) for each in (code, other))
    han, hanzi = (country(each).source[0][0] for each in (code, other))
    shared = bool(set(one.split()) & set(two.split()))
    return shared or han == hanzi or (bool(one and two) and (one[:_ALIKE] == two[:_ALIKE] or one[-_ALIKE_END:] == two[-_ALIKE_END:]))


_ALIKE, _ALIKE_END = 3, 5
_EVERY_STATE = word_set("republic of the and island islands united states new south saint")


def _named(english: str) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
    """Where an English text names countries, the longest name each time, or people or things of them: place, codes, which of both."""
    end = 0
    for match in _RUN.finditer(english):
        if match.start() >= end and (found := _longest_at(english, match.start(), _people_too())):
            end, (codes, people) = found
            yield match.start(), end, codes, people


def foreign_countries(english: str, chinese: str) -> Iterator[tuple[int, int]]:
    """Where `english` names a country that `chinese`, in simplified characters, names nowhere, in whatever way."""
    end = 0
    for match in _RUN.finditer(english):
        if match.start() < end:
            continue
        found = _country_at(english, match.start())
        if found:
            end, sources = found
            if not any(source in chinese for source in sources):
                yield match.start(), end


def _country_at(english: str, start: int) -> tuple[int, tuple[str, ...]] | None:
    """End and Chinese names of the country named at `start`, the longest."""
    return _longest_at(english, start, _countries())


def _longest_at(english: str, start: int, table: Mapping[str, T]) -> tuple[int, T] | None:
    """End and entry of the longest name of a table at `start`."""
    words = english[start : start + 60].split(" ", _MOST_WORDS)[:_MOST_WORDS]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(",;:!?)”\"'’")
        name = name.removesuffix("’s").removesuffix("'s")
        # U.S. has its points; Americans, US-led.
        for form in (name, name.rstrip("."), name.rstrip(".").removesuffix("s"), name.partition("-")[0]):
            if form in table:
                return start + len(form), table[form]
    return None


@cache
def _table() -> dict[str, Country]:
    """Code → country."""
    cells = lexicon("countries.tsv")[1:]
    return {code: Country(*[tuple(cell.split("|")) if cell else () for cell in (source, english, people)]) for code, source, english, people in cells}


@cache
def _automaton() -> tuple[Automaton, list[str]]:
    """Finds the Chinese names, the longest at a place; and the code of each."""
    codes = {name: code for code, one in _table().items() for name in one.source}
    return Automaton(list(codes), longest=True), list(codes.values())


@cache
def _lowered(code: str) -> tuple[str, ...]:
    return tuple([form.lower() for form in (*_table()[code].english, *_table()[code].people)])


@cache
def _people_too() -> dict[str, tuple[tuple[str, ...], bool]]:
    """English name, or word for people and things → the codes of its countries, and whether it is such a word."""
    found: dict[str, tuple[tuple[str, ...], bool]] = {}
    for code, one in _table().items():
        for form in (*one.english, *one.people):
            known, _ = found.get(form, ((), False))
            found[form] = (tuple(dict.fromkeys((*known, code))), form not in one.english)
    return found


@cache
def _within_others() -> frozenset[str]:
    """Countries of which a name is a word of another's: Guinea in Papua New Guinea, Korea in North Korea."""
    forms = {form: code for code in _table() for form in _lowered(code)}
    return frozenset([code for form, code in forms.items() if any(form in other.split() and forms[other] != code for other in forms)])


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """English name → Chinese names."""
    countries = {}
    for code, one in _table().items():
        names = one.source
        if code in _BY_ONE_CHARACTER:
            names += (names[0][0],)
        countries.update(dict.fromkeys(one.english, names))
    return countries
