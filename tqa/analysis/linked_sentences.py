"""The sentences of an article with their English: what words and terms are learnt from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.align import link
from tqa.analysis.analysis import Analysis
from tqa.glossary.suggestions.bitext import SentencePair, chinese_sentences
from tqa.model import Place, Run, Segment, Side
from tqa.text.sentences import sentences

_SURE = 0.5
"""Least confidence of a link that is looked at: below it, the link is the whole article."""
_NOWHERE = Place("", (Run(0, 1, 1),))


def linked_sentences(facts: Analysis) -> Iterator[SentencePair]:
    """The sentences of an article with their English, where the two sides are linked with some confidence."""
    for pair in facts.pairs:
        if pair.confidence >= _SURE:
            yield from sentence_pairs(pair.source.text, pair.target.text, facts.document.id)


def sentence_pairs(source: str, target: str, document: str) -> Iterator[SentencePair]:
    """The sentences of two linked passages, linked as segments of an article are; those without a counterpart are left out."""
    chinese = list(chinese_sentences(source))
    english = [target[start:end] for start, end in sentences(target)]
    for one in link(_segments("source", chinese), _segments("target", english), aligned=False):
        yield SentencePair("".join(chinese[slice(*one.source)]), " ".join(english[slice(*one.target)]), document)


def _segments(side: Side, texts: Sequence[str]) -> list[Segment]:
    return [Segment(side, number, text, _NOWHERE) for number, text in enumerate(texts)]
