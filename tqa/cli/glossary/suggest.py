"""`tqa glossary suggest`: what articles say about terms, for people to look at."""

from __future__ import annotations

from typing import Annotated

from tqa.cli.declared import option
from tqa.cli.exits import CLEAN, NOT_CHECKED, leave, say, say_problems
from tqa.cli.options import Reading, reads_articles


@reads_articles
def suggest(
    reading: Reading,
    output: Annotated[str, option("--output", "-o", help="The review file; its name ends in .suggested.tsv.", metavar="FILE")] = "",
    limit: Annotated[int | None, option(min=1, help="At most so many suggestions; default: 1000.")] = None,
) -> None:
    """Read terms and their renderings out of articles with their sources and references, best first, for a review.

    Also forms that several articles have where the glossary has another, and slips that keep coming back. Nothing reaches a glossary
    before somebody accepts it: tqa glossary review. What was rejected is not suggested again.
    Exit status: 0 written, 2 something was not read.

    \b
        tqa glossary suggest stories/ -o terms/house.suggested.tsv
        tqa glossary review terms/house.suggested.tsv --into terms/house.tsv
    """
    from tqa.suggestions import write_suggestions

    made = write_suggestions(reading.paths, reading.settings, output, source=reading.source, limit=limit or 1000)
    say_problems(made.problems)
    say(f"tqa: {output}: {len(made.suggestions)} suggestions from {made.with_source} of {made.documents} articles, those with a source")
    leave(NOT_CHECKED if made.problems or not made.with_source else CLEAN)
