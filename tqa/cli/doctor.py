"""`tqa doctor`: does this installation work?"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tqa.cli.exits import NOT_CHECKED, leave


def doctor(isolated: Annotated[bool, typer.Option("--isolated", help="Read no config file.")] = False) -> None:
    """Check the installation: Python, libraries, extras, config, glossaries, rules and their examples.

    Exit status: 0 all well, 2 something is broken.
    """
    from tqa.cli.options import file_settings
    from tqa.diagnosis import diagnose

    broken = False
    for line in diagnose(lambda: file_settings("", isolated=isolated)):
        sys.stdout.write(f"{'ok   ' if line.well else 'BROKEN'} {line.text}\n" if line.well is not None else f"-     {line.text}\n")
        broken |= line.well is False
    if broken:
        leave(NOT_CHECKED)
