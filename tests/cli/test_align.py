"""`tqa align` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.analysis.test_align import CHINESE, ENGLISH
from tests.conftest import Tqa


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.zh.txt").write_text("\n".join(CHINESE) + "\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("\n".join((ENGLISH[0], " ".join(ENGLISH[1:3]), *ENGLISH[4:])) + "\n", encoding="utf-8")
    return tmp_path


def test_pairs_as_a_table(story: Path, tqa: Tqa) -> None:
    done = tqa("align", "a.zh.txt", "a.en.txt")
    assert done.status == 0
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert rows[0] == ["document", "source_segments", "target_segments", "confidence"]
    assert [row[1:3] for row in rows[1:]] == [["0", "0"], ["1,2", "1"], ["3", ""], ["4", "2"], ["5", "3"]]


def test_pairs_as_lines_of_json(story: Path, tqa: Tqa) -> None:
    record = {"id": "one", "source": list(CHINESE), "target": list(ENGLISH)}
    (story / "all.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    done = tqa("align", "all.jsonl", "--format", "jsonl", "--output", "out.jsonl")
    assert (done.status, done.out) == (0, "")
    rows = [json.loads(line) for line in (story / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows[5] == {"document": "one", "source_segments": [5], "target_segments": [5], "confidence": 1.0, "moved": False}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.en.txt", "a.zh.txt"), "swapped"),
        (("none.zh.txt", "a.en.txt"), "no such file"),
        (("a.en.txt",), "no source text"),
        (("empty.txt", "a.en.txt"), "no source text"),
        (("a.zh.txt", "empty.txt"), "holds no text"),
        (("a.zh.txt", "a.en.txt", "--format", "xml"), "--format"),
    ],
)
def test_what_cannot_be_aligned(story: Path, tqa: Tqa, arguments: tuple[str, ...], said: str) -> None:
    (story / "empty.txt").write_text("", encoding="utf-8")
    done = tqa("align", *arguments)
    assert done.status == 2
    assert said in done.err
