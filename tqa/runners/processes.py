"""How many processes check, where nobody says."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tqa.files import StoryPaths, size_of
from tqa.runners.local import Work

_WORTH = 200_000
"""Bytes of articles that pay for a process: they are checked in a quarter of a second, and it starts in a tenth of that."""
_MOST = 16
"""Processes that one parent keeps busy: it reads every article and adds up what they answer."""


def processes_for(work: Iterable[Work]) -> int:
    """As many as pay, and no more than there are processors for this one; what comes from standard input is one piece of work."""
    size = sum(size_of(one.path) for one in work if isinstance(one, StoryPaths))
    return max(1, min(size // _WORTH, _processors(), _MOST))


def _processors() -> int:
    # Where the system tells which of them it may use, as on Linux; a container may have few of many.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
