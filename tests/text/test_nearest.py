"""“Did you mean”: near, or nothing."""

from __future__ import annotations

import pytest

from tqa.text.nearest import nearest

KNOWN = ("llm-note", "split-term", "style", "none", "double-space", "glossary")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("splitterm", "split-term"),
        ("stlye", "style"),
        ("glosary", "glossary"),
        ("doublespaces", "double-space"),
        ("nope", "none"),
        ("nope-it", None),  # shares letters with llm-note, in no order
        ("term", None),
        ("x", None),
        ("", None),
    ],
)
def test_nearest(name: str, meant: str | None) -> None:
    assert nearest(name, KNOWN) == meant


def test_of_nothing_nothing_is_near() -> None:
    assert nearest("style", ()) is None
