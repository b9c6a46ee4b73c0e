"""`tqa lint`: findings; the CI command."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from tqa.cli.declared import option
from tqa.cli.exits import CLEAN, FOUND, NOT_CHECKED, leave, say_problems
from tqa.cli.options import Reading, reads_articles

if TYPE_CHECKING:
    from tqa.api import Linted


@reads_articles
def lint(
    reading: Reading,
    format_: Annotated[str, option("--format", help="text, concise, json, jsonl, github, sarif, junit, gitlab, … (docs/ci.md).")] = "",
    output: Annotated[str, option(help="Write the report here instead of standard output.", metavar="FILE")] = "",
    report: Annotated[list[str] | None, option(help="A further report. Repeatable.", metavar="FORMAT:FILE")] = None,
    fail_on: Annotated[str, option(help="Exit 1 from this severity on: error, warning, info, never.", metavar="LEVEL")] = "",
    strict: Annotated[bool, option("--strict", help="A guess fails too.")] = False,
    since: Annotated[str, option(help="Only findings on lines changed since this revision of git.", metavar="REV")] = "",
    exit_zero: Annotated[bool, option("--exit-zero", help="Exit 0 in spite of findings.")] = False,
    statistics: Annotated[bool, option("--statistics", help="Count by rule, folder and what the articles say of themselves.")] = False,
    show_suppressed: Annotated[bool, option("--show-suppressed", help="In sarif and json list also what is ignored or in the baseline.")] = False,
    fix: Annotated[bool, option("--fix", help="Write the safe fixes into the files, then report what is left.")] = False,
    unsafe_fixes: Annotated[bool, option("--unsafe-fixes", help="With --fix: unsafe ones too.")] = False,
    decisions: Annotated[str, option(help="With --fix: the fixes accepted in this file too.", metavar="DECISIONS.json")] = "",
    diff: Annotated[bool, option("--diff", help="With --fix: show the changes and write nothing.")] = False,
    jobs: Annotated[int | None, option(min=1, help="Processes that check (default: as many as pay); the output is the same.", metavar="N")] = None,
    no_cache: Annotated[bool, option("--no-cache", help="Check everything again, whatever earlier runs found.")] = False,
    watch: Annotated[bool, option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    quiet: Annotated[bool, option("--quiet", "-q", help="Say nothing on stderr but what was not checked.")] = False,
    color: Annotated[str, option(help="auto, always or never.")] = "auto",
) -> None:
    """Check translated articles.

    Exit status: 0 checked and clean, 1 findings, 2 something was not checked.

    \b
        tqa lint story.en.txt               # story.zh.txt beside it is its source
        tqa lint stories/ --format github
    """
    from tqa.api import accepted_in
    from tqa.api import lint as run
    from tqa.cli.output import Output, any_shows_articles, write_reports
    from tqa.cli.stdin import read_stdin
    from tqa.files import cache_folder

    _refuse_contradictions(reading, fixes=fix or diff, decisions=bool(decisions), watch=watch)
    stdin = read_stdin(reading)
    if fix or diff:
        from tqa.cli.fixes import fix_files

        fix_files(reading, stdin, unsafe=unsafe_fixes, dry=diff, accepted=accepted_in(decisions) if decisions else None)
    settings = reading.settings
    articles = any_shows_articles(settings.format, report or ())
    cache = "" if no_cache else cache_folder(os.environ)

    def check() -> Linted:
        linted = run(reading.paths, settings, source=reading.source, stdin=stdin, articles=articles, jobs=jobs, cache=cache)
        if not diff:
            write_reports(linted, Output(settings.format, output, tuple(report or ()), color, statistics, show_suppressed))
        say_problems([*linted.report.problems, *(() if quiet else linted.report.notices)])
        return linted

    if watch:
        from tqa.cli.watching import watch as watch_files

        watch_files(reading, check)
    linted = check()
    if linted.report.problems:
        leave(NOT_CHECKED)
    leave(FOUND if linted.failed and not exit_zero else CLEAN)


def _refuse_contradictions(reading: Reading, *, fixes: bool, decisions: bool, watch: bool) -> None:
    from tqa.model import ConfigError

    if watch and (fixes or "-" in reading.paths):
        raise ConfigError("--watch looks at files and changes none: it goes neither with --fix and --diff nor with standard input")

    if decisions and not fixes:
        raise ConfigError("--decisions names the fixes that --fix makes; give --fix too, and --diff to see them first")
    if reading.settings.since and (fixes or "-" in reading.paths):
        raise ConfigError("--since compares files as they lie there: it goes neither with --fix and --diff nor with standard input")
