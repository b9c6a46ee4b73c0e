"""Checks one document: rules in, findings out, then what is left of them as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tqa.analysis.analysis import Analysis
from tqa.analysis.furniture import Furniture
from tqa.engine.fingerprints import fingerprints
from tqa.engine.opened import Opened
from tqa.engine.plan import Plan
from tqa.engine.rows import to_rows
from tqa.engine.suppress import Suppressions
from tqa.model import Document, Finding, Notice, Problem, Result, Severity, Side, SilenceRow, Where
from tqa.tally import Tally
from tqa.text.counted import counted
from tqa.value import fresh, replace, value

Printed = tuple[Finding, str]
"""A finding and its fingerprint."""
Verdicts = Mapping[str, Mapping[str, Any]]  # a row is its rule's own business


@value
class Checked:
    """What checking one document gave; `findings` are those of `result.rows`, in the same order.

    `states`: the document's share of each corpus rule's state.
    """

    result: Result
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]
    states: Mapping[str, Mapping[str, object]]
    has_source: bool
    tally: Tally = fresh(factory=Tally)


def check(document: Document, plan: Plan, verdicts: Verdicts | None = None) -> Checked:
    """Everything `plan` finds in `document`; pure.

    With `verdicts` (corpus rule → key → what to mark) their marks are found too; without, the states are gathered.
    """
    suppressions = Suppressions(document.ignores if plan.inline else (), plan.groups)
    facts = Analysis(document, plan.matcher, suppressions.furniture_kept(document))
    problems: list[Problem] = []
    states: dict[str, Mapping[str, object]] = {}
    found: list[Finding] = []
    opened = Opened(facts, plan.gates)
    for step in plan.steps_for(facts):
        try:
            if not step.is_corpus:
                step.run(facts, opened, found)
            elif verdicts is None:
                states[step.known.name] = step.rule.gather(facts)
            elif verdict := verdicts.get(step.known.name):
                found += step.rule.mark(facts, verdict)
        except Exception as error:
            # One rule's crash on one document is a Problem, never a finding and never the end of the run.
            problems.append(_crash(step.known.name, document, error))
    if _is_untranslated(document):
        problems.append(Problem("no-translation", "the translation is empty and its source is not, so nothing was compared", document.path))
    findings = _settle([finding.in_document(document.id) for finding in found], facts, plan)
    tally = _tally(facts, plan, problems)
    listed, result = _sift(findings, document, plan, suppressions, tally)
    notices = [*suppressions.unused(document, plan.rules), *_linking(facts)]
    if plan.articles:
        result = _with_article(result, facts)
    checked = Checked(result, tuple(listed), tuple(problems), tuple(notices), states, facts.has_source, tally)
    # The facts hold one another in circles: apart they go at once, together they wait for the garbage collector.
    vars(facts).clear()
    return checked


def _tally(facts: Analysis, plan: Plan, problems: list[Problem]) -> Tally:
    """What the plan measures in an article with a source; a crash is a problem like a rule's."""
    if not plan.measures or not facts.has_source:
        return _NOTHING
    from tqa.score.tallies import tally_of

    try:
        return tally_of(facts)
    except Exception as error:
        problems.append(_crash("figures", facts.document, error))
        return _NOTHING


_NOTHING = Tally()


def _sift(findings: list[Finding], document: Document, plan: Plan, suppressions: Suppressions, tally: Tally) -> tuple[list[Finding], Result]:
    """The findings that are shown, and the document's result: ignores first, the baseline, changed lines, the lowest severity, the cap."""
    kept: list[Printed] = []
    silenced: list[Printed] = []
    silences: list[SilenceRow] = []
    for finding, fingerprint in zip(findings, _fingerprints(findings, document, plan), strict=True):
        ignore = suppressions.silencing(finding, document)
        accepted = plan.baseline.by_fingerprint.get(fingerprint)
        if ignore is not None:
            silences.append(SilenceRow(by="ignore", reason=ignore.reason))
        elif accepted is not None:
            silences.append(SilenceRow(by="baseline", reason=accepted.reason))
        (kept if ignore is None and accepted is None else silenced).append((finding, fingerprint))
    touched = kept if plan.changes is None else [one for one in kept if plan.changes.concern(one[0], document, plan.place)]
    shown = [one for one in touched if one[0].severity >= plan.min_severity]
    listed = _cut(shown, plan.max_findings)
    rows = to_rows(silenced, document, plan.named, plan.say)
    for row, silence in zip(rows, silences, strict=True):
        row["silence"] = silence
    baselined = sum(silence["by"] == "baseline" for silence in silences)
    return [finding for finding, _ in listed], Result(
        document.id,
        document.path,
        tuple(to_rows(listed, document, plan.named, plan.say)),
        hidden=len(touched) - len(shown),
        suppressed=len(silenced) - baselined,
        cut=len(shown) - len(listed),
        figures=tally.shown if tally is not _NOTHING else {},
        baselined=baselined,
        silenced=tuple(rows),
        untouched=len(kept) - len(touched),
        meta={name: said for name, said in document.meta.items() if isinstance(said, str | int | float)},
    )


