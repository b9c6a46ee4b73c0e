"""Exclamation marks in news."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Segment, Severity, Span
from tqa.rule.kinds import SegmentRule, example, replace
from tqa.value import value


@value
class Shouting(SegmentRule):
    """A sentence of the news ends with an exclamation mark.

    Why: the house reports and does not cheer.
    Limits: marks inside quotes are the speaker's and stay silent.
    Measured: not measured; an example.
    """

    group = "style"
    severity = Severity.WARNING
    triggers = ("!",)

    allowed: int = 0
    """Exclamation marks a segment may have."""

    examples = (
        example("The bridge opened⟦!⟧", fixed="The bridge opened."),
        example('"Well done!" he said.'),
        example("The bridge opened."),
    )

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        marks = [n for n, c in enumerate(segment.text) if c == "!" and segment.text[n + 1 : n + 2] not in ('"', "”")]
        for mark in marks[self.allowed :]:
            span = Span(mark, mark + 1)
            yield self.finding(segment, span, "the house does not shout", fix=replace(segment, span, "."))
