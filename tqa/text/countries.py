"""Countries and regions in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tqa.data import lexicon
from tqa.text.regex import regex

_RUN = regex("[A-Z][A-Za-z.'’-]*")
_MOST_WORDS = 4
# Countries that Chinese names by the first character alone where it lists several: 中老缅泰.
_BY_ONE_CHARACTER = frozenset(
    """AE AF AR AU BA BD BR CA CH CN CU DE EG ES FI FR GB GR HU IL IN IQ IR IT JP KG KH KP KR KZ LA MM MN MX MY NL NP PH PK PL PT QA
    RO RU SA SE SG SY TH TJ TR UA US UZ VN ZA""".split()  # noqa: SIM905  # a list reads no better
)


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
    words = english[start : start + 60].split(" ", _MOST_WORDS)[:_MOST_WORDS]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(",.;:!?)”\"’'")
        name = name.removesuffix("’s").removesuffix("'s")
        sources = _countries().get(name)
        if sources:
            return start + len(name), sources
    return None


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """English name → Chinese names."""
    countries = {}
    for code, source, english, _ in lexicon("countries.tsv")[1:]:
        names = tuple(source.split("|"))
        if code in _BY_ONE_CHARACTER:
            names += (names[0][0],)
        countries.update(dict.fromkeys(english.split("|"), names))
    return countries
