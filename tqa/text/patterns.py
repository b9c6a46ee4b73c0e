"""Patterns that name paths, as .gitignore writes them: an own, simple subset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tqa.value import value


@value
class Pattern:
    """One line of a .gitignore: `!` takes back, a `/` at the end means folders only."""

    written: str
    negated: bool
    folders_only: bool
    parts: tuple[re.Pattern[str] | None, ...]
    """One expression a name of the path; None is `**`, any number of names."""

    def names(self, path: str, *, is_folder: bool) -> bool:
        """Whether the path (posix, relative to where the pattern stands) is named; not whether a folder above it is."""
        return (is_folder or not self.folders_only) and _matches(self.parts, path.split("/"))


def read_patterns(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns of a .gitignore or of an `exclude` list; comments and blank lines name nothing."""
    return tuple(pattern for line in lines if (pattern := _pattern(line)) is not None)


def is_named(patterns: Iterable[Pattern], path: str, *, is_folder: bool = False) -> bool | None:
    """What the last pattern that names the path says: True named, False taken back, None nothing."""
    verdict = None
    for pattern in patterns:
        if pattern.names(path, is_folder=is_folder):
            verdict = not pattern.negated
    return verdict


def is_below_named(patterns: Iterable[Pattern], path: str) -> bool:
    """Whether the file, or a folder above it, is named."""
    patterns = tuple(patterns)
    parts = path.split("/")
    above = ("/".join(parts[:count]) for count in range(1, len(parts)))
    return any(is_named(patterns, folder, is_folder=True) for folder in above) or bool(is_named(patterns, path))


def has_wildcard(path: str) -> bool:
    """Whether a path would mean something else to a shell."""
    return any(character in path for character in "*?[")


@lru_cache(maxsize=4096)
def _pattern(line: str) -> Pattern | None:
    written = _without_trailing_blanks(line.rstrip("\r\n"))
    if not written or written.startswith("#"):
        return None
    body = written
    negated = body.startswith("!")
    if negated:
        body = body[1:]
    body = body.removeprefix("\\") if body.startswith(("\\#", "\\!")) else body
    folders_only = body.endswith("/")
    body = body.rstrip("/")
    if not body:
        return None
    # A slash inside or before ties the pattern to its folder; a bare name may stand at any depth.
    written_parts = body.removeprefix("/").split("/") if "/" in body else ["**", body]
    try:
        parts = [None if part == "**" else re.compile(_expression(part), re.DOTALL) for part in written_parts]
    except re.error:
        # As git: a pattern that cannot be read names nothing.
        return None
    if parts[-1] is None:
        # "a/**" names what is in the folder, not the folder.
        parts.append(re.compile(".+", re.DOTALL))
    return Pattern(written, negated, folders_only, tuple(parts))


def _matches(parts: Sequence[re.Pattern[str] | None], names: Sequence[str]) -> bool:
    """Whether the names fit the parts. Only the last `**` is ever tried again: time is at most parts × names."""
    part = name = 0
    again: tuple[int, int] | None = None
    while name < len(names):
        if part < len(parts) and parts[part] is None:
            part += 1
            again = part, name
        elif part < len(parts) and (expression := parts[part]) is not None and expression.fullmatch(names[name]):
            part += 1
            name += 1
        elif again is not None:
            again = again[0], again[1] + 1
            part, name = again
        else:
            return False
    return all(expression is None for expression in parts[part:])


def _without_trailing_blanks(line: str) -> str:
    stripped = line.rstrip(" ")
    return stripped + " " if stripped.endswith("\\") and stripped != line else stripped


def _expression(part: str) -> str:
    """The expression for one name. What follows a star is taken where it first occurs, for good: no star is tried twice."""
    chunks = [""]
    position = 0
    while position < len(part):
        rest = part[position:]
        if rest[0] == "*":
            chunks.append("")
            position += len(rest) - len(rest.lstrip("*"))
        elif rest[0] == "?":
            chunks[-1] += "."
            position += 1
        elif rest[0] == "[" and (end := rest.find("]", 2)) > 0:
            inside = rest[1:end].replace("\\", "\\\\").replace("[", "\\[")
            chunks[-1] += "[^" + inside[1:] + "]" if inside[0] in "!^" else f"[{inside}]"
            position += end + 1
        elif rest[0] == "\\" and len(rest) > 1:
            chunks[-1] += re.escape(rest[1])
            position += 2
        else:
            chunks[-1] += re.escape(rest[0])
            position += 1
    first, *others = chunks
    if not others:
        return first
    return first + "".join(f"(?>.*?{chunk})" for chunk in others[:-1]) + ".*" + others[-1]
