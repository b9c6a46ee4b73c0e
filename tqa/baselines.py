"""The baseline of a corpus: written from what a run finds, pruned of what is mended."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from tqa.api import Linted, Session
from tqa.config.settings import Settings
from tqa.engine.baseline import Accepted, Baseline, accepted, parse, serialise
from tqa.engine.decisions import parse_decisions
from tqa.files import read_bytes, update
from tqa.model import ConfigError, Problem, Result, Row
from tqa.value import replace, value


@value
class Rewritten:
    """What became of a baseline: `kept` entries stood before and still do. `problems`: what was not checked or not understood.

    `unfound`: dismissed findings that the run did not find.
    """

    path: str
    kept: int
    added: int
    dropped: int
    problems: tuple[Problem, ...]
    unfound: int = 0


def write_baseline(paths: Sequence[str], settings: Settings, *, source: str = "", reason: str = "", author: str = "", date: str = "") -> Rewritten:
    """Accept everything a run finds, and drop what is mended; entries that stand keep their reason, author and date.

    Raises ConfigError where no baseline is wanted, FormatError where it cannot be read or written.
    """
    session = _opened(paths, settings, source)
    new = [
        accepted(row, session.planner.place(result.path), reason=reason, author=author, date=date)
        for result in session.linted.report.results
        for row in result.rows
    ]
    return _rewritten(session, settings, new)


def accept_dismissed(paths: Sequence[str], settings: Settings, decisions: str, *, source: str = "") -> Rewritten:
    """Accept what a file of decisions dismisses, as far as a run finds it; reason, author and date are the decision's.

    Raises as `write_baseline`, and FormatError for what is no file of decisions; a decision that is wrong is among the problems.
    """
    parsed = parse_decisions(read_bytes(decisions), decisions)
    dismissed = {one.fingerprint: one for one in parsed.decisions if one.action == "dismiss"}
    session = _opened(paths, settings, source)
    found = [(result, row) for result in session.linted.report.results for row in (*result.rows, *result.silenced) if row["fingerprint"] in dismissed]
    new = []
    for result, row in found:
        one = dismissed[row["fingerprint"]]
        new.append(accepted(row, session.planner.place(result.path), reason=one.reason, author=one.author, date=one.date))
    done = _rewritten(session, settings, new)
    return replace(done, problems=(*done.problems, *parsed.problems), unfound=len(dismissed) - len(new))


def prune_baseline(paths: Sequence[str], settings: Settings, *, source: str = "") -> Rewritten:
    """Drop the entries whose faults are mended: their articles were checked with their rules, or are gone. Raises as `write_baseline`."""
    session = _session(paths, settings, source)
    path = session.planner.baseline_path
    if path and not os.path.lexists(path):
        raise ConfigError(f"{path}: there is no baseline to prune; tqa baseline write makes one")
    return _rewritten(session, settings, [])


def accept(path: str, entries: Iterable[Accepted]) -> bool:
    """Put entries into the baseline at `path`, which need not be there yet; whether that changed it. Raises FormatError."""
    return _update(path, lambda baseline: baseline.adding(entries))


def _opened(paths: Sequence[str], settings: Settings, source: str) -> Session:
    """The same where the baseline may be yet to be written: for this run there is none, and what it will hold is told from its folder."""
    if not settings.baseline or os.path.lexists(settings.baseline):
        return _session(paths, settings, source)
    root = settings.root or os.path.dirname(os.path.abspath(settings.baseline))
    return _session(paths, replace(settings, baseline="", root=root), source)


def _session(paths: Sequence[str], settings: Settings, source: str) -> Session:
    """A run that shows every finding."""
    if "-" in paths:
        raise ConfigError("a baseline is of files, and standard input is none; name the articles")
    return Session(paths, replace(settings, max_findings=0), source=source)


def _rewritten(session: Session, settings: Settings, new: Iterable[Accepted]) -> Rewritten:
    path = settings.baseline or session.planner.baseline_path
    if not path:
        raise ConfigError('no baseline is wanted here (--no-baseline, --isolated or baseline = ""); name one with --baseline FILE')
    linted = session.linted
    known = [accepted(row, session.planner.place(result.path)) for result, row in _baselined(linted)]
    counts: list[int] = []

    def change(baseline: Baseline) -> Baseline:
        left = baseline.without(linted.stale)
        after = left.adding([*known, *new])
        counts[:] = [len(left.entries), len(after.entries) - len(left.entries), len(baseline.entries) - len(left.entries)]
        return after

    if not linted.documents:
        return Rewritten(path, 0, 0, 0, linted.report.problems)
    _update(path, change)
    kept, added, dropped = counts
    return Rewritten(path, kept, added, dropped, linted.report.problems)


def _baselined(linted: Linted) -> Iterator[tuple[Result, Row]]:
    """The findings that are in the baseline."""
    for result in linted.report.results:
        yield from ((result, row) for row in result.silenced if row["silence"]["by"] == "baseline")


def _update(path: str, change: Callable[[Baseline], Baseline]) -> bool:
    def text(before: str) -> str:
        baseline = parse(before.encode("utf-8", "surrogatepass"), path) if before else Baseline()
        return serialise(change(baseline)).decode("utf-8")

    return update(path, text)
