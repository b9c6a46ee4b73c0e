"""Names that the dictionary knows, and their English: a word of the source, and the capitalised words that say what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from tqa.text.dictionary import words
from tqa.text.spotting import OF_PLACES

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis
    from tqa.analysis.renderings import Word
    from tqa.text.tokens import Passage, Tokens

Place = tuple[int, int]
_MOST_SMALL = 2
"""Small words between two of a name: Communist Party of the Soviet Union."""


def listed_names(facts: Analysis) -> Mapping[str, list[Place]]:
    """Words of the source → article offsets of the capitalised English that the dictionary gives for them, in linked segments.

    What opens a sentence or stands in a headline has its capital from there, and counts only where the article writes it so elsewhere;
    what the article writes in small letters too is no name.
    """
    renderings = facts.renderings
    names = _names(renderings.tokens, facts)
    found: dict[str, list[Place]] = {}
    for link, one in enumerate(facts.links if names else ()):
        if one.is_sure:
            for term, place in _of_link(renderings.english(link), renderings.listed(link), names):
                if not goes_on_as_body(renderings.source, term[1]) and place not in found.setdefault(renderings.source[slice(*term)], []):
                    found[renderings.source[slice(*term)]].append(place)
    return found


def goes_on_as_body(source: str, end: int) -> bool:
    """Whether what ends there as a place goes on as a body or an office of it: 湖北省 in 湖北省委."""
    return source[end - 1 : end] in OF_PLACES and bool(words(source[end - 1 : end + 1]))


def _names(tokens: Tokens, facts: Analysis) -> Set[str]:
    """Stems of words that are names: nothing but what they are can be the reason for a capital of theirs, and none is written small."""
    small = set(compress(tokens.stems, map(not_, tokens.capital)))
    capital = compress(zip(tokens.stems, tokens.starts, strict=True), tokens.capital)
    return {stem for stem, start in capital if stem not in small and not facts.article.is_capital_by_place(start)}


def _of_link(english: Passage, source: Sequence[Word], names: Set[str]) -> Iterator[tuple[Place, Place]]:
    """Each word of a link's source and its English, of which one word at least has its stem in `names`."""
    capital = english.capitals
    stems = names & {english.stems[number] for number in capital}
    if not stems:
        return
    said: dict[Set[str], Place] = {}
    for start, end, meant in source:
        if not stems.isdisjoint(meant):
            if meant not in said:
                first, last = _stretch(english, [number for number in capital if english.stems[number] in meant], stems)
                said[meant] = english.starts[first], english.ends[last]
            yield (start, end), said[meant]


def _stretch(english: Passage, numbers: list[int], names: Set[str]) -> tuple[int, int]:
    """The first and the last of the words that go on one name, small words between them or not, with one of `names` among them.

    Of several the one that says most of what is meant, the first at a tie: where the Communist Party of China is meant, not China.
    """
    stretches = [[numbers[0]]]
    for number in numbers[1:]:
        between = range(stretches[-1][-1] + 1, number)
        if len(between) <= _MOST_SMALL and english.is_close(number) and all(english.is_small(one) and english.is_close(one) for one in between):
            stretches[-1].append(number)
        else:
            stretches.append([number])
    said = [({english.stems[number] for number in stretch}, stretch) for stretch in stretches]
    _, best = max(((stems, stretch) for stems, stretch in said if not names.isdisjoint(stems)), key=lambda one: len(one[0]))
    return best[0], best[-1]
