"""`tqa rules`: the list, or one rule's page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def rules(
    name: Annotated[str, typer.Argument(help="A rule, to read its page, or a group, to list its rules.")] = "",
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no config file.")] = False,
) -> None:
    """List the rules, or explain one.

    tqa rules split-term
    """
    from tqa.cli.options import file_settings
    from tqa.config.settings import one_of
    from tqa.pages import list_rules, rule_page, rules_json
    from tqa.registry import all_rules
    from tqa.rule.kinds import GROUPS

    one_of(format_, "--format", ("text", "json"))
    known = all_rules(plugins=file_settings("", isolated=isolated).plugins)
    if name in GROUPS:
        known, name = {rule: kind for rule, kind in known.items() if kind.group == name}, ""
    if format_ == "json":
        sys.stdout.write(rules_json(known, name))
    else:
        sys.stdout.write(rule_page(known, name) if name else list_rules(known))
