"""Which rules can fire where: one automaton scan a side answers the triggers of all rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tqa.analysis.article import Text
from tqa.model import Side
from tqa.rule.card import Card
from tqa.rule.kinds import Rule
from tqa.text.automaton import Automaton

SIDES: tuple[Side, ...] = ("target", "source")


class Gates:
    """The triggers of `rules`, compiled; built once a process."""

    def __init__(self, rules: Sequence[Rule | Card]):
        self._literals: dict[Side, tuple[Automaton, list[tuple[str, ...]]] | None] = {}
        self._patterns: dict[Side, list[tuple[str, re.Pattern[str]]]] = {}
        for side in SIDES:
            owners: dict[str, list[str]] = {}
            self._patterns[side] = []
            for rule in rules:
                if side not in rule.sides:
                    continue
                if rule.triggers is not None and not isinstance(rule.triggers, tuple):
                    self._patterns[side].append((rule.name, rule.triggers))
                for literal in rule.triggers if isinstance(rule.triggers, tuple) else ():
                    owners.setdefault(literal, []).append(rule.name)
            literals = sorted(owners)
            self._literals[side] = (Automaton(literals, fast=True), [tuple(owners[x]) for x in literals]) if literals else None

    def open(self, text: Text, side: Side) -> dict[str, set[int]]:
        """Rule name → indices of the segments of `text` that hold one of its triggers."""
        opened: dict[str, set[int]] = {}
        compiled = self._literals[side]
        if compiled is not None:
            automaton, owners = compiled
            indices: dict[int, set[int]] = {}
            starts, segments = text.starts, text.segments
            for literal, start, _ in automaton.find(text.lower, overlapping=True):
                index = segments[bisect_right(starts, start) - 1].index
                if literal in indices:
                    indices[literal].add(index)
                else:
                    indices[literal] = {index}
            for literal, found in indices.items():
                for name in owners[literal]:
                    opened[name] = opened[name] | found if name in opened else found
        for name, pattern in self._patterns[side]:
            found = {text.at(match.start())[0].index for match in pattern.finditer(text.text)}
            if found:
                opened[name] = found
        return opened
