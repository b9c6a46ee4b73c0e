"""Controls that turn the direction of text."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Certainty, Finding, Severity, Span
from tqa.rule.kinds import DocumentRule, delete, example
from tqa.text.regex import regex

_CONTROLS = regex("[\u061c\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = regex("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OPENING = "\u202a\u202b\u2066\u2067\u2068"
_CLOSING = "\u202c\u2069"
_OVERRIDES = "\u202d\u202e"


class BidiControl(DocumentRule):
    """A bidirectional control stands in the text.

    Why: it lets a line show other words than it holds; an attacker's tool, or the waste of a copied page.
    Limits: balanced embeddings and isolates in a segment that holds right-to-left letters are silent; overrides never are.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    severity = Severity.ERROR
    certainty = Certainty.CERTAIN
    sees = "all"
    given = "rare"

    examples = (
        example("The word \u2067שלום\u2069 means peace."),
        example("The file is txt⟦\u202e⟧exe.doc"),
        example("⟦\u202a⟧The plan⟦\u202c⟧", fixed="The plan"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if not facts.rare or not _CONTROLS.search(facts.rare_text):
            return
        for segment in facts.document.target:
            if segment.text.isascii() or _is_rightly_set(segment.text):
                continue
            for match in _CONTROLS.finditer(segment.text):
                span = Span(*match.span())
                codes = " ".join(f"U+{ord(character):04X}" for character in match.group()[:8])
                yield self.finding(segment, span, "turns the direction of the text: {codes}", fix=delete(segment, span), codes=codes)


def _is_rightly_set(text: str) -> bool:
    if not _RIGHT_TO_LEFT.search(text) or any(mark in text for mark in _OVERRIDES):
        return False
    return sum(map(text.count, _OPENING)) == sum(map(text.count, _CLOSING))
