"""BLEU, chrF, chrF++ and TER of segments against references, as sacrebleu computes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from tqa.model import ConfigError
from tqa.score.alignment import Aligned, Alignment, ScoreError, align
from tqa.text.counted import counted

METRICS = ("BLEU", "chrF", "chrF++", "TER")
"""Every metric by name; TER counts edits, so less is better, and takes far longer than the others (news: 0.03 s a segment)."""

DEFAULT_METRICS = METRICS[:3]

Row = list[float]
"""What one segment adds to a metric: counts that add up over segments."""


@dataclass(frozen=True, slots=True)
class Score:
    """One metric over the whole text (0 to 100, TER may exceed it), with the library's signature, and over each segment."""

    name: str
    score: float
    signature: str
    alignment: Alignment
    segments: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The metrics asked for, in that order; figures of different `alignment` are not to be compared."""

    metrics: tuple[Score, ...]
    alignment: Alignment


def score(
    hypothesis: Sequence[str],
    reference: Sequence[str] | Sequence[Sequence[str]],
    metrics: Sequence[str] = DEFAULT_METRICS,
) -> Scores:
    """Scores of one text against one reference or several; blank segments count.

    Where the number of segments differs, the hypothesis is divided anew along the first reference, and says so.
    Equal to sacrebleu to the last digit: `score` to `corpus_score`, `segments` to `sentence_score` (BLEU's with effective order).
    Raises ScoreError where a side holds no text or the references differ in length, ConfigError for an unknown metric.
    """
    references = (reference,) if _is_text(reference) else tuple(reference)
    if not references:
        raise ScoreError("there is no reference; give at least one, one segment a line")
    for number, other in enumerate(references[1:], 2):
        # sacrebleu would drop the end of the longer one without a word.
        if len(other) != len(references[0]):
            raise ScoreError(
                f"reference {number} has {counted(len(other), 'segment')} and reference 1 has {len(references[0])}; "
                "divide all references the same way, one segment a line"
            )
        if not any(segment.strip() for segment in other):
            raise ScoreError(f"reference {number} holds no text; leave it out, or give one segment a line")
    return _scores([(align(hypothesis, references[0]), references)], metrics)


def score_documents(documents: Sequence[tuple[Sequence[str], Sequence[str]]], metrics: Sequence[str] = DEFAULT_METRICS) -> Scores:
    """Scores of a corpus of (hypothesis, reference), one article each; only articles whose counts differ are divided anew."""
    return _scores([(aligned, (reference,)) for aligned, reference in align_documents(documents)], metrics)


def align_documents(documents: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[tuple[Aligned, Sequence[str]]]:
    """Each hypothesis in its reference's segments, beside that reference; errors name the document, counted from 1."""
    if not documents:
        raise ScoreError("there are no documents to score; give at least one hypothesis with its reference")
    aligned = []
    for number, (hypothesis, reference) in enumerate(documents, 1):
        try:
            aligned.append((align(hypothesis, reference), reference))
        except ScoreError as error:
            raise ScoreError(f"document {number}: {error}") from None
    return aligned


def _scores(documents: Sequence[tuple[Aligned, Sequence[Sequence[str]]]], metrics: Sequence[str]) -> Scores:
    alignment: Alignment = "1-1" if all(aligned.alignment == "1-1" for aligned, _ in documents) else "resegmented"
    scores = []
    for measure in [Measure.named(name) for name in metrics]:
        rows = [row for aligned, references in documents for row in measure.rows(aligned.segments, references)]
        segments = tuple(measure.segment_score(row) for row in rows)
        scores.append(Score(measure.name, measure.corpus_score(rows), measure.signature(), alignment, segments))
    return Scores(tuple(scores), alignment)


def _is_text(reference: Sequence[str] | Sequence[Sequence[str]]) -> TypeGuard[Sequence[str]]:
    return bool(reference) and isinstance(reference[0], str)


@dataclass(frozen=True, slots=True)
class Measure:
    """One metric of the library, taken in two steps: rows of counts, which add up, and the score of a sum of them.

    The steps are those by which sacrebleu itself resamples (2.0 and later), so no figure is computed a second way.
    """

    name: str
    # The library's own classes, imported only when scoring.
    _corpus: Any
    _segment: Any

    @classmethod
    def named(cls, name: str) -> Measure:
        """The metric of that name, with the library's defaults; raises ConfigError for an unknown one."""
        from sacrebleu import BLEU, CHRF, TER

        metric: Any
        match name:
            case "BLEU":
                # force: no advice about tokenised text on standard error. Effective order: without it a segment under
                # four words has BLEU 0, and the library itself asks for it on sentences.
                return cls(name, BLEU(force=True), BLEU(force=True, effective_order=True))
            case "chrF":
                metric = CHRF()
            case "chrF++":
                metric = CHRF(word_order=2)
            case "TER":
                metric = TER()
            case _:
                raise ConfigError(f"unknown metric {name!r}; choose among {', '.join(METRICS)}")
        return cls(name, metric, metric)

    def rows(self, hypothesis: Sequence[str], references: Sequence[Sequence[str]]) -> list[Row]:
        """Counts for each segment."""
        # One segment at a time: given all of them, sacrebleu holds the n-grams of every reference until the end.
        return [
            self._corpus._extract_corpus_statistics([segment], [[other] for other in others])[0]
            for segment, *others in zip(hypothesis, *references, strict=True)
        ]

    def corpus_score(self, rows: list[Row]) -> float:
        """The score of all these rows taken together."""
        # Not sum(): from Python 3.12 on it rounds floats better than the library does, and TER's last digit moves.
        return float(self._corpus._aggregate_and_compute(rows).score)

    def segment_score(self, row: Row) -> float:
        """The score of one segment alone."""
        return float(self._segment._aggregate_and_compute([row]).score)

    def signature(self) -> str:
        """The library's signature, known once rows were taken."""
        return str(self._corpus.get_signature())
