"""`tqa report`: one HTML file for the people who correct the articles."""

from __future__ import annotations

from typing import Annotated

from tqa.cli.declared import option
from tqa.cli.exits import CLEAN, NOT_CHECKED, leave, say_problems
from tqa.cli.options import Reading, reads_articles


@reads_articles
def report(
    reading: Reading,
    output: Annotated[str, option("--output", "-o", help="Where the page is written; - for standard output.", metavar="FILE")] = "report.html",
    against: Annotated[str, option(help="What an earlier run found (tqa lint --format json), to show the change.", metavar="JSON")] = "",
) -> None:
    """Write what is found as one HTML page: overview, articles side by side, terms, decisions.

    PATHS are articles, or one file of `tqa lint --format json`, which is shown with the articles it names.

    Exit status: 0 written, 2 something was not checked.

    \b
        tqa report stories/ -o report.html
        tqa report findings.json --lang zh
    """
    from tqa.api import findings_of, lint, with_articles, with_scores
    from tqa.cli.output import Output, write_reports
    from tqa.cli.stdin import read_stdin
    from tqa.text.show import show

    earlier = findings_of(against) if against else None
    if len(reading.paths) == 1 and reading.paths[0].endswith(".json"):
        linted = with_articles(reading.paths[0], reading.settings)
    else:
        linted = lint(reading.paths, reading.settings, source=reading.source, stdin=read_stdin(reading), articles=True, jobs=None)
    if not linted.report.results and linted.report.problems:
        # Nothing was read: a page without an article would look like one without a fault.
        say_problems(linted.report.problems)
        leave(NOT_CHECKED, f"tqa: {show(output)}: not written, for there is nothing to show")
    write_reports(with_scores(linted), Output("html", output, color="never", earlier=earlier))
    say_problems([*linted.report.problems, *linted.report.notices])
    leave(NOT_CHECKED if linted.report.problems else CLEAN)
