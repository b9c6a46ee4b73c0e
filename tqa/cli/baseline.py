"""`tqa baseline`: findings that are known, so that only new ones fail."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from tqa.cli.dates import today
from tqa.cli.declared import option
from tqa.cli.exits import CLEAN, NOT_CHECKED, guarded, leave, say, say_problems
from tqa.cli.options import Reading, reads_articles
from tqa.cli.tree import for_typer
from tqa.model import ConfigError
from tqa.text.show import show

if TYPE_CHECKING:
    from tqa.baselines import Rewritten

app = typer.Typer(help="Keep known findings out of sight, so that only new ones fail.", no_args_is_help=True, rich_markup_mode=None)


@reads_articles
def write(
    reading: Reading,
    reason: Annotated[str, option(help="Why these findings stay, said in each new entry.")] = "",
    author: Annotated[str, option(help="Who says so; default: GIT_AUTHOR_NAME.")] = "",
    decisions: Annotated[str, option(help="Accept only what these decisions of the report dismiss.", metavar="FILE")] = "",
) -> None:
    """Accept every finding there is now: the next `tqa lint` shows only new ones.

    Entries that stand keep their reason, author and date; what is mended is dropped. Commit the file.

    \b
        tqa baseline write stories/ --reason "published before 2026"
        tqa baseline write stories/ --decisions DECISIONS.json
    """
    from tqa.baselines import accept_dismissed, write_baseline

    if decisions:
        if reason or author:
            raise ConfigError("--decisions bring their own reasons and authors; leave --reason and --author out")
        _leave(accept_dismissed(reading.paths, reading.settings, decisions, source=reading.source))
    by = author or os.environ.get("GIT_AUTHOR_NAME", "")
    _leave(write_baseline(reading.paths, reading.settings, source=reading.source, reason=reason, author=by, date=today()))


@reads_articles
def prune(reading: Reading) -> None:
    """Drop entries whose faults are mended.

    Only what was looked for is dropped: an entry stays where its article or its rule was not among what ran.

    \b
        tqa baseline prune stories/
    """
    from tqa.baselines import prune_baseline

    _leave(prune_baseline(reading.paths, reading.settings, source=reading.source))


def _leave(done: Rewritten) -> NoReturn:
    say(f"tqa: {show(done.path)}: {done.added} added, {done.dropped} dropped, {done.kept} kept")
    if done.unfound:
        say(f"tqa: {done.unfound} dismissed findings are not found here, and were not added")
    say_problems(done.problems)
    leave(NOT_CHECKED if done.problems else CLEAN)


for _command in (write, prune):
    app.command()(for_typer(guarded(_command)))
