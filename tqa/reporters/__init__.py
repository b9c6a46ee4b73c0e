"""One module a format: rows in, text out. Pure."""

from __future__ import annotations

from importlib import import_module

from tqa.model import ConfigError
from tqa.reporters.reporter import Foot, Head, Render, RenderOptions, Totals

REPORTERS = {name: f"tqa.reporters.{name}" for name in ("text", "concise", "json", "jsonl", "github")}
"""Format → the module that renders it, imported when it is asked for."""


def reporter(name: str) -> Render:
    """The `render` of a format. Raises ConfigError for one that is unknown."""
    if name not in REPORTERS:
        raise ConfigError(f"unknown format {name!r}; known are {', '.join(sorted(REPORTERS))}")
    render: Render = import_module(REPORTERS[name]).render
    return render


__all__ = ["REPORTERS", "Foot", "Head", "Render", "RenderOptions", "Totals", "reporter"]
