"""A list of findings for a spreadsheet, tab-separated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tqa.model import Problem, RelatedRow, Result, Row
from tqa.reporters.reporter import Foot, Head, RenderOptions, plain, plain_path
from tqa.text.regex import regex

COLUMNS = ("path", "line", "column", "severity", "certainty", "group", "rule", "text", "message", "fix", "related", "document", "side", "mqm")
LONGEST = 1000
_RELATED = 4
# What begins a formula, also in full width, which a Chinese Excel takes for the same, and also behind blanks.
_FORMULA = regex("[\\s\u2000-\u200a\u3000]*[=+\\-@＝＋－＠\u2212]")


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """A head line, then a line a finding; what was not checked at the end.

    No cell is a formula: where one would begin, an apostrophe stands before it.
    """
    yield "\t".join(COLUMNS) + "\n"
    for result in results:
        for row in result.rows:
            yield "\t".join(map(guarded, cells(head, row))) + "\n"
    for problem in foot().problems:
        yield "\t".join(map(guarded, problem_cells(head, problem))) + "\n"


def cells(head: Head, row: Row) -> list[str]:
    """The finding's cells, each on one line, as a person may see them."""
    related = [_related(head, one) for one in row["related"][:_RELATED]]
    if len(row["related"]) > _RELATED:
        related.append(f"… and {len(row['related']) - _RELATED} more")
    texts = (
        row["severity"],
        row["certainty"],
        row["group"],
        row["rule"],
        row["text"],
        row["message"],
        row["fixes"][0]["title"] if row["fixes"] else "",
        "; ".join(related),
        row["document"],
        row["side"],
        row["mqm"],
    )
    return [plain_path(head.below(row["path"])), str(row["line"]), _number(row["column"]), *(plain(text, LONGEST) for text in texts)]


def problem_cells(head: Head, problem: Problem) -> list[str]:
    """The cells of what was not checked."""
    path = plain_path(head.below(problem.path)) if problem.path else ""
    said = {"severity": "not checked", "rule": plain(problem.code), "message": plain(problem.message, LONGEST)}
    at = {"path": path, "line": _number(problem.line), "column": _number(problem.column)}
    return [{**at, **said}.get(column, "") for column in COLUMNS]


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would calculate."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _related(head: Head, one: RelatedRow) -> str:
    text = f" “{one['text']}”" if one["text"] else ""
    message = f": {one['message']}" if one["message"] else ""
    return f"{one['side']}, {head.below(one['path'])}:{one['line']}{text}{message}"
