"""Where each rule is called: one scan a side answers for all of them, visibility does the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tqa.analysis.analysis import Analysis, Pair
from tqa.engine.gates import Gates
from tqa.model import Finding, Segment, Side
from tqa.rule.kinds import CorpusRule, DocumentRule, PairRule, Rule, SegmentRule

_NOWHERE: frozenset[int] = frozenset()


class Opened:
    """The segments of one document that hold a trigger, by rule."""

    def __init__(self, facts: Analysis, gates: Gates):
        self._facts = facts
        self._gates = gates
        self._scans: dict[Side, dict[str, set[int]]] = {}

    def segments(self, rule: Rule) -> list[Segment]:
        """The segments a segment rule is called for, in order."""
        found: list[Segment] = []
        for side in rule.sides:
            segments = self._segments(rule, side)
            if rule.triggers is not None:
                indices = self._indices(rule, side)
                segments = tuple(segment for segment in segments if segment.index in indices) if indices else ()
            found += segments
        return found

    def anywhere(self, rule: Rule) -> bool:
        """Whether what the rule sees holds one of its triggers."""
        if rule.triggers is None:
            return True
        for side in rule.sides:
            indices = self._indices(rule, side)
            if indices and (rule.sees == "all" or any(segment.index in indices for segment in self._segments(rule, side))):
                return True
        return False

    def in_pair(self, rule: Rule, pair: Pair) -> bool:
        """Whether a pair holds one of the rule's triggers."""
        if rule.triggers is None:
            return True
        for side in rule.sides:
            indices = self._indices(rule, side)
            text = pair.target if side == "target" else pair.source
            if indices and any(segment.index in indices for segment in text.segments):
                return True
        return False

    def _indices(self, rule: Rule, side: Side) -> set[int] | frozenset[int]:
        scan = self._scans.get(side)
        if scan is None:
            scan = self._scans[side] = self._gates.open(self._facts.whole if side == "target" else self._facts.whole_source, side)
        return scan.get(rule.name, _NOWHERE)

    def _segments(self, rule: Rule, side: Side) -> tuple[Segment, ...]:
        facts = self._facts
        if rule.sees == "all":
            return facts.document.side(side)
        return facts.visible if side == "target" else facts.visible_source


Run = Callable[[Any, Analysis, Opened, list[Finding]], None]
"""Calls a rule where it can fire and adds what it finds."""


def runner_of(rule: Rule) -> Run | None:
    """How a rule of its kind is called; None for a rule that looks across articles."""
    if isinstance(rule, CorpusRule):
        return None
    return next(run for kind, run in _RUNNERS if isinstance(rule, kind))


def _by_segment(rule: SegmentRule, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
    for segment in opened.segments(rule):
        found += rule.check(segment, facts)


def _by_pair(rule: PairRule, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
    if facts.has_source and opened.anywhere(rule):
        for pair in rule.pairs(facts):
            if opened.in_pair(rule, pair):
                found += rule.check(pair, facts)


def _by_document(rule: DocumentRule, facts: Analysis, opened: Opened, found: list[Finding]) -> None:
    if opened.anywhere(rule):
        found += rule.check(facts)


_RUNNERS: tuple[tuple[type[Rule], Run], ...] = ((SegmentRule, _by_segment), (PairRule, _by_pair), (DocumentRule, _by_document))
