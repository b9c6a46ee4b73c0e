"""The one way out to a file: all of the new text or all of the old, never a mixture."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from tqa.files.door import read_decoded
from tqa.model import FormatError
from tqa.text.decoding import Decoded

PATIENCE = 10.0
"""Seconds to wait for another process that writes the same file."""


def write_atomic(path: str, text: str, *, like: str | None = None, encoding: str = "", was: str | None = None) -> bool:
    """Put `text` in the file in one step; whether anything changed.

    `like`: an existing file whose encoding, byte order mark and mode are kept (often `path` itself); `encoding`: what that file was read
    with. `was`: the text the file must still hold; if it does not, another wrote it meanwhile and nothing is written.
    A device or a pipe is written through. Raises FormatError with path and cure.
    """
    if _is_written_through(path):
        return _write_through(path, _encoded(text, _like(like, encoding), path))
    real = os.path.realpath(path)
    with locked(real):
        if was is not None and read_decoded(real, encoding, None).text != was:
            raise FormatError("changed while it was worked on; nothing was written: run again", code="changed-meanwhile", path=path)
        return _replace(real, _encoded(text, _like(like, encoding), path), like)


def write_bytes(path: str, data: bytes) -> bool:
    """The same for what is no text. Raises FormatError."""
    if _is_written_through(path):
        return _write_through(path, data)
    real = os.path.realpath(path)
    with locked(real):
        return _replace(real, data, None)


def append(path: str, text: str) -> None:
    """Put `text` at the end of a file others append to as well. Raises FormatError."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _write_all(descriptor, text.encode("utf-8"))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _unwritable(error, path) from None


def write_copy(path: str, text: str, *, like: str | None = None, encoding: str = "") -> bool:
    """The same for a file that may lie in folders yet to be made. Raises FormatError."""
    folder = os.path.dirname(path)
    if folder:
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise _unwritable(error, folder) from None
    return write_atomic(path, text, like=like, encoding=encoding)


def update(path: str, change: Callable[[str], str], *, encoding: str = "") -> bool:
    """Read, change and write a file while nobody else does; whether anything changed. A file that is not there reads as "" and becomes UTF-8.

    Raises FormatError with path and cure; what `change` raises goes through, and the old file stands.
    """
    real = os.path.realpath(path)
    with locked(real):
        like = real if os.path.exists(real) else None
        # Through the door, which refuses what is no file: a pipe must not be replaced.
        old = read_decoded(path, encoding, None) if like else Decoded("", "utf-8")
        return _replace(real, _encoded(change(old.text), old, path), like)


@contextmanager
def locked(path: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the file's lock, which the kernel lets go if the process dies. Raises FormatError if another holds it too long."""
    folder, name = os.path.split(os.path.realpath(path))
    lock = os.path.join(folder, f".{name[:100]}.tqa-lock")
    descriptor = _lock(lock, path, patience)
    try:
        yield
    finally:
        # Gone while still held: whoever waits for it sees that the name is no longer this file, and makes a new one.
        with suppress(OSError):
            os.unlink(lock)
        os.close(descriptor)


def _lock(lock: str, path: str, patience: float) -> int:
    deadline = time.monotonic() + patience
    while True:
        try:
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise _unwritable(error, path) from None
        if _try_lock(descriptor) and _is_still(lock, descriptor):
            return descriptor
        os.close(descriptor)
        if time.monotonic() > deadline:
            raise FormatError(f"another process has been writing it for {patience:.0f} s; run again", code="locked", path=path)
        time.sleep(0.01)


def _try_lock(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows only
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_still(lock: str, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(lock), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _like(like: str | None, encoding: str) -> Decoded:
    if like is None or not os.path.isfile(like):
        return Decoded("", encoding or "utf-8")
    return read_decoded(like, encoding, None)


def _encoded(text: str, like: Decoded, path: str) -> bytes:
    try:
        return like.encode(text)
    except UnicodeEncodeError as error:
        missing = text[error.start]
        said = f"{like.encoding} has no U+{ord(missing):04X}, which the new text holds; save the file as UTF-8 first"
        raise FormatError(said, code="unencodable", path=path) from None


def _replace(real: str, data: bytes, like: str | None) -> bool:
    try:
        if os.path.isdir(real):
            raise IsADirectoryError(None, "a folder has that name")
        if _holds(real, data):
            return False
        _write_beside(real, data, _mode(real, like))
    except OSError as error:
        raise _unwritable(error, real) from None
    return True


def _write_beside(real: str, data: bytes, mode: int) -> None:
    folder = os.path.dirname(real)
    # A run that writes nothing has no use for it.
    import tempfile

    descriptor, temporary = tempfile.mkstemp(prefix=".tqa-", suffix=".tmp", dir=folder)
    try:
        try:
            _write_all(descriptor, data)
            if hasattr(os, "fchmod"):
                os.fchmod(descriptor, mode)
            _keep_owner(descriptor, real)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(temporary, real)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _keep_owner(descriptor: int, real: str) -> None:
    if hasattr(os, "fchown"):
        with suppress(OSError):
            old, new = os.stat(real), os.fstat(descriptor)
            if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
                os.fchown(descriptor, old.st_uid, old.st_gid)


def _mode(real: str, like: str | None) -> int:
    """The permissions of the file that is replaced, else of the one it is like, else what a new file gets."""
    for path in (real, like):
        if path is not None:
            with suppress(OSError):
                return stat.S_IMODE(os.stat(path).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: str) -> None:
    # Not every system lets a folder be opened or synced; the file itself is whole either way.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _holds(real: str, data: bytes) -> bool:
    try:
        with open(real, "rb") as file:
            return file.read(len(data) + 1) == data
    except FileNotFoundError:
        return False


def _is_written_through(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _write_through(path: str, data: bytes) -> bool:
    try:
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            _write_all(descriptor, data)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _unwritable(error, path) from None
    return True


def _unwritable(error: OSError, path: str) -> FormatError:
    return FormatError(f"cannot be written: {error.strerror or error}", code="unwritable", path=path)
