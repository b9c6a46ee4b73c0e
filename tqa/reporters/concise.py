"""A line a finding, for editors and grep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tqa.model import Problem, Result, Row
from tqa.reporters.reporter import Foot, Head, RenderOptions, place, plain


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """`path:line:column: rule message`, then what was not checked."""
    for result in results:
        for row in result.rows:
            yield line_of(row) + "\n"
    end = foot()
    if options.talk:
        for problem in end.problems:
            yield problem_line(problem) + "\n"


def line_of(row: Row) -> str:
    """A finding on one line."""
    return f"{place(row['path'], row['line'], row['column'])}: {plain(row['rule'])} {plain(row['message'])}"


def problem_line(problem: Problem) -> str:
    """A problem or notice on one line."""
    where = place(problem.path, problem.line, problem.column) if problem.path else "tqa"
    return f"{where}: {plain(problem.code)} {plain(problem.message)}"
