"""What became of decisions, in words and as JSON."""

from __future__ import annotations

from typing import Any

from tqa.cli.exits import say
from tqa.decisions import Applied


def applied_content(applied: Applied) -> dict[str, Any]:
    """Ids of the decisions by what became of them, and what stood in the way."""
    return {
        "done": [one.id for one in applied.done],
        "known": [one.id for one in applied.known],
        "left": [one.id for one in applied.left],
        "problems": [{"code": one.code, "path": one.path, "line": one.line, "message": one.message} for one in applied.problems],
    }


def say_applied(applied: Applied) -> None:
    """The same in a line or two on stderr."""
    known = f", {len(applied.known)} were before" if applied.known else ""
    say(f"tqa: {len(applied.done)} decisions carried out{known}")
    if applied.left:
        say(f"tqa: {len(applied.left)} decisions are about the text of articles; tqa lint --fix --decisions makes the accepted fixes")
