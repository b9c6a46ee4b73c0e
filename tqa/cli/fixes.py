"""Fixed files: written in place, written elsewhere, or shown as a diff."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath

from tqa.api import Session
from tqa.cli.exits import NOT_CHECKED, leave, say, say_problems
from tqa.cli.options import Reading
from tqa.engine.mending import Accepted, Mended
from tqa.files import write_atomic
from tqa.formats.format import Story
from tqa.model import ConfigError
from tqa.runners.local import Stdin
from tqa.text.positions import split_lines
from tqa.text.show import show

_UNCUT = 1_000_000_000


def fix_files(reading: Reading, stdin: Stdin | None, *, unsafe: bool, dry: bool, accepted: Accepted | None = None) -> bool:
    """Mend the files in place, or show how (`dry`); whether anything changes. Leaves with 2 if a file could not be mended.

    An accepted fix whose finding stands in none of the files is told.
    """
    session = Session(reading.paths, reading.settings, source=reading.source, stdin=stdin)
    changed = False
    left = set(accepted or ())
    for work, story, mended in session.mended(unsafe=unsafe, accepted=accepted):
        left -= mended.met
        if not mended.changed:
            continue
        changed = True
        if dry or isinstance(work, Stdin):
            sys.stdout.writelines(_diff(story, mended))
        else:
            write_atomic(story.path, mended.after, like=story.path, encoding=session.settings.encoding, was=mended.before)
            say(f"tqa: {show(story.path)}: {mended.count} fixed")
    if left:
        say(f"tqa: {len(left)} of {len(accepted or ())} accepted fixes have no finding here any more: {', '.join(sorted(left)[:5])}")
    _leave_on_problems(session)
    return changed


def write_fixed(reading: Reading, stdin: Stdin | None, output: str) -> None:
    """Write every mended story to `output`: a file or `-` for one, a folder for several; unchanged ones too."""
    session = Session(reading.paths, reading.settings, source=reading.source, stdin=stdin)
    if output == "-":
        if len(session.work) > 1:
            raise ConfigError(f"standard output takes one article, not {len(session.work)}; name a folder")
        for _, _, mended in session.mended():
            sys.stdout.write(mended.after)
        _leave_on_problems(session)
        return
    folder = output.endswith("/") or Path(output).is_dir() or len(session.work) > 1
    if folder and Path(output).exists() and not Path(output).is_dir():
        raise ConfigError(f"{output}: is a file, and {len(session.work)} articles go there; name a folder")
    places = dict(zip(session.work, _places(session, f"{output}/" if folder else output), strict=True))
    for work, story, mended in session.mended():
        _write_copy(places[work], mended, "" if isinstance(work, Stdin) else story.path, session.settings.encoding)
    _leave_on_problems(session)


def _places(session: Session, output: str) -> Iterator[Path]:
    """Where each story goes, in order; all of them are known before one is written. Raises ConfigError where two would meet or replace a text."""
    inputs = {os.path.realpath(path): path for path in session.inputs}
    taken: dict[Path, str] = {}
    for work in session.work:
        named = work.filename or "-" if isinstance(work, Stdin) else work.path
        path = Path(output) / _below(named, session) if output.endswith("/") else Path(output)
        if path in taken:
            raise ConfigError(f"{path}: {taken[path]} and {named} would both be written there; clean them apart")
        if os.path.realpath(path) in inputs:
            raise ConfigError(f"{path}: is one of the files that were read; to change the articles themselves use --write")
        taken[path] = named
        yield path


def _below(named: str, session: Session) -> PurePath:
    """An article's path inside the output folder: as given, without leaving the folder."""
    path = PurePath(named)
    return PurePath(*(part for part in path.parts if part not in (path.anchor, "..", "."))) if len(session.work) > 1 else PurePath(path.name)


def _write_copy(path: Path, mended: Mended, like: str, encoding: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(str(path), mended.after, like=like or None, encoding=encoding)


def _leave_on_problems(session: Session) -> None:
    say_problems(session.problems)
    if session.problems:
        leave(NOT_CHECKED)


def _diff(story: Story, mended: Mended) -> Iterator[str]:
    import difflib

    before, after = ([show(line, _UNCUT) for _, line in split_lines(text)] for text in (mended.before, mended.after))
    name = show(story.path)
    for line in difflib.unified_diff(before, after, name, f"{name} (fixed)", lineterm=""):
        yield line + "\n"
