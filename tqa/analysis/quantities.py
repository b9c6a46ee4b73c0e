"""Which number of the source is answered by which of the target, and what is left over.

Every number stands for a set of acceptable values; two numbers answer each other where the sets meet, where the English is the
Chinese rounded, or where a unit was rightly converted. What is left on both sides is paired by its digits: equal digits of another
size, nearly the same digits, or the only two that are left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from tqa.analysis.leftover_numbers import Leftovers, is_asked_for
from tqa.analysis.number_pairs import FaultKind, miscoded
from tqa.cached import cached_property
from tqa.model import Severity, Span, Where
from tqa.records import NamedTuple
from tqa.text.numbers import chinese, english
from tqa.text.numbers.causes import mended
from tqa.text.numbers.dress import is_in_other_unit
from tqa.text.numbers.hanzi import TWINS
from tqa.text.numbers.quantity import Quantity

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis, Pair
    from tqa.analysis.article import Text
    from tqa.analysis.exchanges import Exchange
    from tqa.analysis.measures import Clash
    from tqa.analysis.money import Swap
    from tqa.text.trends import Flip

UNLINKED = 0.5
"""Pairs of less confidence are whole articles."""


class Answer(NamedTuple):
    """A number of the source and the number of the target that stands for it, as article offsets of either side."""

    source: Quantity
    target: Quantity


class Fault(NamedTuple):
    """What is wrong in one pair: `source` is missing, `target` has no source, or one stands for the other.

    `sure`: the digits, or that nothing else is left over, say that the two belong together. `elsewhere`: the number that is missing
    or has no source stands elsewhere in the article.
    """

    kind: FaultKind
    source: Quantity | None
    target: Quantity | None
    sure: bool = True
    elsewhere: bool = False


class Judged(NamedTuple):
    """One pair: its number, what answers what, and what is wrong."""

    number: int
    answers: tuple[Answer, ...]
    faults: tuple[Fault, ...]


_Matched = tuple[list[Answer], list[Quantity], list[Quantity]]


class Quantities:
    """The numbers of one document, pair by pair."""

    def __init__(self, facts: Analysis):
        self._facts = facts

    @cached_property
    def source(self) -> list[Quantity]:
        """Numbers of the visible source, as article offsets in order."""
        return chinese.find_quantities(self._facts.simplified_source)

    @cached_property
    def target(self) -> list[Quantity]:
        """Numbers of the visible target, as article offsets in order."""
        return english.find_quantities(self._facts.article.text, self._facts.article.lower)

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Every pair with a number on either side."""
        facts = self._facts
        if not facts.has_source:
            return ()
        sides = self._sides
        matched = [match(sides[0].between(link.source), sides[1].between(link.target)) for link in facts.links]
        return tuple([self._judge(number, matched) for number, (answers, missing, extra) in enumerate(matched) if answers or missing or extra])

    @cached_property
    def _sides(self) -> tuple[_Side, _Side]:
        return _Side(self._facts.source, self.source), _Side(self._facts.article, self.target)

    def both(self, number: int) -> tuple[list[Quantity], list[Quantity]]:
        """The numbers of the source and of the target in the pair of that number."""
        link = self._facts.links[number]
        return self._sides[0].between(link.source), self._sides[1].between(link.target)

    @cached_property
    def values(self) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
        """Every value that the source says, and every one that the target says."""
        return _all_values(self.source), _all_values(self.target)

    def pairs(self, kind: FaultKind) -> Sequence[Pair]:
        """The pairs with a fault of the kind."""
        return self.pairs_with(self.at_fault.get(kind, ()))

    @cached_property
    def at_fault(self) -> dict[FaultKind, dict[int, list[Fault]]]:
        """The faults by kind and by the number of their pair."""
        found: dict[FaultKind, dict[int, list[Fault]]] = {}
        for one in self.judged:
            for fault in one.faults:
                found.setdefault(fault.kind, {}).setdefault(one.number, []).append(fault)
        return found

    def faults(self, pair: Pair, kind: FaultKind) -> Sequence[Fault]:
        """The faults of one pair, of this kind."""
        return self.at_fault.get(kind, {}).get(pair.number, ())

    def places(self, fault: Fault) -> tuple[Where, Where]:
        """Where the target number and the source number stand; the fault has those that are asked for."""
        facts = self._facts
        target, source = fault.target or fault.source, fault.source or fault.target
        assert target is not None  # for the type checker: a fault has a number
        assert source is not None
        there = facts.article.where(target.start, target.end) if fault.target else facts.source.where(source.start, source.end)
        here = facts.source.where(source.start, source.end) if fault.source else there
        return there, here

    def texts(self, fault: Fault) -> tuple[str, str]:
        """The source number and the target number as they are written; nothing for one that is missing."""
        source, target = fault.source, fault.target
        return (
            self._facts.source.text[source.start : source.end] if source else "",
            self._facts.article.text[target.start : target.end] if target else "",
        )

    def mending(self, source: Quantity, target: Quantity) -> str:
        """What should stand in place of the target number, or nothing where the source's value is not sure to be right there."""
        if self._facts.simplified_source[source.start : source.start + 2] in TWINS:
            return ""
        if is_in_other_unit(self._facts.article.lower, target, self._facts.simplified_source, source):
            return ""
        return mended(source, self._facts.article.text[target.start : target.end])

    def gap(self, pair: Pair, missing: Quantity) -> Where:
        """The place in the target of what is missing: behind the answer to the number before it, else before the next one, else the end."""
        answers = sorted(self.answered(pair.number), key=lambda answer: answer.source.start)
        before = [answer.target.end for answer in answers if answer.source.start < missing.start]
        after = [answer.target.start for answer in answers if answer.source.start > missing.start]
        if before or after:
            place = before[-1] if before else after[0]
            return self._facts.article.where(place, place)
        segment = pair.target.segments[0]
        return Where("target", segment.index, Span(len(segment.text), len(segment.text)))

    @staticmethod
    def whole_source(pair: Pair) -> Where:
        """The pair's first source segment."""
        segment = pair.source.segments[0]
        return Where("source", segment.index, segment.span)

    @staticmethod
    def severity(pair: Pair, severity: Severity) -> Severity:
        """The severity, one lower where source and target could not be linked."""
        return severity if pair.confidence >= UNLINKED else Severity(max(severity - 1, Severity.INFO))

    def answered(self, number: int) -> tuple[Answer, ...]:
        """What answers what in the pair of that number."""
        judged = self._by_number.get(number)
        return judged.answers if judged else ()

    def money(self, number: int, code: str) -> int:
        """How many amounts in one currency the source of that pair has."""
        return sum(one[2].unit == code and one.kind == "money" for one in self._sides[0].between(self._facts.links[number].source))

    @cached_property
    def swaps(self) -> dict[int, list[Swap]]:
        """Currencies that stand in the place of others, by pair number."""
        from tqa.analysis.money import find_swaps

        return find_swaps(self._facts)

    @cached_property
    def ratio_clashes(self) -> dict[int, list[Clash]]:
        """Right values with another meaning (percent, points, discounts, changes), by pair number."""
        from tqa.analysis.measures import find_ratio_clashes, find_way_clashes

        return _by_pair([*find_ratio_clashes(self._facts), *find_way_clashes(self._facts)])

    @cached_property
    def unit_clashes(self) -> dict[int, list[Clash]]:
        """Right values with another unit, by pair number."""
        from tqa.analysis.measures import find_unit_clashes

        return _by_pair(find_unit_clashes(self._facts))

    @cached_property
    def denominator_clashes(self) -> dict[int, list[Clash]]:
        """Right values by another measure, by pair number."""
        from tqa.analysis.measures import find_denominator_clashes

        return _by_pair(find_denominator_clashes(self._facts))

    @cached_property
    def approximation_clashes(self) -> dict[int, list[Clash]]:
        """Approximate values that became exact, by pair number."""
        from tqa.analysis.measures import find_approximation_clashes

        return _by_pair(find_approximation_clashes(self._facts))

    @cached_property
    def bound_clashes(self) -> dict[int, list[Clash]]:
        """Values of which the source has more and the target less, or the reverse, by pair number."""
        from tqa.analysis.measures import find_bound_clashes

        return _by_pair(find_bound_clashes(self._facts))

    @cached_property
    def difference_clashes(self) -> dict[int, list[Flip]]:
        """Differences that point the other way, by pair number; article offsets."""
        from tqa.analysis.measures import find_difference_clashes

        found: dict[int, list[Flip]] = {}
        for number, flip in find_difference_clashes(self._facts):
            found.setdefault(number, []).append(flip)
        return found

    @cached_property
    def exchanges(self) -> dict[int, list[Exchange]]:
        """Numbers in each other's place, by pair number."""
        from tqa.analysis.exchanges import find_exchanges

        return _by_pair(find_exchanges(self._facts))

    @cached_property
    def rank_clashes(self) -> dict[int, list[Clash]]:
        """Places by size that are others in English, by pair number."""
        from tqa.analysis.measures import find_rank_clashes

        return _by_pair(find_rank_clashes(self._facts))

    @cached_property
    def said_twice(self) -> dict[int, set[tuple[Decimal, ...]]]:
        """Values that the source of a pair has several times, so that one may have been taken for another, by pair number."""
        counted = {judged.number: Counter([source.values[:1] for source, _ in judged.answers]) for judged in self.judged}
        return {number: {value for value, count in counts.items() if count > 1} for number, counts in counted.items()}

    def pairs_with(self, numbers: Iterable[int]) -> Sequence[Pair]:
        """The pairs of these numbers."""
        return [self._facts.pair(number) for number in numbers]

    @cached_property
    def _by_number(self) -> dict[int, Judged]:
        return {one.number: one for one in self.judged}

    def _judge(self, number: int, matched: Sequence[_Matched]) -> Judged:
        answers, missing, extra = matched[number]
        faults: tuple[Fault, ...] = ()
        if sum([one[2].weight for one in extra]) or sum([is_asked_for(one[2]) for one in missing]):
            beside = [matched[other] for other in (number - 1, number + 1) if 0 <= other < len(matched)]
            target = self._facts.article.range(self._facts.links[number].target)
            left = Leftovers(self._facts, target, answers, missing, extra, beside)
            faults = tuple(Fault(*fault) for fault in left.faults())
            answers = [*answers, *(Answer(*pair) for pair in left.answered)]
        if missing and extra:
            told = {id(one) for fault in faults if fault.kind not in ("extra", "missing") for one in fault[1:3]}
            found = miscoded(missing, extra, self._facts.simplified_source, self._facts.article.text)
            codes = [pair for pair in found if told.isdisjoint(map(id, pair[:2]))]
            paired = {id(one) for pair in codes for one in pair[:2]}
            faults = tuple(fault for fault in faults if paired.isdisjoint(map(id, fault[1:3])))
            faults += tuple(Fault("mismatch", *pair) for pair in codes)
        # 四分之一 and a third have their one in common.
        faults += tuple(Fault("mismatch", *one, sure=False) for one in answers if one[0][2].kind == "frac" == one[1][2].kind and _differ(*one))
        return Judged(number, tuple(answers), faults)


