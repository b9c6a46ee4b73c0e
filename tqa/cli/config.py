"""`tqa config`: what is in force, and what can be set."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tqa.cli.exits import guarded

app = typer.Typer(help="Show what is in force, and what can be set.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
@guarded
def show(
    config: Annotated[str, typer.Option(help="Config file instead of the nearest one.", metavar="FILE")] = "",
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no config file.")] = False,
) -> None:
    """The settings in force, where they come from, the glossaries and the rules that run, as JSON."""
    import json

    from tqa.cli.options import file_settings
    from tqa.config.plans import Planner
    from tqa.config.shown import shown

    sys.stdout.write(json.dumps(shown(Planner(file_settings(config, isolated=isolated))), ensure_ascii=False, indent=2) + "\n")


@app.command()
@guarded
def schema(isolated: Annotated[bool, typer.Option("--isolated", help="Read no config file.")] = False) -> None:
    """The JSON schema of the config file, for editors: every key, and every rule's options.

    \b
        tqa config schema > tqa.schema.json
    """
    import json

    from tqa.cli.options import file_settings
    from tqa.config.schema import config_schema
    from tqa.registry import all_rules

    known = all_rules(plugins=file_settings("", isolated=isolated).plugins)
    sys.stdout.write(json.dumps(config_schema(known), ensure_ascii=False, indent=2) + "\n")
