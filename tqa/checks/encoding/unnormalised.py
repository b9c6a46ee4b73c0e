"""Letters and accents that should be one character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Certainty, Finding, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.regex import regex

_MOST_MARKS = 30
"""Combining marks in a row that are composed; sorting them is quadratic, and no language stacks so many."""
_MARK = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u0655\u3099\u309a"
_CLUSTER = regex(f"[^{_MARK}][{_MARK}]{{1,{_MOST_MARKS}}}(?![{_MARK}])")
_HANGUL = regex("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


class Unnormalised(DocumentRule):
    """A letter and its accent, or a compatibility twin, stand where Unicode has one character (NFC).

    Why: "é" made of two characters is not found by a search for "é".
    Limits: letters for which Unicode has no single character are silent, and so are stacks of more than 30 marks.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    certainty = Certainty.CERTAIN
    sees = "all"
    given = "rare"

    examples = (
        example("café, Ångström, x\u0304 and ﬁne"),
        example("o" + "\u0301" * 40),
        example("caf⟦e\u0301⟧ and Mal⟦e\u0301⟧", fixed="café and Malé"),
        example("5 ⟦\u212b⟧, 300 ⟦\u212a⟧", fixed="5 Å, 300 K"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if not facts.rare:
            return
        suspects = [character for character in facts.rare if unicodedata.combining(character) or unicodedata.normalize("NFC", character) != character]
        twins = "".join(sorted(character for character in suspects if unicodedata.normalize("NFC", character) != character))
        hangul = any("\u1100" <= character <= "\u1175" for character in facts.rare)
        if not suspects and not hangul:
            return
        patterns = [_CLUSTER, _HANGUL, *([re.compile(f"[{re.escape(twins)}]")] if twins else [])]
        for segment in facts.document.target:
            if segment.text.isascii():
                continue
            taken = -1
            for start, end in sorted(
                {match.span() for pattern in patterns for match in pattern.finditer(segment.text)}, key=lambda at: (at[0], -at[1])
            ):
                text = segment.text[start:end]
                composed = unicodedata.normalize("NFC", text)
                if start >= taken and composed != text:
                    taken = end
                    yield self.finding(segment, Span(start, end), "can be one character", fix=replace(segment, Span(start, end), composed, safe=True))
