"""Processes that work on tasks, each on one at a time, and a parent that watches them: one that dies costs its task and no other."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
A = TypeVar("A")

_AHEAD = 8
"""Tasks a worker that are given out before the first open one is answered: so much is kept while one takes long."""
_SECONDS = 5.0
"""After which a worker without a task looks whether its parent still lives."""


class Workers(Generic[T, A]):
    """As many processes as asked for. What they are given and what they answer must be picklable, and so `answer`."""

    def __init__(self, count: int, answer: Callable[[T], A]):
        self._count = count
        self._answer = answer

    def map(self, tasks: Iterator[T]) -> Iterator[tuple[T, A | None]]:
        """Each task with its answer, in the order of the tasks; None where the process that had it died."""
        idle: list[_Worker[T, A]] = []
        busy: dict[_Worker[T, A], int] = {}
        given: dict[int, T] = {}
        answered: dict[int, A | None] = {}
        numbered = enumerate(tasks)
        due = 0
        try:
            while True:
                room = min(self._count - len(busy), due + _AHEAD * self._count - len(given) - due)
                for number, task in islice(numbered, max(0, room)):
                    worker = idle.pop() if idle else _Worker(self._answer)
                    given[number] = task
                    busy[worker] = number
                    worker.give(task)
                if not busy:
                    return
                for worker in _ready(busy):
                    answer = worker.answer()
                    answered[busy.pop(worker)] = answer[0] if answer else None
                    (idle.append if answer else _Worker.stop)(worker)
                while due in answered:
                    yield given.pop(due), answered.pop(due)
                    due += 1
        finally:
            for worker in [*idle, *busy]:
                worker.stop()


class _Worker(Generic[T, A]):
    def __init__(self, answer: Callable[[T], A]):
        self.connection, theirs = Pipe()
        self.process = Process(target=_serve, args=(theirs, answer), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, task: T) -> None:
        """Send the task; a worker that is dead already is found so when it does not answer."""
        with suppress(OSError):
            self.connection.send(task)

    def answer(self) -> tuple[A] | None:
        """The answer in a tuple, or None if the process died before it was sent."""
        try:
            return (self.connection.recv(),) if self.connection.poll() else None
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self.process.terminate()
        self.process.join()


def _ready(busy: dict[_Worker[T, A], int]) -> list[_Worker[T, A]]:
    """Those that have answered or died. The pipe of a dead one may be held open by its siblings, so the process is watched as well."""
    watched: dict[Any, _Worker[T, A]] = {}
    for worker in busy:
        watched[worker.connection] = watched[worker.process.sentinel] = worker
    return list(dict.fromkeys(watched[one] for one in wait(list(watched))))


def _serve(connection: Connection, answer: Callable[[Any], Any]) -> None:
    """Answer tasks until the parent closes the pipe or is gone; an interrupt is the parent's to handle, what else it handles is not ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = parent_process()
    while True:
        while not connection.poll(_SECONDS):
            if parent is None or not parent.is_alive():
                return
        try:
            task = connection.recv()
        except EOFError:
            return
        connection.send(answer(task))
