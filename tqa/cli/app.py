"""The command line: verbs and their order."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated

import typer

from tqa.cli.exits import guarded

VERBS = ("lint", "clean", "score", "rules", "init", "glossary", "config", "doctor")


def app_for(verbs: tuple[str, ...]) -> typer.Typer:
    """The command line with some of its verbs. A run needs one: the modules of the others are not loaded."""
    app = typer.Typer(
        name="tqa",
        help="Quality assurance for machine-translated Chinese news.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_top)
    for verb in verbs:
        module = import_module(f"tqa.cli.{verb}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=verb)
        else:
            app.command()(guarded(getattr(module, verb)))
    return app


def _top(version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False) -> None:
    if version:
        from tqa import __version__

        sys.stdout.write(f"tqa {__version__}\n")
        raise typer.Exit


def main() -> None:
    """Parse the command line and run a verb; Unicode out, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    named = sys.argv[1] if len(sys.argv) > 1 else ""
    app_for((named,) if named in VERBS else VERBS)()
