"""Full-width punctuation, letters and figures left in English."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Certainty, Finding, Segment, Severity, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.han import is_han
from tqa.text.punctuation import ENGLISH_MARKS, FULL_WIDTH, TITLE_MARKS, english_marks


class FullwidthLeft(DocumentRule):
    """Full-width punctuation, letters or figures of Chinese print stand in English.

    Why: the marks carry their own space and look like holes in an English line; searches miss the words beside them.
    Limits: marks between Han are silent, they go with their Han; so is a segment that is mostly Han. Title brackets 《》「」【】
    have no single English answer, so their fix is not applied without asking.
    Measured: on 146 human translations of news (63,000 words) 9 findings, all slips of the translators; every injected fault found.
    """

    severity = Severity.ERROR
    certainty = Certainty.CERTAIN
    given = "rare"

    examples = (
        example("The clerk (徐明，下同) spoke."),
        example("据报道，今天上涨。"),
        example("The plan—and the price, 5%—works… “Fine.”"),
        example("Respect⟦，⟧ trust and support⟦，⟧and the rest", fixed="Respect, trust and support, and the rest"),
        example("The agency⟦（⟧IAEA⟦）⟧and others agree⟦。⟧", fixed="The agency (IAEA) and others agree."),
        example("At 10⟦：⟧30 some 1⟦，⟧500 came⟦；⟧“fine” ⟦，⟧he said.", fixed="At 10:30 some 1,500 came; “fine”, he said."),
        example("⟦　　⟧The ⟦ＡＰＰ⟧ grew 5⟦％⟧ in a⟦　⟧year.", fixed="The APP grew 5% in a year."),
        example("He read ⟦《⟧Red Star⟦》⟧ twice.", fixed="He read “Red Star” twice."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if facts.rare.isdisjoint(ENGLISH_MARKS):
            return
        for segment in facts.article.segments:
            for match in () if segment.text.isascii() else FULL_WIDTH.finditer(segment.text):
                span = Span(*match.span())
                if facts.is_prose(segment, span) and not _among_han(segment.text, span):
                    yield self._found(segment, span)

    def _found(self, segment: Segment, span: Span) -> Finding:
        start, end, text = english_marks(segment.text, span.start, span.end)
        marks = span.of(segment.text)
        fix = replace(segment, Span(start, end), text, safe=TITLE_MARKS.isdisjoint(marks))
        return self.finding(segment, span, "“{marks}” is full-width", marks=marks, fix=fix)


def _among_han(text: str, span: Span) -> bool:
    """Whether the marks go with Han on both sides, or stand at the edge of Han in a gloss."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return bool(before) and bool(after) and ((is_han(before) and is_han(after)) or _is_gloss_edge(before, after, span.of(text)))


def _is_gloss_edge(before: str, after: str, marks: str) -> bool:
    """《 after a bracket and before Han, or 》 the other way round: (《红星》)."""
    if marks in "《「『〈":
        return is_han(after)
    return marks in "》」』〉" and is_han(before)
