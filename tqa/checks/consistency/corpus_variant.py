"""A name or term that most articles render otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from tqa.analysis.analysis import Analysis, Pair
from tqa.analysis.listed_names import goes_on_as_body, listed_names
from tqa.glossary.concept import Concept
from tqa.glossary.cousins import is_misspelt, one_word_off
from tqa.glossary.dress import dressed
from tqa.glossary.majority import Majorities, Majority, is_derived, is_part, is_same, majority_of
from tqa.glossary.memory import Exemplar, Use, Uses, add, by_weight, richer
from tqa.glossary.traces import joined, overlaps
from tqa.model import Document, Elsewhere, Finding, Related, Segment, Severity, Span, Where
from tqa.records import NamedTuple
from tqa.rule.kinds import CorpusRule, corpus_example, replace
from tqa.text.dictionary import stem
from tqa.text.families import is_of_one_family
from tqa.text.regex import regex
from tqa.value import value

if TYPE_CHECKING:
    from tqa.analysis.terms import Lack, Terms
    from tqa.glossary.memory import Memory

Place = tuple[int, int]
"""Article offsets."""

_LONGEST_SENTENCE = 160
_LEAST_HAN = 3
"""Characters of a term that is no chance likeness of something else."""
_SURE_ORIGINS = frozenset(("glossary", "title", "name"))
_UNSURE = 0.5
"""A link below this confidence joins whole articles."""
_DRESS = regex("^(?:[Tt]he|[Aa]n?) (?=.)|['’]s?$")


class Shares(NamedTuple):
    """The uses of a term in the term memory, and in the articles of the run."""

    remembered: Uses = ()
    seen: Uses = ()


@value
class CorpusVariant(CorpusRule[Shares, Majority]):
    """A name is rendered otherwise than in most articles of the run, or than the term memory has it.

    Why: each article agrees with itself, and the reader of two still meets two names for one thing.
    What: every article adds what it calls the names of its source: terms of the glossary, titles, people, bodies, strings said twice,
    and words that the dictionary knows as names. The rendering of two articles or more is the majority if no other has half as many.
    Where the source then names the thing, and the linked English has neither that rendering nor a short form of it, what stands there
    instead is reported: the same words with one changed or misspelt, or what the dictionary finds for the term. With `--memory` the
    term memory speaks for the articles that are not in the run; of each term the side with more articles decides.
    Limits: without a source nothing is compared. A rendering that shares no word with the majority's is found only where the dictionary
    tells it; a wrong mention beside a right one in the same segment is not. Common nouns, and names that two articles alone render two
    ways, have no majority.
    Measured: on two sets of 73 human translations one finding, which is a slip. With one name changed in 30 of them it finds 0.91 of the
    names and is right in 0.99 of its findings; without a glossary 0.91 and 0.99.
    """

    rows = (Shares, Use, Exemplar)
    seeks = True
    yields_to = ("term-forbidden", "term-forbidden-if-source", "term-near-miss", "term-missing", "split-term", "split-title", "name-misspelled")

    articles: int = 2
    """In how many articles the majority's rendering must stand."""

    examples = (
        # Each its own way: nothing proves which is right.
        corpus_example(
            ["The Shanghai Stock Exchange rose."],
            ["The Shanghai Security Exchange fell."],
            sources=[["上海证券交易所上涨。"], ["上海证券交易所下跌。"]],
        ),
        # A short form, another number, a people for its country.
        corpus_example(
            ["He joined Xinhua News Agency in May."],
            ["She left Xinhua News Agency in June."],
            ["They read Xinhua in July."],
            sources=[["他五月加入新华社。"], ["她六月离开新华社。"], ["他们七月读新华社。"]],
            glossary=Concept(("新华社",), "Xinhua News Agency", ("Xinhua",)),
        ),
        corpus_example(
            ["He flew to Malawi."],
            ["She flew to Malawi."],
            ["A Malawian team came."],
            sources=[["他飞往马拉维。"], ["她飞往马拉维。"], ["马拉维队来了。"]],
            glossary=Concept(("马拉维",), "Malawi", ("Malawian",)),
        ),
        # A body of the place.
        corpus_example(
            ["Hubei Province grows tea."],
            ["Tea grows in Hubei Province."],
            ["Hubei Party chief Wang left."],
            sources=[["湖北省种茶。"], ["茶生长在湖北省。"], ["湖北省委书记王先生离开。"]],
        ),
        # A choice of spelling.
        corpus_example(
            ["He flew to Macau."],
            ["She flew to Macau."],
            ["They flew to Macao."],
            sources=[["他飞往澳门。"], ["她飞往澳门。"], ["他们飞往澳门。"]],
        ),
        # Another exchange.
        corpus_example(
            ["He visited the Shanghai Stock Exchange."],
            ["She visited the Shanghai Stock Exchange."],
            ["They visited the Shenzhen Stock Exchange."],
            sources=[["他参观了上海证券交易所。"], ["她参观了上海证券交易所。"], ["他们参观了深圳证券交易所。"]],
        ),
        # Without sources.
        corpus_example(["The Greater Bay Area grows."], ["In the Greater Bay Area."], ["The Grand Bay Area shines."]),
        corpus_example(
            ["He visited the Shanghai Stock Exchange."],
            ["She visited the Shanghai Stock Exchange."],
            ["They visited the ⟦Shanghai Stock Market⟧."],
            sources=[["他参观了上海证券交易所。"], ["她参观了上海证券交易所。"], ["他们参观了上海证券交易所。"]],
        ),
        corpus_example(
            ["He flew to Malawi."],
            ["She flew to Malawi."],
            ["They flew to ⟦Malavi⟧."],
            sources=[["他飞往马拉维。"], ["她飞往马拉维。"], ["他们飞往马拉维。"]],
            glossary=Concept(("马拉维",), "Malawi"),
        ),
    )

    def gather(self, facts: Analysis) -> dict[str, Shares]:
        if not facts.has_source:
            return {}
        found = {term: _uses(mentions, facts) for term, mentions in {**listed_names(facts), **_told_names(facts)}.items()}
        # What no mention writes with a capital is no name.
        return {term: Shares(seen=uses) for term, uses in found.items() if any(not use.rendering.islower() for use in uses)}

    def add(self, one: Shares, other: Shares) -> Shares:
        return Shares(add(one.remembered, other.remembered), add(one.seen, other.seen))

    def remembered(self, memory: Memory) -> Mapping[str, Shares]:
        return {term: Shares(remembered=uses) for term, uses in memory.items()}

    def memory(self, state: Mapping[str, Shares]) -> Memory:
        return {term: row.seen for term, row in state.items() if row.seen}

    def judge(self, state: Mapping[str, Shares]) -> Majorities:
        judged = ((term, majority_of(term, richer(row.seen, row.remembered), self.articles)) for term, row in state.items())
        return Majorities({term: majority for term, majority in judged if majority is not None})

    def concerns(self, document: Document, verdict: Mapping[str, Majority]) -> bool:
        """Whether the source names a term more often than the target holds the majority's rendering."""
        if not document.source or not isinstance(verdict, Majorities):
            return False
        target = "\n".join([segment.text for segment in document.target]).lower()
        hits: dict[str, int] = {}
        for hit in verdict.matcher.in_source("\n".join([segment.text for segment in document.source])):
            hits[hit.concept.target] = hits.get(hit.concept.target, 0) + 1
        return any(target.count(rendering.lower()) < count for rendering, count in hits.items())

    def mark(self, facts: Analysis, verdict: Mapping[str, Majority]) -> Iterator[Finding]:
        if not facts.has_source or not isinstance(verdict, Majorities):
            return
        terms = facts.recalled(verdict.matcher)
        for pair in terms.lacking:
            for lack in terms.lacks(pair):
                majority, term = verdict[lack.concept.source[0]], lack.hits[0]
                if goes_on_as_body(pair.source.text, term.end):
                    continue
                place = _near(lack, pair, terms, facts) or _told(pair, majority, facts)
                if place is not None and not _is_fine(pair.target.text[slice(*place)], pair.source.text[term.start : term.end], majority, facts):
                    yield self._finding(pair.target.place(*place), pair.source.where(term.start, term.end), majority, pair.confidence, facts)

    def _finding(self, place: tuple[Segment, Span], term: Where, majority: Majority, confidence: float, facts: Analysis) -> Finding:
        segment, span = place
        found, wanted = span.of(segment.text), majority.use.rendering
        return self.finding(
            segment,
            span,
            "{term} is “{found}” here, “{wanted}” in {n} of {m} articles",
            term=majority.term,
            found=found,
            wanted=wanted,
            n=majority.use.documents,
            m=majority.documents,
            severity=Severity.INFO if confidence < _UNSURE else None,
            fix=replace(segment, span, dressed(wanted, found, wanted)),
            related=[Related(term, "the term"), *_related(majority, facts)],
        )


