"""Which files have changed since they were looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

Stamp = tuple[int, int] | None
"""When a file was written, in nanoseconds, and its size in bytes; None of one that is not there."""


def stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    """The stamp of each file. A file that is written twice within the clock's grain, to the same size, is not told apart."""
    return {path: _stamp(path) for path in paths}


def changed(before: Mapping[str, Stamp], now: Mapping[str, Stamp]) -> list[str]:
    """The files that are new, gone, or written since, by name."""
    return sorted(path for path in {*before, *now} if before.get(path) != now.get(path))


def _stamp(path: str) -> Stamp:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
