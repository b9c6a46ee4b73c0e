"""Fixes applied round by round until nothing changes, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tqa.engine.check import Checked, Verdicts, check
from tqa.engine.fixing import apply_fixes
from tqa.engine.plan import Plan
from tqa.model import Document, Edit, Finding, Fix, Notice, Problem, Severity
from tqa.value import replace, value

ROUNDS = 10

Accepted = Mapping[str, str]
"""Fingerprints of findings whose fix somebody accepted → the wording to write in its place, or "" for the fix itself."""
_NONE: Accepted = {}

Read = Callable[[str], Iterable[Document | Problem]]
Write = Callable[[str, Mapping[int, Sequence[Edit]]], str]


@value
class Mended:
    """A file's text after all fixes that came to rest; with problems it is the original."""

    before: str
    after: str
    count: int
    problems: tuple[Problem, ...] = ()
    met: frozenset[str] = frozenset()
    """Accepted findings that stand in the file."""

    @property
    def changed(self) -> bool:
        """Whether anything was fixed."""
        return self.before != self.after


def mend(
    text: str,
    path: str,
    read: Read,
    write: Write,
    plan_of: Callable[[str], Plan],
    *,
    unsafe: bool = False,
    accepted: Accepted = _NONE,
    verdicts: Verdicts | None = None,
) -> Mended:
    """Fix `text` until it comes to rest. Pure: `read` and `write` are a format's, bound to the file's other sides.

    `unsafe`: with the fixes that are not safe; `accepted`: with those that somebody decided for. The original stays, with a Problem,
    if fixes go on after 10 rounds, a record is lost or findings become more.
    """
    current, count, first = text, 0, -1
    met: frozenset[str] = frozenset()
    for _ in range(ROUNDS + 1):
        changes, found, problems, fixed, here = _round(current, read, plan_of, unsafe=unsafe, accepted=accepted, verdicts=verdicts)
        if problems:
            return Mended(text, text, 0, problems)
        if first < 0:
            first = found
        if not changes:
            if found > first:
                return _refused(text, path, f"the fixes would raise the findings from {first} to {found}")
            return Mended(text, current, count, met=met)
        current = write(current, changes)
        count += fixed
        met |= here
    return _refused(text, path, f"the fixes do not come to rest in {ROUNDS} rounds")


def _round(
    text: str, read: Read, plan_of: Callable[[str], Plan], *, unsafe: bool, accepted: Accepted, verdicts: Verdicts | None
) -> tuple[dict[int, Sequence[Edit]], int, tuple[Problem, ...], int, frozenset[str]]:
    met: set[str] = set()
    changes: dict[int, Sequence[Edit]] = {}
    problems: list[Problem] = []
    found = fixed = ordinal = 0
    for document in read(text):
        if isinstance(document, Problem):
            if not isinstance(document, Notice):
                problems.append(document)
            continue
        # All of them: a cap on what is shown is no cap on what is mended.
        plan = replace(plan_of(document.path), max_findings=0)
        least = plan.min_severity
        plan = replace(plan, min_severity=Severity.INFO) if accepted else plan
        checked = check(document, plan, verdicts if verdicts is not None else {})
        met |= accepted.keys() & {row["fingerprint"] for row in checked.result.rows}
        problems += checked.problems
        # What is in the baseline counts too: a fix beside it may have taken it out of there.
        found += len(checked.findings) + checked.result.baselined
        applied = apply_fixes(document, _to_mend(checked, least, accepted), unsafe=unsafe)
        if applied.texts(document) != tuple(segment.text for segment in document.target):
            changes[ordinal] = applied.edits
            fixed += applied.count
        ordinal += 1
    return changes, found, tuple(problems), fixed, frozenset(met)


def _to_mend(checked: Checked, least: Severity, accepted: Accepted) -> list[Finding]:
    """The findings that are shown, and those decided for, whose fix then counts as safe."""
    found: list[Finding] = []
    for finding, row in zip(checked.findings, checked.result.rows, strict=True):
        wording = accepted.get(row["fingerprint"])
        if wording is not None:
            fixes = (Fix("write “{text}”", (Edit(finding.where, wording),), values={"text": wording}),) if wording else finding.fixes
            found.append(replace(finding, fixes=tuple([replace(fix, safe=True) for fix in fixes])))
        elif finding.severity >= least:
            found.append(finding)
    return found


def _refused(text: str, path: str, reason: str) -> Mended:
    return Mended(text, text, 0, (Problem("fix-unstable", f"left as it was: {reason}; please report it", path),))
