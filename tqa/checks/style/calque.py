"""A set phrase of Chinese taken into English word by word."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Severity
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.calques import find_calques
from tqa.value import value


@value
class Calque(DocumentRule):
    """A phrase is Chinese in English words: make positive contributions to, vigorously promote, play a demonstration role.

    Why: each word is right and no reader of English writes so; the text sounds like a report to an office, not like news.
    What: some two hundred set phrases in all their forms, each with what English says instead.
    Limits: a quotation of an official document may keep its wording. Terms with an established English belong to the glossary, whose
    findings stand in place of these. The rewrite fits most sentences, not all; its edit is never applied without being asked for.
    Measured: 0.22 hints an article on 146 human translations of news, nearly all of them in speeches and statements and wordings an editor
    would change; 0.68 on machine translations of the same kind.
    """

    severity = Severity.INFO
    yields_to = ("term-forbidden", "term-forbidden-if-source")

    allow: tuple[str, ...] = ()
    """Phrases, in small letters and as they stand in the text, that the house lets pass."""

    examples = (
        example("He has contributed to the plan; the play has a role in it."),
        example("The non-actively participating members left."),
        example("He gives full playtime to the children."),
        example("The firm ⟦gave full play to⟧ its port.", fixed="The firm made full use of its port."),
        example("⟦Vigorously promote⟧ tourism!", fixed="Promote tourism!"),
        example("They ⟦carried out practical cooperation⟧.", fixed="They cooperated in practical ways."),
        example("⟦It is understood that⟧ the port is open.", fixed="It is learned that the port is open."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        for calque in find_calques(facts.article.lower):
            segment, span = facts.article.place(calque.start, calque.end)
            found = span.of(segment.text)
            if len(span) < calque.end - calque.start or found.lower() in self.allow or not facts.is_prose(segment, span):
                continue
            better = calque.better[0].upper() + calque.better[1:] if found[0].isupper() else calque.better
            yield self.finding(
                segment,
                span,
                "“{found}” is Chinese in English words; English says “{better}”",
                found=found,
                better=better,
                fix=replace(segment, span, better),
            )
