"""The one door through which bytes come in: regular files only, of bounded size, read once, decoded strictly."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from tqa.files.options import MOST_BYTES
from tqa.model import ConfigError, FormatError
from tqa.text.decoding import Decoded, Undecodable, decode, known_encoding
from tqa.text.positions import LINE_END


def read_text(path: str, encoding: str = "", most: int | None = MOST_BYTES) -> str:
    """The text of a file without its byte order mark. `most`: bytes it may hold; None: any.

    Raises FormatError with path, line and cure; ConfigError for an encoding nobody knows.
    """
    return read_decoded(path, encoding, most).text


def read_decoded(path: str, encoding: str = "", most: int | None = MOST_BYTES) -> Decoded:
    """The text with the encoding and byte order mark it came in."""
    return decode_bytes(read_bytes(path, most), path, encoding)


def decode_bytes(data: bytes, path: str, encoding: str = "", *, offset: int = 0, line: int = 1) -> Decoded:
    """The same for bytes at hand; `path`, `offset` and `line` say where they come from.

    `encoding` is what they are in if they are not Unicode, so that one option does for files of both kinds.
    """
    name = ""
    if encoding:
        known = known_encoding(encoding)
        if known is None:
            raise ConfigError(f"unknown encoding {encoding!r}; utf-8, gb18030, big5 and cp1252 are examples of known ones")
        name = known
    if name and not _hides_in_ascii(name):
        with suppress(Undecodable):
            return decode(data)
    try:
        return decode(data, name, offset=offset, line=line)
    except Undecodable as error:
        raise FormatError(str(error), line=error.line, code=error.code, path=path) from None


def _hides_in_ascii(encoding: str) -> bool:
    """Whether Chinese in it may look like plain letters, as in UTF-16 and UTF-7: then nothing tells it from UTF-8 but who says so."""
    try:
        return "中".encode(encoding).isascii()
    except UnicodeError:
        return False


def read_parts(path: str, encoding: str, size: int, most: int) -> Iterator[tuple[int, str]]:
    """First line and text of each part of a file, cut at line ends, of about `size` bytes; `most`: bytes a line may hold.

    Raises FormatError as `read_text` does, when it comes to the place.
    """
    with _opened(path) as file:
        offset, line = 0, 1
        rest = b""
        while True:
            read = file.read(size)
            data = rest + read
            cut = data.rfind(b"\n") + 1 if read else len(data)
            if len(data) - cut > most:
                raise FormatError(f"a line is larger than {most} bytes; split it or raise --max-file-size", line=line, code="too-large", path=path)
            if cut:
                text = decode_bytes(data[:cut], path, encoding, offset=offset, line=line).text
                yield line, text
                line += len(LINE_END.findall(text))
                offset += cut
            rest = data[cut:]
            if not read:
                return


def read_start(path: str, length: int = 4) -> bytes:
    """The first bytes of a file. Raises FormatError."""
    with _opened(path) as file:
        return file.read(length)


def read_bytes(path: str, most: int | None = MOST_BYTES) -> bytes:
    """The bytes of a regular file, named itself or through a link. Raises FormatError."""
    with _opened(path) as file:
        if most is None:
            return file.read()
        size = os.fstat(file.fileno()).st_size
        if size > most:
            raise _too_large(path, most)
        data = file.read(size + 1)
        if len(data) > size:
            # It grew meanwhile. Room for `most` is not asked for sooner: that takes longer than reading a short file.
            data += file.read(most + 1 - len(data))
    if len(data) > most:
        raise _too_large(path, most)
    return data


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """The file, open; whatever goes wrong with it is a FormatError."""
    try:
        # Looked at before it is opened: to open a device can be an act. And again after, since names change hands.
        _refuse_irregular(os.stat(path), path)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse_irregular(os.fstat(descriptor), path)
            yield file
    except FormatError:
        raise
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from None


def _refuse_irregular(found: os.stat_result, path: str) -> None:
    mode = found.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise FormatError("a folder, not a file", code="not-a-file", path=path)
    kind = "a pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
    raise FormatError(f"{kind}, not a file; to read from it, pipe it in and name -", code="not-a-file", path=path)


def _too_large(path: str, most: int) -> FormatError:
    return FormatError(f"larger than {most} bytes; split it or raise --max-file-size", code="too-large", path=path)


def _unreadable(error: Exception, path: str) -> FormatError:
    if isinstance(error, FileNotFoundError):
        return FormatError("there is no such file", code="missing-path", path=path)
    if isinstance(error, PermissionError):
        return FormatError("may not be read; mind its permissions", path=path)
    if isinstance(error, OSError):
        return FormatError(f"cannot be read: {error.strerror or error}", path=path)
    return FormatError("no path: it holds a NUL character", code="missing-path", path=path)
