"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from tqa.text.counted import counted, noun_for


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [(0, "fault", "0 faults"), (1, "fault", "1 fault"), (2, "fault", "2 faults"), (1, "glossary", "1 glossary"), (3, "entry", "3 entries")],
)
def test_counted(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said
    assert said.endswith(noun_for(number, noun))
