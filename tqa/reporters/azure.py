"""Logging commands for Azure Pipelines: the worst come first; info, which it does not know, as plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tqa.model import Problem, Result, Row
from tqa.reporters.concise import line_of
from tqa.reporters.reporter import Foot, Head, RenderOptions, plain, summary, worst_first

_LONGEST = 1000


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """The summary, what was not checked, the findings. Holds all rows until the end."""
    rows = [row for result in results for row in result.rows]
    end = foot()
    yield f"tqa: {summary(end.totals)}\n"
    for problem in end.problems:
        yield _problem(head, problem)
    for row in worst_first(rows):
        yield f"{line_of(row)}\n" if row["severity"] == "info" else _finding(head, row)
    if not end.problems and {row["severity"] for row in rows} - {"info"} == {"warning"}:
        # Only what else would be green becomes yellow; red is the exit status's business.
        yield command("task.complete", {"result": "SucceededWithIssues"}, "")


def _finding(head: Head, row: Row) -> str:
    properties: dict[str, object] = {"type": row["severity"], "sourcepath": head.below(row["path"]), "linenumber": row["line"]}
    if row["column"] is not None:
        properties["columnnumber"] = row["column"]
    properties["code"] = row["rule"]
    return command("task.logissue", properties, row["message"])


def _problem(head: Head, problem: Problem) -> str:
    properties: dict[str, object] = {"type": "error"}
    if problem.path:
        properties["sourcepath"] = head.below(problem.path)
        if problem.line is not None:
            properties["linenumber"] = problem.line
    properties["code"] = problem.code
    return command("task.logissue", properties, f"not checked: {problem.message}")


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    """A logging command. Escapes as the agent undoes it, `%` first; what is invisible becomes a visible escape before."""
    listed = "".join(f"{key}={_property(str(value))};" for key, value in properties.items())
    return f"##vso[{name} {listed}]{_data(message)}\n"


def _data(text: str) -> str:
    return plain(text, _LONGEST).replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace("]", "%5D").replace(";", "%3B")
