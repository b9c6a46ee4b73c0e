"""A listed form without its term in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.concept import Concept
from tqa.model import Finding, Severity
from tqa.rule.kinds import PairRule, example


class TermOverapplied(PairRule):
    """A form that belongs to one Chinese term (`only_if_source` = `yes`) stands where the source has no such term.

    Why: a system that has learnt a slogan writes it where the source speaks plainly.
    Limits: only entries that ask for it; a term in the segment before or after excuses the form.
    Measured: not on real text: no entry of the shipped glossary asks for it.
    """

    severity = Severity.INFO
    mqm = "accuracy/addition"

    examples = (
        example(["The ⟦Two Sessions⟧ of the court"], ["法院的两次开庭"], glossary=Concept(("两会",), "Two Sessions", only_if_source=True)),
        example(["The Two Sessions"], ["全国“两会”"], glossary=Concept(("两会",), "Two Sessions", only_if_source=True)),
        example(
            ["The Two Sessions opened.", "The Two Sessions closed."],
            ["两会开幕。", "会议闭幕。"],
            glossary=Concept(("两会",), "Two Sessions", only_if_source=True),
        ),
        example(["The Two Sessions of the court"], ["法院的两次开庭"], glossary=Concept(("两会",), "Two Sessions")),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.pairs if facts.matcher.needing_source else ()

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for concept, start, end in facts.terms.without_source(pair):
            segment, span = pair.target.place(start, end)
            if facts.is_prose(segment, span):
                yield self.finding(
                    segment,
                    span,
                    "“{found}” stands for “{term}”, which the source has not",
                    severity=min(concept.ceiling, Severity.INFO),
                    found=span.of(segment.text),
                    term=concept.source[0],
                )
