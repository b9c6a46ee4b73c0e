"""Which rules can fire where: one automaton scan a side answers the triggers of all rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import ahocorasick_rs

from tqa.analysis.article import Text
from tqa.model import Side
from tqa.rule.kinds import Rule

SIDES: tuple[Side, ...] = ("target", "source")


class Gates:
    """The triggers of `rules`, compiled; built once a process."""

    def __init__(self, rules: Sequence[Rule]):
        self._literals: dict[Side, tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, ...]]] | None] = {}
        self._patterns: dict[Side, list[tuple[str, re.Pattern[str]]]] = {}
        for side in SIDES:
            owners: dict[str, list[str]] = {}
            self._patterns[side] = []
            for rule in rules:
                if side not in rule.sides:
                    continue
                if isinstance(rule.triggers, re.Pattern):
                    self._patterns[side].append((rule.name, rule.triggers))
                for literal in rule.triggers if isinstance(rule.triggers, tuple) else ():
                    owners.setdefault(literal, []).append(rule.name)
            literals = sorted(owners)
            self._literals[side] = (ahocorasick_rs.AhoCorasick(literals), [tuple(owners[x]) for x in literals]) if literals else None

    def open(self, text: Text, side: Side) -> dict[str, set[int]]:
        """Rule name → indices of the segments of `text` that hold one of its triggers."""
        opened: dict[str, set[int]] = {}
        compiled = self._literals[side]
        if compiled is not None:
            automaton, owners = compiled
            for literal, start, _ in automaton.find_matches_as_indexes(text.lower, overlapping=True):
                _note(opened, owners[literal], text, start)
        for name, pattern in self._patterns[side]:
            for match in pattern.finditer(text.text):
                _note(opened, (name,), text, match.start())
        return opened


def _note(opened: dict[str, set[int]], names: Iterable[str], text: Text, offset: int) -> None:
    index = text.at(offset)[0].index
    for name in names:
        opened.setdefault(name, set()).add(index)
