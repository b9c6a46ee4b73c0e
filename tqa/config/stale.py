"""Which entries of a baseline stand for nothing any more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from tqa.config.plans import Planner
from tqa.engine.baseline import Accepted
from tqa.model import Problem, Result


def stale_entries(planner: Planner, results: Sequence[Result], problems: Iterable[Problem], *, with_sources: bool) -> frozenset[str]:
    """Fingerprints of entries that a run looked for and did not find: the article was checked with the rule, or is gone.

    An article with a problem was not checked as it should be. A rule that looks across articles is asked only where all articles of the
    baseline were checked, one that compares only where there was a source.
    """
    entries = planner.baseline.entries
    found = {row["fingerprint"] for result in results for row in result.silenced}
    checked = {planner.place(result.path): result.path for result in results}
    gone = {entry.path for entry in entries if entry.path and not os.path.lexists(os.path.join(planner.root, entry.path))}
    is_whole = all(entry.path in checked or entry.path in gone for entry in entries)
    failed = {planner.place(problem.path) for problem in problems}
    unasked = {
        *(() if is_whole else (rule.name for rule in planner.corpus_rules)),
        *(() if with_sources else planner.bilingual),
    }

    def was_looked_for(entry: Accepted) -> bool:
        if entry.path in gone:
            return True
        if entry.path not in checked or entry.path in failed or entry.rule in unasked:
            return False
        return entry.rule in planner.for_path(checked[entry.path]).named

    return frozenset(entry.fingerprint for entry in entries if entry.fingerprint not in found and was_looked_for(entry))
