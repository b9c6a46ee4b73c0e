"""Suggestions for a glossary: articles in, a review file's contents out.

from tqa.suggestions import suggest
suggest(["stories/"], Settings()).suggestions
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from tqa.analysis.analysis import Analysis
from tqa.analysis.linked_sentences import linked_sentences
from tqa.api import Session
from tqa.config.plans import glossary_paths, parse_glossary
from tqa.config.settings import Settings
from tqa.engine.decided import Rejected, memory_path, remembered
from tqa.engine.decisions import Decision
from tqa.files import documents, read_text, write_atomic
from tqa.glossary.concept import Concept
from tqa.glossary.matcher import TermHit
from tqa.glossary.script import simplified, unquoted
from tqa.glossary.suggestions.bitext import SentencePair
from tqa.glossary.suggestions.candidates import candidates
from tqa.glossary.suggestions.changes import Mention, changes, departures, is_form
from tqa.glossary.suggestions.ranking import Candidate
from tqa.glossary.suggestions.slips import slips
from tqa.glossary.suggestions.suggestion import ENDING, Suggestion, dump_suggestions, shortened
from tqa.model import ConfigError, Document, FormatError, Notice, Problem, Row
from tqa.records import NamedTuple
from tqa.registry import all_cards
from tqa.runners.local import Run
from tqa.text.dictionary import stems
from tqa.value import replace

FINDINGS = ("split-term", "corpus-variant", "term-near-miss")
"""Rules whose findings say what a glossary should say."""


class Suggested(NamedTuple):
    """What a run over articles suggests, best first; the documents read, those of them with a source, and what could not be read."""

    suggestions: tuple[Suggestion, ...]
    documents: int
    with_source: int
    problems: tuple[Problem, ...]


def suggest(paths: Sequence[str], settings: Settings, *, source: str = "", also: Sequence[str] = (), limit: int = 1000) -> Suggested:
    """At most `limit` concepts that articles with their sources and references show and the glossary lacks, and changes of those it has.

    `also`: glossaries beside those of the settings; what they list or what was rejected for them is not suggested either. Raises
    ConfigError, FormatError.
    """
    if "-" in paths:
        raise ConfigError("suggestions are read out of files, and standard input is none; name the articles")
    glossaries = [*glossary_paths(settings.glossary), *also]
    session = Session(paths, settings, source=source)
    articles = _Articles(session)
    listed = {_folded(form): one for path in glossaries for one in parse_glossary(path).concepts for form in one.source}
    terms = [(one, listed.get(_folded(one.source))) for one in candidates(articles.pairs)]
    found = [
        *changes(articles.mentions),
        *(change for one, concept in terms if concept for change in departures(one, concept, _example(one, articles.pairs))),
        *slips(_rows(paths, settings, source), listed.keys()),
        *(_suggestion(one, _example(one, articles.pairs)) for one, concept in terms if concept is None and not _is_made_of(one, listed)),
    ]
    rejected = Rejected([one for path in glossaries for one in _decided(path)])
    seen: set[tuple[str, str]] = set()
    kept = []
    for one in found:
        key = simplified(one.source), one.target if one.change else ""
        if key not in seen and not rejected.holds(one.source, one.target):
            seen.add(key)
            kept.append(one)
    return Suggested(tuple(kept[:limit]), articles.documents, articles.with_source, tuple(articles.problems))


def write_suggestions(paths: Sequence[str], settings: Settings, output: str, *, source: str = "", limit: int = 1000) -> Suggested:
    """The same, written to a review file, which is replaced; what the glossary beside it lists or rejected is left out.

    Raises ConfigError if `output` is no name of a review file, so that none replaces a glossary; FormatError if it cannot be written.
    """
    beside = glossary_beside(output)
    made = suggest(paths, settings, source=source, also=[beside] if os.path.lexists(beside) else (), limit=limit)
    if made.with_source:
        write_atomic(output, dump_suggestions(made.suggestions))
    return made


def glossary_beside(path: str) -> str:
    """The glossary that a review file is for by its name: house.tsv for house.suggested.tsv. Raises ConfigError for another name."""
    if not path.endswith(ENDING) or os.path.basename(path) == ENDING:
        raise ConfigError(f"{path or 'suggestions'}: a review file is named FILE{ENDING}, so that none takes the place of a glossary")
    return path.removesuffix(ENDING) + ".tsv"


class _Articles:
    """What the articles of a run say: their sentences with every translation, and their glossary terms as they are rendered."""

    def __init__(self, session: Session):
        self.pairs: list[SentencePair] = []
        self.mentions: list[Mention] = []
        self.documents = self.with_source = 0
        self._run = Run(session.work, session.planner.for_path, session.options)
        self._run.problems += session.found.problems
        for work in session.work:
            for story in self._run.stories(work):
                for item in documents(story, session.options):
                    if isinstance(item, Document):
                        self._read(item, Analysis(item, session.planner.for_path(item.path).matcher))
                    elif not isinstance(item, Notice):
                        self._run.problems.append(item)

    @property
    def problems(self) -> list[Problem]:
        """What could not be read."""
        return list(dict.fromkeys(self._run.problems))

    def _read(self, document: Document, facts: Analysis) -> None:
        self.documents += 1
        self.with_source += facts.has_source
        if facts.has_source:
            self.pairs += linked_sentences(facts)
            self.mentions += _mentions(facts)
            if document.reference:
                self.pairs += linked_sentences(Analysis(_with_reference(document)))


def _with_reference(document: Document) -> Document:
    """The document with its reference for a translation."""
    target = tuple([replace(segment, side="target") for segment in document.reference])
    return replace(document, target=target, reference=(), aligned=document.aligned and len(target) == len(document.target))


def _mentions(facts: Analysis) -> Iterator[Mention]:
    """The glossary's terms in the article where their English can be told."""
    hits = {hit.start: hit for hit in facts.source_terms}
    for mentions in facts.renderings.by_term.values():
        for one in mentions:
            hit = hits.get(one.source[0])
            if one.origin == "glossary" and hit is not None and hit.concept.target:
                yield _mention(facts, hit, one.source, one.target)


