"""`tqa glossary add`: a new row at the end of a glossary file."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.cells import named_cells
from tqa.cli.concepts import concept_row, say_near
from tqa.cli.exits import say
from tqa.cli.glossaries import Encoding, File, Format, Source, answer

SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}
"""Any `--FIELD VALUE` is the verb's to read."""


def add(
    context: typer.Context,
    file: File,
    source: Source,
    target: Annotated[str, typer.Argument(metavar="TARGET", help="Its English.", show_default=False)],
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Append a concept; the rest of the file keeps its bytes. Lists are split by “|”.

    --FIELD VALUE fills any other column: --note, --allowed, --forbidden, --forbidden-if-source, --short, --strength, --kind, --case,
    --keep, --only-if-source, --not-inside, --status, --origin, --examples, and the file's own columns.

    A file that is not there is begun. What looks like the same concept is named on stderr. Exit status: 0 added, or there already;
    2 refused, and nothing changed.

    \b
        tqa glossary add terms/house.tsv 新质生产力 "new quality productive forces" --short NQPF --note "set phrase since 2023"
    """
    from tqa.glossaries import add_concept
    from tqa.text.show import show

    cells = {"source": source, "target": target, **named_cells(context.args)}
    added = add_concept(file, cells, encoding)
    say_near(file, added.near)
    say(f"tqa: {show(file)}:{added.line}: {'added' if added.changed else 'there already; nothing changed'}")
    answer(format_, "", {"path": file, "line": added.line, "changed": added.changed, "near": [concept_row(near.concept) for near in added.near]})
