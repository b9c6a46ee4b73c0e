"""What became of the glossary's terms: which stand on both sides, and what speaks for and against a fault where one does not.

A term that is missing from a translation is no fault yet: a second mention may be a pronoun, an acronym or the head word, a
translator may have turned the sentence. So a lack is told apart by what stands in the term's place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from tqa.analysis.scene import Scene
from tqa.cached import cached_property
from tqa.glossary.concept import Concept
from tqa.glossary.cousins import Cousin, changed, cousins
from tqa.glossary.forms import English, Form, compile_form
from tqa.glossary.matcher import Matcher, TermHit
from tqa.glossary.script import simplified
from tqa.glossary.traces import PRONOUNS, has_people, is_abbreviated, is_inside, is_reworded, is_shortened, longest, overlaps, stand_ins, wrong_forms
from tqa.records import NamedTuple

if TYPE_CHECKING:
    from tqa.analysis.analysis import Analysis, Pair

Excuse = Literal["", "short", "shortened", "reworded", "neighbour", "plain-word", "dropped"]
"""Why a lack may be no fault: the short form stands, or part of the full form; its words stand apart; a linked segment beside it has the
term; the term is an ordinary lower-case word; a name is left out and no other name stands that could be meant for it."""


class Met(NamedTuple):
    """A concept of a pair's source that stands in its target at `places` (offsets into the target's text)."""

    hits: tuple[TermHit, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def concept(self) -> Concept:
        """The concept."""
        return self.hits[0].concept


class Changed(NamedTuple):
    """An item that is to be kept as it is and is not in the pair's target; `place`: what stands for it, else None; `gap`: where it should."""

    hit: TermHit
    wanted: str
    place: tuple[int, int] | None
    gap: tuple[int, int]


class Lack(NamedTuple):
    """A concept of a pair's source no full form of which stands in its target.

    `near`: a wording that is nearly one of its forms; `other`: where another listed thing is named that the source does not name.
    """

    hits: tuple[TermHit, ...]
    near: Cousin | None
    other: tuple[int, int] | None
    excuse: Excuse

    @property
    def concept(self) -> Concept:
        """The concept."""
        return self.hits[0].concept


