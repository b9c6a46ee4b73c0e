"""Which of the phrases are terms: what speaks for each is added up, the best come first.

The weights are those of a logistic regression on two annual reports against their official term lists, rounded; tests/bench/suggest.py
measures what they are worth on any articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, log, sqrt

import ahocorasick_rs

from tqa.data import lexicon
from tqa.glossary.script import simplified
from tqa.glossary.suggestions.bitext import SentencePair
from tqa.glossary.suggestions.phrases import Phrase, is_border
from tqa.text.dictionary import words
from tqa.text.english import lower
from tqa.text.regex import regex
from tqa.value import value

_HEADS = frozenset("行局会部法条例院所场率制度计划组委员公司集团中心系统基金券署协校库权性力业学")
"""Last characters of many bodies, laws and technical terms."""
_HALF = 6.0
"""A score at which a suggestion is as often right as wrong."""
_SURE_NEIGHBOUR = 0.6
"""Share of a phrase's places at which the same character stands beside it: it is a part of something longer."""
_SHORT = 1.8
"""English letters for a Chinese character, below which a rendering seldom is the whole of a term."""
_SHARED = 0.8
"""Of two phrases one inside the other, the lower goes if both stand at this share of the same places."""
_LEAST_SHARE = 0.1
"""Share of a term's translations below which a rendering is chance."""
_OF_SIZE = {2: -1.8, 3: -0.6, 4: 0.1}
"""What the number of its characters says for a term."""
_FIGURE = regex(r"[0-9０-９]|[一二三四五六七八九十]+[月日号]")


@value
class Rendering:
    """An English form of a term, as written most often, how often it stands for the term and in how many documents."""

    text: str
    count: int
    documents: int


@value
class Candidate:
    """A term and its renderings, best first; `count`: places of the term in the sources, `example`: the sentence pair that shows it best.

    `confidence` runs from 0 to 1; `reasons` say what speaks for it, in words.
    """

    source: str
    renderings: tuple[Rendering, ...]
    acronym: str
    is_name: bool
    count: int
    documents: int
    confidence: float
    reasons: tuple[str, ...]
    example: int


def ranked(pairs: Sequence[SentencePair], phrases: Iterable[Phrase]) -> list[Candidate]:
    """All candidates, best first. Of phrases that lie inside each other at the same places only the best is kept."""
    by_source: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_source.setdefault(phrase.source, []).append(phrase)
    places = _places(pairs, by_source)
    candidates = [_candidate(pairs, source, found, places[source]) for source, found in by_source.items() if not _is_common(source, found)]
    candidates.sort(key=lambda one: (-one.confidence, one.source))
    return list(_distinct(candidates))


def _is_common(source: str, found: Sequence[Phrase]) -> bool:
    """Whether the phrase is a word of two characters that is one word of English too, and written small: 发展, 关系."""
    return len(source) == 2 and _mean(found, "content") < 1.5 and _mean(found, "capitals") < 0.5


@value
class _Places:
    """Where a phrase stands in the sources: how often, the share of places with a border on either side, its commonest neighbours."""

    count: int
    begins: float
    ends: float
    fixed: bool
    documents: int


def _places(pairs: Sequence[SentencePair], sources: Iterable[str]) -> Mapping[str, _Places]:
    """Each phrase's places in the sources, each sentence counted once however many translations it has."""
    forms = sorted(sources)
    automaton = ahocorasick_rs.AhoCorasick(forms, store_patterns=False)
    counts: dict[int, list[tuple[str, str, str]]] = {}
    for source, document in dict.fromkeys((pair.source, pair.document) for pair in pairs):
        folded = simplified(source)
        for number, start, end in automaton.find_matches_as_indexes(source, overlapping=True):
            before = "" if is_border(folded, start - 1) else folded[start - 1]
            after = "" if is_border(folded, end) else folded[end]
            counts.setdefault(number, []).append((before, after, document))
    return {form: _summed(counts.get(number, [])) for number, form in enumerate(forms)}


def _summed(found: Sequence[tuple[str, str, str]]) -> _Places:
    count = len(found) or 1
    before, after = Counter(one for one, _, _ in found if one), Counter(one for _, one, _ in found if one)
    most = max([*before.values(), *after.values()], default=0)
    fixed = len(found) > 1 and most > _SURE_NEIGHBOUR * count
    documents = len({document for _, _, document in found})
    return _Places(len(found), 1 - before.total() / count, 1 - after.total() / count, fixed, documents)


def _candidate(pairs: Sequence[SentencePair], source: str, found: Sequence[Phrase], places: _Places) -> Candidate:
    by_form: dict[str, list[Phrase]] = {}
    for phrase in found:
        by_form.setdefault(lower(phrase.target), []).append(phrase)
    forms = sorted(by_form.values(), key=lambda ones: (-_fit(ones), ones[0].target))
    # 俄罗斯 is Russia, though it stands more often before a noun: Russian.
    best = by_form.get(_places_of_people().get(lower(forms[0][0].target), ""), forms[0])
    least = max(2 if len(best) > 1 else 1, _LEAST_SHARE * len(found))
    others = [ones for ones in forms if len(ones) >= least and _fit(ones) > 0.3 * _fit(best) and not _is_part(ones, best)]
    kept = [best, *(ones for ones in others if ones is not best)]
    acronyms = Counter(phrase.acronym for phrase in found if phrase.acronym)
    example = max(best, key=lambda phrase: (phrase.loyal * phrase.linked_source, -len(pairs[phrase.pair].source), -phrase.pair))
    score = _score(source, best, places)
    return Candidate(
        source,
        tuple([_rendering(pairs, ones) for ones in kept]),
        acronyms.most_common(1)[0][0] if acronyms else "",
        _mean(best, "capitals") > 0.5,
        places.count,
        places.documents,
        1 / (1 + exp(_HALF - score)),
        tuple(_reasons(best, places)),
        example.pair,
    )


