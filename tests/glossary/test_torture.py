"""A short version of the torture of glossary files; the long one is a script."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

from tests.glossary.torture import begin, killed_adds, parallel_adds


def test_parallel_adds_lose_nothing(tmp_path: Path) -> None:
    parallel_adds(tmp_path, 6)


def test_a_killed_add_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    killed_adds(tmp_path, 12)


def test_a_disk_that_takes_no_more_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    text = begin(path, 100)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(text.encode()) + 5, resource.RLIM_INFINITY))

    command = [sys.executable, "-m", "tqa", "glossary", "add", str(path), "新词", "a new word"]
    done = subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, check=False)
    assert (done.returncode, "g.tsv: cannot be written: File too large" in done.stderr) == (2, True)
    assert path.read_text(encoding="utf-8") == text
    assert [one.name for one in tmp_path.iterdir()] == ["g.tsv"]
