"""What every answer of a run depends on besides its story, as one digest: program, settings, glossaries, baseline."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from tqa.config.plans import PACKAGE, Planner
from tqa.files import ReadOptions, read_bytes
from tqa.text.digest import blake2b
from tqa.value import replace


def ground(planner: Planner, options: ReadOptions, *, articles: bool) -> str:
    """The digest, as hexadecimal digits. Cost: 25 ms, for the program's own files are read."""
    digest = blake2b(digest_size=16)
    # Where findings are placed from, and what a pattern of paths sees.
    settings = replace(planner.settings, format="", fail_on="", strict=False)  # these come after the answers
    told = (sys.version, _libraries(), settings, options, planner.root, planner.place("."), articles)
    digest.update(_told(told).encode("utf-8", "surrogatepass"))
    for file in planner.glossary_files:
        digest.update(f"\0{file.path}\0{file.text}".encode("utf-8", "surrogatepass"))
    digest.update(_told(planner.baseline).encode("utf-8", "surrogatepass"))
    for path in _own_files(PACKAGE):
        digest.update(path.encode() + b"\0" + read_bytes(path))
    return digest.hexdigest()


def _libraries() -> tuple[str, ...]:
    """Names and versions of what is installed beside Python."""
    folder = sysconfig.get_path("purelib")
    return tuple(sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))) if os.path.isdir(folder) else ()


def _own_files(folder: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _own_files(entry.path)
        else:
            yield entry.path


def _told(one: Any) -> str:
    """A value in words that are the same in every process: sets and tables sorted."""
    if isinstance(one, Enum):
        return f"{type(one).__name__}.{one.name}"
    if one is None or isinstance(one, str | int | float | bool):
        return repr(one)
    if isinstance(one, Mapping):
        return "{" + ",".join(sorted(f"{_told(key)}:{_told(content)}" for key, content in one.items())) + "}"
    if isinstance(one, frozenset | set):
        return "<" + ",".join(sorted(map(_told, one))) + ">"
    if hasattr(one, "_fields"):
        return f"{type(one).__name__}({','.join(_told(getattr(one, name)) for name in one._fields)})"
    if isinstance(one, tuple | list):
        return "[" + ",".join(map(_told, one)) + "]"
    raise TypeError(f"{type(one).__name__} has no words of its own")
