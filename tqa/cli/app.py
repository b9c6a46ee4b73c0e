"""The command line: verbs and their order."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from tqa.cli.exits import NOT_CHECKED, guarded, leave

VERBS = ("lint", "clean", "report", "score", "align", "rules", "init", "glossary", "baseline", "config", "doctor")
PLAIN = ("lint", "clean")
"""Verbs whose plain command lines are read without typer."""


def main() -> None:
    """Parse the command line and run a verb; Unicode out, whatever the locale."""
    if sys.stdout is None:
        leave(NOT_CHECKED, "tqa: standard output is closed, so nothing can be shown; send it to a file")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    named = sys.argv[1] if len(sys.argv) > 1 else ""
    if named not in PLAIN or "_TQA_COMPLETE" in os.environ or not _runs_plainly(named, sys.argv[2:]):
        from tqa.cli.tree import app_for

        app_for((named,) if named in VERBS else VERBS)()


def _runs_plainly(verb: str, words: list[str]) -> bool:
    """Run the verb if the words are plain; whether they are."""
    from tqa.cli.declared import read_plain

    command = getattr(import_module(f"tqa.cli.{verb}"), verb)
    given = read_plain(command.parameters, words)
    if given is not None:
        guarded(command)(**given)
    return given is not None
