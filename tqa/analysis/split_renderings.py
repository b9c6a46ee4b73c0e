"""Terms of the source that the article renders two ways.

A term is a quoted title, or a string of four Han characters or more that the source says twice. Its English is looked for by
`renderings`; two wordings disagree where each has a word that the other has not. A word left out is a short form, and a word in another
form or order is the same rendering. Where the English is cut out of a longer name the names may differ, so such a pair proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from tqa.analysis.capitals import OPENERS
from tqa.records import NamedTuple
from tqa.text.english import WORD
from tqa.text.inflection import stem
from tqa.text.spotting import NUMBER_WORDS
from tqa.text.variants import JOINING, Words, is_short_form

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis
    from tqa.analysis.renderings import Origin, Rendering

_NO_NAMES = OPENERS | JOINING | NUMBER_WORDS
_OF_A_TOWN = {stem("city"), stem("municipal")}
MOST_MENTIONS = 12
"""Mentions of a term that are compared; the rest is only counted where it is alike."""


Standing = Literal["name", "part", "words"]
"""A whole name, quoted or in capitals; part of a longer name; words like others."""


class Wording(NamedTuple):
    """One rendering of a term: its words with content as stems, its mentions, and how it stands in the article."""

    words: Words
    mentions: tuple[Rendering, ...]
    standing: Standing


class SplitTerm(NamedTuple):
    """A term with its wordings, the most frequent first; at a tie the one of the headline, else the first."""

    term: str
    wordings: tuple[Wording, ...]

    @property
    def mentions(self) -> int:
        """How many mentions could be told."""
        return sum([len(wording.mentions) for wording in self.wordings])

    @property
    def majority(self) -> Wording:
        """The wording the others are held against."""
        return self.wordings[0]


def find_split_renderings(facts: Analysis) -> tuple[SplitTerm, ...]:
    """The terms rendered two ways or more, in the order of the source.

    Cost: linear in the source; each term said twice is looked for in one linked segment, and in the others only if they lack that wording.
    """
    found = []
    for origin, places in _candidates(facts):
        mentions = _mentions(places[:MOST_MENTIONS], origin, facts)
        if len(mentions) > 1:
            wordings = _wordings(mentions, facts) if origin == "title" else _of_words(_wordings(mentions, facts))
            if len(wordings) > 1:
                found.append(SplitTerm(mentions[0].term, wordings))
    return tuple(found)


def _candidates(facts: Analysis) -> Iterator[tuple[Origin, list[tuple[int, int]]]]:
    """The strings the source says in several segments, with their places."""
    renderings, source = facts.renderings, facts.renderings.source
    taken: set[int] = set()
    quoted: dict[str, list[tuple[int, int]]] = {}
    for start, end in renderings.titles:
        quoted.setdefault(source[start:end], []).append((start, end))
    for places in quoted.values():
        if len(places) > 1:
            taken.update(place for start, end in places for place in range(start, end))
            yield "title", places
    for term, starts in renderings.repeated.items():
        links = {renderings.link_at(start) for start in starts} - {-1}
        if len(links) < 2 or taken.issuperset(starts):
            continue
        places = [(start, start + len(term)) for start in starts if renderings.is_on_edges(start, start + len(term))]
        if len(places) > 1:
            yield "repeated", places


def _mentions(places: Sequence[tuple[int, int]], origin: Origin, facts: Analysis) -> list[Rendering]:
    """The renderings that can be told; none if the first wording stands wherever the term does."""
    renderings, lower = facts.renderings, facts.article.lower
    found: list[Rendering] = []
    for start, end in places:
        one = next(renderings.of(start, end, origin), None)
        if one is not None:
            found.append(one)
            if len(found) == 1:
                form = lower[slice(*one.target)]
                links = {renderings.link_at(place[0]) for place in places} - {-1}
                if all(_stands_in(form, renderings.lower(link)) for link in links):
                    return []
    return found


def _stands_in(form: str, lower: str) -> bool:
    """Whether the form stands in a text with no letter behind it."""
    place = lower.find(form)
    return place >= 0 and not lower[place + len(form) : place + len(form) + 1].isalnum()


def _wordings(mentions: list[Rendering], facts: Analysis) -> tuple[Wording, ...]:
    """The mentions by their words, the most frequent first; a name in the plural is another wording, a common word is not."""
    article, title = facts.article, facts.document.title.lower()
    forms: dict[Words, list[Rendering]] = {}
    for one in mentions:
        lower = article.lower[slice(*one.target)]
        forms.setdefault(plain_words(lower) if standing(one, article.text) == "name" else words_of(lower), []).append(one)
    found = [Wording(words_of(article.lower[slice(*some[0].target)]), tuple(some), standing(some[0], article.text)) for some in forms.values()]

    def rank(one: Wording) -> tuple[int, bool, tuple[int, int]]:
        first = one.mentions[0].target
        return -len(one.mentions), article.lower[slice(*first)] not in title, first

    return tuple(sorted(found, key=rank))


def _of_words(wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """Those of two words with content or more: one word alone is a country or a common noun."""
    return tuple([one for one in wordings if len(one.words) > 1])


def plain_words(lower: str) -> Words:
    """The words with content of an English term in small letters, without possessive."""
    words = [word.removesuffix("'s") for word in WORD.findall(lower.replace("’", "'").replace("-", " "))]
    return tuple([word for word in words if word not in JOINING])


def words_of(lower: str) -> Words:
    """Their stems."""
    return tuple(map(stem, plain_words(lower)))


def say_other_words(one: Words, other: Words) -> bool:
    """Whether each has a word that is no form of one in the other: trade talks and trade negotiations; not talks and trade talks."""
    mine, theirs = set(one) - set(other), set(other) - set(one)
    if is_short_form(tuple(sorted(mine, key=one.index)), tuple(sorted(theirs, key=other.index))):
        return False
    kin = {word for a in mine for b in theirs if are_kin(a, b) for word in (a, b)}
    return bool(mine - kin and theirs - kin)


def are_kin(one: str, other: str) -> bool:
    """Whether two stems come from one word, or say one thing of a town: China, Chinese; city, municipal."""
    return (one[:4] == other[:4] and len(one) > 3 < len(other)) or {one, other} == _OF_A_TOWN


def say_the_same_otherwise(one: Words, other: Words) -> bool:
    """Whether both have the same words in another order."""
    return one != other and sorted(one) == sorted(other)


def standing(one: Rendering, text: str) -> Standing:
    """How a rendering stands in the article."""
    start, end = one.target
    if one.origin == "title":
        return "name"
    if not all(word[0].isupper() or word[0].isdigit() or word in JOINING for word in WORD.findall(text, start, end)):
        return "words"
    return "part" if _ends_in_name(text[max(0, start - 40) : start]) or _begins_with_name(text[end : end + 40]) else "name"


def _ends_in_name(before: str) -> bool:
    """Whether the last word before is a capitalised one of the same sentence, small words aside."""
    if before.endswith(" of the "):
        return False
    words = [word for word in before.split(" ")[:-1] if word and word.lower() not in _NO_NAMES] if before.endswith(" ") else [before[-1:]]
    return bool(words) and words[-1][:1].isupper() and words[-1][-1:].isalnum()


def _begins_with_name(after: str) -> bool:
    """The same for the first word after."""
    words = after[1:].split(" ") if after.startswith(" ") else []
    return bool(words) and words[0][:1].isupper()
