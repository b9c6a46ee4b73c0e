"""Where reports go: standard output, a file, or several; colour only on a terminal that wants it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from tqa.api import Linted
from tqa.files import write_atomic
from tqa.model import ConfigError
from tqa.reporters import REPORTERS, Foot, Head, RenderOptions, Totals, reporter


def write_reports(linted: Linted, format_: str, output: str, more: Iterable[str], color: str) -> None:
    """The report in one format to `output` (standard output if empty), and each further `FORMAT:FILE`."""
    targets = [(format_, output)]
    for entry in more:
        kind, colon, path = entry.partition(":")
        if not colon or not path:
            raise ConfigError(f"--report {entry!r} must read FORMAT:FILE, FORMAT one of {', '.join(REPORTERS)}")
        targets.append((kind, path))
    look = RenderOptions(color=colored(color, sys.stdout), width=columns(sys.stdout), talk=False)
    chosen = [(reporter(kind), path) for kind, path in targets]
    for render, path in chosen:
        if path:
            write_atomic(path, "".join(render(head(linted), linted.report.results, lambda: foot(linted), RenderOptions())))
            continue
        for part in render(head(linted), linted.report.results, lambda: foot(linted), look):
            sys.stdout.write(part)


def head(linted: Linted) -> Head:
    """What a report says before its findings."""
    from tqa import __version__

    return Head(version=__version__, config=linted.settings.path)


def foot(linted: Linted) -> Foot:
    """What a report says after its findings."""
    report = linted.report
    totals = Totals(
        documents=linted.documents,
        error=report.count("error"),
        warning=report.count("warning"),
        info=report.count("info"),
        hidden=sum(result.hidden for result in report.results),
        suppressed=sum(result.suppressed for result in report.results),
        cut=sum(result.cut for result in report.results),
        not_checked=linted.not_checked,
    )
    return Foot(report.problems, report.notices, report.figures, totals)


def columns(stream: TextIO) -> int:
    """Columns of the terminal; what is not a terminal has 100."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 100
    except OSError:
        return 100


def colored(wish: str, stream: TextIO) -> bool:
    """Whether to colour: `always`, `never`, or `auto`, which asks NO_COLOR, FORCE_COLOR, TERM and the terminal."""
    if wish not in ("auto", "always", "never"):
        raise ConfigError(f"--color {wish!r} is not one of auto, always, never")
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
