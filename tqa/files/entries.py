"""A folder of entries that may be thrown away at any time: bytes by key, of this user alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress

from tqa.text.digest import blake2b

_MOST = 128
"""Entries of one of the 256 folders; the one that was asked for longest ago makes room."""
_LONGEST = 64_000_000
_CHECK = 16
"""Bytes before an entry that say whether it is whole."""


class Damaged(Exception):
    """An entry that is not what was written; it is gone now."""


class Entries:
    """Entries in a folder, by keys of hexadecimal digits. What cannot be written is not kept, and nobody is told: it was a copy."""

    def __init__(self, folder: str):
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The bytes of an entry, or None. Raises Damaged."""
        path = self._path(key)
        try:
            # A link could lead to what others write.
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        except OSError:
            return None
        with open(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            ours = not hasattr(os, "getuid") or found.st_uid == os.getuid()
            data = file.read(_LONGEST + 1) if ours and stat.S_ISREG(found.st_mode) else b""
        body = data[_CHECK:]
        if len(data) <= _CHECK or len(data) > _LONGEST or data[:_CHECK] != _checksum(key, body):
            with suppress(OSError):
                os.unlink(path)
            raise Damaged(path)
        with suppress(OSError):
            os.utime(path)
        return body

    def put(self, key: str, body: bytes) -> None:
        """Keep an entry: all of it or nothing. It need not outlive a crash of the machine."""
        path = self._path(key)
        folder = os.path.dirname(path)
        temporary = f"{path}.{os.getpid()}"
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            _make_room(folder)
            with open(temporary, "xb") as file:
                file.write(_checksum(key, body) + body)
            os.replace(temporary, path)
        except OSError:
            with suppress(OSError):
                os.unlink(temporary)

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key[:2], key[2:])


def cache_folder(environment: Mapping[str, str]) -> str:
    """Where entries of this user lie: $TQA_CACHE_DIR, else the folder for caches; "" where there is none."""
    named = environment.get("TQA_CACHE_DIR", "")
    if named:
        return os.path.abspath(named)
    base = environment.get("XDG_CACHE_HOME", "") or environment.get("LOCALAPPDATA", "") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "tqa") if os.path.isabs(base) else ""


def _checksum(key: str, body: bytes) -> bytes:
    return blake2b(key.encode() + body, digest_size=_CHECK).digest()


def _make_room(folder: str) -> None:
    entries = list(os.scandir(folder))
    if len(entries) >= _MOST:
        for entry in sorted(entries, key=lambda entry: entry.stat().st_mtime_ns)[: len(entries) - _MOST + 1]:
            os.unlink(entry.path)
