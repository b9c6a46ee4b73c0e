"""Where reports go: standard output, a file, or several; colour only on a terminal that wants it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from tqa.api import Linted
from tqa.files import append, write_atomic, write_bytes
from tqa.model import ConfigError, Report
from tqa.reporters import (
    REPORTERS,
    Foot,
    Head,
    Render,
    RenderOptions,
    RulePage,
    Totals,
    binary_reporter,
    counting,
    is_binary,
    reporter,
    shows_articles,
)
from tqa.value import value

if TYPE_CHECKING:
    from tqa.config.settings import Settings


@value
class Output:
    """Which reports go where. `path`: "" or "-" is standard output; `further`: `FORMAT:FILE` each.

    `statistics`: the first report counts instead of listing. `silenced`: those that can, list also what is ignored or in the baseline.
    `earlier`: what an earlier run found, for reports that compare.
    """

    format: str
    path: str = ""
    further: tuple[str, ...] = ()
    color: str = "auto"
    statistics: bool = False
    silenced: bool = False
    earlier: Report | None = None


def any_shows_articles(format_: str, more: Iterable[str]) -> bool:
    """Whether one of the reports asked for shows the articles."""
    return any(map(shows_articles, (format_, *(entry.partition(":")[0] for entry in more))))


def write_reports(linted: Linted, output: Output) -> None:
    """The reports, each whole or not at all; what is wrong with one is told before any is written. Raises ConfigError."""
    first = counting(output.format) if output.statistics else None
    targets = [(output.format, "" if output.path == "-" else output.path)]
    for entry in output.further:
        kind, colon, path = entry.partition(":")
        if not colon or not path:
            raise ConfigError(f"--report {entry!r} must read FORMAT:FILE, FORMAT one of {', '.join(REPORTERS)}")
        targets.append((kind, path))
    _refuse_bad_places([path for _, path in targets if path], linted)
    look = RenderOptions(color=colored(output.color, sys.stdout), width=columns(sys.stdout), talk=False, silenced=output.silenced)
    for number, (kind, path, binary) in enumerate([(kind, path, is_binary(kind)) for kind, path in targets]):
        if binary:
            _write_binary(linted, kind, path)
            continue
        render = first if first and not number else reporter(kind)
        if path:
            write_atomic(path, "".join(_rendered(linted, render, RenderOptions(silenced=output.silenced), output.earlier)))
        else:
            for part in _rendered(linted, render, look, output.earlier):
                sys.stdout.write(part)
    step_summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if step_summary and any(kind == "github" for kind, _ in targets):
        append(step_summary, "".join(_rendered(linted, reporter("markdown"), RenderOptions())))


def _refuse_bad_places(paths: list[str], linted: Linted) -> None:
    """Raise ConfigError where a report cannot go, before anything is written."""
    inputs = set(map(os.path.realpath, linted.inputs))
    for number, path in enumerate(paths):
        if path.endswith("/") or os.path.isdir(path):
            raise ConfigError(f"{path}: is a folder, and a report is one file; name it inside that folder")
        if path == "-":
            raise ConfigError("--report writes files; for standard output choose the format with --format")
        if path in paths[:number]:
            raise ConfigError(f"{path}: two reports would be written there; name a file for each")
        if os.path.realpath(path) in inputs:
            raise ConfigError(f"{path}: is one of the files that were read, and the report would replace it; name another file")


def _rendered(linted: Linted, render: Render, options: RenderOptions, earlier: Report | None = None) -> Iterator[str]:
    return render(head(linted, earlier), linted.report.results, lambda: foot(linted), options)


def _write_binary(linted: Linted, format_: str, path: str) -> None:
    if not path and sys.stdout.isatty():
        raise ConfigError(f"{format_} is no text; name a file with --output FILE.{format_}")
    data = binary_reporter(format_)(head(linted), linted.report.results, lambda: foot(linted), RenderOptions())
    if path:
        write_bytes(path, data)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def head(linted: Linted, earlier: Report | None = None) -> Head:
    """What a report says before its findings."""
    from tqa import __version__

    settings = linted.settings
    return Head(
        version=__version__,
        config=settings.path,
        root=os.getcwd(),
        page=lambda rule: _page(linted, rule),
        lang=settings.lang,
        made_with=(("findings file", linted.findings),) if linted.findings else _made_with(settings),
        earlier=earlier,
    )


def _made_with(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The settings that decide what is found, by name."""
    listed = {
        "config": settings.path,
        "glossary": ", ".join(settings.glossary) or "none" if settings.glossary is not None else "the shipped ones",
        "select": ", ".join((*settings.select, *settings.extend_select)),
        "ignore": ", ".join(settings.ignore),
        "min-severity": settings.min_severity,
        "max-findings": str(settings.max_findings or "all"),
    }
    return tuple((name, said) for name, said in listed.items() if said)


def _page(linted: Linted, rule: str) -> RulePage | None:
    from tqa.pages import rule_words
    from tqa.registry import all_rules

    return rule_words(all_rules(plugins=linted.settings.plugins), rule)


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
        baselined=sum(result.baselined for result in report.results),
        untouched=sum(result.untouched for result in report.results),
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
