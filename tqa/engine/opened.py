"""Where each rule is called: one scan a side answers for all of them, visibility does the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from tqa.cached import cached_property
from tqa.engine.gates import Gates
from tqa.model import Finding, Segment, Side
from tqa.rule.card import Card, Kind
from tqa.rule.kinds import Rule

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis, Pair

_NOWHERE: frozenset[int] = frozenset()


class Opened:
    """The segments of one document that hold a trigger, by rule."""

    def __init__(self, facts: Analysis, gates: Gates):
        self._facts = facts
        self._gates = gates
        self._scans: dict[Side, dict[str, set[int]]] = {}

    @cached_property
    def rules(self) -> Set[str]:
        """The rules with a trigger anywhere in the document."""
        return self._scan("target").keys() | self._scan("source").keys()

    def segments(self, rule: Rule | Card) -> list[Segment]:
        """The segments a segment rule is called for, in order."""
        found: list[Segment] = []
        for side in rule.sides:
            segments = self._segments(rule, side)
            if rule.triggers is not None:
                indices = self._indices(rule, side)
                segments = tuple(segment for segment in segments if segment.index in indices) if indices else ()
            found += segments
        return found

    def anywhere(self, rule: Rule | Card) -> bool:
        """Whether what the rule sees holds one of its triggers."""
        if rule.triggers is None:
            return True
        for side in rule.sides:
            indices = self._indices(rule, side)
            if indices and (rule.sees == "all" or any(segment.index in indices for segment in self._segments(rule, side))):
                return True
        return False

    def in_pair(self, rule: Rule | Card, pair: Pair) -> bool:
        """Whether a pair holds one of the rule's triggers."""
        if rule.triggers is None:
            return True
        for side in rule.sides:
            indices = self._indices(rule, side)
            text = pair.target if side == "target" else pair.source
            if indices and any(segment.index in indices for segment in text.segments):
                return True
        return False

    def _indices(self, rule: Rule | Card, side: Side) -> set[int] | frozenset[int]:
        return self._scan(side).get(rule.name, _NOWHERE)

    def _scan(self, side: Side) -> dict[str, set[int]]:
        """Rule name → indices of the segments of the side that hold one of its triggers."""
        scan = self._scans.get(side)
        if scan is None:
            scan = self._scans[side] = self._gates.open(self._facts.whole if side == "target" else self._facts.whole_source, side)
        return scan

    def _segments(self, rule: Rule | Card, side: Side) -> tuple[Segment, ...]:
        facts = self._facts
        if rule.sees == "all":
            return facts.document.side(side)
        return facts.visible if side == "target" else facts.visible_source


class Step:
    """How one rule is called; loaded when it is."""

    def __init__(self, rule: Rule | Card):
        self.known = rule
        """The rule, or what is known of it."""
        self.is_triggered = rule.triggers is not None
        self._run = _RUNNERS[rule.kind]
        self.is_corpus = self._run is None
        """Whether the rule looks across articles, and so gathers and marks."""
        self._given = attrgetter(rule.given) if rule.given else None

    @cached_property
    def rule(self) -> Any:  # a rule of the kind its card says
        """The rule itself."""
        return self.known.load()() if isinstance(self.known, Card) else self.known

    def run(self, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
        """Call the rule wherever it can fire, and add what it finds."""
        if self._run is None or (self.is_triggered and self.known.name not in opened.rules):
            return
        if self._given is None or self._given(facts):
            self._run(self, facts, opened, found)


def _by_segment(step: Step, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
    for segment in opened.segments(step.known):
        found += step.rule.check(segment, facts)


def _by_pair(step: Step, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
    if opened.anywhere(step.known):
        for pair in step.rule.pairs(facts):
            if opened.in_pair(step.known, pair):
                found += step.rule.check(pair, facts)


def _by_document(step: Step, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
    if not step.is_triggered or opened.anywhere(step.known):
        found += step.rule.check(facts)


def _by_furniture(step: Step, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
    if step.known.name in facts.furniture.families:
        found += step.rule.check(facts)


Run = Callable[[Step, "Analysis", Opened, list[Finding]], None]

_RUNNERS: Mapping[Kind, Run | None] = {
    "segment": _by_segment,
    "pair": _by_pair,
    "document": _by_document,
    "furniture": _by_furniture,
    "corpus": None,
}
