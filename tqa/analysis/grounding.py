"""What the source says about two English forms: whether the same Chinese stands behind both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Literal

from tqa.glossary.script import simplified
from tqa.text.dictionary import stem
from tqa.text.han import HAN_RUN
from tqa.text.spotting import parts_of
from tqa.text.variants import Words

_LONGEST = 12


def common_source(one: Set[int], other: Set[int], sources: Mapping[int, str], least: int = 2) -> str:
    """The longest Chinese string that stands behind a mention of each form and in no line without one; "" if there is none.

    `one`, `other`: target segments with mentions. `sources`: target segment → linked source. A segment with both mentions must hold
    the string twice.
    """
    best = ""
    elsewhere = "\n".join([text for index, text in sources.items() if index not in one and index not in other])
    for a in sorted(one & sources.keys()):
        for b in sorted(other & sources.keys()):
            grams = repeated_han(sources[a], least) if a == b else shared_han(sources[a], sources[b], least)
            for gram in grams:
                if len(gram) <= len(best):
                    break
                if gram not in elsewhere:
                    best = gram
    return best


def said_by(one: Words, other: Words, ones: Iterable[str], others: Iterable[str]) -> Literal["one", "two", "open"]:
    """What the sources say of two fillers: one word renders both, two words do, or they do not tell.

    `ones`, `others`: the sources of the segments that hold each filler.
    """
    behind = _behind(one, ones), _behind(other, others)
    if behind[0] & behind[1]:
        return "one"
    return "two" if all(behind) else "open"


def _behind(filler: Words, sources: Iterable[str]) -> set[str]:
    """The words of the sources that mean a word of the filler."""
    stems = set(map(stem, filler))
    return {
        run[start:end]
        for source in sources
        for run in HAN_RUN.findall(simplified(source))
        for start, end, meant in parts_of(run)
        if not stems.isdisjoint(meant)
    }


def shared_han(one: str, other: str, least: int) -> list[str]:
    """Strings of `least` Han characters or more that stand in both, longest first."""
    return _grams(one, least, lambda gram: gram in other)


def repeated_han(text: str, least: int) -> list[str]:
    """Strings of `least` Han characters or more that stand in the text twice, longest first."""
    return _grams(text, least, lambda gram: text.count(gram) >= 2)


def _grams(text: str, least: int, holds: Callable[[str], bool]) -> list[str]:
    places = [(run, start) for run in HAN_RUN.findall(text) for start in range(len(run) - least + 1)]
    found: list[str] = []
    length = least
    # No string is shared whose beginning is not: each round looks on only where the one before found something.
    while places and length <= _LONGEST:
        places = [(run, start) for run, start in places if start + length <= len(run) and holds(run[start : start + length])]
        found = [run[start : start + length] for run, start in places] + found
        length += 1
    return found