class _Side:
    """The numbers of one side, by segment."""

    def __init__(self, text: Text, quantities: list[Quantity]):
        offsets = [quantity[0] for quantity in quantities]
        self._bounds = [bisect_left(offsets, start) for start in text.starts]
        self._bounds.append(len(offsets))
        self._quantities = quantities

    def between(self, segments: tuple[int, int]) -> list[Quantity]:
        """Numbers in a half-open range of segment numbers."""
        return self._quantities[self._bounds[segments[0]] : self._bounds[segments[1]]]


def match(source: list[Quantity], target: list[Quantity]) -> tuple[list[Answer], list[Quantity], list[Quantity]]:
    """What answers what, then what is left of the source and of the target.

    A number answers its equal on the other side; a used one answers once more, since a list may repeat what a sum says once.
    """
    if not source or not target:
        return [], source, target
    if len(source) == 1 == len(target):
        is_equal = not set(source[0][2].values).isdisjoint(target[0][2].values)
        return ([Answer(source[0], target[0])], [], []) if is_equal else ([], source, target)
    by_value: dict[object, list[int]] = {}
    further = []
    for place, (_, _, reading) in enumerate(source):
        values = reading.values
        if values:
            by_value.setdefault(values[0], []).append(place)
            if len(values) > 1:
                further.append((place, values))
    for place, values in further:
        for value in values[1:]:
            by_value.setdefault(value, []).append(place)
    for listed in by_value.values():
        listed.reverse()
    used = bytearray(len(source))
    answers = []
    extra = []
    for quantity in target:
        again = hit = -1
        for value in quantity[2].values:
            places = by_value.get(value)
            if places is None:
                continue
            # The used ones go as they are met, all but the last: it answers once more.
            while len(places) > 1 and used[places[-1]]:
                places.pop()
            if not used[places[-1]]:
                hit = places[-1]
            elif again < 0:
                again = places[-1]
            if hit >= 0:
                break
        if hit < 0:
            hit = again
        if hit < 0:
            extra.append(quantity)
        else:
            used[hit] = 1
            answers.append(Answer(source[hit], quantity))
    missing = [quantity for place, quantity in enumerate(source) if not used[place]]
    return answers, missing, extra


def _differ(source: Quantity, target: Quantity) -> bool:
    """Whether two fractions that share a number are two values."""
    return source.values[0] != target.values[0]


def _all_values(quantities: list[Quantity]) -> frozenset[Decimal]:
    return frozenset(value for one in quantities for value in one.values[:2])


T = TypeVar("T", "Clash", "Exchange")


def _by_pair(ones: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for one in ones:
        found.setdefault(one.number, []).append(one)
    return found
