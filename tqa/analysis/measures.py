"""Numbers that agree in value and not in what they count: percent and points, kilometres and miles, about and exactly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from tqa.analysis.quantities import UNLINKED
from tqa.records import NamedTuple
from tqa.text.numbers.approximation import is_about_in_chinese, is_about_in_english
from tqa.text.numbers.bounds import bound_in_chinese, bound_in_english, is_counted_back, states_rule, way_in_chinese, way_in_english
from tqa.text.numbers.denominators import denominators_in_chinese, denominators_in_english, may_count_by
from tqa.text.numbers.differences import difference_in_chinese, difference_in_english
from tqa.text.numbers.dress import in_unit, is_below_zero, may_be_below_zero, other_period, period_after, unit_after
from tqa.text.numbers.measures import units
from tqa.text.numbers.quantity import Quantity
from tqa.text.numbers.ranks import ranks_in_chinese, ranks_in_english
from tqa.text.trends import Flip, movements

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

_OFF = (" off", " discount", " cheaper", " less", " reduction", " cut")


class Clash(NamedTuple):
    """A number that answers one of the source, and how the two differ; `right` and `wrong` name what either counts."""

    number: int
    source: Quantity
    target: Quantity
    right: str
    wrong: str
    value: Decimal | None = None
    """What the source's number would be in what the target counts, where it can be said."""


def find_ratio_clashes(facts: Analysis) -> Iterator[Clash]:
    """Percentage points for percent, percent for points, a discount for the price that is left."""
    text = facts.article.lower
    chinese = facts.simplified_source
    if "‰" not in chinese and "分点" not in chinese and "基点" not in chinese and "折" not in chinese and "percentage" not in text:
        return
    for judged in facts.quantities.judged:
        twice = facts.quantities.said_twice[judged.number]
        for source, target in judged.answers:
            if source.values[:1] in twice:
                continue
            if source.kind == "points":
                if target.kind == "pct":
                    yield Clash(judged.number, source, target, "percentage points", "percent")
            elif chinese.startswith(("个基点", "基点"), source.end):
                if target.kind in ("pct", "points") and target.values[0] == source.values[0]:
                    yield Clash(judged.number, source, target, "basis points", "percent" if target.kind == "pct" else "percentage points")
            elif chinese[source.end - 1] == "‰":
                if target.kind == "pct" and target.values[0] == source.values[0]:
                    yield Clash(judged.number, source, target, "per mille", "percent")
            elif target.kind == "points":
                if source.kind in ("pct", "cheng"):
                    yield Clash(judged.number, source, target, "percent", "percentage points")
            elif source.kind == "zhe" and target.kind == "pct":
                is_off = text.startswith(_OFF, target.end)
                left = source.values[0] if source.values else 0
                if is_off and target.values[0] == left and left != 50:
                    yield Clash(judged.number, source, target, f"{left:f} percent of the price", f"{left:f} percent off")


def find_unit_clashes(facts: Analysis) -> Iterator[Clash]:
    """The value of the source with another unit: 15亩 as 15 hectares, 90分钟 as 90 hours."""
    chinese, text = facts.simplified_source, facts.article.text
    measures = units()
    for judged in facts.quantities.judged:
        for source, target in judged.answers:
            is_measure = source[2].unit in measures
            # The figure of a date holds its 年.
            behind = source[1] - (chinese[source[1] - 1] == "年")
            if not (is_measure or chinese[behind : behind + 1] in _BEFORE_PERIOD) or target.values[:1] != source.values[:1]:
                continue
            if is_measure:
                unit = unit_after(text, target.end)
                dimensions = {measures[one].dimension for one in (unit, source.unit) if one}
                if unit and unit != source.unit and (len(dimensions) == 1 or dimensions == _OFTEN_MIXED):
                    value = in_unit(chinese, source, text, target, unit)
                    yield Clash(judged.number, source, target, _plural(source.unit), _plural(unit), value)
                elif "temperature" in dimensions and is_below_zero(chinese, source.start) and not may_be_below_zero(text, target):
                    yield Clash(judged.number, source, target, "degrees below zero", "degrees above it")
            elif chinese.startswith("季度", source.end):
                if chinese[source.start - 1 : source.start] == "前" and text.startswith((" months", "-month"), target.end):
                    yield Clash(judged.number, source, target, "quarters", "months", 3 * source.values[0])
            elif source.values[:1] in facts.quantities.said_twice[judged.number]:
                continue
            elif periods := other_period(text, target, period := period_after(chinese, behind)):
                right, wrong, size = periods
                counted = Quantity(source.start, chinese.index(period, behind) + len(period), source.reading)
                yield Clash(judged.number, counted, target, f"{right}s", f"{wrong}s", source.values[0] / size)


def _plural(unit: str) -> str:
    return _PLURALS.get(unit, f"{unit}s")


_BEFORE_PERIOD = frozenset("个周小分秒天多余季年")
"""What a length of time has behind its number."""
_OFTEN_MIXED = {"power", "energy"}
"""千瓦 and 千瓦时, kilowatts and kilowatt-hours."""
_PLURALS = {"mu": "mu", "li": "li", "jin": "jin", "liang": "liang", "foot": "feet", "square foot": "square feet", "inch": "inches"} | {
    scale: f"degrees {scale.capitalize()}" for scale in ("celsius", "fahrenheit")
}


