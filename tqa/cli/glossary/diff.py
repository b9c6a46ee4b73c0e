"""`tqa glossary diff`: what changed between two glossary files."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, leave
from tqa.cli.glossaries import Encoding, Format, answer


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="A glossary file.", show_default=False)],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="Another version of it.", show_default=False)],
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Show what changed by concept and column; order, comments and dress of cells are no change.

    Exit status: 0 the same, 1 changes, 2 broken.

    \b
        tqa glossary diff terms/house.old.tsv terms/house.tsv
    """
    from tqa.cli.versions import change_rows, changes_text
    from tqa.glossaries import diff_glossaries

    changes = diff_glossaries(before, after, encoding)
    answer(format_, changes_text(changes), {"changes": change_rows(changes)})
    leave(FOUND if changes else CLEAN)
