"""Entries that may be thrown away: kept whole or not at all, and never taken from others."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tqa.files import Damaged, Entries, cache_folder

KEY = "ab" + "0" * 46


def file_of(folder: Path) -> Path:
    (found,) = [path for path in folder.rglob("*") if path.is_file()]
    return found


def test_an_entry_comes_back(tmp_path: Path) -> None:
    entries = Entries(str(tmp_path / "made" / "here"))
    assert entries.get(KEY) is None
    entries.put(KEY, b"what was found")
    assert Entries(str(tmp_path / "made" / "here")).get(KEY) == b"what was found"
    assert entries.get(KEY[:-1] + "1") is None
    entries.put(KEY, b"otherwise")
    assert entries.get(KEY) == b"otherwise"
    assert file_of(tmp_path).stat().st_mode & 0o077 == 0 or file_of(tmp_path).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"", lambda data: b"\0" * len(data)])
def test_a_damaged_entry_is_told_once_and_gone(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    entries = Entries(str(tmp_path))
    entries.put(KEY, b"what was found")
    path = file_of(tmp_path)
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(Damaged):
        entries.get(KEY)
    assert entries.get(KEY) is None


def test_an_entry_under_another_name_is_none(tmp_path: Path) -> None:
    entries = Entries(str(tmp_path))
    entries.put(KEY, b"what was found")
    path = file_of(tmp_path)
    path.rename(path.with_name("1" * 46))
    with pytest.raises(Damaged):
        entries.get("ab" + "1" * 46)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_links_pipes_and_folders_are_not_followed(tmp_path: Path) -> None:
    entries = Entries(str(tmp_path / "cache"))
    entries.put(KEY, b"what was found")
    path = file_of(tmp_path)
    other = path.rename(tmp_path / "elsewhere")
    path.symlink_to(other)
    assert entries.get(KEY) is None
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(Damaged):
        entries.get(KEY)
    path.mkdir()
    entries.put(KEY, b"what was found")  # cannot be written, and nobody minds


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    entries = Entries(str(tmp_path / "file"))
    entries.put(KEY, b"what was found")
    assert entries.get(KEY) is None


def test_old_entries_make_room(tmp_path: Path) -> None:
    entries = Entries(str(tmp_path))
    keys = [f"ab{number:046}" for number in range(200)]
    for number, key in enumerate(keys):
        entries.put(key, b"entry")
        os.utime(tmp_path / "ab" / key[2:], (number, number))
        entries.get(keys[0])  # what is asked for stays
    left = [key for key in keys if entries.get(key)]
    assert len(left) == 128
    assert keys[0] in left
    assert keys[1] not in left


def test_where_it_lies() -> None:
    assert cache_folder({"TQA_CACHE_DIR": "/named", "XDG_CACHE_HOME": "/other"}) == os.path.abspath("/named")
    assert cache_folder({"XDG_CACHE_HOME": "/other"}) == os.path.join("/other", "tqa")
    assert cache_folder({"XDG_CACHE_HOME": "not/absolute"}) == ""
    assert cache_folder({}).endswith(os.path.join(".cache", "tqa"))
