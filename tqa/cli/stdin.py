"""Standard input, read once, where `-` is among the paths."""

from __future__ import annotations

import sys

from tqa.cli.options import Reading
from tqa.model import ConfigError
from tqa.runners.local import Stdin


def read_stdin(reading: Reading) -> Stdin | None:
    """Standard input under the name that chooses its format, or None where no path asks for it."""
    if "-" not in reading.paths:
        return None
    if sys.stdin is None:
        raise ConfigError("- stands for standard input, which is closed")
    return Stdin(sys.stdin.buffer.read(), reading.stdin_filename)
