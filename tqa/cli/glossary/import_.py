"""`tqa glossary import`: the terms of another tool's file into a glossary."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, NOT_CHECKED, leave, say
from tqa.cli.glossaries import Encoding, Format, answer


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV, XLSX, TBX, TMX, OmegaT and more.", show_default=False)],
    into: Annotated[str, typer.Option(metavar="GLOSSARY", help="The glossary that takes them; begun if it is not there.")],
    from_: Annotated[str, typer.Option("--from", metavar="FORMAT", help="The format, where the ending says too little.")] = "",
    columns: Annotated[str, typer.Option(metavar="NAMES", help="What the columns hold: source,target,-,note; - passes one over.")] = "",
    sheet: Annotated[str, typer.Option(metavar="NAME", help="The only sheet of a workbook to read.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Where file and glossary contradict each other, the file counts.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would become of each term; write nothing.")] = False,
    max_file_size: Annotated[int, typer.Option(min=1, help="Bytes the file may have.")] = 100_000_000,
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Take terms into a glossary: new ones are added, known ones completed; contradictions are listed and change nothing.

    How the file was understood and its first terms are shown on stderr; each row that is rejected is listed with its place and the reason.
    Exit status: 0 all taken, 1 rows rejected or in conflict, 2 nothing could be taken.

    \b
        tqa glossary import terms.xlsx --into terms/house.tsv --dry-run
        tqa glossary import 术语.csv --into terms/house.tsv --encoding gb18030
    """
    from tqa.cli.exchanged import imported_content, imported_text, say_imported, say_understood
    from tqa.exchange import import_glossary

    named = tuple(name.strip() for name in columns.split(",")) if columns else ()
    imported = import_glossary(file, into, from_, encoding=encoding, headers=named, sheet=sheet, replace=replace, dry_run=dry_run, most=max_file_size)
    say_understood(file, imported.read)
    answer(format_, "" if format_ == "json" else imported_text(imported), imported_content(imported) if format_ == "json" else {})
    if not imported.read.concepts:
        say(f"tqa: {file}: no term was found in it; nothing was written")
        leave(NOT_CHECKED)
    say_imported(imported, into, dry_run=dry_run)
    leave(CLEAN if imported.is_whole else FOUND)
