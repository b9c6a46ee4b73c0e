"""reviewdog's JSON: columns are UTF-8 bytes, and only safe fixes are suggested, since a suggestion is a button."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tqa.model import Problem, RelatedRow, Result, Row
from tqa.reporters.columns import Region, changes_of, region_of
from tqa.reporters.json import dumps
from tqa.reporters.reporter import Foot, Head, RenderOptions, plain
from tqa.text.regex import regex

SOURCE = {"name": "tqa"}
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_LONGEST = 1000
# reviewdog puts a message into a comment, which is Markdown, or into an annotation, which is not. Where these begin something in
# Markdown (a mention, a reference, a tag, a link, code) a zero-width space behind them ends it and is seen in neither.
_BEGINS = regex(r"@(?=\w)|#(?=\d)|<(?=[A-Za-z/!?])|\](?=[(\[:])|!(?=\[)|(?<=[A-Za-z]):(?=//)|`|(?<=[Ww]{3})\.|~(?=~)")


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """One object; a finding a line."""
    yield f'{{"source": {dumps(SOURCE)}, "diagnostics": ['
    between = "\n  "
    for one in diagnostics(head, results, foot):
        yield between + dumps(one)
        between = ",\n  "
    yield "]}\n"


def diagnostics(head: Head, results: Iterable[Result], foot: Callable[[], Foot]) -> Iterator[dict[str, Any]]:
    """The findings, then what was not checked."""
    for result in results:
        for row in result.rows:
            yield _finding(head, row)
    for problem in foot().problems:
        yield _problem(head, problem)


def _finding(head: Head, row: Row) -> dict[str, Any]:
    said: dict[str, Any] = {
        "message": _inert(row["message"]),
        "location": {"path": head.below(row["path"]), "range": _range(region_of(row, "utf8"))},
        "severity": _SEVERITIES[row["severity"]],
        "code": {"value": plain(row["rule"])},
    }
    suggestions = list(_suggestions(row))
    if suggestions:
        said["suggestions"] = suggestions
    if row["related"]:
        said["relatedLocations"] = [_related(head, one) for one in row["related"]]
    return said


def _suggestions(row: Row) -> Iterator[dict[str, Any]]:
    """Safe fixes of one edit: reviewdog offers each edit by itself, and a fix is all or nothing."""
    for fix in row["fixes"]:
        if fix["safe"] and len(fix["edits"]) == 1:
            for change in changes_of(row, fix, "utf8"):
                yield {"range": _range(change.region), "text": change.text}


def _related(head: Head, one: RelatedRow) -> dict[str, Any]:
    quoted = f"“{one['text']}”" if one["text"] else ""
    message = ": ".join(part for part in (quoted, one["message"]) if part)
    return {
        "message": _inert(message),
        "location": {"path": head.below(one["path"]), "range": _range(Region(one["line"], None, one["end_line"], None))},
    }


def _range(region: Region) -> Mapping[str, Any]:
    if region.column is None:
        return {"start": {"line": region.line}, "end": {"line": region.end_line}}
    return {"start": {"line": region.line, "column": region.column}, "end": {"line": region.end_line, "column": region.end_column}}


def _problem(head: Head, problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"path": head.below(problem.path) or head.below(head.config) or "tqa"}
    if problem.line is not None:
        location["range"] = {"start": {"line": problem.line}}
    return {
        "message": _inert(f"not checked: {problem.message}"),
        "location": location,
        "severity": "ERROR",
        "code": {"value": plain(problem.code)},
    }


def _inert(text: str) -> str:
    """Words that stay words as Markdown and are read the same as plain text."""
    return _BEGINS.sub(lambda match: f"{match.group()}\u200b", plain(text, _LONGEST))
