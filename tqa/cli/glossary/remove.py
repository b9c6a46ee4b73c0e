"""`tqa glossary remove`: a concept out of a glossary file."""

from __future__ import annotations

from tqa.cli.concepts import concept_row, told
from tqa.cli.exits import say
from tqa.cli.glossaries import Encoding, File, Format, Source, answer


def remove(file: File, source: Source, format_: Format = "text", encoding: Encoding = "") -> None:
    """Take out a concept, found by any of its Chinese forms; comments and every other byte stay.

    Exit status: 0 removed; 2 refused, and nothing changed.

    \b
        tqa glossary remove terms/house.tsv 新质生产力
    """
    from tqa.glossaries import remove_concept
    from tqa.text.show import show

    removed = remove_concept(file, source, encoding)
    say(f"tqa: {show(file)}: removed {told(removed)}")
    answer(format_, "", {"path": file, "removed": concept_row(removed)})
