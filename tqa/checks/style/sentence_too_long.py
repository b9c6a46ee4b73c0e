"""A sentence that is too long to be read at one go."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Severity
from tqa.rule.kinds import DocumentRule, example
from tqa.text.regex import regex
from tqa.value import value

_WORD = regex(r"[A-Za-z0-9][\w'’.,-]*")
_ITEM = regex(r"[;:]")
_LETTERS_A_WORD = 3
"""A sentence with fewer characters than this for each word allowed cannot be too long."""


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
        text = facts.article.text
        for start, end in facts.sentences:
            if end - start < _LETTERS_A_WORD * self.words:
                continue
            longest = max(len(_WORD.findall(part)) for part in _ITEM.split(text[start:end]))
            if longest > self.words:
                segment, span = facts.article.place(start, end)
                if facts.is_prose(segment, span):
                    yield self.finding(segment, span, "a sentence of {n} words; more than {most} are hard to follow", n=longest, most=self.words)
