"""Numbers that no equal number answers: what excuses them, and which of the two sides belong together as a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from tqa.analysis.number_left import Left
from tqa.analysis.number_pairs import FaultKind, comparable, is_near, misdated, misranked, paired, run_together
from tqa.analysis.number_times import in_lunar_months, in_names_of_days, in_names_of_plans, in_other_time, in_parts_of_years
from tqa.analysis.number_units import (
    as_electricity,
    as_so_many_in_ten,
    as_speed_of_wind,
    before_the_change,
    bracketed,
    by_other_measure,
    in_basis_points,
    in_converted_unit,
    in_other_unit,
    over_the_whole,
)
from tqa.text.numbers.approximation import is_rounding, rounds
from tqa.text.numbers.english import loose_groups
from tqa.text.numbers.measures import SPARE
from tqa.text.numbers.quantity import Quantity, Reading
from tqa.text.numbers.roman import roman_numerals
from tqa.text.readings import spells
from tqa.text.regex import regex

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

_MOST_NAMED = 4
_LEAST_OF_CODE = 7
"""Figures of a number that may be called."""
_MOST_ROMAN = 20
_WORD = regex("[a-z]{4,}")
_INITIALS = dict(zip("二三四五六七八九十百千万两双", "esswlqbjsbqwls", strict=True))
"""With what the pinyin of a numeral begins."""
_MOST_SYLLABLES, _SHORT = 4, 2
_FaultRow = tuple[FaultKind, Quantity | None, Quantity | None, bool, bool]


class Leftovers(Left):
    """What is left of one pair, and which of it are faults; `beside`: answers, missing and extra numbers of the pairs beside."""

    def __init__(
        self,
        facts: Analysis,
        target: tuple[int, int],
        answers: Sequence[tuple[Quantity, Quantity]],
        missing: list[Quantity],
        extra: list[Quantity],
        beside: Sequence[tuple[Sequence[tuple[Quantity, Quantity]], list[Quantity], list[Quantity]]],
    ):
        super().__init__(facts, target, answers, missing, extra)
        self._facts = facts
        self._spare: list[Quantity] = []
        self._near = [one for _, left, _ in beside for one in left], [one for _, _, left in beside for one in left]

    def faults(self) -> Iterator[_FaultRow]:
        """Kind, source, target, whether sure, whether it stands elsewhere; the best founded pairs first."""
        self._excuse()
        missing = [one for one in self.missing if one.weight]
        extra = [one for one in self.extra if one.weight]
        for kind, source, target, sure in paired(missing, extra):
            missing.remove(source)
            extra.remove(target)
            yield kind, source, target, sure, False
        for kind, source, target, sure in paired([one for one in self._spare if one.weight], extra):
            # Said once already; what is nearly the same is a second time gone wrong.
            if kind == "magnitude" or (
                kind == "mismatch" and len(source.reading.digits) > 1 and is_near(source.reading.digits, target.reading.digits)
            ):
                extra.remove(target)
                yield kind, source, target, sure, False
        texts = self.chinese, self.lowered
        for source, target in (*misdated(self.missing, extra, *texts), *misranked(self.missing, extra, *texts)):
            extra.remove(target)
            yield "mismatch", source, target, False, False
        for source, target in list(run_together(missing, extra, self.chinese)):
            missing.remove(source)
            extra.remove(target)
            yield "mismatch", source, target, True, False
        if not missing and not extra:
            return
        known, said = self._facts.quantities.values
        for one in missing:
            if is_asked_for(one.reading):
                yield "missing", one, None, True, any(value in said for value in one.values)
        for one in extra:
            yield "extra", None, one, True, any(value in known for value in one.values)

    def _excuse(self) -> None:
        """Take out what is right after all."""
        in_parts_of_years(self)
        if self.missing:
            self._say_again()
            in_other_time(self)
            in_other_unit(self)
            in_names_of_days(self)
            over_the_whole(self)
            as_so_many_in_ten(self)
            self._in_groups()
            self._in_roman_numerals()
            self._read_out()
        if self.extra:
            in_names_of_plans(self)
            in_lunar_months(self)
            self._as_they_are()
            self._besides_one_named()
            self._rounded()
            self._composed()
            in_converted_unit(self)
            by_other_measure(self)
            as_electricity(self)
            as_speed_of_wind(self)
            in_basis_points(self)
            before_the_change(self)
            self._rounded_by_a_word()
            bracketed(self)
        self._beside()

    def _say_again(self) -> None:
        """A number that the source says twice and the target once is said; not by the Thousand of 千人计划, and 50公里 not by a half."""
        said = [target for source, target in self.matched if source.weight or target.weight or target.kind == "moment"]

        def is_said(one: Quantity) -> bool:
            return any(
                not set(target.values[:1] if target.kind == "moment" else target.values).isdisjoint(one.values)
                and (target.kind != "frac" or comparable(one, target))
                for target in said
            )

        self._spare = [one for one in self.missing if is_said(one)]
        self.missing = [one for one in self.missing if one not in self._spare]

    def _in_groups(self) -> None:
        """A telephone number in groups: 85993119 as 8599 3119."""
        for source in [one for one in self.missing if one.end - one.start >= _LEAST_OF_CODE]:
            figures = self.chinese[source.start : source.end]
            said = re.search("[ -]?".join(figures), self.text[slice(*self.target)]) if figures.isdecimal() else None
            if said:
                start, end = (self.target[0] + place for place in said.span())
                self.drop(source)
                self.extra = [one for one in self.extra if not start <= one.start < end]

    def _in_roman_numerals(self) -> None:
        """第四条 as Article IV, 第三版 as Basel III, 流浪地球2 as II."""
        small = [one for one in self.missing if one.reading.spelled or one.values[0] <= _MOST_ROMAN]
        said = roman_numerals(self.text, *self.target) if small else {}
        # Each answers one number, the fourth rather than four.
        for one in sorted(small if said else (), key=lambda one: one.kind != "ordinal"):
            value = next((value for value in one.values if said.get(value)), None)
            if value is not None:
                said[value] -= 1
                self.missing = [other for other in self.missing if other is not one]

    def _read_out(self) -> None:
        """三元桥 as Sanyuanqiao, 赵九章 as Zhao Jiuzhang: the numeral is a part of what a word reads out in pinyin."""
        short = [one for one in self.missing if one.end - one.start <= _SHORT and one.reading.spelled]
        if short:
            chinese = self.chinese
            words = _WORD.findall(self.lowered, *self.target)

            def is_read(one: Quantity) -> bool:
                initial = _INITIALS.get(chinese[one.start], "")
                return any(spells(word, chinese, one.start, _MOST_SYLLABLES) > 1 for word in words if word[0] == initial)

            self.missing = [one for one in self.missing if one not in short or not is_read(one)]

    def _as_they_are(self) -> None:
        """4K as 4K: what stands in the source letter for letter."""
        text, chinese = self.text, self.chinese
        self.extra = [one for one in self.extra if text[one.end - 1].isdecimal() or text[one.start : one.end] not in chinese]

    def _besides_one_named(self) -> None:
        """耶鲁等3所 as Yale and two others, 王某等5人 as Wang and four accomplices; several may be named."""
        chinese, lowered = self.chinese, self.lowered
        for source in [one for one in self.missing if chinese[one.start - 1 : one.start] == "等"]:
            rest = [one for one in self.extra if 0 < source.values[0] - one.values[0] <= _MOST_NAMED]
            others = [one for one in rest if lowered.startswith(" other", one.end) or lowered.endswith(" and ", 0, one.start)]
            if others:
                self.answer(source, others[0])

    def _rounded(self) -> None:
        """62.3 million for 6234万; the source may have been used already."""
        sources = self.sources
        for target in list(self.extra):
            half = target.reading.half
            if half:
                value = target.values[0]
                match = next((one for one in sources for exact in one.values if abs(exact - value) <= half), None)
                if match is not None:
                    self.answer(match, target)

    def _composed(self) -> None:
        """Several English numbers that together are one: 1, 500,000; 300 ten thousand; 3 million 500 thousand."""
        text = self.text
        for first, second in pairwise(list(self.extra)):
            if second.start - first.end > 5 or first not in self.extra or first.kind in _NEVER_ROUND or second.kind in _NEVER_ROUND:
                continue
            between = text[first.end : second.start].strip().lower()
            if between not in ("", "and", ",", "-"):
                continue
            parts = (first.values[0] * second.values[0], first.values[0] + second.values[0])
            match = next((one for one in self.missing if one.values[0] in parts), None)
            if match is None and "," not in between:
                continue
            if match is None:
                segment, span = self._facts.article.place(first.start, second.end)
                for loose in loose_groups(segment.text):
                    if loose.start <= span.start < loose.end:
                        match = next((one for one in self.missing if loose.values[0] in one.values), None)
            if match is not None:
                self.answer(match, first)
                self.extra = [one for one in self.extra if one is not second]
        for first in list(self.extra):
            # 30 000: the zeros are no number of their own.
            segment, span = self._facts.article.place(first.start, first.end)
            if text[first.end : first.end + 1] == " " and text[first.end + 1 : first.end + 4].isdigit():
                for loose in loose_groups(segment.text):
                    if loose.start <= span.start < loose.end:
                        match = next((one for one in self.missing if loose.values[0] in one.values), None)
                        if match is not None:
                            self.answer(match, first)
                            end = first.start - span.start + loose.end
                            self.extra = [one for one in self.extra if not first.start < one.start < end]

    def _rounded_by_a_word(self) -> None:
        """Nearly 200,000 for 19.6万, more than 1,000 for 1036, about a third for 33.1%: rounder than the source, as the word says."""
        lowered = self.lowered
        for target in list(self.extra if self.missing else ()):
            way = rounds(lowered, target.start, target.end) if target.kind != "moment" else ""
            if not way:
                continue
            for source in self.missing:
                if source.kind not in _NEVER_ROUND and comparable(source, target) and _is_rounded(source, target, way):
                    self.answer(source, target)
                    break

    def _beside(self) -> None:
        """What the segment beside says: a sentence moved across the border."""
        missing, extra = self._near
        if self.extra and missing:
            values = _values(missing)
            self.extra = [one for one in self.extra if values.isdisjoint(one.values) or not _is_telling(one)]
        if self.missing and extra:
            values = _values(extra)
            self.missing = [one for one in self.missing if values.isdisjoint(one.values) or not _is_telling(one)]

    def _answer(self, source: Quantity, target: Quantity) -> None:
        self.answered.append((source, target))
        self.drop(source)
        self.extra = [one for one in self.extra if one is not target]


def is_asked_for(reading: Reading) -> bool:
    """Whether a number of the source is missing where nothing says it: 1名 is "a", 两国 "the countries" as often as not."""
    if not reading.weight or not reading.values:
        return False
    return not ((reading.values[0] == 1 and reading.weight < 2) or (reading.spelled and reading.values[0] == 2))


_NEVER_ROUND = frozenset(("moment", "ordinal", "code"))


def _is_rounded(source: Quantity, target: Quantity, way: str) -> bool:
    exact = source.values[0]
    if target.kind == "frac":
        # A third is as round as can be.
        gaps = [value - exact for value in target.values[:2]]
        return any(abs(gap) <= exact * SPARE and (way == "either" or (gap > 0) == (way == "up")) for gap in gaps)
    values = target.values if target.kind == "times" else target.values[:1]
    return any(is_rounding(exact, value, way) for value in values)


def _is_telling(quantity: Quantity) -> bool:
    """Whether the number is long enough to be known again: an equal small one is another."""
    return len(quantity.reading.digits) > 1 or quantity.values[0] >= 100


def _values(quantities: Iterable[Quantity]) -> set[Decimal]:
    return {value for one in quantities for value in one.values[:2]}
