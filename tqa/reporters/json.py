"""JSON as INTERFACE fixes it: one object, a finding a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tqa.model import UNSHOWN, Problem, Result, Row
from tqa.reporters.reporter import Foot, Head, RenderOptions, Totals
from tqa.text.regex import regex

SCHEMA = 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=dict)
# What a terminal or a CI log obeys, and half characters, which are no UTF-8; as escapes they are the same JSON.
_ACTIVE = regex("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\U000e0000-\U000e0fff]|#(?=#[A-Za-z.]*\\[)")


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """One JSON object; findings are written as they come."""
    tool = {"name": "tqa", "version": head.version}
    yield f'{{"schema": {SCHEMA}, "tool": {dumps(tool)},\n "findings": ['
    documents: list[str] = []
    silenced: list[str] = []
    between = "\n  "
    for result in results:
        for row in result.rows:
            yield between + dumps(finding(row))
            between = ",\n  "
        silenced += [dumps({**finding(row), "silence": row["silence"]}) for row in result.silenced if options.silenced]
        documents.append(dumps(_document(result)))
    end = foot()
    yield "],\n"
    if options.silenced:
        yield f' "silenced": {_listed(silenced)},\n'
    yield f' "problems": {_listed(dumps(problem(one)) for one in end.problems)},\n'
    yield f' "notices": {_listed(dumps(problem(one)) for one in end.notices)},\n'
    yield f' "figures": {dumps(end.figures)},\n'
    yield f' "documents": {_listed(documents)},\n'
    yield f' "summary": {dumps(summary_fields(end.totals))}}}\n'


def finding(row: Row) -> Mapping[str, Any]:
    """A row as JSON shows it: without its segment and where that stands."""
    return {key: value for key, value in row.items() if key not in ("line_text", "runs", "silence")}


def problem(one: Problem) -> Mapping[str, Any]:
    """A problem or notice as JSON shows it."""
    return {"code": one.code, "path": one.path, "line": one.line, "column": one.column, "message": one.message}


def dumps(value: object) -> str:
    """JSON on one line: always valid UTF-8, and nothing in it acts where it is shown."""
    written = _ENCODER.encode(value)
    return written if written.isascii() and "##" not in written and "\x7f" not in written else _ACTIVE.sub(_escaped, written)


def _escaped(match: re.Match[str]) -> str:
    # ASCII only: beyond the first plane as two halves.
    return json.dumps(match.group())[1:-1] if match.group() not in "#\x7f" else f"\\u{ord(match.group()):04x}"


def _document(result: Result) -> Mapping[str, Any]:
    return {
        "document": result.document,
        "path": result.path,
        "error": result.count("error"),
        "warning": result.count("warning"),
        "info": result.count("info"),
        **{name: number for name in UNSHOWN if (number := getattr(result, name))},
        "figures": result.figures,
        **({"meta": result.meta} if result.meta else {}),
    }


def summary_fields(total: Totals) -> Mapping[str, int]:
    """The counts of a run by the names INTERFACE gives them."""
    return {
        "documents": total.documents,
        "error": total.error,
        "warning": total.warning,
        "info": total.info,
        "hidden": total.hidden,
        "suppressed": total.suppressed,
        "baselined": total.baselined,
        "untouched": total.untouched,
        "cut": total.cut,
        "not_checked": total.not_checked,
    }


def _listed(items: Iterable[str]) -> str:
    listed = ",\n  ".join(items)
    return f"[\n  {listed}]" if listed else "[]"
