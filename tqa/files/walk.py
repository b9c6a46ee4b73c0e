"""Folders walked in sorted order, and patterns a shell left alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from tqa.files.door import read_text
from tqa.formats import ending_of
from tqa.model import FormatError, Notice, Problem
from tqa.text.paths import posix
from tqa.text.patterns import Pattern, has_wildcard, is_named, read_patterns

_PASSED_BY = frozenset({"node_modules", "__pycache__"})

Excludes = Callable[[str, bool], bool]
"""Whether a path, a folder or not, is excluded."""
_Ignores = tuple[tuple[str, tuple[Pattern, ...]], ...]
"""Folders (absolute) and the patterns of their .gitignore, from the top down."""


class Walk:
    """The regular files below a folder: no links, no hidden names, nothing that .gitignore or `excludes` names.

    `said` is what there is to say of the rest, complete after the last file.
    """

    def __init__(self, folder: str, excludes: Excludes, said: list[Problem]):
        self.folder = folder
        self.excludes = excludes
        self.said = said

    def files(self) -> Iterator[str]:
        """Their paths, sorted by name within each folder."""
        links: list[str] = []
        # A stack, not recursion: a tree from an archive may be deeper than Python's stack.
        waiting: list[tuple[str, _Ignores | None]] = [(self.folder, _ignores_above(self.folder))]
        while waiting:
            path, ignores = waiting.pop()
            if ignores is None:
                yield path
            else:
                waiting += reversed(self._in_folder(path, ignores, links))
        if links:
            more = f" and {len(links) - 1} more" if len(links) > 1 else ""
            self.said.append(Notice("link-not-followed", f"a link{more} in the folder: not followed; name it to have it read", links[0]))

    def _in_folder(self, path: str, ignores: _Ignores, links: list[str]) -> list[tuple[str, _Ignores | None]]:
        """Files and folders in a folder; folders with the patterns that hold in them."""
        try:
            entries = entries_of(path)
        except OSError as error:
            self.said.append(Problem("unreadable-folder", f"cannot be listed: {error.strerror or error}", path))
            return []
        full = os.path.abspath(path)
        if path != self.folder:
            ignores += _ignores_in(full)
        found: list[tuple[str, _Ignores | None]] = []
        for entry in entries:
            below = join(path if path != "." else "", entry.name)
            is_folder = entry.is_dir(follow_symlinks=False)
            if _is_passed_by(entry.name) or self.excludes(below, is_folder) or _is_ignored(os.path.join(full, entry.name), ignores, is_folder):
                continue
            if is_folder:
                found.append((below, ignores))
            elif entry.is_file(follow_symlinks=False):
                found.append((below, None))
            elif entry.is_symlink():
                if ending_of(entry.name) or _leads_to_a_folder(entry):
                    links.append(below)
            elif ending_of(entry.name):
                self.said.append(Problem("not-a-file", "a pipe, socket or device; it was not read; exclude it or take it away", below))
        return found


def _leads_to_a_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # it may not be followed, or leads round in a circle
        return False


def matching(pattern: str, excludes: Excludes, said: list[Problem]) -> Iterator[str]:
    """The files a pattern names, in order."""
    parts = pattern.split("/")
    fixed = next(number for number, part in enumerate(parts) if has_wildcard(part))
    folder = "/".join(parts[:fixed]) or ("/" if pattern.startswith("/") else ".")
    patterns = read_patterns(["/" + "/".join(parts[fixed:])])
    if os.path.isdir(folder):
        walk = Walk(folder, excludes, said)
        for path in walk.files():
            if is_named(patterns, posix(os.path.relpath(path, folder))):
                yield path


def entries_of(folder: str) -> list[os.DirEntry[str]]:
    """What a folder holds, sorted by name."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def join(folder: str, name: str) -> str:
    """The path of a name in a folder; "" is the working folder."""
    return f"{folder.rstrip('/')}/{name}" if folder else name


def _is_passed_by(name: str) -> bool:
    return name.startswith(".") or name in _PASSED_BY


def _is_ignored(full: str, ignores: _Ignores, is_folder: bool) -> bool:
    verdict = None
    for folder, patterns in ignores:
        said = is_named(patterns, posix(full[len(folder.rstrip(os.sep)) + 1 :]), is_folder=is_folder)
        verdict = verdict if said is None else said
    return bool(verdict)


def _ignores_above(folder: str) -> _Ignores:
    """The patterns that hold in a folder: its own, and those above it up to the repository's top."""
    above = [os.path.abspath(folder)]
    while not os.path.lexists(os.path.join(above[-1], ".git")):
        parent = os.path.dirname(above[-1])
        if parent == above[-1]:
            above = above[:1]
            break
        above.append(parent)
    return tuple(item for path in reversed(above) for item in _ignores_in(path))


def _ignores_in(folder: str) -> _Ignores:
    path = os.path.join(folder, ".gitignore")
    if not os.path.isfile(path):
        return ()
    try:
        patterns = read_patterns(read_text(path).split("\n"))
    except FormatError:
        return ()
    return ((folder, patterns),)
