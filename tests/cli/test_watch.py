"""`tqa lint --watch`: each change is checked, and nothing ends it but Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from tests.conftest import Tqa
from tqa.files import changed, stamps

PATIENCE = 30.0


class Watching:
    """A run of `tqa lint --watch` in a folder, whose lines of both streams come in as they are written."""

    def __init__(self, folder: Path, *arguments: str):
        command = [sys.executable, "-u", "-m", "tqa", "lint", "--watch", "--format", "concise", *arguments]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TQA_")} | {"TQA_CACHE_DIR": str(folder / "cache")}
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            # A job in the background of a shell ignores Ctrl-C, and so would its children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        self._lines: Queue[str] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def close(self) -> None:
        """End the run and all that hangs on it."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        if self.process.stdout:
            self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, wanted: str) -> list[str]:
        """The lines up to one that holds `wanted`."""
        lines: list[str] = []
        while not lines or wanted not in lines[-1]:
            try:
                lines.append(self._lines.get(timeout=PATIENCE))
            except Empty:
                pytest.fail(f"no line with {wanted!r} in {lines}")
        return lines


@pytest.fixture
def started() -> Iterator[list[Watching]]:
    runs: list[Watching] = []
    yield runs
    for run in runs:
        run.close()


def test_each_change_is_checked_until_ctrl_c(tmp_path: Path, started: list[Watching]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The bridge  opened on Monday.\n")
    run = Watching(tmp_path, ".", "--select", "double-space", "--no-glossary")
    started.append(run)
    assert any("a.txt:1:11: double-space" in line for line in run.until("watching 1 file"))
    article.write_text("The bridge opened on Monday.\n")
    lines = run.until("watching 1 file")
    assert "tqa: changed: a.txt" in lines
    assert not any("double-space" in line for line in lines)
    (tmp_path / "b.txt").write_text("The road  is closed.\n")
    lines = run.until("watching 2 files")
    assert "tqa: changed: b.txt" in lines
    assert any("b.txt:1:9: double-space" in line for line in lines), "an article that came since is checked too"
    run.process.send_signal(signal.SIGINT)
    assert run.process.wait(PATIENCE) == 130


def test_what_is_broken_is_waited_out(tmp_path: Path, started: list[Watching]) -> None:
    (tmp_path / "a.txt").write_text("They met at two meetings.\n")
    house = tmp_path / "house.tsv"
    house.write_text("source\ttarget\tforbidden\n两会\tTwo Sessions\ttwo meetings\n", encoding="utf-8")
    run = Watching(tmp_path, "a.txt", "--glossary", "house.tsv", "--select", "term-forbidden")
    started.append(run)
    assert any("term-forbidden" in line for line in run.until("watching 2 files"))
    house.write_text("source\ttarget\n两会\n", encoding="utf-8")
    assert any("house.tsv:2: no target" in line for line in run.until("watching 2 files"))
    house.write_text("source\ttarget\n两会\tTwo Sessions\n", encoding="utf-8")
    assert not any("house.tsv:2" in line for line in run.until("watching 2 files"))


def test_a_new_config_ends_it(tmp_path: Path, started: list[Watching]) -> None:
    (tmp_path / "a.txt").write_text("The bridge opened on Monday.\n")
    (tmp_path / "tqa.toml").write_text("glossary = []\n")
    run = Watching(tmp_path, "a.txt")
    started.append(run)
    run.until("watching 2 files")
    (tmp_path / "tqa.toml").write_text("glossary = []\nstrict = true\n")
    run.until("has changed; run tqa again")
    assert run.process.wait(PATIENCE) == 2


@pytest.mark.parametrize("arguments", [["--fix", "a.txt"], ["--diff", "a.txt"], ["-"]])
def test_it_changes_nothing_and_looks_at_files(tqa: Tqa, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text("The bridge opened on Monday.\n")
    done = tqa("lint", "--watch", *arguments)
    assert (done.status, done.out) == (2, "")
    assert "--watch looks at files and changes none" in done.err


def test_stamps_tell_new_gone_and_written_files(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in "abcd"]
    for path in paths[:3]:
        Path(path).write_text("x")
    before = stamps(paths)
    assert changed(before, stamps(paths)) == []
    os.unlink(paths[0])
    Path(paths[1]).write_text("xy")
    Path(paths[3]).write_text("x")
    assert changed(before, stamps(paths)) == [paths[0], paths[1], paths[3]]
