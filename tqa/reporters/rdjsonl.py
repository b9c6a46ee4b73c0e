"""reviewdog's JSON Lines: a finding a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tqa.model import Result
from tqa.reporters.json import dumps
from tqa.reporters.rdjson import SOURCE, diagnostics
from tqa.reporters.reporter import Foot, Head, RenderOptions


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """Findings as they come, then what was not checked."""
    for one in diagnostics(head, results, foot):
        yield dumps({"source": SOURCE, **one}) + "\n"
