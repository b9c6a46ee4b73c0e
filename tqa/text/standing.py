"""Which of many strings stand in a text, and where one does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_SMALL = 20_000_000
"""Characters read in all up to which each string is looked for by itself."""


def standing(strings: Sequence[str], text: str) -> list[str]:
    """The strings that stand in the text, in their order; none may be empty or hold a line end.   Cost: one scan where a scan each would be dear."""
    if len(strings) * len(text) <= _SMALL:
        return [one for one in strings if one in text]
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(strings)
    found: set[int] = set()
    # Line by line, so that what is found is never held for the whole text.
    for line in text.split("\n"):
        found.update(number for number, _, _ in automaton.find_matches_as_indexes(line, overlapping=True))
    return [one for number, one in enumerate(strings) if number in found]


def occurrences(text: str, part: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where the part stands in a range of the text, in order; places may overlap."""
    at = text.find(part, start, end)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, end)
