"""`tqa glossary apply`: decisions into glossaries and the baseline."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import NOT_CHECKED, leave, say_problems
from tqa.cli.glossaries import Format, answer


def apply(
    decisions: Annotated[str, typer.Argument(metavar="DECISIONS.json", help="From the HTML report or a review.", show_default=False)],
    glossary: Annotated[list[str] | None, typer.Option(metavar="FILE", help="May be written; default: the config's. Repeatable.")] = None,
    baseline: Annotated[str, typer.Option(metavar="FILE", help="Takes what is dismissed; default: the config's, else tqa-baseline.json.")] = "",
    config: Annotated[str, typer.Option(metavar="FILE", help="Config file instead of the nearest one.")] = "",
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no config file.")] = False,
    format_: Format = "text",
) -> None:
    """Carry out what was decided: accept, edit, prefer, forbid and reject change a glossary, dismiss the baseline. Each is done once.

    Everything is tried first: if one decision cannot be carried out, each that cannot is named and nothing is written. What was decided
    stands in a table beside the file, house.decided.tsv; a rejected suggestion is not made again. Exit status: 0 done, 2 nothing written.

    \b
        tqa glossary apply DECISIONS.json --glossary terms/house.tsv
    """
    from tqa.cli.decided import applied_content, say_applied
    from tqa.cli.options import file_settings
    from tqa.decisions import apply_decisions, decision_files
    from tqa.text.counted import counted

    files = decision_files(file_settings(config, isolated=isolated), tuple(glossary or ()), baseline)
    applied = apply_decisions(decisions, files.glossaries, files.baseline)
    answer(format_, "", applied_content(applied))
    if applied.problems:
        say_problems(applied.problems)
        leave(NOT_CHECKED, f"tqa: nothing was written; mend what is named above: {counted(len(applied.problems), 'decision')}")
    say_applied(applied)
