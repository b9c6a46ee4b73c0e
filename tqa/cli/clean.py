"""`tqa clean`: the article without its furniture and broken characters."""

from __future__ import annotations

from typing import Annotated

from tqa.cli.declared import option
from tqa.cli.exits import CLEAN, FOUND, leave
from tqa.cli.options import Reading, reads_articles


@reads_articles
def clean(
    reading: Reading,
    diff: Annotated[bool, option("--diff", help="Show what would change (the default).")] = False,
    write: Annotated[bool, option("--write", help="Change the files.")] = False,
    output: Annotated[str, option(help="Write the cleaned articles here.", metavar="FILE-or-DIR")] = "",
) -> None:
    """Take boilerplate and broken characters out of articles: the safe fixes of the groups boilerplate and encoding.

    Exit status: with --write or --output 0 done, 2 not done; with --diff 1 if anything would change.

    \b
        tqa clean story.en.txt
        tqa clean stories/ --output cleaned/
    """
    from tqa.api import clean_settings
    from tqa.cli.fixes import fix_files, write_fixed
    from tqa.cli.stdin import read_stdin
    from tqa.model import ConfigError
    from tqa.value import replace

    if diff + write + bool(output) > 1:
        raise ConfigError("--diff, --write and --output exclude each other")
    if write and "-" in reading.paths:
        raise ConfigError("--write changes files, and standard input is none; name an --output FILE, or - for standard output")
    reading = replace(reading, settings=clean_settings(reading.settings))
    stdin = read_stdin(reading)
    if output:
        write_fixed(reading, stdin, output)
        leave(CLEAN)
    changed = fix_files(reading, stdin, unsafe=False, dry=not write)
    leave(FOUND if changed and not write else CLEAN)
