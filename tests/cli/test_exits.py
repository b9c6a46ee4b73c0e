"""Silence means checked: 0 only after everything named was checked, 1 findings, 2 anything that was not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Tqa

CLEAN = "The bridge opened on Monday.\n"
FAULTY = "The the bridge opened on Monday.\n"


def test_clean_text_is_silent(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    done = tqa("lint", "a.txt")
    assert (done.status, done.out) == (0, "nothing found in 1 article\n")


def test_findings_are_exit_1(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    assert tqa("lint", "a.txt").status == 1
    assert tqa("lint", "a.txt", "--exit-zero").status == 0
    assert tqa("lint", "a.txt", "--fail-on", "never").status == 0
    assert tqa("lint", "a.txt", "--ignore", "mechanics").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "missing.txt"], "missing.txt"),
        (["lint", "empty/"], "empty"),
        (["lint", "*.nothing"], "*.nothing"),
        (["lint", "a.txt", "--select", "spilt-term"], "did you mean 'split-term'"),
        (["lint", "a.txt", "--ignore", "boilerplat"], "did you mean 'boilerplate'"),
        (["lint", "a.txt", "--format", "jsn"], "unknown format 'jsn'"),
        (["lint", "a.txt", "--fail-on", "eror"], "did you mean 'error'"),
        (["lint", "a.txt", "--glossary", "missing.tsv"], "missing.tsv"),
        (["lint", "a.txt", "--glossary", "pres"], "no glossary 'pres'"),
        (["lint", "a.txt", "--config", "missing.toml"], "missing.toml"),
        (["lint", "a.txt", "--report", "json"], "FORMAT:FILE"),
        (["lint", "a.txt", "--no-such-option"], "--no-such-option"),
        (["lint", "a.txt", "--select", "term-missing"], "no article has a source"),
        (["lint", "a.txt", "--field", "text"], "OURS=THEIRS"),
        (["rules", "split-trem"], "did you mean 'split-term'"),
        (["score", "--hypothesis", "a.txt", "--reference", "missing.txt"], "missing.txt"),
        (["glossary", "check", "missing.tsv"], "missing.tsv"),
        (["clean", "a.txt", "--write", "--output", "b.txt"], "exclude each other"),
        (["lnit", "a.txt"], "lnit"),
    ],
)
def test_what_was_not_checked_is_exit_2(tqa: Tqa, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "empty").mkdir()
    done = tqa(*arguments)
    assert done.status == 2, done
    assert said in done.err
    assert "Traceback" not in done.err


def test_one_unreadable_file_stops_no_other(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    (tmp_path / "b.txt").write_bytes("新华社北京电".encode("gb18030") * 20)
    done = tqa("lint", ".", "--format", "json", "--exit-zero")
    report = json.loads(done.out)
    assert done.status == 2, "--exit-zero never hides what was not checked"
    assert [row["path"] for row in report["findings"]] == ["a.txt"]
    assert [problem["path"] for problem in report["problems"]] == ["b.txt"]
    assert "gb18030" in report["problems"][0]["message"]
    assert report["summary"]["not_checked"] == 1
    assert tqa("lint", "b.txt", "--encoding", "gb18030").status == 1, "then it is an untranslated article"


def write_crashing(folder: Path, module: str, function: str) -> None:
    """crash.py, which is `tqa` with a function that crashes."""
    (folder / "crash.py").write_text(
        f"import {module} as m\n"
        "def crash(*args, **kwargs):\n    raise RuntimeError('on purpose')\n"
        f"m.{function} = crash\n"
        "from tqa.__main__ import main\nmain()\n"
    )


def test_a_crashed_rule_is_a_problem(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    write_crashing(tmp_path, "tqa.checks.mechanics.double_space", "DoubleSpace.check")
    (tmp_path / "a.txt").write_text("Two  spaces and the the word.\n")
    command = [sys.executable, "crash.py", "lint", "a.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "rule double-space crashed" in done.stderr
    assert "doubled-word" in done.stdout, "its other checks ran"
    assert "Traceback" not in done.stdout + done.stderr
    told = subprocess.run([*command, "--debug"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (told.returncode, told.stdout) == (2, done.stdout)
    assert told.stderr.startswith(done.stderr.splitlines()[0])
    assert "Traceback (most recent call last)" in told.stderr
    assert "RuntimeError: on purpose" in told.stderr


def test_a_crash_of_our_own_shows_its_traceback_only_when_asked(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    write_crashing(tmp_path, "tqa.api", "lint")
    command = [sys.executable, "crash.py", "lint", "a.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "tqa: internal error: RuntimeError: on purpose; set TQA_DEBUG=1 for the traceback\n"
    told = subprocess.run([*command, "--debug"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (told.returncode, "in lint" in told.stderr, told.stderr.endswith(done.stderr)) == (2, True, True)


def test_verbose_says_what_is_read(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "tqa.toml").write_text('glossary = ["house.tsv"]\nselect = ["mechanics"]\n')
    (tmp_path / "house.tsv").write_text("source\ttarget\n北约\tNATO\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(CLEAN)
    (tmp_path / "a.zh.txt").write_text("大桥通车。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(CLEAN)
    plain, told = tqa("lint", "."), tqa("lint", ".", "-v")
    assert (told.status, told.out) == (plain.status, plain.out)
    lines = told.err.splitlines()
    assert lines[0].startswith("tqa: config: ")
    assert lines[0].endswith("tqa.toml")
    assert lines[1].endswith("house.tsv")
    assert lines[2].startswith("tqa: rules: ")
    assert lines[3:] == ["tqa: article: a.en.txt, source a.zh.txt", "tqa: article: b.txt"]
    assert "tqa: config: none, the defaults" in tqa("clean", "a.en.txt", "--isolated", "--verbose").err


def test_stdin(tqa: Tqa) -> None:
    done = tqa("lint", "-", "--format", "concise", stdin=FAULTY)
    assert done.status == 1
    assert done.out.startswith("-:1:")
    record = json.dumps({"id": "a", "target": [FAULTY.strip()]})
    done = tqa("lint", "-", "--stdin-filename", "x.jsonl", "--format", "json", stdin=record)
    assert [row["document"] for row in json.loads(done.out)["findings"]] == ["a"]


def test_header_only_glossary_is_said_once(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "g.tsv").write_text("source\ttarget\n")
    done = tqa("lint", "a.txt", "--glossary", "g.tsv")
    assert done.status == 0
    assert done.err.count("g.tsv") == 1
    (tmp_path / "g.tsv").write_text("")
    assert tqa("lint", "a.txt", "--glossary", "g.tsv").status == 2


def test_a_broken_glossary_row_names_file_and_line(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "g.tsv").write_text("source\ttarget\tkind\n国务院\tState Council\tnmae\n")
    done = tqa("lint", "a.txt", "--glossary", "g.tsv")
    assert done.status == 2
    assert "g.tsv:2" in done.err
    assert "name" in done.err


def test_version_says_version(tqa: Tqa) -> None:
    from tqa import __version__

    assert tqa("--version").out == f"tqa {__version__}\n"
    assert tqa("--version", "--help").status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", ""],
        ["clean", "--write", ""],
        ["lint", "a.txt", "--max-findings", "-1"],
        ["lint", "a.txt", "--max-file-size", "-5"],
        ["score", "--hypothesis", "a.txt", "--reference", "a.txt", "--format", "xml"],
        ["rules", "--format", "xml"],
    ],
)
def test_what_would_pass_in_silence_is_refused(tqa: Tqa, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    assert tqa(*arguments).status == 2
    assert (tmp_path / "a.txt").read_text() == FAULTY


def test_one_encoding_for_a_folder_of_two_kinds(tqa: Tqa, tmp_path: Path) -> None:
    text = "The café  opened on Monday — the governor said.\n"
    (tmp_path / "old.txt").write_bytes(text.encode("gb18030"))
    (tmp_path / "new.txt").write_bytes(text.encode("utf-8"))
    done = tqa("lint", ".", "--encoding", "gb18030", "--select", "double-space", "--format", "concise")
    assert (done.status, done.out) == (1, "new.txt:1:9: double-space more than one space\nold.txt:1:9: double-space more than one space\n")
    assert tqa("lint", ".", "--encoding", "gb18030", "--select", "double-space", "--fix").status == 0
    mended = text.replace("  ", " ")
    assert (tmp_path / "old.txt").read_bytes() == mended.encode("gb18030")
    assert (tmp_path / "new.txt").read_bytes() == mended.encode("utf-8"), "each is written back as it was"
