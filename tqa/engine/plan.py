"""What to check with: resolved once, picklable, sent to every worker."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tqa.engine.baseline import Baseline
from tqa.engine.changes import Changes
from tqa.engine.gates import Gates
from tqa.engine.opened import Step
from tqa.engine.rows import Say
from tqa.engine.sayings import say_in
from tqa.glossary.concept import Glossary
from tqa.glossary.matcher import Matcher
from tqa.model import Severity
from tqa.rule.card import Card
from tqa.rule.kinds import AnyCorpusRule, Rule
from tqa.text.paths import below
from tqa.value import fresh, value

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

_COMPARE_RENDERINGS = frozenset(("split-rendering", "corpus-variant"))


@value
class Plan:
    """Rules with their options, the glossary, and what of their findings is shown.

    `rules`: a card stands for a rule without options set, which is loaded when it can fire.
    `groups`: every rule there is, selected or not, and its group. `caps`: highest severity of a rule's findings.
    `root`: the folder fingerprints are relative to; `folder`: the one from which relative paths start. `baseline`: findings that are known.
    `articles`: whether results carry the article, for reports that show it. `lang`: the language findings speak, "en" or "zh".
    `changes`: where only findings on changed lines are shown.
    """

    rules: tuple[Rule | Card, ...] = ()
    glossary: Glossary = fresh(factory=Glossary)
    groups: Mapping[str, str] = fresh(factory=dict)
    caps: Mapping[str, Severity] = fresh(factory=dict)
    min_severity: Severity = Severity.WARNING
    max_findings: int = 100
    inline: bool = True
    root: str = ""
    folder: str = ""
    baseline: Baseline = fresh(factory=Baseline)
    articles: bool = False
    lang: str = "en"
    changes: Changes | None = None

    def place(self, path: str) -> str:
        """A path from the root, the same from whatever folder tqa is run."""
        return below(path, self.folder, self.root)

    # Automata cannot be pickled: each process builds its own, as no cached property is sent.
    @cached_property
    def matcher(self) -> Matcher:
        """The glossary, compiled."""
        return Matcher(self.glossary)

    @cached_property
    def gates(self) -> Gates:
        """The triggers of all rules, compiled."""
        return Gates(self.rules)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """How each rule is called."""
        return tuple(map(Step, self.rules))

    def steps_for(self, facts: Analysis) -> tuple[Step, ...]:
        """Those of an article: rules that name furniture, or compare both sides, need no call where it has none of it, or but one side."""
        return self._steps_without[not facts.furniture.items, not facts.has_source]

    @cached_property
    def _steps_without(self) -> Mapping[tuple[bool, bool], tuple[Step, ...]]:
        """The steps that are left without furniture, and without a source."""
        return {
            (clean, alone): tuple(step for step in self.steps if step.known.kind not in ("furniture" if clean else "", "pair" if alone else ""))
            for clean in (False, True)
            for alone in (False, True)
        }

    @cached_property
    def named(self) -> Mapping[str, Rule | Card]:
        """The rules by name."""
        return {rule.name: rule for rule in self.rules}

    @cached_property
    def say(self) -> Say:
        """A template in the language of the findings."""
        return say_in(self.lang)

    @cached_property
    def measures(self) -> bool:
        """Whether consistency and adherence are measured: where glossary rules run, and one that asks for the renderings of all terms."""
        return not _COMPARE_RENDERINGS.isdisjoint(self.named) and any(rule.group == "glossary" for rule in self.rules)

    @cached_property
    def corpus_rules(self) -> tuple[AnyCorpusRule, ...]:
        """The rules that look across articles."""
        return tuple(step.rule for step in self.steps if step.is_corpus)
