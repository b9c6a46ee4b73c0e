"""From sentences with their translations to candidates: words are linked, phrases cut out, terms chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.glossary.suggestions.bitext import SentencePair, english_words, units
from tqa.glossary.suggestions.phrases import Phrase, phrases
from tqa.glossary.suggestions.ranking import Candidate, ranked
from tqa.glossary.suggestions.wordlinks import Affinities


def candidates(pairs: Sequence[SentencePair]) -> list[Candidate]:
    """Terms that stand in the sources, with what they became, best first.

    Cost: about 5 ms a sentence; the links of words are learnt from at most MOST_LEARNT sentences.
    """
    cut = [(units(pair.source), english_words(pair.target)) for pair in pairs]
    affinities = Affinities(cut)

    def found() -> Iterator[Phrase]:
        for number, (pair, sides) in enumerate(zip(pairs, cut, strict=True)):
            yield from phrases(number, pair, *sides, affinities.links(sides))

    return ranked(pairs, found())
