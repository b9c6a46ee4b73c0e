"""Lexicons: tables with a row a fact, each row or file with its reason or source; `#` begins a comment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

_FOLDER = os.path.dirname(__file__)
_LOADER = cast("ResourceLoader", __spec__.loader)


def lexicon(name: str) -> list[list[str]]:
    """The rows of `name` (a path below this folder) as cells, the header first. Raises FileNotFoundError for one that is missing."""
    return [line.split("\t") for line in lines(name)]


def lines(name: str) -> list[str]:
    """The same rows uncut, for a table so long that each is cut when it is asked for."""
    # Not importlib.resources: it takes as long to load as all of the tables.
    text = _LOADER.get_data(os.path.join(_FOLDER, *name.split("/"))).decode("utf-8").replace("\r\n", "\n")
    return [line for line in text.split("\n") if line and line[0] != "#"]
