"""A wording that is nearly the listed form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.concept import Concept
from tqa.glossary.dress import dressed
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace


class TermNearMiss(PairRule):
    """The source names a listed thing, and the translation has its form with one letter or one word changed.

    Why: a system that half knows a name writes it half right, and the slip is hard to see beside the right one.
    What: a misspelt word, another rendering of the same Chinese word (Ministry for Department), a word of the same root (Finance
    for Financial), or any other word in the middle of a long form; only where no form that is fine stands in the segment.
    Limits: another thing with nearly the same name is taken for this one where the source names both and the glossary only one.
    Measured: 0.02 an article on human translations (each one a slip); 0.99 of changed or misspelt forms put into news
    are found, 0.95 in annual reports; the changed words were near-synonyms, for which the table of renderings is made.
    """

    severity = Severity.WARNING
    mqm = "terminology/inconsistent-with-terminology-resource"
    yields_to = ("term-forbidden", "term-forbidden-if-source")

    examples = (
        example(
            ["The ⟦Ministry of Financial⟧ said so."],
            ["财政部表示。"],
            glossary=Concept(("财政部",), "Ministry of Finance"),
            fixed=["The Ministry of Finance said so."],
        ),
        example(["The ⟦Greater Gulf Area⟧ grows."], ["大湾区发展。"], glossary=Concept(("大湾区",), "Greater Bay Area")),
        example(["⟦Malowi⟧ agreed."], ["马拉维同意。"], glossary=Concept(("马拉维",), "Malawi"), fixed=["Malawi agreed."]),
        example(["The Ministry of Finance"], ["财政部"], glossary=Concept(("财政部",), "Ministry of Finance")),
        example(["finance ministries"], ["财政部"], glossary=Concept(("财政部",), "finance ministry")),
        example(["Iraq and Iran"], ["伊朗和伊拉克"], glossary=Concept(("伊朗",), "Iran")),
        # Both are listed, and both are named.
        example(
            ["The Ministry of Commerce and the treasury"],
            ["商务部和财政部"],
            glossary=(Concept(("财政部",), "Ministry of Finance"), Concept(("商务部",), "Ministry of Commerce")),
        ),
        # One word in common is no likeness.
        example(["The banking business grows."], ["银行体系增长。"], glossary=Concept(("银行体系",), "banking sphere")),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.terms.lacking

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for lack in facts.terms.lacks(pair):
            near, concept = lack.near, lack.concept
            if near is None:
                continue
            segment, span = pair.target.place(near.start, near.end)
            found = span.of(segment.text)
            term = pair.source.where(lack.hits[0].start, lack.hits[0].end)
            yield self.finding(
                segment,
                span,
                "“{found}” is nearly the listed form “{wanted}”",
                fix=replace(segment, span, dressed(near.form.text, found, near.form.text)),
                related=[Related(term, "the term")],
                severity=Severity.INFO if concept.kind == "generic" or pair.confidence < 0.5 else min(concept.ceiling, Severity.WARNING),
                found=found,
                wanted=near.form.text,
            )
