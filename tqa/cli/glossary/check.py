"""`tqa glossary check`: faults of glossary files."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, leave, say
from tqa.cli.glossaries import Encoding, Files, Format, answer


def check(
    files: Files,
    articles: Annotated[list[str] | None, typer.Option(metavar="PATH", help="Name terms that no source of these articles has. Repeatable.")] = None,
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Look for faults: duplicates, contradictions, also between the files, examples that fail, cells that hold more than a term.

    Exit status: 0 clean, 1 faults, 2 broken.

    \b
        tqa glossary check terms/house.tsv
        tqa glossary check terms/*.tsv --articles stories/
    """
    from tqa.cli.faults import fault_rows, faults_text
    from tqa.glossaries import check_glossaries
    from tqa.text.counted import counted

    faults = check_glossaries(files, encoding, articles or ())
    answer(format_, faults_text(faults), {"faults": fault_rows(faults)})
    glossaries = counted(len(files), "glossary")
    say(f"tqa: {counted(len(faults), 'fault')} in {glossaries}" if faults else f"tqa: {glossaries} checked: clean")
    leave(FOUND if faults else CLEAN)
