"""An item that is to be copied as it is was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.concept import Concept
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace


class DoNotTranslate(PairRule):
    """An item of the source that the glossary keeps as it is (`keep` = `yes`) is not in the translation, letter for letter.

    Why: a hotline, a code or a brand is one string; a digit grouped or a letter spelled otherwise makes it another.
    What: 51020 written 51,020 or 51002. The finding is at what stands in its place, else at the item in the source.
    Limits: how often the item stands is not compared.
    Measured: not on real text: no entry of the shipped glossary asks for it.
    """

    severity = Severity.ERROR
    mqm = "accuracy/do-not-translate"

    examples = (
        example(["Plan ⟦51,020⟧ goes on."], ["51020计划推进。"], glossary=Concept(("51020",), "51020", keep=True), fixed=["Plan 51020 goes on."]),
        example(["Plan ⟦51002⟧ goes on."], ["51020计划推进。"], glossary=Concept(("51020",), "51020", keep=True)),
        example(["The plan goes on."], ["⟦51020⟧计划推进。"], glossary=Concept(("51020",), "51020", keep=True)),
        example(["⟦WeLink⟧ opens."], ["Welink开放。"], glossary=Concept(("Welink",), "Welink", keep=True), fixed=["Welink opens."]),
        example(["The 51020 plan"], ["51020计划"], glossary=Concept(("51020",), "51020", keep=True)),
        example(["The fifty-thousand plan"], ["510207计划"], glossary=Concept(("51020",), "51020", keep=True)),
        example(["51020s and 51020's"], ["51020"], glossary=Concept(("51020",), "51020", keep=True)),
        # What is kept may have another dress in English.
        example(["The G20"], ["二十国集团"], glossary=Concept(("二十国集团",), "G20", keep=True)),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.terms.keeping

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for item in facts.terms.changed_items(pair):
            term = pair.source.where(item.hit.start, item.hit.end)
            if item.place is None:
                gap = Related(pair.target.where(*item.gap), "here it is looked for")
                yield self.finding_at(
                    term, "“{wanted}” is to be copied as it is, and is missing", related=[gap], severity=item.hit.concept.ceiling, wanted=item.wanted
                )
                continue
            segment, span = pair.target.place(*item.place)
            yield self.finding(
                segment,
                span,
                "“{wanted}” is to be copied as it is, not as “{found}”",
                fix=replace(segment, span, item.wanted),
                related=[Related(term, "the item")],
                severity=item.hit.concept.ceiling,
                found=span.of(segment.text),
                wanted=item.wanted,
            )
