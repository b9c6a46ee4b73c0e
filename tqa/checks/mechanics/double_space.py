"""Two spaces where one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Segment, Span
from tqa.rule.kinds import SegmentRule, example, replace

_SPACES = re.compile(r"  +(?=\S)")


@dataclass(frozen=True, slots=True)
class DoubleSpace(SegmentRule):
    """Two or more spaces stand between two words.

    Why: a system that joins pieces leaves the spaces of both.
    Limits: spaces at the start of a line are an indent and stay silent.
    Measured: not yet.
    """

    mqm = "linguistic-conventions/typography/whitespace"
    triggers = ("  ",)

    examples = (
        example("The plan⟦  ⟧works.", fixed="The plan works."),
        example("   The plan works."),
        example("The plan works."),
    )

    def check(self, segment: Segment, facts: Analysis) -> Iterator[Finding]:
        for match in _SPACES.finditer(segment.text):
            if match.start() and segment.text[: match.start()].strip():
                span = Span(*match.span())
                yield self.finding(segment, span, "more than one space", fix=replace(segment, span, " ", "leave one space", safe=True))
