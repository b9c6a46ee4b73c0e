"""Exit statuses, and how errors leave the program: one line on stderr, never a traceback for bad input."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import groupby
from typing import NoReturn, ParamSpec

from tqa.model import FormatError, Problem, TqaError
from tqa.text.counted import counted
from tqa.text.show import show

_LINE = 500
"""Characters of a line of a traceback, which may quote an article."""
CLEAN, FOUND, NOT_CHECKED, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

DEBUG = "TQA_DEBUG"
"""The variable that has tracebacks shown; --debug sets it."""

P = ParamSpec("P")


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """`command` with every way it can end turned into an exit status; only `Exit` says 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        signal.signal(signal.SIGTERM, _terminated)
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except FormatError as error:
            say_problems([error.problem()])
            leave(NOT_CHECKED)
        except TqaError as error:
            leave(NOT_CHECKED, f"tqa: {error}")
        except KeyboardInterrupt:
            leave(INTERRUPTED, "tqa: interrupted")
        except BrokenPipeError:
            # The reader of the pipe left: nothing more to say, and Python must not say it either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            leave(NOT_CHECKED)
        except OSError as error:
            leave(NOT_CHECKED, f"tqa: {show(str(error))}")
        except Exception as error:
            if is_debugging():
                import traceback

                traceback.print_exc()
            leave(NOT_CHECKED, f"tqa: internal error: {type(error).__name__}: {show(str(error))}; set {DEBUG}=1 for the traceback")

    return run


def is_debugging() -> bool:
    """Whether tracebacks are shown: by --debug, which sets the variable for this run, or by the variable itself."""
    return bool(os.environ.get(DEBUG))


def _terminated(*_: object) -> NoReturn:
    leave(TERMINATED, "tqa: terminated")


def leave(status: int, message: str = "") -> NoReturn:
    """End the program with a status and perhaps a line on stderr."""
    if message:
        say(message)
    raise SystemExit(status)


def say(message: str) -> None:
    """A line to stderr."""
    print(message, file=sys.stderr)  # noqa: T201  # cli speaks


def say_problems(problems: Iterable[Problem]) -> None:
    """Each problem or notice as one stderr line `tqa: FILE:LINE: message [code]`; the same of many lines of a file is said once."""
    for _, group in groupby(problems, key=lambda problem: (problem.path, problem.code, problem.message)):
        problem, *others = group
        place = show(problem.path) if problem.path else ""
        if place and problem.line is not None:
            place += f":{problem.line}"
            if problem.column is not None:
                place += f":{problem.column}"
        same = f" (and the same in {counted(len(others), 'more place')}, the last line {others[-1].line})" if others else ""
        said = f"{show(problem.message, 500)}{same} [{problem.code}]"
        say(f"tqa: {place}: {said}" if place else f"tqa: {said}")
        if problem.trace and is_debugging():
            say("\n".join(show(line, _LINE) for line in problem.trace.rstrip().split("\n")))