def _told_names(facts: Analysis) -> dict[str, list[Place]]:
    """What the article renders its terms by; where all words have capitals only what is known to be a name."""
    found: dict[str, list[Place]] = {}
    listed: dict[str, set[str]] = {}
    for concept in {id(hit.concept): hit.concept for hit in facts.source_terms}.values():
        for form in concept.source:
            listed.setdefault(form, set()).update(concept.source)
    for term, mentions in facts.renderings.by_term.items():
        places = [one.target for one in mentions if one.origin in _SURE_ORIGINS or not facts.article.is_capital_by_place(one.target[0])]
        if places:
            found.setdefault(_shortest(term, listed.get(term, ())), []).extend(places)
    return found


def _shortest(term: str, listed: Iterable[str]) -> str:
    """The shortest form that the glossary has for a term within the term itself, so that one concept has one entry: 一带一路 for 共建一带一路."""
    return min((form for form in listed if form in term), key=lambda form: (len(form), form), default=term)


def _uses(mentions: Sequence[Place], facts: Analysis) -> Uses:
    starts: dict[str, list[int]] = {}
    for start, end in mentions:
        starts.setdefault(_DRESS.sub("", facts.article.text[start:end]), []).append(start)
    return tuple(sorted(Use(rendering, len(each), 1, _exemplar(min(each), facts)) for rendering, each in starts.items()))


