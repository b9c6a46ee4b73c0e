"""Numbers that changed places: from 50 to 30 as from 30 to 50, three agreements and five projects as five and three.

Every figure is right, so only the order tells, and translators change the order freely. Two neighbours of the source in the other order
are exchanged where what stands around them says so: the words of a movement from one to the other, the names of what is counted, or other
numbers in between that kept their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tqa.records import NamedTuple
from tqa.text.dictionary import stems, words
from tqa.text.numbers.quantity import Quantity
from tqa.text.regex import regex

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis
    from tqa.analysis.quantities import Answer

_LOOSE = frozenset(("moment", "code", "ordinal"))
"""Kinds that stand anywhere."""
_FROM, _TO = regex("(?:由|从|自)[^，。；、,;0-9]{0,8}$"), regex("(?:至|到|为|成)[约近超逾了]{0,2}$")
_MAY_GO = regex("[由从自]")
_ENGLISH_FROM, _ENGLISH_TO = regex(r"\bfrom [^,.;]{0,12}$"), regex(r"\bto [^,.;]{0,12}$")
_NEAR = 24
_HAN_PHRASE = "[^，。；：、,;0-9一二三四五六七八九十百千万亿两半和与及或（）()]"
_CHINESE_BEFORE, _CHINESE_BEHIND = regex(f"{_HAN_PHRASE}{{1,8}}$"), regex(f"{_HAN_PHRASE}{{1,8}}")
_BEFORE, _BEHIND = regex(r"(?:(?<= )(?!and |or |while |but )[a-z'’-]+ ){0,3}[^a-z0-9]?$"), regex(r"(?: (?!and |or |while |but )[a-z'’-]+){0,5}")
_KINDS = {"pct": "share", "points": "share", "cheng": "share", "money": "money"}


class Exchange(NamedTuple):
    """Two numbers of a pair, in the order of the source, and their answers, each in the other's place."""

    number: int
    source: tuple[Quantity, Quantity]
    target: tuple[Quantity, Quantity]


def find_exchanges(facts: Analysis) -> Iterator[Exchange]:
    """The exchanges of each pair.   Cost: a comparison a number; the texts are read where two numbers are in the other order."""
    for judged in facts.quantities.judged:
        answers = [one for one in judged.answers if one.source.kind not in _LOOSE and one.target.kind not in _LOOSE and one.target.values]
        answers.sort(key=lambda one: one.source.start)
        is_ordered = all(one.target.start <= other.target.start for one, other in pairwise(answers))
        if is_ordered and not _MAY_GO.search(facts.simplified_source, *facts.source.range(facts.links[judged.number].source)):
            continue
        twice = facts.quantities.said_twice[judged.number]
        if any(one.source.values[:1] in twice for one in answers):
            continue
        for first, second in pairwise(answers):
            if _is_way_back(first, second, facts) or (first.target.start > second.target.start and _count_the_other(first, second, facts)):
                yield _exchange(judged.number, first, second)
        yield from _among_others(judged.number, answers)


def _exchange(number: int, first: Answer, second: Answer) -> Exchange:
    return Exchange(number, (first.source, second.source), (first.target, second.target))


def _is_way_back(first: Answer, second: Answer, facts: Analysis) -> bool:
    """Whether the source goes from the first to the second and the English from the second to the first."""
    chinese, english = facts.simplified_source, facts.article.lower
    one, other = first.source.start, second.source.start
    if not (_FROM.search(chinese, max(0, one - _NEAR), one) and _TO.search(chinese, first.source.end, other)):
        return False
    start, end = second.target, first.target
    if start < end:
        return bool(_ENGLISH_FROM.search(english, max(0, start.start - _NEAR), start.start) and _ENGLISH_TO.search(english, start.end, end.start))
    # To 50 from 30.
    return bool(_ENGLISH_TO.search(english, max(0, end.start - _NEAR), end.start) and _ENGLISH_FROM.search(english, end.end, start.start))


def _count_the_other(first: Answer, second: Answer, facts: Analysis) -> bool:
    """Whether what stands around each English number is what stands around the other one in the source, and nothing of its own is there."""
    ours = [_around(one.source, _CHINESE_BEFORE, _CHINESE_BEHIND, facts.simplified_source) for one in (first, second)]
    meant = [{stem for text in texts for _, _, english in words(text) for stem in english} for texts in ours]
    said = [{stem for text in _around(one.target, _BEFORE, _BEHIND, facts.article.lower) for stem in stems(text)} for one in (first, second)]
    one, other = meant[0] - meant[1], meant[1] - meant[0]
    mine, theirs = said[0] - said[1], said[1] - said[0]
    return bool(one & theirs and other & mine) and not (one & mine or other & theirs)


def _around(number: Quantity, before: re.Pattern[str], behind: re.Pattern[str], text: str) -> tuple[str, str]:
    """What stands before a number and behind it, within its phrase."""
    lead, tail = before.search(text, max(0, number.start - _NEAR), number.start), behind.match(text, number.end)
    return lead.group() if lead else "", tail.group() if tail else ""


def _among_others(number: int, answers: Sequence[Answer]) -> Iterator[Exchange]:
    """Two of one kind that changed their order among two of another kind, which stand between them on both sides and kept theirs."""
    for place in range(len(answers) - 3):
        four = answers[place : place + 4]
        kinds = [_KINDS.get(one.source.kind, "") for one in four]
        if kinds[0] != kinds[2] or kinds[1] != kinds[3] or kinds[0] == kinds[1] or "share" not in kinds[:2]:
            continue
        ordered = sorted(range(4), key=lambda at: four[at].target.start)
        if [kinds[at] for at in ordered[:2]] * 2 != [kinds[at] for at in ordered]:
            continue
        evens, odds = [[at for at in ordered if at % 2 == half] for half in (0, 1)]
        if (evens == [0, 2]) != (odds == [1, 3]):
            one, other = (0, 2) if evens != [0, 2] else (1, 3)
            yield _exchange(number, four[one], four[other])
