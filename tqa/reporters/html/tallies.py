"""Counts for the overview: by group, rule and article, and how they have changed since an earlier run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tqa.model import Result, Row
from tqa.value import value

SPREAD = ((0, 0), (1, 1), (2, 3), (4, 7), (8, 15), (16, 31), (32, None))
"""Classes of articles by their number of findings, both ends counted in."""


@value
class Tally:
    """Findings of one kind by severity."""

    name: str
    error: int
    warning: int
    info: int

    @property
    def total(self) -> int:
        """Findings of every severity."""
        return self.error + self.warning + self.info


def by(field: str, rows: Iterable[Row]) -> list[Tally]:
    """A tally for each content of a field of the rows, most findings first."""
    counts = Counter((str(row[field]), row["severity"]) for row in rows)  # type: ignore[literal-required]  # "group" or "rule"
    names = sorted({name for name, _ in counts})
    tallies = [Tally(name, *(counts[name, severity] for severity in ("error", "warning", "info"))) for name in names]
    return sorted(tallies, key=lambda one: -one.total)


def worst(results: Sequence[Result], most: int) -> list[tuple[int, Tally]]:
    """The articles with the most errors, then warnings: each with its number among the results."""
    tallies = [(number, Tally(one.document, *map(one.count, ("error", "warning", "info")))) for number, one in enumerate(results)]
    found = [item for item in tallies if item[1].total]
    return sorted(found, key=lambda item: (-item[1].error, -item[1].warning, -item[1].info, item[0]))[:most]


def spread(results: Iterable[Result]) -> list[tuple[str, int]]:
    """How many articles have how many findings."""
    counts = [len(result.rows) for result in results]
    return [
        (str(low) if low == high else f"{low}+" if high is None else f"{low}–{high}", sum(low <= n and (high is None or n <= high) for n in counts))
        for low, high in SPREAD
    ]


@value
class Change:
    """A figure then and now."""

    name: str
    then: float
    now: float

    @property
    def by(self) -> float:
        """How much more it is now."""
        return self.now - self.then


@value
class Trend:
    """What has changed since an earlier run: findings told apart by their fingerprints."""

    new: int
    gone: int
    stayed: int
    severities: tuple[Change, ...]
    groups: tuple[Change, ...]


def trend(now: Sequence[Row], then: Sequence[Row]) -> Trend:
    """The change from `then` to `now`."""
    here, there = ({row["fingerprint"] for row in rows} for rows in (now, then))
    groups = sorted({row["group"] for row in (*now, *then)})
    return Trend(
        new=len(here - there),
        gone=len(there - here),
        stayed=len(here & there),
        severities=tuple(_change("severity", name, now, then) for name in ("error", "warning", "info")),
        groups=tuple(_change("group", name, now, then) for name in groups),
    )


def _change(field: str, name: str, now: Iterable[Row], then: Iterable[Row]) -> Change:
    before, after = (sum(row[field] == name for row in rows) for rows in (then, now))  # type: ignore[literal-required]  # see `by`
    return Change(name, before, after)
