"""GitLab's Code Quality report: one JSON array, `[]` where all is clean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any

from tqa.model import Problem, Result, Row
from tqa.reporters.json import dumps
from tqa.reporters.reporter import Foot, Head, RenderOptions, plain

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
_LONGEST = 1000


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """An object a finding; what was not checked blocks. GitLab shows one of several with the same fingerprint, so each has its own."""
    seen: dict[str, int] = {}
    between = "[\n"
    for result in results:
        for row in result.rows:
            yield between + dumps(_unique(_finding(head, row), seen))
            between = ",\n"
    for problem in foot().problems:
        yield between + dumps(_unique(_problem(head, problem), seen))
        between = ",\n"
    yield "\n]\n" if seen else "[]\n"


def _unique(said: dict[str, Any], seen: dict[str, int]) -> dict[str, Any]:
    fingerprint = said["fingerprint"]
    seen[fingerprint] = seen.get(fingerprint, 0) + 1
    return said if seen[fingerprint] == 1 else _unique({**said, "fingerprint": f"{fingerprint}:{seen[fingerprint]}"}, seen)


def _finding(head: Head, row: Row) -> dict[str, Any]:
    return {
        "description": plain(f"{row['rule']}: {row['message']}", _LONGEST),
        "check_name": plain(row["rule"]),
        "fingerprint": row["fingerprint"],
        "severity": _SEVERITIES[row["severity"]],
        "location": {"path": head.below(row["path"]), "lines": {"begin": row["line"], "end": row["end_line"]}},
    }


def _problem(head: Head, problem: Problem) -> dict[str, Any]:
    path = head.below(problem.path) or head.below(head.config) or "tqa"
    parts = "\x1f".join((problem.code, path, problem.message))
    return {
        "description": plain(f"not checked: {problem.message}", _LONGEST),
        "check_name": plain(problem.code),
        "fingerprint": blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": problem.line or 1}},
    }
