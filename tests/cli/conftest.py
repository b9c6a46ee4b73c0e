"""What tests of the command line need."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Done, Tqa
from tqa.cli.glossary import app


@pytest.fixture
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Tqa]:
    """Run `tqa glossary ARGUMENTS` in an empty folder within this process: a tenth of the time."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("TQA_")]:
        monkeypatch.delenv(name)
    handler = signal.getsignal(signal.SIGTERM)

    def run(*arguments: str) -> Done:
        with pytest.raises(SystemExit) as left:
            app(arguments)
        captured = capsys.readouterr()
        return Done(int(left.value.code or 0), captured.out, captured.err)

    yield run
    signal.signal(signal.SIGTERM, handler)
