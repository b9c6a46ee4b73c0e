"""`tqa glossary edit`: cells of a concept."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.cells import assigned_cells
from tqa.cli.concepts import concept_row, say_edited, say_near
from tqa.cli.glossaries import Encoding, File, Format, Source, answer


def edit(
    file: File,
    source: Source,
    changes: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="Column and new cell; an empty one empties it.", show_default=False)],
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Set cells of a concept, found by any of its Chinese forms; every other byte of the file stays.

    What looks like the same concept is named on stderr. Exit status: 0 set, or so already; 2 refused, and nothing changed.

    \b
        tqa glossary edit terms/house.tsv 新质生产力 "allowed=new productive forces" status=approved
    """
    from tqa.glossaries import edit_concept

    edited = edit_concept(file, source, assigned_cells(changes), encoding)
    say_near(file, edited.near)
    say_edited(file, edited)
    changed = [change._asdict() for change in edited.changes]
    near = [concept_row(near.concept) for near in edited.near]
    answer(format_, "", {"path": file, "concept": concept_row(edited.concept), "changes": changed, "near": near})
