"""The rendering that most articles have of a term, judged over the uses in a term memory."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tqa.cached import cached_property
from tqa.glossary.concept import Concept, Glossary
from tqa.glossary.cousins import demonyms, is_misspelt
from tqa.glossary.forms import compile_form
from tqa.glossary.matcher import Matcher
from tqa.glossary.memory import MOST_USES, Use, Uses, by_weight
from tqa.glossary.words import key
from tqa.records import NamedTuple
from tqa.text.variants import JOINING, is_kind_word

_MOST_INITIALS = 8
_ROOT = 3
"""Letters that words of one root have in common at least."""
_LONG_ROOT = 4
"""The same for a word of a phrase and a single word."""
_ENDING = 2
"""Letters in which two endings differ."""

Words = tuple[str, ...]


class Majority(NamedTuple):
    """A term and the rendering that most articles have.

    `use`: that rendering in its most frequent dress, with the mentions and articles of all its dresses. `documents`: articles that have
    it or another that is no part of it. `uses`: all renderings, this one among them.
    """

    term: str
    use: Use
    documents: int
    uses: Uses

    def fits(self, rendering: str) -> bool:
        """Whether a rendering is the majority's in another dress, a short form or acronym of it, or a longer one."""
        return is_part(rendering, self.use.rendering)


class Majorities(dict[str, Majority]):
    """Source term → its majority."""

    @cached_property
    def matcher(self) -> Matcher:
        """The terms as a glossary that prefers the majorities."""
        return Matcher(Glossary(tuple(map(_concept, self.values()))))


def majority_of(term: str, uses: Uses, least: int) -> Majority | None:
    """The rendering of `least` articles or more, if it is a name, twice as frequent as any other and as frequent as all others together."""
    # Most terms of a large memory stand in one article, or have one rendering: they cost next to nothing.
    if _documents(uses) < max(least, 1) or len(uses) >= MOST_USES:
        return None
    if len(uses) == 1:
        return Majority(term, uses[0], uses[0].documents, uses) if _is_name(uses[0].rendering) else None
    clusters: dict[Words, list[Use]] = {}
    for use in sorted(by_weight(uses), key=lambda use: _names_people(use.rendering)):
        clusters.setdefault(dress(use.rendering), []).append(use)
    best = max(clusters.values(), key=lambda cluster: (_documents(cluster), len(cluster[0].rendering)))
    most = best[0]._replace(mentions=sum(use.mentions for use in best), documents=_documents(best))
    rivals = [_documents(cluster) for cluster in clusters.values() if not is_part(cluster[0].rendering, most.rendering)]
    if most.documents < max(least, 2 * max(rivals, default=0), sum(rivals)) or not _is_name(most.rendering):
        return None
    return Majority(term, most, most.documents + sum(rivals), uses)


def is_same(one: str, other: str) -> bool:
    """Whether the two are dresses of one rendering: in another case or number, with an article, hyphens or a people for its country."""
    return dress(one) == dress(other)


def is_part(one: str, other: str) -> bool:
    """Whether one rendering is the other in another dress, a short form or an acronym of it, or a longer one."""
    words, others = set(dress(one)), set(dress(other))
    return words <= others or others <= words or _is_acronym(one, other) or _is_acronym(other, one)


def is_derived(one: str, other: str) -> bool:
    """Whether the two differ in one word, and the two words come from one root without being each other's misspelling: navy, naval.

    A word is derived by its ending: united and unified, which have the same, are two words. A single word may come from any of the other's:
    Auditor, Director of Audit.
    """
    words, others = compile_form(one).words, compile_form(other).words
    few, many = sorted((words, others), key=len)
    if len(few) == 1 < len(many):
        return any(word[:_LONG_ROOT] == few[0][:_LONG_ROOT] and not is_misspelt(word, few[0]) for word in many)
    differing = [(word, beside) for word, beside in zip(words, others, strict=False) if key(word) != key(beside)]
    if len(words) != len(others) or len(differing) != 1:
        return False
    word, beside = differing[0]
    return word[:_ROOT] == beside[:_ROOT] and word[-_ENDING:] != beside[-_ENDING:] and not is_misspelt(word, beside)


def _documents(uses: Iterable[Use]) -> int:
    return sum(use.documents for use in uses)


def dress(rendering: str) -> Words:
    """The words of a rendering as they are compared: without inflection and small words, a people as its country."""
    return tuple(key(part) for word in compile_form(rendering).words if word not in JOINING for part in _countries().get(word, word).split(" "))


def _names_people(rendering: str) -> bool:
    """Whether a country stands in it as the word for its people: Russian for Russia."""
    return any(word in _countries() for word in compile_form(rendering).words)


@cache
def _countries() -> dict[str, str]:
    """The word for the people and things of a country, in lower case → the country."""
    return {form.plain: place for place, forms in demonyms().items() for form in forms}


def _is_acronym(short: str, full: str) -> bool:
    """Whether the letters of `short` are the initials of the words in `full`, small ones counted or not."""
    letters = "".join(filter(str.isalnum, short))
    if not 2 <= len(letters) <= _MOST_INITIALS or not letters.isupper():
        return False
    words = full.replace("-", " ").split()
    return letters in ("".join(word[0] for word in some).upper() for some in (words, [word for word in words if word not in JOINING]))


def _is_name(rendering: str) -> bool:
    """Whether all words with content begin with a capital or a figure, and more is said than a kind of thing: not Secretary, Sub-Committee."""
    words = rendering.split()
    if len(words) == 1 and is_kind_word(words[0].lower().rpartition("-")[2]):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in JOINING for word in words)


def _concept(majority: Majority) -> Concept:
    """The majority's rendering as the preferred form, its other dresses allowed."""
    wanted = majority.use.rendering
    others = tuple(use.rendering for use in majority.uses if use.rendering != wanted and is_same(use.rendering, wanted))
    return Concept((majority.term,), wanted, others, kind="name")