def _mention(facts: Analysis, hit: TermHit, source: tuple[int, int], target: tuple[int, int]) -> Mention:
    concept = hit.concept
    written = facts.article.text[slice(*target)]
    around = facts.source.at(source[0])[0].text, facts.article.at(target[0])[0].text
    return Mention(concept.source[0], concept.target, written, facts.document.id, is_form(written, concept), around)


def _suggestion(one: Candidate, example: tuple[str, str]) -> Suggestion:
    target = one.renderings[0].text
    return Suggestion(
        one.source,
        target,
        short=(one.acronym,) if one.acronym and one.acronym.lower() != target.lower() else (),
        kind="name" if one.is_name else "term",
        confidence=round(one.confidence, 2),
        count=one.count,
        documents=one.documents,
        renderings=tuple([(form.text, form.count) for form in one.renderings]),
        example=example,
        reason="; ".join(one.reasons),
    )


def _is_made_of(one: Candidate, listed: Mapping[str, Concept]) -> bool:
    """Whether a term is two listed ones in a row, and its English no more than theirs: 新华社北京, Xinhua News Agency Beijing."""
    source = _folded(one.source)
    words = set(stems(one.renderings[0].text.lower()))
    halves = ((listed.get(source[:middle]), listed.get(source[middle:])) for middle in range(2, len(source) - 1))
    return any(head and tail and words <= {word for form in (*head.forms, *tail.forms) for word in stems(form.lower())} for head, tail in halves)


def _example(one: Candidate, pairs: Sequence[SentencePair]) -> tuple[str, str]:
    pair = pairs[one.example]
    return shortened(pair.source, one.source), shortened(pair.target, one.renderings[0].text)


def _folded(form: str) -> str:
    """A Chinese form as forms are compared."""
    return unquoted(simplified(form))


def _rows(paths: Sequence[str], settings: Settings, source: str) -> list[Row]:
    """Findings that say what a glossary should say, whatever is shown otherwise."""
    known = all_cards(plugins=settings.plugins)
    select = tuple(name for name in FINDINGS if name in known)
    shown = replace(settings, select=select, extend_select=(), ignore=(), min_severity="info", max_findings=0, baseline="")
    return list(Session(paths, shown, source=source).linted.report.rows)


def _decided(glossary: str) -> Sequence[Decision]:
    """What was decided about a glossary before."""
    path = memory_path(glossary)
    try:
        return remembered(read_text(path), path)
    except FormatError as error:
        if error.code == "missing-path":
            return ()
        raise
