"""A bound on the time one article may take: no article stalls a corpus."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 10.0
SECONDS_PER_MEGABYTE = 1.0


class Late(BaseException):
    """The time is up. No Exception: a rule that catches everything must not catch this."""


def seconds_for(size: int) -> float:
    """What an article of `size` characters may take."""
    return SECONDS + SECONDS_PER_MEGABYTE * size / 1_000_000


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise Late in the block after so many seconds of wall time. Without signals (Windows, other threads) there is no bound."""
    try:
        before = signal.signal(signal.SIGALRM, _ring)
    except (AttributeError, ValueError):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise Late
