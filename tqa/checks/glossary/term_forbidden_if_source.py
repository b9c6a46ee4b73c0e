"""A form that is forbidden where the source has the term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.concept import Concept
from tqa.glossary.dress import dressed, with_article
from tqa.model import Finding, Related, Severity, Span
from tqa.rule.kinds import PairRule, example, replace


class TermForbiddenIfSource(PairRule):
    """The source has a listed term, and the translation a form that is forbidden for it.

    Why: “productivity” is a good word, and a wrong one where the source says 新质生产力.
    Limits: where a form that is fine stands as often as the term, the other wording is taken to render something else. Segments that
    were not linked with confidence are left alone.
    Measured: 2 warnings and 7 infos in 146 human translations with the shipped glossaries, all on renderings that editors would change;
    in machine translations all of 47 touched a marked error.
    """

    severity = Severity.ERROR
    mqm = "terminology/inconsistent-with-terminology-resource"
    yields_to = ("term-forbidden",)

    examples = (
        example(
            ["New ⟦productivity⟧ grows."],
            ["新质生产力增长。"],
            glossary=Concept(("新质生产力",), "quality productive forces", forbidden_if_source=("productivity",)),
            fixed=["New quality productive forces grows."],
        ),
        example(
            ["New quality productive forces raise productivity."],
            ["新质生产力提高生产率。"],
            glossary=Concept(("新质生产力",), "new quality productive forces", forbidden_if_source=("productivity",)),
        ),
        example(
            ["Productivity grows."],
            ["生产率增长。"],
            glossary=Concept(("新质生产力",), "new quality productive forces", forbidden_if_source=("productivity",)),
        ),
        # Inside a form that is fine it is no fault.
        example(
            ["The productivity revolution"],
            ["生产力革命和新质生产力"],
            glossary=Concept(("新质生产力",), "productivity revolution", forbidden_if_source=("productivity",)),
        ),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.terms.risking

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        if pair.confidence < 0.5:
            return
        for hits, form, start, end in facts.terms.forbidden_if_source(pair):
            segment, span = pair.target.place(start, end)
            if not facts.is_prose(segment, span):
                continue
            concept, found = hits[0].concept, span.of(segment.text)
            begin, text = with_article(segment.text, span.start, dressed(concept.target, found, form.text))
            yield self.finding(
                segment,
                span,
                "“{found}” does not render “{term}”; the glossary has “{wanted}”",
                fix=replace(segment, Span(begin, span.end), text),
                related=[Related(pair.source.where(hits[0].start, hits[0].end), "the term")],
                severity=concept.ceiling,
                found=found,
                term=pair.source.text[hits[0].start : hits[0].end],
                wanted=concept.target,
            )
