"""The writer: the file is the old one or the new one, whatever happens in between."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tqa.files import append, locked, read_text, write_atomic, write_bytes, write_copy
from tqa.model import FormatError


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize(
    ("before", "encoding", "after"),
    [
        (b"old\n", "", "new 国\n".encode()),
        ("old\r\n".encode("utf-8-sig"), "", "new 国\n".encode("utf-8-sig")),
        (b"\xff\xfe" + "old".encode("utf-16-le"), "", b"\xff\xfe" + "new 国\n".encode("utf-16-le")),
        ("旧".encode("gb18030"), "gb18030", "new 国\n".encode("gb18030")),
        (b"", "", "new 国\n".encode()),
    ],
)
def test_encoding_and_mark_are_kept(tmp_path: Path, before: bytes, encoding: str, after: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(before)
    assert write_atomic(str(path), "new 国\n", like=str(path), encoding=encoding)
    assert path.read_bytes() == after
    assert names(tmp_path) == ["a.txt"]


def test_line_ends_are_the_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_atomic(str(path), "a\r\nb\rc\n")
    assert path.read_bytes() == b"a\r\nb\rc\n"


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("same", encoding="utf-8")
    os.utime(path, (1, 1))
    assert not write_atomic(str(path), "same", like=str(path))
    assert path.stat().st_mtime == 1


def test_mode_is_kept_and_a_new_file_has_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_atomic(str(path), "new", like=str(path))
    assert path.stat().st_mode & 0o777 == 0o640
    mask = os.umask(0o027)
    try:
        write_atomic(str(tmp_path / "b.txt"), "new")
    finally:
        os.umask(mask)
    assert (tmp_path / "b.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_atomic(str(link), "new", like=str(link))
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


def test_devices_and_pipes_are_written_through(tmp_path: Path) -> None:
    assert write_atomic("/dev/null", "x")
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(fifo.read_bytes()))
    reader.start()
    write_atomic(str(fifo), "through")
    reader.join(5)
    assert read == [b"through"]
    assert names(tmp_path) == ["pipe"]


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("theirs", encoding="utf-8")
    with pytest.raises(FormatError, match="run again") as refused:
        write_atomic(str(path), "ours", like=str(path), was="what we read")
    assert refused.value.code == "changed-meanwhile"
    assert path.read_text(encoding="utf-8") == "theirs"
    assert write_atomic(str(path), "ours", like=str(path), was="theirs")


def test_a_character_the_encoding_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("é".encode("cp1252"))
    with pytest.raises(FormatError, match=r"U\+56FD"):
        write_atomic(str(path), "国", like=str(path), encoding="cp1252")
    assert path.read_bytes() == b"\xe9"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in ("folder", "none/a.txt", "file/a.txt"):
        with pytest.raises(FormatError, match="cannot be written"):
            write_atomic(str(tmp_path / path), "x")
    with pytest.raises(FormatError, match="cannot be written"):
        write_copy(str(tmp_path / "file" / "deep" / "a.txt"), "x")
    assert write_copy(str(tmp_path / "new" / "deep" / "a.txt"), "x")
    assert names(tmp_path) == ["file", "folder", "new"]


def _fails(times: int | None) -> Callable[..., object]:
    """A call that fails with a full disk: `times` times, or always."""
    left = [times]

    def fail(*_: object, **__: object) -> object:
        if left[0] is None or left[0] > 0:
            left[0] = None if left[0] is None else left[0] - 1
            raise OSError(28, "No space left on device")
        return None

    return fail


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "fchmod"])
@pytest.mark.parametrize("times", [1, None])
def test_after_a_failure_the_old_file_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, times: int | None) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(f"tqa.files.writer.os.{call}", _fails(times))
        with pytest.raises(FormatError, match="No space left") as refused:
            write_atomic(str(path), "new", like=str(path))
    assert refused.value.path == str(path)
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_short_write_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr("tqa.files.writer.os.write", lambda descriptor, data: real(descriptor, bytes(data)[:2]))
    write_atomic(str(tmp_path / "a.txt"), "a longer text")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "a longer text"


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tqa.files.writer.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(str(path), "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.txt"]


_KILLED = """
import os, sys
import tqa.files.writer as writer
number = 0
def die_at(name):
    real = getattr(os, name)
    def call(*args, **kwargs):
        global number
        number += 1
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), 9)
        return real(*args, **kwargs)
    setattr(writer.os, name, call)
for name in ("open", "write", "fsync", "replace", "fchmod", "close", "unlink"):
    die_at(name)
writer.write_atomic(sys.argv[1], "new" * 1000, like=sys.argv[1])
"""


def test_killed_at_any_call_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    seen = set()
    for number in range(1, 40):
        path.write_text("old", encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", _KILLED, str(path), str(number)], timeout=60, check=False)
        text = path.read_text(encoding="utf-8")
        assert text in ("old", "new" * 1000)
        seen.add(text)
        if done.returncode == 0:
            break
    assert len(seen) == 2
    # A lock a dead process left is none.
    assert write_atomic(str(path), "again")


_ADDS = """
import sys
from tqa.files import update
for number in range(10):
    update(sys.argv[1], lambda text: text + f"{sys.argv[2]}-{number}\\n")
"""


def test_no_update_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    running = [subprocess.Popen([sys.executable, "-c", _ADDS, str(path), str(number)]) for number in range(4)]
    assert [process.wait(60) for process in running] == [0] * 4
    assert len(set(read_text(str(path)).split())) == 40
    assert names(tmp_path) == ["a.txt"]


def test_a_lock_is_waited_for_only_so_long(tmp_path: Path) -> None:
    path = str(tmp_path / "a.txt")
    with locked(path), pytest.raises(FormatError, match="another process"), locked(path, patience=0.05):
        pass
    with locked(path):
        pass
    assert names(tmp_path) == []


def test_bytes_and_what_is_added(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert write_bytes(str(path), b"\x00\xff")
    assert path.read_bytes() == b"\x00\xff"
    assert not write_bytes(str(path), b"\x00\xff")
    append(str(path), "国\n")
    assert path.read_bytes() == b"\x00\xff\xe5\x9b\xbd\n"
    append(str(tmp_path / "new"), "x")
    assert (tmp_path / "new").read_text() == "x"
    for write in (lambda: write_bytes(str(tmp_path / "no" / "a"), b""), lambda: append(str(tmp_path / "no" / "a"), "")):
        with pytest.raises(FormatError, match="cannot be written"):
            write()
