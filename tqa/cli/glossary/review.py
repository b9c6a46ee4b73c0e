"""`tqa glossary review`: suggestions decided one by one in the terminal."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, NOT_CHECKED, leave, say_problems
from tqa.cli.glossaries import Format, answer


def review(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A review file, *.suggested.tsv.", show_default=False)],
    into: Annotated[str, typer.Option(metavar="GLOSSARY", help="Takes what is accepted; default: FILE's name without .suggested.")] = "",
    author: Annotated[str, typer.Option(help="Who decides; default: GIT_AUTHOR_NAME.")] = "",
    format_: Format = "text",
) -> None:
    """Decide on suggestions, one key each; what is decided is kept at once, and carried out when you stop. Run it again to go on.

    Keys: a accept, 1 to 9 accept another of the forms shown, e accept what you type, f forbid a form, r reject, s skip, u take back, q stop.
    Exit status: 0 carried out, 2 not.

    \b
        tqa glossary review terms/house.suggested.tsv --into terms/house.tsv
    """
    from tqa.cli.dates import today
    from tqa.cli.decided import applied_content, say_applied
    from tqa.cli.reviewing import ask_all
    from tqa.reviews import Review

    opened = Review(file, into, author=author or os.environ.get("GIT_AUTHOR_NAME", ""), date=today())
    ask_all(opened)
    applied = opened.apply()
    answer(format_, "", applied_content(applied))
    if applied.problems:
        say_problems(applied.problems)
        leave(NOT_CHECKED, f"tqa: nothing was written; mend {opened.decisions_path}, and run tqa glossary review again")
    say_applied(applied)
    leave(CLEAN)