def _exemplar(start: int, facts: Analysis) -> Exemplar:
    segment, offset = facts.article.at(start)
    line, column = segment.place.locate(offset)
    return Exemplar(facts.document.id, segment.place.path, segment.index, offset, line, column, _sentence(start, facts))


def _sentence(offset: int, facts: Analysis) -> str:
    """The sentence around an article offset, cut where it is very long."""
    number = bisect_right(facts.sentences, offset, key=itemgetter(0)) - 1
    start, end = facts.sentences[number]
    start = max(start, offset - _LONGEST_SENTENCE // 2)
    return facts.article.text[start : min(end, start + _LONGEST_SENTENCE)].strip()


def _near(lack: Lack, pair: Pair, terms: Terms, facts: Analysis) -> Place | None:
    """Where the majority's rendering stands with a letter or a word changed, as offsets of the pair's target.

    Another word in it proves something only if the term is long or listed, and if nothing else that the source names explains the word.
    """
    term = lack.concept.source[0]
    english = terms.english(pair.number)
    taken = joined(place for known in (terms, facts.terms) for met in known.met(pair) if term not in met.concept.source for place in met.places)
    is_told_by_others = len(term) >= _LEAST_HAN or any(term in hit.concept.source for hit in facts.source_terms)
    for form in terms.matcher.compiled(lack.concept).full:
        for first, after, odd in one_word_off(form, english):
            (start, end), word = english.spans[odd], english.words[odd]
            if not english.text[start].isupper() or overlaps(start, end, taken):
                continue
            is_other_word = after - first > 1 and is_told_by_others and not facts.renderings.is_elsewhere(stem(word), term, pair.number)
            if is_other_word or is_misspelt(word, form.words[odd - first]):
                return english.spans[first][0], english.spans[after - 1][1]
    return None


def _told(pair: Pair, majority: Majority, facts: Analysis) -> Place | None:
    """The English of the term in the pair, where the article's own facts tell it."""
    for one in facts.renderings.by_term.get(majority.term, ()):
        segment, span = facts.article.place(*one.target)
        for number, beside in enumerate(pair.target.segments):
            if beside.index == segment.index:
                return pair.target.starts[number] + span.start, pair.target.starts[number] + span.end
    return None


def _is_fine(found: str, term: str, majority: Majority, facts: Analysis) -> bool:
    """Whether what stands for a term is no variant: no name, the majority's in another dress or length, a form the glossary allows, or a
    choice of spelling, which is `variant-family`'s business.
    """
    wanted = majority.use.rendering
    if found.islower() or majority.fits(found) or is_derived(found, wanted) or is_of_one_family(found, wanted):
        return True
    allowed = (form for hit in facts.source_terms if term in hit.concept.source for form in (*hit.concept.forms, *hit.concept.short))
    # 长沙 is listed: without its City 长沙市 is named all the same.
    bare = (form for hit in facts.source_terms if term[:-1] in hit.concept.source for form in hit.concept.forms)
    return any(is_same(found, form) for form in allowed) or any(is_part(found, form) for form in bare)


def _related(majority: Majority, facts: Analysis) -> Iterator[Related]:
    """A place of each rendering in the run, the majority's first."""
    for use in by_weight(majority.uses):
        at = use.exemplar
        if at.path:
            span = Span(at.start, at.start + len(use.rendering))
            last = None if at.column is None else at.column + len(span)
            elsewhere = Elsewhere(at.document, at.path, at.line, at.column, at.line, last, use.rendering)
            yield Related(
                Where("target", at.segment, span),
                "{count} mentions in {documents} articles",
                {"count": use.mentions, "documents": use.documents},
                elsewhere if at.document != facts.document.id else None,
            )