def _fingerprints(findings: list[Finding], document: Document, plan: Plan) -> list[str]:
    # Where the document lies costs more to tell than that there is nothing to tell apart.
    return fingerprints(findings, document, plan.place(document.path)) if findings else []


def _with_article(result: Result, facts: Analysis) -> Result:
    from tqa.engine.articles import article_row

    return replace(result, article=article_row(facts))


def is_marked(document: Document, plan: Plan, verdicts: Verdicts) -> bool:
    """Whether a verdict marks anything in `document`; much cheaper than to check it. What crashes is left for the check to tell."""
    facts = Analysis(document, plan.matcher)
    marked = False
    for step in plan.steps:
        if step.is_corpus and verdicts.get(step.known.name):
            try:
                marked = marked or any(True for _ in step.rule.mark(facts, verdicts[step.known.name]))
            except Exception:
                marked = True
    vars(facts).clear()
    return marked


def _is_untranslated(document: Document) -> bool:
    return not any(segment.text.strip() for segment in document.target) and any(segment.text.strip() for segment in document.source)


def _linking(facts: Analysis) -> Iterator[Notice]:
    """What there is to know of how the segments of both sides belong together; nothing where no rule asked for it."""
    if "links" not in vars(facts):
        return
    if facts.is_unlinked:
        said = (
            "the words of source and translation contradict every way to link their lines: the article was compared as a whole, and no "
            "passage was looked for that is left out or added"
        )
        yield Notice("unlinked-article", said, facts.document.path)
    moved = [link for link in facts.links if link.moved]
    if moved:
        line, _ = facts.visible[moved[0].target[0]].place.locate(0)
        said = f"{counted(len(moved), 'segment')} not where the source has them, the first on line {line}; compared all the same"
        yield Notice("moved-segments", said, facts.document.path, line)


def _crash(rule: str, document: Document, error: Exception) -> Problem:
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    said = f"rule {rule} crashed on document {document.id!r} ({reason}); its other checks ran"
    return Problem("rule-crashed", said, document.path, trace=_trace(error))


def _trace(error: Exception) -> str:
    # Slow to import, and wanted only of a crash.
    import traceback

    return "".join(traceback.format_exception(error))


def _settle(findings: Iterable[Finding], facts: Analysis, plan: Plan) -> list[Finding]:
    """Findings on the article only, one a fault, severities capped, in reading order."""
    rules = plan.named
    kept = [finding for finding in findings if rules[finding.rule].sees == "all" or not _on_furniture(finding.where, facts.furniture)]
    by_place: dict[tuple[str, Side, int], list[Finding]] = {}
    for finding in kept:
        by_place.setdefault((finding.rule, finding.where.side, finding.where.segment), []).append(finding)

    def stands(finding: Finding) -> bool:
        where = finding.where
        rivals = (rival for name in rules[finding.rule].yields_to for rival in by_place.get((name, where.side, where.segment), ()))
        return not any(rival.where.span.overlaps(where.span) for rival in rivals)

    settled = []
    for finding in kept:
        if stands(finding):
            cap = plan.caps.get(finding.rule, Severity.ERROR)
            settled.append(finding if finding.severity <= cap else replace(finding, severity=cap))
    return sorted(settled, key=lambda finding: (*finding.where.order, finding.rule))


def _on_furniture(where: Where, furniture: Furniture) -> bool:
    """Whether the place is furniture inside a segment that belongs to the article."""
    return any(span.overlaps(where.span) for span in furniture.blanked(where.side).get(where.segment, ()))


def _cut(found: list[Printed], most: int) -> list[Printed]:
    """At most `most` findings a rule; 0 means all."""
    if not most or len(found) <= most:
        return found
    seen: dict[str, int] = {}
    listed = []
    for finding, fingerprint in found:
        seen[finding.rule] = seen.get(finding.rule, 0) + 1
        if seen[finding.rule] <= most:
            listed.append((finding, fingerprint))
    return listed
