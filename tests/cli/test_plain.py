"""Plain command lines mean what typer says they mean; all others are left to it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tqa.cli.declared import Parameter, read_plain
from tqa.cli.lint import lint

PARAMETERS: Mapping[str, Parameter] = lint.parameters  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ([], {}),
        (["a.txt", "--isolated", "b.txt"], {"paths": ["a.txt", "b.txt"], "isolated": True}),
        (["-", "-q", "--format=json"], {"paths": ["-"], "quiet": True, "format_": "json"}),
        (["--select", "names", "--select", "numbers,style"], {"select": ["names", "numbers,style"]}),
        (["--format", "json", "--format", "text"], {"format_": "text"}),
        (["--max-findings", "0"], {"max_findings": 0}),
    ],
)
def test_plain(words: list[str], given: dict[str, object]) -> None:
    read = read_plain(PARAMETERS, words)
    assert read is not None
    assert {name: value for name, value in read.items() if value != PARAMETERS[name].default} == given


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["-h"],
        ["--formt", "json"],
        ["--format"],
        ["--format", "-x"],
        ["--", "a"],
        ["-qx"],
        ["--strict=yes"],
        ["--max-findings", "x"],
        ["--max-findings=-1"],
        ["--max-file-size", "0"],
    ],
)
def test_left_to_typer(words: list[str]) -> None:
    assert read_plain(PARAMETERS, words) is None


@pytest.mark.parametrize("words", [["a.txt", "--isolated", "--format=concise"], ["--isolated", "a.txt", "--min-severity", "info", "-q"]])
def test_typer_agrees(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge  opened on Monday in Wuhan, the the governor said.\n")
    code = "import sys; from tqa.cli.tree import app_for; sys.argv[0] = 'tqa'; app_for(('lint',))()"
    plain, typed = (
        subprocess.run([sys.executable, *command, "lint", *words], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        for command in (["-m", "tqa"], ["-c", code])
    )
    assert (plain.returncode, plain.stdout, plain.stderr) == (typed.returncode, typed.stdout, typed.stderr)