def _is_part(ones: Sequence[Phrase], best: Sequence[Phrase]) -> bool:
    """Whether a rendering is the better one cut short or drawn too long, and no commoner."""
    one, other = lower(ones[0].target), lower(best[0].target)
    return (one in other or other in one) and len(ones) <= len(best)


@cache
def _places_of_people() -> Mapping[str, str]:
    """Word for a country's people and things → the country, in small letters."""
    return {word.lower(): place.lower() for place, listed in lexicon("demonyms.tsv")[1:] for word in listed.split()}


def _fit(ones: Sequence[Phrase]) -> float:
    """How well a rendering answers its term: how often, how whole, how loyal."""
    source, target = ones[0].source, ones[0].target
    whole = _mean(ones, "linked_target") * _mean(ones, "linked_source") * _mean(ones, "loyal") ** 2
    joins = 0.6 if " and " in target else 1.0
    short = 0.5 if len(target) < _SHORT * len(source) else 1.0
    often = len(ones) * sqrt(len(ones)) / (len(ones) + 1)
    return often * whole * (1 + _mean(ones, "bounded_target")) * joins * short


def _score(source: str, ones: Sequence[Phrase], places: _Places) -> float:
    """What speaks for a term, in logarithms of odds."""
    folded, size, form = simplified(source), len(source), ones[0].target
    english = form.lower().split()
    listed = any(end - start == size for start, end, _ in words(folded))
    return (
        0.4 * _mean(ones, "linked_source")
        + 0.5 * _mean(ones, "linked_target")
        + 1.4 * _mean(ones, "loyal")
        + 0.4 * _mean(ones, "bounded_target")
        + 0.4 * _mean(ones, "capitals")
        + 2.0 * _mean(ones, "quoted")
        - 0.3 * min(_mean(ones, "loose"), 3)
        - 1.5 * _mean(ones, "astray")
        + 1.2 * log(1 + places.count)
        + 0.1 * log(1 + len(ones))
        + _OF_SIZE.get(size, 0.0)
        - 0.5 * listed
        - 0.6 * (ones[0].content == 1)
        - 0.3 * (len(form) < _SHORT * size)
        - 1.4 * ("的" in source[1:-1])
        + 0.4 * (ones[0].content >= 3)
        + 0.7 * (places.begins + places.ends)
        - 0.8 * places.fixed
        - 0.9 * ("and" in english or "of" in english)
        - 1.6 * bool(_FIGURE.search(source))
        + 0.6 * (folded[-1] in _HEADS)
    )


def _reasons(ones: Sequence[Phrase], places: _Places) -> Iterable[str]:
    if _mean(ones, "quoted") > 0.5:
        yield "stands in quotes"
    if _mean(ones, "capitals") > 0.5:
        yield "written with capitals"
    if _mean(ones, "headline") == 1:
        yield "stands in headlines only"
    if places.documents > 1:
        yield f"in {places.documents} articles"
    if len(ones) > 1:
        yield f"translated so {len(ones)} times"
    if places.begins + places.ends >= 1.5:
        yield "stands alone"
    if _mean(ones, "linked_source") > 0.9 and _mean(ones, "linked_target") > 0.9:
        yield "every word has its counterpart"


def _mean(ones: Sequence[Phrase], field: str) -> float:
    return sum(float(getattr(phrase, field)) for phrase in ones) / len(ones)


def _rendering(pairs: Sequence[SentencePair], ones: Sequence[Phrase]) -> Rendering:
    # In a headline any word has a capital.
    written = Counter(phrase.target for phrase in ones if not phrase.headline) or Counter(phrase.target for phrase in ones)
    text = min(written, key=lambda form: (-written[form], form))
    return Rendering(text, len(ones), len({pairs[phrase.pair].document for phrase in ones}))


def _distinct(candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """The candidates without those that a better one covers: a part of it, or it with more around it, at nearly all of their places."""
    parts: dict[str, list[Candidate]] = {}
    wholes: dict[str, Candidate] = {}
    for one in candidates:
        inner = [one.source[start:end] for start in range(len(one.source)) for end in range(start + 2, len(one.source) + 1)]
        around = parts.get(one.source, [])
        inside = [wholes[part] for part in inner if part in wholes and part != one.source]
        if any(_covers(other, one) for other in (*around, *inside)):
            continue
        wholes[one.source] = one
        for part in dict.fromkeys(inner):
            parts.setdefault(part, []).append(one)
        yield one


def _covers(better: Candidate, other: Candidate) -> bool:
    return min(better.count, other.count) >= _SHARED * max(better.count, other.count)
