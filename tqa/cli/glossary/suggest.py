"""`tqa glossary suggest`: what articles say about terms, for people to look at."""

from __future__ import annotations

from typing import Annotated

from tqa.cli.declared import option
from tqa.cli.exits import CLEAN, NOT_CHECKED, leave, say, say_problems
from tqa.cli.options import Reading, reads_articles
from tqa.text.counted import counted


@reads_articles
def suggest(
    reading: Reading,
    output: Annotated[str, option("--output", "-o", help="The review file; its name ends in .suggested.tsv.", metavar="FILE")] = "",
    limit: Annotated[int | None, option(min=1, help="At most so many suggestions; default: 1000.")] = None,
) -> None:
    """Read terms and their renderings out of articles with their sources and references, best first, for a review.

    Also forms that several articles have where the glossary has another, and slips that keep coming back. Nothing reaches a glossary
    before somebody accepts it: tqa glossary review. What was rejected is not suggested again.

    With --memory and without --output the term memory is brought up to the articles: of a term the renderings of more articles stay, so
    that the same articles again change nothing. It is left as it was if an article could not be checked.
    Exit status: 0 written, 2 something was not read.

    \b
        tqa glossary suggest stories/ -o terms/house.suggested.tsv
        tqa glossary review terms/house.suggested.tsv --into terms/house.tsv
        tqa glossary suggest stories/ --memory terms/memory.tsv
    """
    if reading.settings.memory and not output:
        _remember(reading)
    from tqa.suggestions import write_suggestions

    made = write_suggestions(reading.paths, reading.settings, output, source=reading.source, limit=limit or 1000)
    say_problems(made.problems)
    articles = f"{made.with_source} of {counted(made.documents, 'article')}"
    say(f"tqa: {output}: {counted(len(made.suggestions), 'suggestion')} from {articles}, those with a source")
    leave(NOT_CHECKED if made.problems or not made.with_source else CLEAN)


def _remember(reading: Reading) -> None:
    """Bring the term memory up to the articles, and leave."""
    from tqa.cli.stdin import read_stdin
    from tqa.memories import update_memory
    from tqa.text.show import show

    done = update_memory(reading.paths, reading.settings, source=reading.source, stdin=read_stdin(reading))
    report = done.linted.report
    say_problems([*report.problems, *report.notices])
    if report.problems:
        leave(NOT_CHECKED, "tqa: the term memory was left as it was")
    said = f"{counted(done.terms, 'term')}, {counted(done.renderings, 'rendering')}" if done.changed else "nothing changed"
    say(f"tqa: {show(reading.settings.memory)}: {said}")
    leave(CLEAN)
