"""Names that the dictionary knows, and their English: a word of the source, and the capitalised words that say what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING

from tqa.text.english import is_headline, opens_sentence

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis
    from tqa.analysis.renderings import Renderings
    from tqa.text.spotting import Passage

Place = tuple[int, int]
_SURE = 0.8
"""Least confidence of a link whose segments are compared."""
_MOST_SMALL = 2
"""Small words between two of a name: Communist Party of the Soviet Union."""


def listed_names(facts: Analysis) -> Mapping[str, list[Place]]:
    """Words of the source → article offsets of the capitalised English that the dictionary gives for them, in linked segments.

    What opens a sentence or stands in a headline has its capital from there, and counts only where the article writes it so elsewhere;
    what the article writes in small letters too is no name.
    """
    links = [number for number, link in enumerate(facts.links) if link.confidence >= _SURE]
    names = _names([facts.renderings.english(link) for link in links], facts)
    found: dict[str, list[Place]] = {}
    for link in links:
        for term, place in _of_link(link, facts.renderings, names):
            if place not in found.setdefault(term, []):
                found[term].append(place)
    return found


def _names(passages: list[Passage], facts: Analysis) -> Set[str]:
    """Stems of words that are names: nothing but what they are can be the reason for a capital of theirs, and none is written small."""
    small = {stem for english in passages for stem, capital in zip(english.stems, english.capital, strict=True) if not capital}
    return {
        stem
        for english in passages
        for stem, capital, start in zip(english.stems, english.capital, english.starts, strict=True)
        if capital and stem not in small and not _is_capital_by_place(start, facts)
    }


def _is_capital_by_place(start: int, facts: Analysis) -> bool:
    return opens_sentence(facts.article.text, start) or is_headline(facts.article.at(start)[0].text)


def _of_link(link: int, renderings: Renderings, names: Set[str]) -> Iterator[tuple[str, Place]]:
    """Each word of a link's source with its English, of which one word at least has its stem in `names`."""
    english = renderings.english(link)
    capital = [number for number, is_capital in enumerate(english.capital) if is_capital]
    stems = names & {english.stems[number] for number in capital}
    if not stems:
        return
    for start, end, meant in renderings.listed(link):
        term = renderings.source[start:end]
        if not term.isascii() and not stems.isdisjoint(meant):
            first, last = _stretch(english, [number for number in capital if english.stems[number] in meant], stems)
            yield term, (english.starts[first], english.ends[last])


def _stretch(english: Passage, numbers: list[int], names: Set[str]) -> tuple[int, int]:
    """The first and the last of the words that go on one name, small words between them or not, with one of `names` among them."""
    first = last = numbers[0]
    for number in numbers[1:]:
        between = range(last + 1, number)
        if len(between) <= _MOST_SMALL and english.is_close(number) and all(english.is_small(one) and english.is_close(one) for one in between):
            last = number
        elif any(stem in names for stem in english.stems[first : last + 1]):
            break
        else:
            first = last = number
    return first, last
