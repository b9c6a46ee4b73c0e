"""`tqa init`: a first config."""

from __future__ import annotations

from typing import Annotated

import typer

from tqa.cli.exits import say

CONFIG = """\
# What tqa checks here. Every key: docs/config.md; what is in force: tqa config show

# All that are shipped, one of them by its theme ("press"), your own by path; a later one wins.
glossary = ["shipped"]

# Leave out what is no article.
exclude = []

# Rules and groups that do not run: tqa rules lists them.
ignore = []

# fail-on = "warning"          # error, warning, info, never
# severity = { term-missing = "info" }

# [[rule]]                     # a phrase of the house
# name = "house-peoples-network"
# group = "style"
# phrases = ["People's Network"]
# replace = "People's Daily Online"
# message = "the site calls itself People's Daily Online"
# examples = ["bad: People's Network reports", "good: the people's network of roads"]
"""


def init(folder: Annotated[str, typer.Argument(help="Where to write tqa.toml.")] = ".") -> None:
    """Write a first tqa.toml; one that stands is left alone."""
    from pathlib import Path

    from tqa.files import write_atomic
    from tqa.model import ConfigError

    path = Path(folder) / "tqa.toml"
    if path.exists():
        raise ConfigError(f"{path} exists already; edit it, or delete it first")
    if not Path(folder).is_dir():
        raise ConfigError(f"{folder} is no folder; make it first")
    write_atomic(str(path), CONFIG)
    say(f"tqa: wrote {path}; next: tqa lint .")
