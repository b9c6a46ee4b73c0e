"""Which currency stands where the source has another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick_rs

from tqa.glossary.script import is_traditional
from tqa.records import NamedTuple
from tqa.text.numbers.chinese_money import find_currencies, local_currencies
from tqa.text.numbers.dress import currency_span
from tqa.text.numbers.measures import counted_forms, currencies, english_currencies, may_be_called

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis
    from tqa.analysis.article import Text

_BARE = ("元", "圆", "块钱", "角")


class Swap(NamedTuple):
    """A currency of the target (article offsets) in the place of one of the source."""

    start: int
    end: int
    source: tuple[int, int]
    right: str
    wrong: str


def find_swaps(facts: Analysis) -> dict[int, list[Swap]]:
    """The swapped currencies by pair number.   Cost: nothing where the source names no money."""
    said = find_currencies(facts.simplified_source)
    if not said:
        return {}
    found: dict[int, list[Swap]] = {}
    by_link: dict[int, list[tuple[int, int, str]]] = {}
    for mention in said:
        by_link.setdefault(facts.link_at(mention[0], "source"), []).append(mention)
    known = {code for _, _, code in said}
    local = local_currencies(facts.simplified_source, is_traditional=is_traditional(facts.source.text, facts.simplified_source))
    for number, here in sorted(by_link.items()):
        swaps = list(_swaps(facts, number, here, known, local)) if number >= 0 else []
        if swaps:
            found[number] = swaps
    return found


def _swaps(facts: Analysis, number: int, said: list[tuple[int, int, str]], known: set[str], local: set[str]) -> Iterator[Swap]:
    text = facts.article.lower
    covered: set[int] = set()
    fitting: dict[str, int] = {}
    answered = [(source, target) for source, target in facts.quantities.answered(number) if source.kind == "money" and source.unit]
    # Of 500万元 and 500万美元 either may answer the other.
    units: dict[tuple[Decimal, ...], set[str]] = {}
    for source, _ in answered:
        units.setdefault(source.values[:1], set()).add(source.unit)
    for source, target in answered:
        place = currency_span(text, target.start, target.end)
        if place is None:
            continue
        form = text[place[0] : place[1]].strip()
        amount = facts.simplified_source[source.start : source.end]
        is_local = source.unit == "CNY" and amount.endswith(_BARE) and english_currencies().get(form) in local
        if not is_local and not any(_fits(form, unit, amount, known) for unit in units[source.values[:1]]):
            covered.update(range(*place))
            yield Swap(*place, (source.start, source.end), source.unit, english_currencies()[form])
        else:
            fitting[source.unit] = fitting.get(source.unit, 0) + 1
    codes = {code for _, _, code in said}
    if all(fitting.get(code, 0) >= max(1, facts.quantities.money(number, code)) for code in codes):
        return
    written = _mentions(facts.article, facts.links[number].target)
    mentions = [one for one in written if text[one[0] : one[1]] not in counted_forms() and not _is_bracketed(text, one[0])]
    for code in sorted(codes):
        place = next((start, end) for start, end, one in said if one == code)
        wanted = max(1, facts.quantities.money(number, code))
        is_bare = code == "CNY" and facts.simplified_source[slice(*place)].endswith(_BARE)
        if sum(_fits(text[start:end], code, "", set()) or (is_bare and other in local) for start, end, other in written) >= wanted:
            continue
        for start, end, other in mentions:
            if start in covered:
                continue
            if not any(_fits(text[start:end], one, "", known) for _, _, one in said):
                covered.update(range(start, end))
                yield Swap(start, end, place, code, other)
        if len(mentions) == len(said) and not any(_fits(text[start:end], code, "", set()) for start, end, _ in written):
            # The same number of mentions, and one too many of another currency: the one that stands where this is due.
            for (start, end, other), (*_, one) in zip(mentions, said, strict=True):
                if one == code and other != code and start not in covered:
                    yield Swap(start, end, place, code, other)


def _is_bracketed(text: str, start: int) -> bool:
    """Whether the mention stands in brackets behind a number: a conversion."""
    return "(" in text[max(0, start - 30) : start] and ")" not in text[max(0, start - 30) : start]


def _fits(form: str, code: str, chinese: str, known: set[str]) -> bool:
    """Whether an English form may stand for a currency of the source, `chinese` its amount; `known`: the currencies of the story."""
    written = english_currencies().get(form)
    if written is None or may_be_called(code, written):
        return written is not None
    # In a story about Hong Kong a bare 元 may be its dollar.
    own = [one for one in known if currencies()[one].family == "dollar" and one != "USD"]
    return code == "CNY" and chinese.endswith(_BARE) and any(may_be_called(one, written) for one in own)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    forms = sorted(english_currencies())
    return ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), forms


def _mentions(article: Text, segments: tuple[int, int]) -> list[tuple[int, int, str]]:
    """Currencies named in a range of target segments: article offsets and code."""
    automaton, forms = _automaton()
    start = article.starts[segments[0]]
    last = segments[1] - 1
    text = article.lower[start : article.starts[last] + len(article.segments[last].text)]
    found = []
    for number, begin, end in automaton.find_matches_as_indexes(text):
        form = forms[number]
        if (form[0].isalpha() and text[begin - 1 : begin].isalpha()) or (form[-1].isalpha() and text[end : end + 1].isalpha()):
            continue
        found.append((start + begin, start + end, english_currencies()[form]))
    return found


def name_of(code: str) -> str:
    """The currency as a message calls it."""
    known = currencies().get(code)
    return known.name if known else code
