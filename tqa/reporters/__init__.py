"""One module a format: rows in, text out. Pure."""

from __future__ import annotations

from importlib import import_module

from tqa.model import ConfigError
from tqa.reporters.reporter import Foot, Head, Render, RenderBytes, RenderOptions, RulePage, Totals

_TEXTS = ("text", "concise", "json", "jsonl", "github", "sarif", "junit", "gitlab", "rdjson", "rdjsonl", "checkstyle", "azure", "markdown", "tsv")
_PAGES = ("html",)
_BINARIES = ("xlsx",)
REPORTERS = {name: f"tqa.reporters.{name}" for name in (*_TEXTS, *_PAGES, *_BINARIES)}
"""Format → the module that renders it, imported when it is asked for."""


def reporter(name: str) -> Render:
    """The `render` of a format that is text. Raises ConfigError for one that is unknown."""
    render: Render = import_module(_module(name)).render
    return render


def shows_articles(name: str) -> bool:
    """Whether results must carry their articles for the format."""
    return name in _PAGES


def counting(format_: str) -> Render:
    """The `render` that counts instead of listing, as text or as JSON. Raises ConfigError for another format."""
    from tqa.reporters import statistics as counted

    if format_ not in ("text", "json"):
        raise ConfigError(f"--statistics comes as text or json, not as {format_}")
    render: Render = counted.render_json if format_ == "json" else counted.render
    return render


def is_binary(name: str) -> bool:
    """Whether the format is no text: it then has a `binary_reporter`. Raises ConfigError for one that is unknown."""
    return bool(_module(name)) and name in _BINARIES


def binary_reporter(name: str) -> RenderBytes:
    """The `render` of a format that is no text."""
    render: RenderBytes = import_module(_module(name)).render
    return render


def _module(name: str) -> str:
    if name not in REPORTERS:
        raise ConfigError(f"unknown format {name!r}; known are {', '.join(sorted(REPORTERS))}")
    return REPORTERS[name]


__all__ = [
    "REPORTERS",
    "Foot",
    "Head",
    "Render",
    "RenderBytes",
    "RenderOptions",
    "RulePage",
    "Totals",
    "binary_reporter",
    "counting",
    "is_binary",
    "reporter",
    "shows_articles",
]
