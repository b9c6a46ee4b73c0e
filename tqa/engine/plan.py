"""What to check with: resolved once, picklable, sent to every worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tqa.engine.gates import Gates
from tqa.engine.opened import Run, runner_of
from tqa.glossary.concept import Glossary
from tqa.glossary.matcher import Matcher
from tqa.model import Severity
from tqa.rule.kinds import AnyCorpusRule, CorpusRule, Rule


@dataclass(frozen=True)
class Plan:
    """Rules with their options, the glossary, and what of their findings is shown.

    `groups`: every rule there is, selected or not, and its group. `caps`: highest severity of a rule's findings.
    `root`: the folder fingerprints are relative to.
    """

    rules: tuple[Rule, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    groups: Mapping[str, str] = field(default_factory=dict)
    caps: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = Severity.WARNING
    max_findings: int = 100
    inline: bool = True
    root: str = ""

    # Automata cannot be pickled: each process builds its own.
    @cached_property
    def matcher(self) -> Matcher:
        """The glossary, compiled."""
        return Matcher(self.glossary)

    @cached_property
    def gates(self) -> Gates:
        """The triggers of all rules, compiled."""
        return Gates(self.rules)

    @cached_property
    def steps(self) -> tuple[tuple[Any, Run | None], ...]:
        """Each rule and how it is called."""
        return tuple((rule, runner_of(rule)) for rule in self.rules)

    @cached_property
    def corpus_rules(self) -> tuple[AnyCorpusRule, ...]:
        """The rules that look across articles."""
        return tuple(rule for rule in self.rules if isinstance(rule, CorpusRule))

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in self.__dict__.items() if name not in ("matcher", "gates", "steps", "corpus_rules")}
