"""Changes to concepts that a glossary has, where articles keep departing from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tqa.glossary.concept import Concept
from tqa.glossary.suggestions.ranking import Candidate
from tqa.glossary.suggestions.suggestion import Suggestion, shortened
from tqa.text.dictionary import stems
from tqa.text.english import WORD
from tqa.value import value

_LEAST = 2
"""Articles in which a form must stand for it to be no slip."""


@value
class Mention:
    """A glossary term at one place of an article: the term's Chinese, the form the glossary prefers, and what the article has.

    `fits`: that is one of the concept's forms. `sentences`: the linked passages around it.
    """

    source: str
    wanted: str
    written: str
    document: str
    fits: bool
    sentences: tuple[str, str] = ("", "")


def changes(mentions: Iterable[Mention]) -> Iterator[Suggestion]:
    """Forms to allow that stand for a term in several articles and are not listed for it; the commonest first."""
    by_source: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_source.setdefault(mention.source, []).append(mention)
    found = [suggestion for source, all_ in sorted(by_source.items()) for suggestion in _of_term(source, all_)]
    yield from sorted(found, key=lambda one: (-one.documents, -one.confidence, one.source))


def departures(candidate: Candidate, concept: Concept, example: tuple[str, str]) -> Iterator[Suggestion]:
    """The same for a listed term among the candidates, whose renderings are told by statistics; `example`: its sentence and the English."""
    fits = sum(one.count for one in candidate.renderings if is_form(one.text, concept))
    for one in candidate.renderings:
        if one.documents >= _LEAST and not is_form(one.text, concept) and not _is_cut(one.text, concept.forms):
            share = one.count / (one.count + fits)
            yield _proposal(candidate.source, one.text, concept.target, (candidate.count, one.count, fits, one.documents), share, example)


def is_form(written: str, concept: Concept) -> bool:
    """Whether the English is one of the concept's forms, a forbidden one too, but for endings and small words."""
    known = (*concept.forms, *concept.short, *concept.forbidden, *concept.forbidden_if_source)
    words = stems(written.lower())
    return any(stems(form.lower()) == words for form in known)


def _is_cut(written: str, forms: Iterable[str]) -> bool:
    """Whether the English is a piece of a listed form, as where only a part of it was told: developing for developing country."""
    words = set(WORD.findall(written.lower()))
    return any(words < set(WORD.findall(form.lower())) for form in forms)


def _of_term(source: str, mentions: list[Mention]) -> Iterator[Suggestion]:
    fits = sum(mention.fits for mention in mentions)
    by_stems: dict[tuple[str, ...], list[Mention]] = {}
    for mention in mentions:
        if not mention.fits:
            by_stems.setdefault(tuple(stems(mention.written.lower())), []).append(mention)
    for ones in by_stems.values():
        documents = len({mention.document for mention in ones})
        if documents >= _LEAST and not _is_cut(ones[0].written, (ones[0].wanted,)):
            written = Counter(mention.written for mention in ones)
            form = min(written, key=lambda text: (-written[text], text))
            first = min(ones, key=lambda mention: (mention.document, mention.sentences))
            share = len(ones) / (len(ones) + fits)
            example = shortened(first.sentences[0], source), shortened(first.sentences[1], first.written)
            yield _proposal(source, form, first.wanted, (len(mentions), len(ones), fits, documents), share, example)


def _proposal(source: str, form: str, wanted: str, counts: tuple[int, int, int, int], share: float, example: tuple[str, str]) -> Suggestion:
    """`counts`: places of the term, those with the form, those with a listed one, and articles with the form."""
    places, departing, fits, documents = counts
    return Suggestion(
        source,
        form,
        "allow",
        confidence=round(documents / (documents + 1) * share, 2),
        count=places,
        documents=documents,
        renderings=((form, departing), *(((wanted, fits),) if fits else ())),
        example=example,
        reason=f"{documents} articles have this, where the glossary has “{wanted}”",
    )
