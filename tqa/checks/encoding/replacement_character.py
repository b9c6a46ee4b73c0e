"""Characters that were lost."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Certainty, Finding, Span
from tqa.rule.kinds import DocumentRule, example
from tqa.text.regex import regex

_LOST = regex("[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000f0000-\U0010ffff]+")


class ReplacementCharacter(DocumentRule):
    """The sign for a lost character (�), a private-use character or half a pair stands in the text.

    Why: what was there is gone, or only one font in the world knows it; only the source can tell.
    Limits: no fix. Where the damage is still readable it is mojibake.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    certainty = Certainty.CERTAIN
    sees = "all"
    yields_to = ("mojibake",)
    given = "rare"

    examples = (
        example("Is it? Yes: café."),
        example("The pl⟦\ufffd⟧n works⟦\ue001\ue002⟧."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if not facts.rare or not _LOST.search(facts.rare_text):
            return
        for segment in facts.document.target:
            for match in () if segment.text.isascii() else _LOST.finditer(segment.text):
                yield self.finding(segment, Span(*match.span()), "a character was lost here")
