"""One module a file format: text in, Documents out; edits in, text out."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from tqa.formats.format import Format

_FORMATS = {
    ".txt": "tqa.formats.txt:Txt",
    ".md": "tqa.formats.markdown:Markdown",
    ".markdown": "tqa.formats.markdown:Markdown",
    ".jsonl": "tqa.formats.jsonl:Jsonl",
    ".ndjson": "tqa.formats.jsonl:Jsonl",
    ".tsv": "tqa.formats.tsv:Tsv",
}
"""Ending → module and class, imported when a file of that ending is met."""
ENDINGS = tuple(_FORMATS)


def format_of(path: str) -> Format | None:
    """The format of a path by its ending, or None for a file that is none of ours."""
    ending = ending_of(path)
    return _format(ending) if ending else None


def ending_of(path: str) -> str:
    """The ending of a path if it is one of ours, with its dot; else ""."""
    name = path.rpartition("/")[2].lower()
    dot = name.rfind(".")
    # A name that only is an ending, like ".md", has none.
    return name[dot:] if dot > 0 and name[dot:] in _FORMATS else ""


@cache
def plain_text() -> Format:
    """The format of what has no name."""
    return _format(".txt")


@cache
def _format(ending: str) -> Format:
    module, _, name = _FORMATS[ending].partition(":")
    made: Format = getattr(import_module(module), name)()
    return made
