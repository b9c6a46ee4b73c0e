"""The nearest of the known names, for “did you mean”."""

from __future__ import annotations

from collections.abc import Iterable

_CLOSE = 66.0
"""Least likeness, from 0 to 100: two letters in three are the same and in order."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, the first by the alphabet of several; None if none is so like it that it may be meant."""
    # Slow to import, and wanted only where something is misspelt.
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return str(found[0]) if found else None
