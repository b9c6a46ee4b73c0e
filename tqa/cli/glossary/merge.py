"""`tqa glossary merge`: two versions of a glossary file made into one."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, leave, say
from tqa.cli.glossaries import Encoding, Format, answer


def merge(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The file both began with.", show_default=False)],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Our version, whose order, comments and line ends stay.", show_default=False)],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their version.", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where the result goes; may be OURS.", show_default=False)],
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Merge three ways, concept by concept and cell by cell; lists item by item.

    What both sides changed otherwise is listed, and stands in the result between marks as git writes them.
    Exit status: 0 merged, 1 conflicts, 2 broken, and nothing written.

    \b
        tqa glossary merge base.tsv ours.tsv theirs.tsv -o terms/house.tsv
    """
    from tqa.cli.versions import conflict_rows, conflicts_text
    from tqa.glossaries import merge_glossaries
    from tqa.text.counted import counted
    from tqa.text.show import show

    conflicts = merge_glossaries(base, ours, theirs, output, encoding).conflicts
    answer(format_, conflicts_text(conflicts), {"path": output, "conflicts": conflict_rows(conflicts)})
    say(f"tqa: {show(output)}: {counted(len(conflicts), 'conflict') if conflicts else 'merged'}")
    leave(FOUND if conflicts else CLEAN)