class Terms:
    """The terms of a glossary, or of a term memory, in one document, pair by pair."""

    def __init__(self, facts: Analysis, matcher: Matcher, hits: Sequence[TermHit]):
        """`hits`: the matcher's terms in the visible source, as article offsets."""
        self._facts = facts
        self.matcher = matcher
        self._source_hits = hits
        self._english: dict[int, English] = {}
        self._lacks: dict[int, list[Lack]] = {}
        self._scenes: dict[int, Scene] = {}

    def met(self, pair: Pair) -> list[Met]:
        """Concepts of the pair that stand on both sides."""
        return self._judged[pair.number][0] if pair.number in self._judged else []

    @property
    def missing(self) -> int:
        """Number of concepts, counted pair by pair, that no full form stands for."""
        return sum(len(missing) for _, missing in self._judged.values())

    def lacks(self, pair: Pair) -> list[Lack]:
        """Concepts of the pair's source that its target lacks, unless an acronym or the like stands for them."""
        missing = self._judged[pair.number][1] if pair.number in self._judged else []
        if not missing:
            return []
        found = self._lacks.get(pair.number)
        if found is None:
            scene = self._scene(pair)
            found = self._lacks[pair.number] = [lack for hits in missing if (lack := self._lack(hits, scene, pair)) is not None]
        return found

    def forbidden_if_source(self, pair: Pair) -> Iterator[tuple[tuple[TermHit, ...], Form, int, int]]:
        """Terms of the pair that are rendered by a form forbidden for them: the term, the form and its range in the target."""
        english = self.english(pair.number)
        for hits in self._groups.get(pair.number, ()):
            concept = hits[0].concept
            wrong = list(wrong_forms(self.matcher.wrong(concept), english)) if concept.forbidden_if_source else []
            if not wrong:
                continue
            fine = [place for form in (*self.matcher.full(concept), *self.matcher.short(concept)) for place in english.places(form)]
            taken = fine + [place for one in self.met(pair) if one.concept is not concept for place in one.places]
            wrong = longest([one for one in wrong if not is_inside(one[1:], taken)])
            if len({place for place in fine if not is_inside(place, [one[1:] for one in wrong])}) < len(hits):
                for form, start, end in wrong:
                    yield hits, form, start, end

    def wrong_form(self, concept: Concept, pair: Pair) -> tuple[int, int] | None:
        """Range in the pair's target of a form that is forbidden for the concept."""
        forms = map(compile_form, (*concept.forbidden, *concept.forbidden_if_source))
        return next((places[0] for form in forms if (places := self.english(pair.number).places(form))), None)

    def mentions(self, met: Met, pair: Pair) -> int:
        """How often the pair's target names the concept: by a form, a short form, an acronym or the word for its people."""
        english = self.english(pair.number)
        full = self.matcher.full(met.concept)
        places = {place for form in (*full, *self.matcher.short(met.concept)) for place in english.places(form)}
        named = longest([(full[0], start, end) for start, end in places])
        return len(named) + sum(stand_ins(form, english) for form in full)

    def pronouns(self, pair: Pair) -> int:
        """Number of words in the pair's target that may stand for a thing named before."""
        counts = self.english(pair.number).counts
        return sum(counts[word] for word in PRONOUNS if word in counts)

    def without_source(self, pair: Pair) -> Iterator[tuple[Concept, int, int]]:
        """Preferred forms in the pair's target that need their term in the source, where no term of the article's source accounts for them."""
        for concept in self.matcher.glossary.needing_source:
            form = self.matcher.full(concept)[0]
            if form.may_stand(self.article.lower, *self._bounds[pair.number]) and not self.names([concept], concept.target.lower()):
                for start, end in self.english(pair.number).places(form):
                    yield concept, start, end

    def changed_items(self, pair: Pair) -> Iterator[Changed]:
        """Items of the pair that are to be kept as they are and are not in its target, letter for letter; each once."""
        seen = set()
        for hit in self._hits.get(pair.number, ()):
            concept = hit.concept
            if not concept.keep or not concept.target or id(concept) in seen:
                continue
            seen.add(id(concept))
            english = self.english(pair.number)
            if not any(map(english.holds_exactly, (*self.matcher.full(concept), *self.matcher.short(concept)))):
                yield Changed(hit, concept.target, changed(self.matcher.full(concept)[0], english), self._gap(hit, pair))

    def _gap(self, hit: TermHit, pair: Pair) -> tuple[int, int]:
        """The empty place, before a word, that lies in the target where the hit lies in the source."""
        guess = round(len(pair.target.text) * hit.start / max(len(pair.source.text), 1))
        place = pair.target.text.rfind(" ", 0, guess) + 1
        return place, place

    def gap(self, lack: Lack, pair: Pair) -> tuple[int, int]:
        """Where in the pair's target the term is looked for, by its place in the source.

        For a name the nearest capitalised word that belongs to nothing else, else the empty place before a word.
        """
        place = self._gap(lack.hits[0], pair)
        if not self.matcher.full(lack.concept)[0].capital:
            return place
        reach = len(pair.target.text) / 4
        near = [word for word in self._scene(pair).strangers if abs(word[0] - place[0]) < reach]
        return min(near, key=lambda word: abs(word[0] - place[0]), default=place)

    def english(self, number: int) -> English:
        """The target of a pair, by the pair's number, ready to be asked for forms."""
        known = self._english.get(number)
        if known is None:
            known = self._english[number] = self.article.part(*self._bounds[number])
        return known

    @cached_property
    def _judged(self) -> dict[int, tuple[list[Met], list[tuple[TermHit, ...]]]]:
        """Number of a pair → its terms that stand in the target, and those that do not."""
        judged = {}
        for number, grouped in self._groups.items():
            met: list[Met] = []
            missing: list[tuple[TermHit, ...]] = []
            start, end = self._bounds[number]
            for hits in grouped:
                if places := self._places(hits[0].concept, number, start, end):
                    met.append(Met(hits, places))
                else:
                    missing.append(hits)
            judged[number] = met, missing
        return judged

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        """Where the target of each pair begins and ends in the article."""
        starts = [*self._facts.article.starts, len(self._facts.article.text) + 1]
        return [(starts[link.target[0]], starts[link.target[1]] - 1) if link.target[1] > link.target[0] else (0, 0) for link in self._facts.links]

    def _scene(self, pair: Pair) -> Scene:
        known = self._scenes.get(pair.number)
        if known is None:
            taken = [place for met in self.met(pair) for place in met.places]
            known = self._scenes[pair.number] = Scene(self, self.english(pair.number), taken, self._bounds[pair.number])
        return known

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs whose source holds a term."""
        return tuple(map(self._facts.pair, sorted(self._hits)))

    @cached_property
    def lacking(self) -> tuple[Pair, ...]:
        """The pairs whose target lacks a term of their source."""
        return self._where(lambda number: self._judged[number][1])

    @cached_property
    def keeping(self) -> tuple[Pair, ...]:
        """The pairs whose source holds an item that is to be kept as it is."""
        return tuple(self._facts.pair(number) for number in sorted(self._hits) if any(hit.concept.keep for hit in self._hits[number]))

    @cached_property
    def repeating(self) -> tuple[Pair, ...]:
        """The pairs whose source names a thing more often than the target has it in one form."""
        return self._where(lambda number: any(len(met.hits) > max(len(met.places), 1) for met in self._judged[number][0]))

    @cached_property
    def risking(self) -> tuple[Pair, ...]:
        """The pairs whose source holds a term, and whose target perhaps a form that is forbidden for it."""
        return self._where(self._is_risking)

    def _is_risking(self, number: int) -> bool:
        start, end = self._bounds[number]
        lower = self.article.lower
        for hits in self._groups[number]:
            if hits[0].concept.forbidden_if_source:
                for form in self.matcher.wrong(hits[0].concept):
                    begun = form.words and lower.find(form.words[0][:3], start, end) >= 0
                    if begun and (form.may_stand(lower, start, end) or form.tight in self.english(number).squeezed):
                        return True
        return False

    @cached_property
    def recased(self) -> tuple[Pair, ...]:
        """The pairs whose target has a term as no form of it is written, where the preferred one has a capital or is exact."""
        return self._where(self._is_recased)

    def _is_recased(self, number: int) -> bool:
        text, start = self.article.text, self._bounds[number][0]
        for hits, places in self._judged[number][0]:
            concept = hits[0].concept
            if concept.exact_case or not concept.target.islower():
                for first, last in places:
                    found = text[start + first : start + last]
                    if found != concept.target and found not in concept.allowed and found not in concept.short:
                        return True
        return False

    def _where(self, is_wanted: Callable[[int], object]) -> tuple[Pair, ...]:
        return tuple(self._facts.pair(number) for number in sorted(self._groups) if is_wanted(number))

    @cached_property
    def _hits(self) -> dict[int, list[TermHit]]:
        """Number of a pair → the terms in its source, as offsets into its text."""
        hits: dict[int, list[TermHit]] = {}
        terms = self._source_hits
        if not terms:
            return hits
        starts, linked = self._facts.source.starts, self._linked()
        for begin, end, concept in terms:
            number = bisect_right(starts, begin) - 1
            if number in linked:
                pair, first = linked[number]
                start = starts[first]
                hits.setdefault(pair, []).append(TermHit(begin - start, end - start, concept))
        return hits

    def _linked(self) -> dict[int, tuple[int, int]]:
        """Number of a source segment → number of its pair, and of the pair's first source segment."""
        return {
            segment: (number, link.source[0]) for number, link in enumerate(self._facts.links) for segment in range(link.source[0], link.source[1])
        }

    @cached_property
    def _groups(self) -> dict[int, list[tuple[TermHit, ...]]]:
        """Number of a pair → its terms that have a form to be looked for, hits of one concept together."""
        groups = {}
        for number, found in self._hits.items():
            grouped: dict[int, list[TermHit]] = {}
            for hit in found:
                concept = hit.concept
                if concept.target and not concept.keep:
                    grouped.setdefault(id(concept), []).append(hit)
            if grouped:
                groups[number] = [tuple(hits) for hits in grouped.values()]
        return groups

    def _places(self, concept: Concept, number: int, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Where a full form of the concept stands in the target of a pair: the first form that is found, as listed if any is.

        `start` and `end` bound the target in the article, where forms are looked for as listed, so that few pairs are read on their own.
        """
        forms = self.matcher.full(concept)
        article = self.article
        lower = article.lower
        for form in forms:
            if lower.find(form.plain, start, end) >= 0 and (places := article.as_listed(form, start, end)):
                return tuple([(first - start, last - start) for first, last in places])
        for form in forms:
            if (form.may_stand(lower, start, end) or form.tight in self.english(number).squeezed) and (
                places := self.english(number).in_any_dress(form)
            ):
                return tuple(places)
        return ()

    def _lack(self, hits: tuple[TermHit, ...], scene: Scene, pair: Pair) -> Lack | None:
        concept, english = hits[0].concept, scene.english
        forms = self.matcher.full(concept)
        near = next((cousin for form in forms for cousin in cousins(form, english) if not overlaps(*cousin.word, scene.taken)), None)
        if near is not None:
            return Lack(hits, near, None, "")
        if any(map(english.holds, self.matcher.short(concept))):
            return None if self._introduced(concept, pair) else Lack(hits, None, None, "short")
        if any(is_abbreviated(form, english) for form in forms):
            return None
        if any(has_people(form, english, len(hits)) for form in forms):
            # One country may be taken for another while the word for its people stands beside it.
            return Lack(hits, None, scene.foreign, "") if scene.foreign else None
        rival = scene.rival(concept.kind)
        return Lack(hits, None, rival, "" if rival else self._excuse(concept, forms, scene, pair))

    def _introduced(self, concept: Concept, pair: Pair) -> bool:
        """Whether a full form stands in the article before the end of the pair."""
        last = pair.target.segments[-1].index
        article = self._facts.article
        end = next(start + len(one.text) for one, start in zip(article.segments, article.starts, strict=True) if one.index == last)
        return any(place[0] < end for form in self.matcher.full(concept) for place in self.article.places(form))

    @cached_property
    def article(self) -> English:
        """The whole target, ready to be asked for forms."""
        return English(self._facts.article.text, self._facts.article.lower)

    def _excuse(self, concept: Concept, forms: tuple[Form, ...], scene: Scene, pair: Pair) -> Excuse:
        if len(concept.target.split()) == 1 and concept.target.islower():
            return "plain-word"
        if any(is_reworded(form, scene.english) for form in forms):
            return "reworded"
        if any(is_shortened(form, scene.english, scene.taken) for form in forms):
            return "shortened"
        # A name is repeated where a term is not.
        if (pair.confidence < 1 or not any(form.capital for form in forms)) and self._is_beside(forms, pair):
            return "neighbour"
        if len(forms[0].words) < 3 and forms[0].capital and not scene.strangers:
            return "dropped"
        return ""

    def _is_beside(self, forms: tuple[Form, ...], pair: Pair) -> bool:
        """Whether a form stands in a pair beside this one."""
        return any(self.english(beside.number).holds(form) for beside in self._beside(pair) for form in forms)

    def _beside(self, pair: Pair) -> Iterator[Pair]:
        for number in (pair.number - 1, pair.number + 1):
            if 0 <= number < len(self._facts.pairs):
                yield self._facts.pairs[number]

    def names(self, concepts: list[Concept], form: str) -> bool:
        """Whether the source names one of the concepts, or one whose forms contain `form`."""
        return any(map(self.is_in_source, concepts)) or form in self._known_forms

    def is_in_source(self, concept: Concept) -> bool:
        """Whether the source holds one of the concept's forms, inside a longer term too."""
        return any(simplified(form) in self.simplified_source for form in concept.source)

    @cached_property
    def simplified_source(self) -> str:
        """The visible source in simplified characters."""
        return simplified(self._facts.source.text)

    @cached_property
    def _known_forms(self) -> str:
        """All forms of the concepts the source names, in lower case, a line each."""
        concepts = {id(hit.concept): hit.concept for hit in self._source_hits}
        return "\n".join([form for concept in concepts.values() for form in concept.forms]).lower()
