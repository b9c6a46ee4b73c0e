"""`tqa glossary find`: concepts by what somebody remembers of them."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import CLEAN, FOUND, leave
from tqa.cli.glossaries import Encoding, Format, answer


def find(
    query: Annotated[str, typer.Argument(help="Chinese, English, or pinyin without tones.", show_default=False)],
    glossary: Annotated[list[str] | None, typer.Option(help="Glossary file or shipped name, instead of the config's. Repeatable.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    format_: Format = "text",
    encoding: Encoding = "",
) -> None:
    """Find concepts, also when misspelt.

    Exit status: 0 found, 1 nothing near.

    \b
        tqa glossary find xinzhi
    """
    from tqa.cli.concepts import hit_rows, hits_text
    from tqa.cli.options import file_settings
    from tqa.glossaries import find_concepts

    settings = file_settings("", isolated=False)
    hits = find_concepts(query, tuple(glossary) if glossary else settings.glossary, limit, encoding or settings.encoding)
    answer(format_, hits_text(hits), {"hits": hit_rows(hits)})
    leave(CLEAN if hits else FOUND)
