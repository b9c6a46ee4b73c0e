"""`tqa lint --watch`: checked again whenever a file changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import NoReturn

from tqa.api import Session
from tqa.cli.exits import say
from tqa.cli.options import Reading
from tqa.files import changed, discover, stamps
from tqa.files.stamps import Stamp
from tqa.model import ConfigError, TqaError
from tqa.text.counted import counted
from tqa.text.show import show

_PAUSE = 0.5
"""Seconds between two looks at the files."""


def watch(reading: Reading, check: Callable[[], object]) -> NoReturn:
    """Check, and check again whenever an article, its source, a glossary or the baseline changes, until Ctrl-C.

    What is broken meanwhile, as a glossary half written, is said and waited out. Raises ConfigError when the config changes, for it says
    what a run is.
    """
    session = Session(reading.paths, reading.settings, source=reading.source)
    while True:
        seen = _seen(reading, session)
        _try(check)
        say(f"tqa: watching {counted(sum(stamp is not None for stamp in seen.values()), 'file')}; Ctrl-C ends it")
        now = seen
        while not (new := changed(seen, now)):
            time.sleep(_PAUSE)
            now = _seen(reading, session)
        if reading.settings.path in new:
            raise ConfigError(f"{reading.settings.path}: has changed; run tqa again")
        say(f"tqa: changed: {', '.join(map(show, new[:3]))}{', …' if len(new) > 3 else ''}")


def _try(check: Callable[[], object]) -> None:
    try:
        check()
    except TqaError as error:
        say(f"tqa: {show(str(error), 500)}")
    sys.stdout.flush()


def _seen(reading: Reading, session: Session) -> dict[str, Stamp]:
    """The files a run would read, as they lie there now: also those that came since."""
    stories = discover(reading.paths, session.options).stories
    texts = [path for story in stories for path in (story.path, story.source, story.reference)]
    return stamps(filter(None, (*texts, *session.standing, reading.settings.memory)))
