"""Where in a config file something stands, for messages: TOML once read has no lines."""

from __future__ import annotations

import re

from tqa.files import read_text
from tqa.model import FormatError


def where(path: str, word: str) -> str:
    """`path:line` of the first line of the file that holds the word, comments aside; `path` if none does or there is no such file."""
    try:
        lines = read_text(path).split("\n")
    except FormatError:
        return path
    held = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    return next((f"{path}:{number}" for number, line in enumerate(lines, 1) if held.search(line.partition("#")[0])), path)


def where_tables(path: str, name: str, count: int) -> list[str]:
    """`path:line` of each of `count` tables written `[[name]]` or `[[tool.tqa.name]]`; of all `where` it, if they are not written so."""
    try:
        lines = read_text(path).split("\n")
    except FormatError:
        lines = []
    header = re.compile(rf"\s*\[\[\s*(?:tool\s*\.\s*tqa\s*\.\s*)?{re.escape(name)}\s*\]\]\s*(?:#.*)?\r?")
    found = [f"{path}:{number}" for number, line in enumerate(lines, 1) if header.fullmatch(line)]
    return found if len(found) == count else [where(path, name)] * count
