"""What the article has in English for the terms of its source: source term → its renderings, each with its places on both sides.

Candidates come from the source: glossary terms, quoted titles, names of people, names of bodies and events, and strings said twice. The
English of each is looked for in the linked segment only. A mention that cannot be told (a pronoun, an omission, words the dictionary
does not know) has no rendering: what is listed is meant to be right, not complete.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import TYPE_CHECKING, Literal

from tqa.cached import cached_property
from tqa.glossary.script import unquoted
from tqa.records import NamedTuple
from tqa.text.chinese_terms import bodies, repeated, titles
from tqa.text.dictionary import stem_of, words
from tqa.text.regex import regex
from tqa.text.spotting import Spot, characters, completed, explained_by, parts_of, spot
from tqa.text.tokens import Passage, Tokens

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis

Origin = Literal["glossary", "title", "name", "body", "repeated"]
"""Why a string of the source is taken for a term."""
Word = tuple[int, int, Set[str]]
"""A word of the dictionary as offsets of the source, and the stems of what it is in English."""
_LONGEST_TITLE = 90
_LATIN = regex("[A-Za-z]{2,}")
_ANY, _MOST_OF_IT = 0.3, 0.5
"""Share of a quoted title that quoted English must say, where there is no other, and where there are several."""


class Rendering(NamedTuple):
    """A term as it stands once in the source and in the English: article offsets of `facts.source` and `facts.article`."""

    term: str
    origin: Origin
    source: tuple[int, int]
    target: tuple[int, int]


class Renderings:
    """The renderings of one article with a source; without one there are none."""

    def __init__(self, facts: Analysis):
        self._facts = facts
        self.source = facts.simplified_source
        """The visible source in simplified characters."""
        self._passages: dict[int, Passage] = {}
        self._found: dict[tuple[str, int], tuple[Spot, ...]] = {}
        self._starts: dict[tuple[str, int], list[int]] = {}
        self._best_quoted: dict[tuple[str, int], tuple[int, int] | None] = {}

    @cached_property
    def by_term(self) -> Mapping[str, tuple[Rendering, ...]]:
        """Every term → its mentions that could be told, in the order of the source; a place has one term, the first of the origins'."""
        taken: set[int] = set()
        found: list[Rendering] = []
        for one in self._of_every_origin(taken):
            places = range(*one.source)
            if taken.isdisjoint(places):
                taken.update(places)
                found.append(one)
        terms: dict[str, list[Rendering]] = {}
        for one in sorted(found, key=lambda one: one.source):
            terms.setdefault(one.term, []).append(one)
        return {term: tuple(mentions) for term, mentions in terms.items()}

    def _of_every_origin(self, taken: Set[int]) -> Iterator[Rendering]:
        """Those of each origin; `taken`: the places that have their term by now, for which none is looked for again."""
        yield from self._of_glossary()
        yield from self._of_titles()
        yield from self._of_names()
        for term, starts in sorted(self.repeated.items(), key=lambda item: (-len(item[0]), item[1])):
            for start in starts:
                end = start + len(term)
                if taken.isdisjoint(range(start, end)) and self.is_on_edges(start, end):
                    yield from self.at(start, end, "repeated")
        for start, end in bodies(self.source):
            if end - 1 not in taken:
                yield from self._of_body(start, end)

    @cached_property
    def repeated(self) -> Mapping[str, Sequence[int]]:
        """Strings that the source says twice or more, and where each begins."""
        return repeated(self.source)

    @cached_property
    def titles(self) -> Sequence[tuple[int, int]]:
        """The quoted titles of the source."""
        return list(titles(self.source))

    def is_on_edges(self, start: int, end: int) -> bool:
        """Whether no word of the dictionary is cut at either end."""
        return not (self._is_in_word(start) or self._is_in_word(end))

    def _is_in_word(self, offset: int) -> bool:
        number = bisect_left(self._word_starts, offset) - 1
        return number >= 0 and self._words[number][1] > offset

    def _of_glossary(self) -> Iterator[Rendering]:
        for pair in self._facts.pairs:
            if not self._facts.links[pair.number].is_sure:
                continue
            base, begin = self._bases(pair.number)
            for met in self._facts.terms.met(pair):
                for hit, (start, end) in zip(met.hits, met.places, strict=False):
                    source = base + hit.start, base + hit.end
                    yield Rendering(self._term(*source), "glossary", source, (begin + start, begin + end))
            for lack in self._facts.terms.lacks(pair):
                for hit in lack.hits:
                    yield from self.at(base + hit.start, base + hit.end, "glossary")

    def _of_titles(self) -> Iterator[Rendering]:
        for start, end in self.titles:
            yield from self.of(start, end, "title")

    def _title(self, start: int, end: int, link: int) -> tuple[int, int] | None:
        """The quoted English of a quoted title: the only one of both, else the one that says most of it, else words without marks."""
        quoted = self._quoted.get(link, [])
        term = self.source[start:end]
        if len(quoted) == 1 == self._titles_of[link] and self._facts.article.text[quoted[0][0][0]].isupper():
            return quoted[0][0]
        if (term, link) not in self._best_quoted:
            shares = [(explained_by(term, english), place) for place, english in quoted]
            best = max(shares, default=(0.0, (0, 0)))
            is_only = len(quoted) == 1 == self._titles_of[link] and best[0] >= _ANY
            is_most = best[0] >= _MOST_OF_IT and [share for share, _ in shares].count(best[0]) == 1
            self._best_quoted[term, link] = best[1] if is_only or is_most else None
        best_quoted = self._best_quoted[term, link]
        return best_quoted or next((one.target for one in self.at(start, end, "title")), None)

    @cached_property
    def _quoted(self) -> Mapping[int, list[tuple[tuple[int, int], Passage]]]:
        """Number of a link → what stands in quotation marks in its target."""
        found: dict[int, list[tuple[tuple[int, int], Passage]]] = {}
        for title in self._facts.titles:
            if title.end - title.start <= _LONGEST_TITLE:
                place = title.start, title.end
                found.setdefault(self._target_link(title.start), []).append((place, self._passage(*place)))
        return found

    @cached_property
    def _titles_of(self) -> Mapping[int, int]:
        """Number of a link → how many titles its source has."""
        return Counter([self.link_at(start) for start, _ in self.titles])

    def _of_names(self) -> Iterator[Rendering]:
        for mention in self._facts.names.mentions:
            if mention.verdict == "right" and mention.han is not None and mention.sure:
                yield Rendering(self._term(*mention.han), "name", mention.han, (mention.start, mention.end))

    def _of_body(self, start: int, end: int) -> Iterator[Rendering]:
        """The name that ends at `end`: as far to the left as the English says it in one stretch that begins with a capital."""
        link = self.link_at(start)
        if link < 0:
            return
        term = self.source[start:end]
        for one in self._spots(term, link)[:1]:
            begin = start + next(number for number in range(len(term)) if one.told & characters(number, number + 1))
            last = characters(*parts_of(term)[-1][:2])
            if self.english(link).capital[one.first] and end - begin > 2 and one.told & last == last:
                yield from self.at(begin, end, "body")

    def of(self, start: int, end: int, origin: Origin) -> Iterator[Rendering]:
        """The rendering of what the source has in a range; that of a title stands in quotation marks if it can."""
        if origin != "title":
            yield from self.at(start, end, origin)
        elif (link := self.link_at(start)) >= 0 and (target := self._title(start, end, link)) is not None:
            yield Rendering(self._term(start, end), origin, (start, end), target)

    def at(self, start: int, end: int, origin: Origin) -> Iterator[Rendering]:
        """The rendering of what the source has in a range, if it can be told."""
        link = self.link_at(start)
        if link < 0 or self.link_at(end - 1) != link:
            return
        term = self.source[start:end]
        spots = self._spots(term, link)
        places = self._places(term, link)
        number = bisect_right(places, start - len(term))
        if number < len(spots) == len(places):
            one = completed(sorted(spots)[number], term, self.english(link), lambda stem: self.is_elsewhere(stem, term, link))
            if one is not None:
                yield Rendering(self._term(start, end), origin, (start, end), self.stretch(one, link))

    def _spots(self, term: str, link: int) -> tuple[Spot, ...]:
        key = term, link
        if key not in self._found:
            self._found[key] = spot(term, self.english(link), len(self._places(term, link)))
        return self._found[key]

    def _places(self, term: str, link: int) -> Sequence[int]:
        """Where the term begins in the source of a link, places that overlap left out."""
        key = term, link
        places = self._starts.get(key)
        if places is None:
            places = self._starts[key] = []
            start, after = self._source_bounds[link]
            while (start := self.source.find(term, start, after)) >= 0:
                places.append(start)
                start += len(term)
        return places

    def is_elsewhere(self, stem: str, term: str, link: int) -> bool:
        """Whether a link's source has a word beside the term that may be the English word with this stem."""
        first, after = self._source_bounds[link]
        latin = [word for word in self._latin if first <= word[0] < after]
        for start, end, meant in chain(self.listed(link), latin):
            if stem in meant:
                # Within a mention of the term the word is the term's own.
                place = self.source.rfind(term, first, start + len(term))
                if place < 0 or end > place + len(term):
                    return True
        return False

    def listed(self, link: int) -> Sequence[Word]:
        """The dictionary's words in a link's source, in order."""
        first, after = self._source_bounds[link]
        return self._words[bisect_left(self._word_starts, first) : bisect_left(self._word_starts, after)]

    @cached_property
    def _words(self) -> Sequence[Word]:
        """The dictionary's words in the source, in order."""
        return words(self.source)

    @cached_property
    def _latin(self) -> Sequence[Word]:
        """The Latin words in the source."""
        return [(*word.span(), frozenset((stem_of(word.group().lower()),))) for word in _LATIN.finditer(self.source)]

    @cached_property
    def _word_starts(self) -> Sequence[int]:
        return [start for start, _, _ in self._words]

    def stretch(self, one: Spot, link: int) -> tuple[int, int]:
        """A stretch of a link's words as article offsets."""
        english = self.english(link)
        return english.starts[one.first], english.ends[one.after - 1]

    def english(self, link: int) -> Passage:
        """The target of a link."""
        known = self._passages.get(link)
        if known is None:
            known = self._passages[link] = self._passage(*self._target_bounds[link])
        return known

    def _passage(self, start: int, end: int) -> Passage:
        """The words of the article between two offsets."""
        tokens = self.tokens
        return Passage(tokens, bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the article."""
        return Tokens(self._facts.article.text, self._facts.article.lower)

    def lower(self, link: int) -> str:
        """The target of a link in small letters."""
        return self._facts.article.lower[slice(*self._target_bounds[link])]

    def link_at(self, offset: int) -> int:
        """Number of the trusted link that holds an offset of the source, else -1."""
        return self._links[offset]

    @cached_property
    def _links(self) -> Sequence[int]:
        """The same for every offset."""
        links = [-1] * (len(self.source) + 1)
        for (start, end), number in zip(self._source_bounds, self._trusted, strict=False):
            links[start:end] = [number] * (end - start)
        return links

    def _target_link(self, offset: int) -> int:
        return self._trusted[self._facts.link_at(offset)]

    @cached_property
    def _trusted(self) -> Sequence[int]:
        """The number of each link, -1 in place of one that is not trusted, and at the end, for no link."""
        return [*[number if one.is_sure else -1 for number, one in enumerate(self._facts.links)], -1]

    def _term(self, start: int, end: int) -> str:
        return unquoted(self.source[start:end]).strip()

    def _bases(self, link: int) -> tuple[int, int]:
        return self._source_bounds[link][0], self._target_bounds[link][0]

    @cached_property
    def _source_bounds(self) -> Sequence[tuple[int, int]]:
        """Where the source of each link begins and ends."""
        source = self._facts.source
        return [_bounds(source.starts, len(self.source), one.source) for one in self._facts.links]

    @cached_property
    def _target_bounds(self) -> Sequence[tuple[int, int]]:
        """Where the target of each link begins and ends."""
        article = self._facts.article
        return [_bounds(article.starts, len(article.text), one.target) for one in self._facts.links]


def _bounds(starts: list[int], size: int, numbers: tuple[int, int]) -> tuple[int, int]:
    """Where a half-open range of segments begins and ends in a joined text."""
    first, after = numbers
    return (starts[first], starts[after] - 1 if after < len(starts) else size) if after > first else (0, 0)
