"""What a file's name says: which side it is, and which story it belongs to."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from tqa.formats import ending_of
from tqa.model import ConfigError, Side
from tqa.text.paths import posix
from tqa.value import value

Role = Side | Literal[""]
"""The side a name speaks of; a plain name is a target."""

SOURCE_CODES = ("zh", "zh-cn", "zh-hans", "zh-sg", "zh-hant", "zh-tw", "zh-hk", "zh-mo", "zho", "chi")
TARGET_CODES = ("en", "en-us", "en-gb", "en-au", "en-ca", "eng")
REFERENCE_CODES = ("ref", "reference")


@value
class Name:
    """A file name taken apart: `story.zh-CN.txt` is stem `story`, source, code `zh-cn`, ending `.txt`."""

    stem: str
    side: Role
    code: str
    ending: str


@value
class Codes:
    """The codes that mark a side, the first of a side preferred. Before a code stands a dot; before a two-letter one also `_` or `-`."""

    source: tuple[str, ...] = SOURCE_CODES
    target: tuple[str, ...] = TARGET_CODES
    reference: tuple[str, ...] = REFERENCE_CODES

    def read(self, name: str) -> Name | None:
        """The parts of a file name, or None if it has no ending of ours."""
        if not ending_of(name):
            return None
        rest, dot, ending = name.rpartition(".")
        ending = (dot + ending).lower()
        for code, side in self._sides.items():
            stem, spelled = rest[: -len(code)], rest[-len(code) :].lower().replace("_", "-")
            # "tai-chi" and "top-ref" are words; "story-zh" and "story_en" are not.
            if spelled == code and len(stem) > 1 and (stem[-1] == "." or (stem[-1] in "_-" and len(code.partition("-")[0]) == 2)):
                return Name(stem[:-1], side, code, ending)
        return Name(rest, "", "", ending)

    def rank(self, name: Name) -> int:
        """Which of several files of one side is preferred: the one with the lowest rank."""
        listed = self.source if name.side == "source" else self.reference if name.side == "reference" else self.target
        return listed.index(name.code) if name.code in listed else -1

    @cached_property
    def _sides(self) -> dict[str, Side]:
        """Codes as they are compared, the longest first."""
        sides: dict[str, Side] = {}
        for side, codes in (("reference", self.reference), ("source", self.source), ("target", self.target)):
            sides.update(dict.fromkeys((code.lower().replace("_", "-") for code in codes), side))  # type: ignore[arg-type]  # literals above
        return dict(sorted(sides.items(), key=lambda item: -len(item[0])))


@value
class PairPattern:
    """`SOURCE:TARGET[:REFERENCE]`, each a path with `{stem}`: which source belongs to which target."""

    source: str
    target: str
    reference: str = ""

    def role(self, path: str) -> Role | None:
        """The side a path is on, or None if the pattern does not speak of it."""
        sides: tuple[tuple[Side, str], ...] = (("target", self.target), ("source", self.source), ("reference", self.reference))
        return next((side for side, pattern in sides if pattern and _stem(path, pattern)), None)

    def companion(self, path: str, side: Literal["source", "reference"]) -> str:
        """Where the other side of a target should lie, or "" if the pattern does not say."""
        found = _stem(path, self.target)
        pattern = self.source if side == "source" else self.reference
        return found[0] + pattern.replace("{stem}", found[1]) if found and pattern else ""

    def target_of(self, path: str) -> str:
        """Where the target of a source should lie."""
        found = _stem(path, self.source)
        return found[0] + self.target.replace("{stem}", found[1]) if found else ""


def read_pair(written: str) -> PairPattern:
    """The pattern as `--pair` writes it. Raises ConfigError."""
    parts = written.split(":")
    if len(parts) not in (2, 3) or not all(part.count("{stem}") == 1 for part in parts) or len(set(parts)) < len(parts):
        raise ConfigError(f"pair {written!r} must be SOURCE:TARGET, each with {{stem}} once: '{{stem}}.zh.txt:{{stem}}.en.txt'")
    return PairPattern(*parts)


def _stem(path: str, pattern: str) -> tuple[str, str] | None:
    """The folders before the pattern, and what stands for {stem}."""
    before, _, after = pattern.removeprefix("./").partition("{stem}")
    match = re.fullmatch(rf"(?P<folders>(?:.*/)?){re.escape(before)}(?P<stem>[^/]+){re.escape(after)}", path, re.DOTALL)
    return (match["folders"], match["stem"]) if match else None


def story_id(path: str, codes: Codes) -> str:
    """The path without codes and ending."""
    folder, slash, last = posix(path).rpartition("/")
    name = codes.read(last)
    return folder + slash + name.stem if name else posix(path) if last not in ("", ".") else path
