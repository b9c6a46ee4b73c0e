"""How many processes a run takes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa.files import StoryPaths
from tqa.runners import processes
from tqa.runners.local import Stdin


@pytest.fixture
def four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_processors", lambda: 4)


def story(folder: Path, size: int, name: str = "a.en.txt") -> StoryPaths:
    path = folder / name
    path.write_bytes(b"x" * size)
    return StoryPaths(name, str(path), "", "")


@pytest.mark.usefixtures("four")
def test_small_runs_take_one(tmp_path: Path) -> None:
    assert processes.processes_for([]) == 1
    assert processes.processes_for([story(tmp_path, 10), Stdin(b"x" * 10, "-")]) == 1
    assert processes.processes_for([StoryPaths("gone", str(tmp_path / "gone.en.txt"), "", "")]) == 1


@pytest.mark.usefixtures("four")
def test_large_ones_take_as_many_as_pay_and_are_there(tmp_path: Path) -> None:
    assert processes.processes_for([story(tmp_path, 250_000, "a.jsonl"), story(tmp_path, 250_000, "b.jsonl")]) == 2
    assert processes.processes_for([story(tmp_path, 650_000, "a.jsonl")]) == 3
    assert processes.processes_for([story(tmp_path, 5_000_000, "a.jsonl")]) == 4
    assert processes.processes_for([Stdin(b"x" * 5_000_000, "a.jsonl")]) == 1, "one piece of work"


def test_processors_are_counted() -> None:
    assert processes._processors() >= 1
