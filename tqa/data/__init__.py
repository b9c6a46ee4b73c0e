"""Lexicons: tables with a row a fact, each row or file with its reason or source; `#` begins a comment."""

from __future__ import annotations

# Not importlib.resources: it takes as long to load as all of the tables.
from pkgutil import get_data


def lexicon(name: str) -> list[list[str]]:
    """The rows of `name` (a path below this folder) as cells, the header first. Raises FileNotFoundError for one that is missing."""
    content = get_data(__name__, name)
    if content is None:
        raise FileNotFoundError(f"lexicon {name} cannot be read; reinstall tqa")
    lines = content.decode("utf-8").replace("\r\n", "\n").split("\n")
    return [line.split("\t") for line in lines if line and line[0] != "#"]
