"""A listed form without its term in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.concept import Concept
from tqa.model import Finding, Severity
from tqa.rule.kinds import PairRule, example


class TermOverapplied(PairRule):
    """The preferred form of a Chinese term (`only_if_source` = `yes`) stands in an article whose source has no such term.

    Why: a system that has learnt a slogan writes it where the source speaks plainly.
    Limits: only entries that ask for it; forms that are merely allowed are left alone, and so is one that another term of the source accounts for.
    Measured: no entry of the shipped glossaries asks for it; were all 555 names of the press glossary marked, 0.45 an article on human
    translations (65 in 146), most of them a full name where the source has a short one. For slogans and set phrases, not for names.
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
        # Named far away in the article, it may be meant here.
        example(
            ["The Two Sessions opened.", "It rained.", "It snowed.", "The Two Sessions closed."],
            ["两会开幕。", "下雨。", "下雪。", "会议闭幕。"],
            glossary=Concept(("两会",), "Two Sessions", only_if_source=True),
        ),
        example(["The meetings of the court"], ["法院的会议"], glossary=Concept(("两会",), "Two Sessions", ("meetings",), only_if_source=True)),
        example(
            ["China's growth"],
            ["中国的增长"],
            glossary=(Concept(("中华",), "China", only_if_source=True), Concept(("中国",), "China")),
        ),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.pairs if facts.matcher.glossary.needing_source else ()

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
