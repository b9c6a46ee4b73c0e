"""Fixes applied round by round until nothing changes, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tqa.engine.check import Verdicts, check
from tqa.engine.fixing import apply_fixes
from tqa.engine.plan import Plan
from tqa.model import Document, Edit, Notice, Problem
from tqa.value import replace, value

ROUNDS = 10

Read = Callable[[str], Iterable[Document | Problem]]
Write = Callable[[str, Mapping[int, Sequence[Edit]]], str]


@value
class Mended:
    """A file's text after all fixes that came to rest; with problems it is the original."""

    before: str
    after: str
    count: int
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything was fixed."""
        return self.before != self.after


def mend(
    text: str, path: str, read: Read, write: Write, plan_of: Callable[[str], Plan], *, unsafe: bool = False, verdicts: Verdicts | None = None
) -> Mended:
    """Fix `text` until it comes to rest. Pure: `read` and `write` are a format's, bound to the file's other sides.

    The original stays, with a Problem, if fixes go on after 10 rounds, a record is lost or findings become more.
    """
    current, count, first = text, 0, -1
    for _ in range(ROUNDS + 1):
        changes, found, problems, fixed = _round(current, read, plan_of, unsafe=unsafe, verdicts=verdicts)
        if problems:
            return Mended(text, text, 0, problems)
        if first < 0:
            first = found
        if not changes:
            if found > first:
                return _refused(text, path, f"the fixes would raise the findings from {first} to {found}")
            return Mended(text, current, count)
        current = write(current, changes)
        count += fixed
    return _refused(text, path, f"the fixes do not come to rest in {ROUNDS} rounds")


def _round(
    text: str, read: Read, plan_of: Callable[[str], Plan], *, unsafe: bool, verdicts: Verdicts | None
) -> tuple[dict[int, Sequence[Edit]], int, tuple[Problem, ...], int]:
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
        checked = check(document, plan, verdicts if verdicts is not None else {})
        problems += checked.problems
        # What is in the baseline counts too: a fix beside it may have taken it out of there.
        found += len(checked.findings) + checked.result.baselined
        applied = apply_fixes(document, checked.findings, unsafe=unsafe)
        if applied.texts(document) != tuple(segment.text for segment in document.target):
            changes[ordinal] = applied.edits
            fixed += applied.count
        ordinal += 1
    return changes, found, tuple(problems), fixed


def _refused(text: str, path: str, reason: str) -> Mended:
    return Mended(text, text, 0, (Problem("fix-unstable", f"left as it was: {reason}; please report it", path),))
