"""JSON Lines: a finding a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tqa.model import Result
from tqa.reporters.json import dumps, finding
from tqa.reporters.reporter import Foot, Head, RenderOptions


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """Findings only: what was not checked is said on stderr and by the exit status."""
    for result in results:
        for row in result.rows:
            yield dumps(finding(row)) + "\n"
    foot()
