"""Checks one document: rules in, findings out, then what is left of them as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tqa.analysis.analysis import Analysis
from tqa.analysis.article import Text
from tqa.engine.plan import Plan
from tqa.engine.rows import to_rows
from tqa.engine.suppress import Suppressions
from tqa.model import Document, Finding, Notice, Problem, Result, Segment, Severity, Side, Span
from tqa.rule.kinds import CorpusRule, DocumentRule, PairRule, Rule, SegmentRule

Verdicts = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one document gave; `findings` are those of `result.rows`, in the same order.

    `states`: the document's share of each corpus rule's state.
    """

    result: Result
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]
    states: Mapping[str, Mapping[str, object]]


def check(document: Document, plan: Plan, verdicts: Verdicts | None = None) -> Checked:
    """Everything `plan` finds in `document`; pure.

    With `verdicts` (corpus rule → key → what to mark) their marks are found too; without, the states are gathered.
    """
    suppressions = Suppressions(document.ignores if plan.inline else (), plan.groups)
    facts = Analysis(document, plan.matcher, suppressions.furniture_kept(document))
    problems: list[Problem] = []
    states: dict[str, Mapping[str, object]] = {}
    found: list[Finding] = []
    opened = _Opened(facts, plan)
    for rule in plan.rules:
        try:
            if isinstance(rule, CorpusRule) and verdicts is None:
                states[rule.name] = rule.gather(facts)
            else:
                found += _run(rule, facts, opened, verdicts or {})
        except Exception as error:
            # One rule's crash on one document is a Problem, never a finding and never the end of the run.
            problems.append(_crash(rule, document, error))
    findings = _settle([replace(finding, document=document.id) for finding in found], facts, plan)
    kept, silenced = suppressions.split(findings, document)
    shown = [finding for finding in kept if finding.severity >= plan.min_severity]
    listed = _cut(shown, plan.max_findings)
    rows = to_rows(listed, document, {rule.name: rule for rule in plan.rules}, plan.root)
    result = Result(document.id, document.path, tuple(rows), hidden=len(kept) - len(shown), suppressed=silenced, cut=len(shown) - len(listed))
    notices = list(suppressions.unused(document, plan.rules))
    return Checked(result, tuple(listed), tuple(problems), tuple(notices), states)


class _Opened:
    """Which segments each rule is called for, from one scan a side and visibility."""

    def __init__(self, facts: Analysis, plan: Plan):
        self._facts = facts
        self._gates = plan.gates
        self._scans: dict[tuple[Side, bool], dict[str, set[int]]] = {}

    def segments(self, rule: Rule) -> Iterator[Segment]:
        """The segments a segment rule is called for."""
        for side in rule.sides:
            text = self._text(side, whole=rule.sees == "all")
            if rule.triggers is None:
                yield from text.segments
                continue
            indices = self._hits(rule, side)
            yield from (segment for segment in text.segments if segment.index in indices)

    def anywhere(self, rule: Rule) -> bool:
        """Whether the article holds one of the rule's triggers."""
        return rule.triggers is None or any(self._hits(rule, side) for side in rule.sides)

    def _hits(self, rule: Rule, side: Side) -> set[int]:
        whole = rule.sees == "all"
        scan = self._scans.get((side, whole))
        if scan is None:
            scan = self._scans[side, whole] = self._gates.open(self._text(side, whole=whole), side)
        return scan.get(rule.name, set())

    def in_pair(self, rule: Rule, source: Text, target: Text) -> bool:
        """Whether a pair holds one of the rule's triggers."""
        if rule.triggers is None:
            return True
        return any(segment.index in self._hits(rule, side) for side in rule.sides for segment in (target if side == "target" else source).segments)

    def _text(self, side: Side, *, whole: bool) -> Text:
        if side == "target":
            return self._facts.whole if whole else self._facts.article
        return self._facts.whole_source if whole else self._facts.source


def _run(rule: Rule, facts: Analysis, opened: _Opened, verdicts: Verdicts) -> Iterator[Finding]:
    if isinstance(rule, SegmentRule):
        for segment in opened.segments(rule):
            yield from rule.check(segment, facts)
    elif isinstance(rule, PairRule):
        if facts.has_source and opened.anywhere(rule):
            for pair in facts.pairs:
                if opened.in_pair(rule, pair.source, pair.target):
                    yield from rule.check(pair, facts)
    elif isinstance(rule, DocumentRule):
        if opened.anywhere(rule):
            yield from rule.check(facts)
    elif isinstance(rule, CorpusRule):
        verdict = verdicts.get(rule.name)
        if verdict:
            yield from rule.mark(facts, verdict)


def _crash(rule: Rule, document: Document, error: Exception) -> Problem:
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Problem("rule-crashed", f"rule {rule.name} crashed on document {document.id!r} ({reason}); its other checks ran", document.path)


def _settle(findings: Iterable[Finding], facts: Analysis, plan: Plan) -> list[Finding]:
    """Findings on the article only, one a fault, severities capped, in reading order."""
    rules = {rule.name: rule for rule in plan.rules}
    blanked = [(side, index, span) for side in _SIDES for index, span in facts.furniture.blanked(side)]
    kept = [f for f in findings if rules[f.rule].sees == "all" or not _on(f, blanked)]
    by_rule: dict[str, list[Finding]] = {}
    for finding in kept:
        by_rule.setdefault(finding.rule, []).append(finding)

    def stands(finding: Finding) -> bool:
        rivals = (rival for name in rules[finding.rule].yields_to for rival in by_rule.get(name, ()))
        return not any(rival.where.overlaps(finding.where) for rival in rivals)

    settled = []
    for finding in kept:
        if stands(finding):
            cap = plan.caps.get(finding.rule, Severity.ERROR)
            settled.append(finding if finding.severity <= cap else replace(finding, severity=cap))
    return sorted(settled, key=lambda finding: (*finding.where.order, finding.rule))


_SIDES: tuple[Side, ...] = ("target", "source")


def _on(finding: Finding, spans: list[tuple[Side, int, Span]]) -> bool:
    where = finding.where
    return any(side == where.side and index == where.segment and span.overlaps(where.span) for side, index, span in spans)


def _cut(findings: list[Finding], most: int) -> list[Finding]:
    """At most `most` findings a rule; 0 means all."""
    if not most or len(findings) <= most:
        return findings
    seen: dict[str, int] = {}
    listed = []
    for finding in findings:
        seen[finding.rule] = seen.get(finding.rule, 0) + 1
        if seen[finding.rule] <= most:
            listed.append(finding)
    return listed
