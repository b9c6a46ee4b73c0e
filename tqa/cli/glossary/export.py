"""`tqa glossary export`: a glossary in the format of another tool."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tqa.cli.glossaries import Encoding, Format, answer


def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A glossary file, or a shipped one by name.", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to; its ending says how. - is standard output.")],
    to: Annotated[str, typer.Option(metavar="FORMAT", help="The format, where the ending says too little.")] = "",
    articles: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="ARTICLE", help="Only the terms that occur in it: for a prompt, for a translator. Repeatable."),
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Begin a CSV file so that Excel reads it as UTF-8.")] = False,
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Write a glossary as csv, tsv, xlsx, tbx, tmx and more; say what the format could not carry.

    Formats: tsv, csv, xlsx, tbx (version 3), tbx-dct, tbx-2, weblate, tmx, omegat, deepl, google, google-set, azure; docs/exchange.md
    says what each carries. Exit status: 0 written, 2 not.

    \b
        tqa glossary export terms/house.tsv --output house.tbx
        tqa glossary export shipped --for story.zh.txt --to deepl --output story-terms.csv
    """
    from tqa.cli.exchanged import exported_content, say_exported
    from tqa.exchange import export_glossary

    exported = export_glossary(file, output, to, articles=articles or (), encoding=encoding, excel=excel)
    if output == "-":
        sys.stdout.buffer.write(exported.data)
    else:
        answer(format_, "", exported_content(exported, output))
    say_exported(exported, output)
