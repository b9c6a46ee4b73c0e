"""What several tests need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples at every run: what a test says of a change must not depend on the day, nor on how busy the machine is.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str


Tqa = Callable[..., Done]


@pytest.fixture
def tqa(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Tqa:
    """Run `python -m tqa ARGUMENTS` in an empty folder, as a user would: no config, no TQA_* variables, no cache of earlier runs."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("TQA_", "NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY"))
    }
    environment["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))

    def run(*arguments: str, stdin: str | bytes = b"", **more: str) -> Done:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        command = [sys.executable, "-m", "tqa", *arguments]
        done = subprocess.run(command, cwd=tmp_path, input=data, capture_output=True, env={**environment, **more}, timeout=60)
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
