"""A listed term with other capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.concept import Concept
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace
from tqa.text.english import WORD


class TermCase(PairRule):
    """The right words of a listed name stand in the translation with the wrong capitals.

    Why: “two sessions” are any two sessions, the Two Sessions are an event.
    What: a capital of the listed form that is missing, where the source has the term; and, where the entry says `case` = `exact`, any
    other capital too. Info, unless the entry is of kind `name`, says `exact` or has a strength.
    Limits: a form whose only capital is its first letter is taken to be written as dictionaries do (Credit risk). Lines in capitals
    and title lines are left alone, a capital at the start of a sentence or quotation is always fine, and so is a form that is also
    listed with the capitals found.
    Measured: 0.05 warnings an article on human translations with the shipped glossaries, and 0.06 infos.
    """

    severity = Severity.WARNING
    mqm = "linguistic-conventions/spelling/capitalization"

    examples = (
        example(["The ⟦two Sessions⟧ opened."], ["两会开幕。"], glossary=Concept(("两会",), "Two Sessions"), fixed=["The Two Sessions opened."]),
        example(["The ⟦hubei Daily⟧ said"], ["湖北日报说"], glossary=Concept(("湖北日报",), "Hubei Daily")),
        example(
            ["It is the ⟦Party⟧ line to reform."],
            ["聚会的路线是改革。"],
            glossary=Concept(("聚会",), "the party", exact_case=True),
            fixed=["It is the party line to reform."],
        ),
        example(["Two sessions opened."], ["两会开幕。"], glossary=Concept(("两会",), "two sessions", exact_case=True)),
        example(["THE TWO SESSIONS OPEN"], ["两会开幕"], glossary=Concept(("两会",), "Two Sessions")),
        example(["Rural Revitalization"], ["乡村振兴"], glossary=Concept(("乡村振兴",), "rural revitalization")),
        example(["The two sessions opened."], ["两会开幕。"], glossary=Concept(("两会",), "Two Sessions", allowed=("two sessions",))),
        example(["Two sessions of the court"], ["法院开庭两次"], glossary=Concept(("两会",), "Two Sessions")),
        # An article is no part of a name.
        example(["In the Belt and Road"], ["一带一路"], glossary=Concept(("一带一路",), "The Belt and Road")),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.terms.recased

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for met in facts.terms.met(pair):
            concept = met.concept
            if concept.exact_case or not concept.target.islower():
                for start, end in met.places:
                    found = pair.target.text[start:end]
                    if found == concept.target:
                        continue
                    wanted = _recased(found, concept, opens=_opens(pair.target.text, start))
                    if wanted is None or _is_title(pair.target.text, start, end):
                        continue
                    segment, span = pair.target.place(start, end)
                    if facts.is_prose(segment, span):
                        yield self.finding(
                            segment,
                            span,
                            "the glossary writes “{wanted}”, not “{found}”",
                            fix=replace(segment, span, wanted, safe=True),
                            related=[Related(pair.source.where(met.hits[0].start, met.hits[0].end), "the term")],
                            severity=_severity(concept, pair),
                            found=found,
                            wanted=wanted,
                        )


def _severity(concept: Concept, pair: Pair) -> Severity:
    """The capitals of a term are a matter of taste, those of a name are not."""
    strict = concept.exact_case or concept.kind == "name" or bool(concept.strength)
    return min(concept.ceiling, Severity.WARNING if strict and pair.confidence >= 0.5 else Severity.INFO)


def _recased(found: str, concept: Concept, *, opens: bool) -> str | None:
    """The listed form whose letters `found` has with other capitals; None if it is right, or another form altogether."""
    nearest = None
    for form in (*concept.forms, *concept.short):
        if form.lower() != found.lower():
            # A listed article may be left out.
            form = next((form[len(the) :] for the in ("The ", "the ") if form.lower() == the.lower() + found.lower()), "")
        if not form:
            continue
        if not concept.exact_case and concept.kind != "name" and form[1:].islower():
            return None
        missing = [number for number, letter in enumerate(form) if letter.isupper() and not found[number].isupper()]
        extra = concept.exact_case and any(letter.isupper() and not form[n].isupper() for n, letter in enumerate(found) if n or not opens)
        if not missing and not extra:
            return None
        nearest = nearest or (form[0].upper() + form[1:] if opens else form)
    return nearest


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip(" ([\"“‘'")
    return not before or before[-1] in ".!?:;。！？：\n" or before != text[:start].rstrip(" ")


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether the line of the range is in capitals, or a title: most words begin with a capital."""
    line = text[text.rfind("\n", 0, start) + 1 : (text + "\n").find("\n", end)]
    words = [word for word in WORD.findall(line) if len(word) > 3]
    return sum(not word[0].islower() for word in words) * 4 > len(words) * 3
