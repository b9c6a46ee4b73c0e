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
    # Not importlib.resources: it takes as long to load as all of the tables.
    lines = _LOADER.get_data(os.path.join(_FOLDER, *name.split("/"))).decode("utf-8").replace("\r\n", "\n").split("\n")
    return [line.split("\t") for line in lines if line and line[0] != "#"]
