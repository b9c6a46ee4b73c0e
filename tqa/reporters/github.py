"""Workflow commands for GitHub Actions, which shows ten a level and step: the worst come first, the rest as plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tqa.model import Problem, Result, Row
from tqa.reporters.concise import line_of, problem_line
from tqa.reporters.reporter import Foot, Head, RenderOptions, plain, summary, worst_first

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 10


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """The summary, the annotations, then a plain line for each finding over the limit. Holds all rows until the end."""
    rows = [row for result in results for row in result.rows]
    end = foot()
    yield f"tqa: {summary(end.totals)}\n"
    room = dict.fromkeys(_LEVELS.values(), _SHOWN)
    plain_lines = []
    for problem in end.problems:
        if room["error"]:
            room["error"] -= 1
            yield _problem(head, problem)
        else:
            plain_lines.append(problem_line(problem))
    for row in worst_first(rows):
        level = _LEVELS[row["severity"]]
        if room[level]:
            room[level] -= 1
            yield _annotation(head, row, level)
        else:
            plain_lines.append(line_of(row))
    if plain_lines:
        yield f"tqa: GitHub shows {_SHOWN} annotations a level; the rest:\n"
        yield "".join(f"{line}\n" for line in plain_lines)


def _annotation(head: Head, row: Row, level: str) -> str:
    properties: dict[str, object] = {"file": head.below(row["path"]), "line": row["line"]}
    if row["column"] is not None:
        # A column is only understood where the place ends in the line it began in.
        if row["end_line"] == row["line"] and row["end_column"] is not None:
            properties |= {"endLine": row["end_line"], "col": row["column"], "endColumn": max(row["end_column"] - 1, row["column"])}
        else:
            properties["endLine"] = row["end_line"]
    properties["title"] = f"tqa {row['rule']}"
    return command(level, properties, row["message"])


def _problem(head: Head, problem: Problem) -> str:
    properties: dict[str, object] = {}
    if problem.path:
        properties["file"] = head.below(problem.path)
        if problem.line is not None:
            properties["line"] = problem.line
    properties["title"] = f"tqa: not checked ({problem.code})"
    return command("error", properties, problem.message)


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    """A workflow command. Escapes as actions/toolkit does, `%` first; what is invisible becomes a visible escape before."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(plain(message, 1000))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text, 1000)).replace(":", "%3A").replace(",", "%2C")
