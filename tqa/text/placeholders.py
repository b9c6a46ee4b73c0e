"""Placeholders in a text: what a program replaces before anybody reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.text.regex import regex

_PLACEHOLDER = regex(
    r"""
    \$?\{\{?[A-Za-z_][A-Za-z0-9_.]{0,63}\}?\}   # {name} {{name}} ${name}
  | \{[0-9]{1,3}\}                              # {0}
  | %\([A-Za-z_][A-Za-z0-9_]{0,63}\)[sdif]      # %(name)s
  | (?<![0-9])%(?:[1-9]\$)?[sd](?![A-Za-z])     # %s %1$s, but not "5%s"
    """,
    re.VERBOSE,
)


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Where the placeholders of a text stand."""
    if "{" in text or "%" in text:
        for match in _PLACEHOLDER.finditer(text):
            yield match.span()
