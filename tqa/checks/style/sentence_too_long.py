"""A sentence that is too long to be read at one go."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Segment, Severity, Span
from tqa.rule.kinds import DocumentRule, example
from tqa.text.regex import regex
from tqa.text.sentences import sentences
from tqa.value import value

_WORD = regex(r"[A-Za-z0-9][\w'’.,-]*")
_ITEM = regex(r"[;:]")
_LETTERS_A_WORD = 3
"""A text with fewer characters than this for each word allowed has no sentence that is too long."""
_SPACED = 0.75
"""Share of its words that have a blank before them, at the least."""
_WORDS_TO_A_STOP = 0.4
"""Share of a too long sentence's words that stand between two of its stops at the least; abbreviations have stops as well."""


@value
class SentenceTooLong(DocumentRule):
    """A sentence has more words than a reader holds in mind.

    Why: Chinese strings clauses together with commas; a system that keeps them all in one sentence writes what no editor lets pass.
    What: sentences of more than `words` words; what stands between semicolons or colons, as lists do, counts for itself.
    Limits: length alone says nothing of how clear a sentence is, hence only a hint.
    Measured: 0.15 hints an article on 146 human translations of news; from 60 words on it would be 0.62.
    """

    severity = Severity.INFO
    mqm = "style/awkward"

    words: int = 80
    """The most words a sentence may have."""

    examples = (
        example("The fair opened on Friday. " * 20),
        example(" ".join(["word"] * 80) + "."),
        example("; ".join(["It names one more village of the county"] * 15) + "."),
        example("⟦" + " ".join(["word"] * 81) + ".⟧ It rained."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        for segment in facts.visible:
            if _may_be_too_long(segment.text, self.words):
                yield from self._too_long(segment, facts)

    def _too_long(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        for start, end in sentences(segment.text):
            if not _has_blanks(segment.text[start:end], self.words):
                continue
            longest = max(len(_WORD.findall(part)) for part in _ITEM.split(segment.text[start:end]))
            if longest > self.words and facts.is_prose(segment, Span(start, end)):
                yield self.finding(
                    segment, Span(start, end), "a sentence of {n} words; more than {most} are hard to follow", n=longest, most=self.words
                )


def _may_be_too_long(text: str, words: int) -> bool:
    """Whether a sentence of the text may have more than so many words: a cheap guess by its blanks and the distance of its stops."""
    least = _LETTERS_A_WORD * words
    return len(text) > least and _has_blanks(text, words) and max(map(len, text.split(". "))) > _WORDS_TO_A_STOP * least


def _has_blanks(text: str, words: int) -> bool:
    """Whether the text has the blanks of more than so many words."""
    return text.count(" ") > _SPACED * words
