"""What became of the glossary's terms: which stand on both sides, and what speaks for and against a fault where one does not.

A term that is missing from a translation is no fault yet: a second mention may be a pronoun, an acronym or the head word, a
translator may have turned the sentence. So a lack is told apart by what stands in the term's place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from tqa.analysis.scene import Scene
from tqa.cached import cached_property
from tqa.glossary.concept import Concept
from tqa.glossary.cousins import Cousin, changed, cousins
from tqa.glossary.forms import English, Form, compile_form
from tqa.glossary.matcher import Compiled, Matcher, TermHit
from tqa.glossary.script import simplified
from tqa.glossary.traces import (
    PRONOUNS,
    has_people,
    is_abbreviated,
    is_inside,
    is_reworded,
    is_shortened,
    longest,
    overlaps,
    perhaps_wrong,
    stand_ins,
    wrong_forms,
)
from tqa.records import NamedTuple
from tqa.text.seats import is_power_said

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


Places = list[tuple[int, int]]


class _Judged(NamedTuple):
    """The terms of a pair: those that stand in its target, with places, and those that do not; article offsets of either side."""

    met: list[tuple[Compiled, list[TermHit], Places]]
    missing: list[tuple[Compiled, list[TermHit]]]


class Terms:
    """The terms of a glossary, or of a term memory, in one document, pair by pair."""

    def __init__(self, facts: Analysis, matcher: Matcher, hits: Sequence[TermHit]):
        """`hits`: the matcher's terms in the visible source, as article offsets, in order."""
        self._facts = facts
        self.matcher = matcher
        self._source_hits = hits
        self._english: dict[int, English] = {}
        self._lacks: dict[int, list[Lack]] = {}
        self._scenes: dict[int, Scene] = {}

    def met(self, pair: Pair) -> list[Met]:
        """Concepts of the pair that stand on both sides."""
        if pair.number not in self._judged:
            return []
        start = self._bounds[pair.number][0]
        return [
            Met(self._in_pair(hits, pair), tuple([(first - start, last - start) for first, last in places]))
            for _, hits, places in self._judged[pair.number].met
        ]

    def _in_pair(self, hits: Sequence[TermHit], pair: Pair) -> tuple[TermHit, ...]:
        """Hits in the source as offsets into the source of their pair."""
        start = self._facts.source.starts[self._facts.links[pair.number].source[0]]
        return tuple([TermHit(hit.start - start, hit.end - start, hit.concept) for hit in hits])

    @property
    def missing(self) -> int:
        """Number of concepts, counted pair by pair, that no full form stands for."""
        return sum([len(judged.missing) for judged in self._judged.values()])

    def lacks(self, pair: Pair) -> list[Lack]:
        """Concepts of the pair's source that its target lacks, unless an acronym or the like stands for them."""
        if pair.number not in self._judged or not (missing := self._judged[pair.number].missing):
            return []
        found = self._lacks.get(pair.number)
        if found is None:
            scene = self._scene(pair.number)
            lacks = [self._lack(forms, self._in_pair(hits, pair), scene, pair) for forms, hits in missing]
            found = self._lacks[pair.number] = [lack for lack in lacks if lack is not None]
        return found

    def forbidden_if_source(self, pair: Pair) -> Iterator[tuple[tuple[TermHit, ...], Form, int, int]]:
        """Terms of the pair that are rendered by a form forbidden for them: the term, the form and its range in the target."""
        english = self.english(pair.number)
        for forms, hits in self._risks.get(pair.number, ()):
            wrong = list(wrong_forms(forms.wrong, english))
            if not wrong:
                continue
            fine = [place for form in (*forms.full, *forms.short) for place in english.places(form)]
            taken = fine + [place for one in self.met(pair) if one.concept is not forms.concept for place in one.places]
            wrong = longest([one for one in wrong if not is_inside(one[1:], taken)])
            if len({place for place in fine if not is_inside(place, [one[1:] for one in wrong])}) < len(hits):
                for form, start, end in wrong:
                    yield self._in_pair(hits, pair), form, start, end

    def wrong_form(self, concept: Concept, pair: Pair) -> tuple[int, int] | None:
        """Range in the pair's target of a form that is forbidden for the concept."""
        forms = map(compile_form, (*concept.forbidden, *concept.forbidden_if_source))
        return next((places[0] for form in forms if (places := self.english(pair.number).places(form))), None)

    def mentions(self, met: Met, pair: Pair) -> int:
        """How often the pair's target names the concept: by a form, a short form, an acronym or the word for its people."""
        english = self.english(pair.number)
        forms = self.matcher.compiled(met.concept)
        places = {place for form in (*forms.full, *forms.short) for place in english.places(form)}
        named = longest([(forms.full[0], start, end) for start, end in places])
        return len(named) + sum(stand_ins(form, english) for form in forms.full)

    def pronouns(self, pair: Pair) -> int:
        """Number of words in the pair's target that may stand for a thing named before."""
        counts = self.english(pair.number).counts
        return sum(counts[word] for word in PRONOUNS if word in counts)

    def without_source(self, pair: Pair) -> Iterator[tuple[Concept, int, int]]:
        """Preferred forms in the pair's target that need their term in the source, where no term of the article's source accounts for them."""
        for concept in self.matcher.glossary.needing_source:
            form, english = self.matcher.compiled(concept).full[0], self.english(pair.number)
            if form.may_stand(english.squeezed) and not self.names([concept], concept.target.lower()):
                for start, end in english.places(form):
                    yield concept, start, end

    def changed_items(self, pair: Pair) -> Iterator[Changed]:
        """Items of the pair that are to be kept as they are and are not in its target, letter for letter; each once."""
        for hits in self._named.get(pair.number, {}).values():
            forms = self.matcher.compiled(hits[0].concept)
            if not forms.concept.keep or not forms.concept.target:
                continue
            english, (hit,) = self.english(pair.number), self._in_pair(hits[:1], pair)
            if not any(map(english.holds_exactly, (*forms.full, *forms.short))):
                yield Changed(hit, forms.concept.target, changed(forms.full[0], english), self._gap(hit, pair))

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
        if not self.matcher.compiled(lack.concept).full[0].capital:
            return place
        reach = len(pair.target.text) / 4
        near = [word for word in self._scene(pair.number).strangers if abs(word[0] - place[0]) < reach]
        return min(near, key=lambda word: abs(word[0] - place[0]), default=place)

    def english(self, number: int) -> English:
        """The target of a pair, by the pair's number, ready to be asked for forms."""
        known = self._english.get(number)
        if known is None:
            known = self._english[number] = self.article.part(*self._bounds[number])
        return known

    @cached_property
    def _judged(self) -> dict[int, _Judged]:
        """Number of a pair → what became of its terms."""
        judged = {}
        for number, named in self._named.items():
            met, missing = [], []
            for hits in named.values():
                concept = hits[0].concept
                if concept.target and not concept.keep:
                    forms = self.matcher.compiled(concept)
                    if places := self._places(forms.full, number):
                        met.append((forms, hits, places))
                    else:
                        missing.append((forms, hits))
            judged[number] = _Judged(met, missing)
        return judged

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        """Where the target of each pair begins and ends in the article."""
        starts = [*self._facts.article.starts, len(self._facts.article.text) + 1]
        targets = [link.target for link in self._facts.links]
        return [(starts[first], starts[after] - 1) if after > first else (0, 0) for first, after in targets]

    def _scene(self, number: int) -> Scene:
        known = self._scenes.get(number)
        if known is None:
            taken = [place for _, _, places in self._judged[number].met for place in places]
            known = self._scenes[number] = Scene(self, self.english(number), taken, self._bounds[number])
        return known

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs whose source holds a term."""
        return self._at(self._named)

    @cached_property
    def keeping(self) -> tuple[Pair, ...]:
        """The pairs whose source holds an item that is to be kept as it is."""
        return self._at([number for number, named in self._named.items() for hits in named.values() if hits[0].concept.keep])

    @cached_property
    def lacking(self) -> tuple[Pair, ...]:
        """The pairs whose target lacks a term of their source."""
        return self._at([number for number, judged in self._judged.items() if judged.missing])

    @cached_property
    def repeating(self) -> tuple[Pair, ...]:
        """The pairs whose source names a thing more often than the target has it in one form."""
        return self._at([number for number, judged in self._judged.items() for _, hits, places in judged.met if len(hits) > len(places)])

    @cached_property
    def recased(self) -> tuple[Pair, ...]:
        """The pairs whose target has a term as no form of it is written, where the preferred one has a capital or is exact."""
        text = self.article.text
        return self._at(
            [
                number
                for number, judged in self._judged.items()
                for forms, _, places in judged.met
                if forms.cased
                for start, end in places
                if text[start:end] not in forms.cased
            ]
        )

    @cached_property
    def risking(self) -> tuple[Pair, ...]:
        """The pairs whose source holds a term, and whose target perhaps a form that is forbidden for it."""
        return self._at(self._risks)

    @cached_property
    def _risks(self) -> dict[int, list[tuple[Compiled, list[TermHit]]]]:
        """Number of a pair → its terms with forms forbidden for them of which one may stand in its target.

        Where a form that is fine stands as often as the term no other is wrong, unless the fine one stands within it.
        """
        risks: dict[int, list[tuple[Compiled, list[TermHit]]]] = {}
        for number, judged in self._judged.items():
            for forms, hits, places in (*judged.met, *[(*one, []) for one in judged.missing]):
                wrong = forms.wrong if len(places) < len(hits) else forms.nesting
                if wrong and perhaps_wrong(wrong, self.english(number)):
                    risks.setdefault(number, []).append((forms, hits))
        return risks

    def _at(self, numbers: Iterable[int]) -> tuple[Pair, ...]:
        """The pairs of these numbers, each once."""
        return tuple(map(self._facts.pair, dict.fromkeys(numbers)))

    @cached_property
    def _named(self) -> dict[int, dict[int, list[TermHit]]]:
        """Number of a pair → the terms in its source, as article offsets, hits of one concept together by its identity; all in order."""
        pairs: dict[int, dict[int, list[TermHit]]] = {}
        if not self._source_hits:
            return pairs
        starts = [*self._facts.source.starts, len(self._facts.source.text) + 1]
        sources = [link.source for link in self._facts.links]
        firsts = [starts[first] for first, _ in sources]
        for hit in self._source_hits:
            number = bisect_right(firsts, hit.start) - 1
            if number >= 0 and hit.start < starts[sources[number][1]]:
                pairs.setdefault(number, {}).setdefault(id(hit.concept), []).append(hit)
        return pairs

    def _places(self, forms: Sequence[Form], number: int) -> Places:
        """Where one of the forms stands in the target of a pair, as article offsets: the first form found, as listed if any is.

        As listed they are looked for in the article, so that few pairs are read on their own.
        """
        start, end = self._bounds[number]
        for form in forms:
            if places := self.article.as_listed(form, start, end):
                return places
        english = self.english(number)
        for form in forms:
            if places := english.in_other_dress(form):
                return [(start + first, start + last) for first, last in places]
        return []

    def _lack(self, compiled: Compiled, hits: tuple[TermHit, ...], scene: Scene, pair: Pair) -> Lack | None:
        concept, forms, english = compiled.concept, compiled.full, scene.english
        near = next((cousin for form in forms for cousin in cousins(form, english) if not overlaps(*cousin.word, scene.taken)), None)
        if near is not None:
            return Lack(hits, near, None, "")
        if any(map(english.holds, compiled.short)):
            return None if self._introduced(forms, pair) else Lack(hits, None, None, "short")
        if is_abbreviated(forms, english):
            return None
        if has_people(forms, english, len(hits)):
            # One country may be taken for another while the word for its people stands beside it.
            return Lack(hits, None, scene.foreign, "") if scene.foreign else None
        if concept.kind == "name" and is_power_said(simplified(pair.source.text), [(hit.start, hit.end) for hit in hits], english.text):
            return None
        rival = scene.rival(concept.kind)
        return Lack(hits, None, rival, "" if rival else self._excuse(concept, forms, scene, pair))

    def _introduced(self, forms: Sequence[Form], pair: Pair) -> bool:
        """Whether one of the forms stands in the article before the end of the pair."""
        end = self._bounds[pair.number][1]
        return any(place[0] < end for form in forms for place in self.article.places(form))

    @cached_property
    def article(self) -> English:
        """The whole target, ready to be asked for forms."""
        return English(self._facts.article.text, self._facts.article.lower)

    def _excuse(self, concept: Concept, forms: tuple[Form, ...], scene: Scene, pair: Pair) -> Excuse:
        if len(concept.target.split()) == 1 and concept.target.islower():
            return "plain-word"
        if is_reworded(forms, scene.english):
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

    @property
    def simplified_source(self) -> str:
        """The visible source in simplified characters."""
        return self._facts.simplified_source

    @cached_property
    def _known_forms(self) -> str:
        """All forms of the concepts the source names, in lower case, a line each."""
        concepts = {id(hit.concept): hit.concept for hit in self._source_hits}
        return "\n".join([form for concept in concepts.values() for form in concept.forms]).lower()
