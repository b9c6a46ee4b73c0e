"""A bound on the time one article may take: no article stalls a corpus."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 10.0
SECONDS_PER_MEGABYTE = 1.0
PATIENCE = 12
"""How many times the processor time may pass on the wall: a busy machine lets an article wait, and that is not its fault."""


class Late(BaseException):
    """The time is up. No Exception: a rule that catches everything must not catch this."""


def seconds_for(size: int) -> float:
    """What an article of `size` characters may take, in processor time."""
    return SECONDS + SECONDS_PER_MEGABYTE * size / 1_000_000


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise Late in the block after so many seconds of processor time, or PATIENCE times as long if it only waits.

    Without signals (Windows, other threads) there is no bound."""
    try:
        before = [(kind, signal.signal(kind, _ring)) for kind in (signal.SIGPROF, signal.SIGALRM)]
    except (AttributeError, ValueError):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for kind, handler in before:
            signal.signal(kind, handler)


def _ring(number: int, frame: FrameType | None) -> None:
    raise Late
