"""Control characters."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Certainty, Finding, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.regex import regex

_CONTROLS = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]+")
_WINDOWS = dict(zip("\x80\x82\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b", "€‚…‹‘’“”•–—™›", strict=True))
"""What Windows-1252 has at these places: text read as Latin-1 turns its quotation marks into controls."""
_BREAKS = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\u2028\u2029")


class ControlCharacter(DocumentRule):
    """A control character stands in the text.

    Why: it shows as nothing, a box or a line break, and breaks XML, tables and terminals.
    Limits: tab and line ends are no faults. Controls that are part of a garbled character are mojibake.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    certainty = Certainty.CERTAIN
    sees = "all"
    yields_to = ("mojibake",)
    given = "rare"

    examples = (
        example("The plan\tworks.\nIt does."),
        example("The pl⟦\x08⟧an⟦\x0b⟧works⟦\u2028⟧ well⟦\x00⟧", fixed="The plan works well"),
        example("It⟦\x92⟧s ⟦\x93⟧fine⟦\x94⟧", fixed="It’s “fine”"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if not facts.rare or not _CONTROLS.search(facts.rare_text):
            return
        for segment in facts.document.target:
            for match in _CONTROLS.finditer(segment.text):
                span = Span(*match.span())
                text = "".join(_WINDOWS.get(character, " " if character in _BREAKS else "") for character in match.group())
                beside = (segment.text[: span.start][-1:], segment.text[span.end : span.end + 1])
                if not text.strip() and not all(near.strip() for near in beside):
                    text = ""
                codes = " ".join(f"U+{ord(character):04X}" for character in match.group()[:8])
                yield self.finding(segment, span, "control character: {codes}", fix=replace(segment, span, text, safe=True), codes=codes)
