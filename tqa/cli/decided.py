"""What became of decisions, in words and as JSON."""

from __future__ import annotations

from typing import Any

from tqa.cli.exits import say
from tqa.decisions import Applied
from tqa.text.counted import counted


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
    known = f", {len(applied.known)} before" if applied.known else ""
    say(f"tqa: {counted(len(applied.done), 'decision')} carried out{known}")
    if applied.left:
        say(f"tqa: about the text of articles: {counted(len(applied.left), 'decision')}; tqa lint --fix --decisions makes the accepted fixes")
