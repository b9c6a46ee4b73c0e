"""`tqa glossary fmt`: the normal form of glossary files."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, leave, say
from tqa.cli.glossaries import Encoding, Files, Format, answer


def fmt(
    files: Files,
    check_only: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 if a file is not in normal form.")] = False,
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Restore the normal form: sorted by source, columns in order, LF.

    Exit status: 0 done, 1 with --check if a file is not in normal form, 2 broken.

    \b
        tqa glossary fmt terms/house.tsv
    """
    from tqa.glossaries import format_glossary
    from tqa.text.show import show

    changed = [path for path in files if format_glossary(path, encoding, write=not check_only)]
    for path in changed:
        say(f"tqa: {show(path)}: {'is not in normal form; run tqa glossary fmt' if check_only else 'formatted'}")
    answer(format_, "", {"changed": changed})
    leave(FOUND if changed and check_only else CLEAN)
