"""`tqa glossary`: check, fmt, find."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, guarded, leave, say

app = typer.Typer(help="Keep glossaries in order.", no_args_is_help=True, rich_markup_mode=None)

Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Glossary files.")]


@app.command()
@guarded
def check(
    files: Files,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    encoding: Annotated[str, typer.Option(help="Encoding of files that are not Unicode.")] = "",
) -> None:
    """Look for faults: duplicates, conflicts, examples that fail, cells that hold more than a term.

    Exit status: 0 clean, 1 faults, 2 broken.

    \b
        tqa glossary check terms/house.tsv
    """
    from tqa.api import check_glossaries
    from tqa.cli.faults import faults_json, faults_text

    faults = check_glossaries(files, encoding)
    sys.stdout.write(faults_json(faults) if format_ == "json" else faults_text(faults))
    say(f"tqa: {len(faults)} faults in {len(files)} glossaries" if faults else f"tqa: {len(files)} glossaries checked: clean")
    leave(FOUND if faults else CLEAN)


@app.command()
@guarded
def fmt(
    files: Files,
    check_only: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 if a file is not in normal form.")] = False,
) -> None:
    """Restore the normal form: sorted by source, columns in order, LF.

    tqa glossary fmt terms/house.tsv
    """
    from tqa.api import format_glossary

    changed = [path for path in files if format_glossary(path, write=not check_only)]
    for path in changed:
        say(f"tqa: {path}: {'is not in normal form; run tqa glossary fmt' if check_only else 'formatted'}")
    leave(FOUND if changed and check_only else CLEAN)


@app.command()
@guarded
def find(
    query: Annotated[str, typer.Argument(help="Chinese, English, or pinyin without tones.")],
    glossary: Annotated[list[str] | None, typer.Option(help="Glossary file or shipped name. Repeatable.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.")] = 20,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Find concepts, also when misspelt.

    Exit status: 0 found, 1 nothing near.

    \b
        tqa glossary find xinzhi
    """
    from tqa.api import find_concepts
    from tqa.cli.faults import hits_json, hits_text

    hits = find_concepts(query, tuple(glossary) if glossary else None, limit)
    sys.stdout.write(hits_json(hits) if format_ == "json" else hits_text(hits))
    leave(CLEAN if hits else FOUND)
