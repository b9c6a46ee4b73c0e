"""A forbidden form of a term."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.glossary.concept import Concept
from tqa.glossary.dress import dressed, keeps_grammar, with_article
from tqa.model import Certainty, Edit, Finding, Fix, Segment, Severity, Span, Where
from tqa.rule.kinds import WRITE, DocumentRule, example


class TermForbidden(DocumentRule):
    """A form stands in the translation that the glossary forbids, whatever the source says.

    Why: the house has decided against the form; it is wrong, offensive or misread.
    What: in any case, with hyphens or blanks, plural too, in US or UK spelling. The fix writes the preferred form in the same dress; it
    is safe where the forms share half of their words and are both plural or both not.
    Limits: a form listed with a capital is not found all in lower case. Inside a longer form that is fine (People's Republic of China
    holds Republic of China) it is no fault, nor where another term the source names is rightly called so.
    Measured: none in 146 human translations with the shipped glossaries; 0.99 of forbidden forms put in are found.
    """

    severity = Severity.ERROR
    certainty = Certainty.CERTAIN
    mqm = "terminology/inconsistent-with-terminology-resource"
    given = "forbidden"

    examples = (
        example(
            "⟦Chinese style modernisation⟧ goes on.",
            glossary=Concept(("中国式现代化",), "Chinese modernization", forbidden=("Chinese-style modernization",)),
            fixed="Chinese modernization goes on.",
        ),
        example(
            "A ⟦unified war office⟧ and two ⟦unified war offices⟧.",
            glossary=Concept(("统战部",), "Agency for the United Front work", forbidden=("unified war office",)),
            fixed="An Agency for the United Front work and two Agency for the United Front works.",
        ),
        example(
            "The ⟦TWO MEETINGS⟧ opened.", glossary=Concept(("两会",), "Two Sessions", forbidden=("two meetings",)), fixed="The TWO SESSIONS opened."
        ),
        example("⟦Nato⟧ met.", glossary=Concept(("北约",), "NATO", forbidden=("Nato",)), fixed="NATO met."),
        example("NATO met.", glossary=Concept(("北约",), "NATO", forbidden=("Nato",))),
        example("The People's Republic of China", glossary=Concept(("中国",), "People's Republic of China", forbidden=("Republic of China",))),
        example("in his political office", glossary=Concept(("政治局",), "Politburo", forbidden=("Political Office",))),
        # A comma parts what a form joins.
        example("the industrial chain, supply chain", glossary=Concept(("链",), "two chains", forbidden=("industrial chain supply chain",))),
        example("two meetingsplaces", glossary=Concept(("两会",), "Two Sessions", forbidden=("two meetings",))),
        # It is the right name of another thing that the source names.
        example(
            "The Diet rose.",
            "日本国会休会。",
            glossary=(Concept(("国会",), "Parliament", forbidden=("Diet",)), Concept(("日本国会",), "Diet")),
        ),
        example("A ⟦bad word⟧.", glossary=Concept(("坏词",), "", forbidden=("bad word",))),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        for hit in facts.forbidden:
            segment, span = facts.article.place(hit.start, hit.end)
            if not facts.is_prose(segment, span):
                continue
            wanted = hit.concepts[0].target
            yield self.finding(
                segment,
                span,
                "“{found}” is forbidden; the glossary has “{wanted}”" if wanted else "“{found}” is forbidden",
                fixes=_fixes(hit.concepts, segment, span, hit.form),
                severity=max(concept.ceiling for concept in hit.concepts),
                found=span.of(segment.text),
                wanted=wanted,
            )


def _fixes(concepts: tuple[Concept, ...], segment: Segment, span: Span, form: str) -> Iterator[Fix]:
    """The preferred form in the dress of what stands there; safe where it surely suits the sentence and nothing else is listed."""
    targets = list(dict.fromkeys(concept.target for concept in concepts if concept.target))
    for target in targets:
        written = dressed(target, span.of(segment.text), form)
        start, text = with_article(segment.text, span.start, written)
        safe = len(targets) == 1 and keeps_grammar(target, form)
        yield Fix(WRITE, (Edit(Where(segment.side, segment.index, Span(start, span.end)), text),), safe, {"text": written})