def find_denominator_clashes(facts: Analysis) -> Iterator[Clash]:
    """The value of the source by another measure: 每吨200元 as 200 yuan per litre."""
    chinese, lowered = facts.simplified_source, facts.article.lower
    if not may_count_by(chinese):
        return
    for judged in facts.quantities.judged:
        for source, target in judged.answers:
            if target.values[:1] == source.values[:1]:
                meant = denominators_in_chinese(chinese, source.start, source.end)
                said = denominators_in_english(lowered, target.start, target.end) if meant else frozenset()
                # Metres a second and kilometres an hour differ in their unit already.
                if said and meant.isdisjoint(said) and not any(one.target is target for one in facts.quantities.unit_clashes.get(judged.number, ())):
                    yield Clash(judged.number, source, target, min(meant), min(said))


def find_approximation_clashes(facts: Analysis) -> Iterator[Clash]:
    """Numbers that are about right on one side and exact on the other."""
    chinese, english = facts.simplified_source, facts.article.lower
    for judged in facts.quantities.judged:
        for source, target in judged.answers:
            if (
                source[2].weight == 2 == target[2].weight
                and is_about_in_chinese(chinese, source[0], source[1])
                and source.values[0] == target.values[0]
                and not is_about_in_english(english, target[0], target[1])
            ):
                yield Clash(judged.number, source, target, "about", "exactly")


def find_bound_clashes(facts: Analysis) -> Iterator[Clash]:
    """Numbers of which the source has more and the target less, or the reverse: 超过1000 as less than 1,000."""
    chinese, english = facts.simplified_source, facts.article.lower
    for judged in facts.quantities.judged:
        for source, target in judged.answers:
            if source.values[:1] != target.values[:1] or source[2].kind in _UNBOUND:
                continue
            meant = bound_in_chinese(chinese, source.start, source.end)
            said = bound_in_english(english, target.start, target.end) if meant is not None else None
            if meant is None or said is None or meant.side == said.side or source.values[:1] in facts.quantities.said_twice[judged.number]:
                continue
            # “Over” may span a time. Rules are told from either side: no more than 7 kg, what weighs more must be checked in.
            is_span = english.startswith("over", said.start) and is_counted_back(chinese, source.end)
            if not is_span and not states_rule(chinese, source.start, source.end):
                of_source, of_target = Quantity(meant.start, meant.end, source.reading), Quantity(said.start, said.end, target.reading)
                yield Clash(judged.number, of_source, of_target, meant.side, said.side)


_UNBOUND = frozenset(("ordinal", "code"))


def find_way_clashes(facts: Analysis) -> Iterator[Clash]:
    """A change for what it led to, or the reverse: 下降到30% as “fell by 30 percent”."""
    chinese, english = facts.simplified_source, facts.article.lower
    for judged in facts.quantities.judged:
        for source, target in judged.answers:
            way = way_in_chinese(chinese, source[0])
            if way is None or source[2].kind not in _MOVED or target[2].kind not in _MOVED or source.values[:1] != target.values[:1]:
                continue
            said = way_in_english(english, target.start)
            if said is not None and not _SHARES.issuperset((source.kind, target.kind)) and not _follows_movement(english, target.start):
                continue
            if said is not None and way != said and source.values[:1] not in facts.quantities.said_twice[judged.number]:
                yield Clash(judged.number, source, target, _WAYS[way], _WAYS[said])


def _follows_movement(english: str, start: int) -> bool:
    """Whether a word of movement stands shortly before a number: rose by 30; adopted by 30 cities is no change."""
    return bool(movements(english[max(0, start - _BEHIND_MOVEMENT) : start]))


_BEHIND_MOVEMENT = 24
_MOVED = frozenset(("pct", "points", "num", "money"))
_SHARES = frozenset(("pct", "points"))
_WAYS = {"to": "what it comes to", "by": "the change"}


def find_difference_clashes(facts: Analysis) -> Iterator[tuple[int, Flip]]:
    """Differences that point the other way: 比上年增加7万 as 70,000 less than last year; by pair number."""
    chinese, english = facts.simplified_source, facts.article.lower
    for judged in facts.quantities.judged:
        if facts.links[judged.number].confidence < UNLINKED:
            continue
        for source, target in judged.answers:
            if source.values[:1] != target.values[:1] or source.kind == "ordinal" or source.values[:1] in facts.quantities.said_twice[judged.number]:
                continue
            said = difference_in_english(english, target)
            meant = difference_in_chinese(chinese, source) if said is not None else None
            if said is not None and meant is not None and said.direction != meant.direction:
                yield judged.number, Flip(meant, said)


def find_rank_clashes(facts: Analysis) -> Iterator[Clash]:
    """第二大 as the largest; only where either side ranks one thing."""
    ranks: dict[int, list[Quantity]] = {}
    for rank in ranks_in_chinese(facts.simplified_source):
        ranks.setdefault(facts.link_at(rank.start, "source"), []).append(rank)
    for number, meant in ranks.items():
        if number >= 0 and len(meant) == 1 and "最" not in facts.simplified_source[slice(*facts.source.range(facts.links[number].source))]:
            said = ranks_in_english(facts.article.lower, *facts.article.range(facts.links[number].target))
            if len(said) == 1 and said[0].values != meant[0].values:
                yield Clash(number, meant[0], said[0], "", "")
