"""A term stands in the translation less often than in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.glossary.concept import Concept
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example
from tqa.value import value


@value
class TermCount(PairRule):
    """The source names a listed thing several times, and the translation fewer times than pronouns could explain.

    Why: where one of three mentions went under another name, nothing is missing and something is wrong.
    What: forms, short forms, acronyms and words for a country's people count as a mention, and each pronoun of the segment too.
    Limits: English repeats less than Chinese; hence info.
    Measured: 0.06 an article on human translations with the shipped glossaries.
    """

    severity = Severity.INFO
    mqm = "terminology/inconsistent-use"

    slack: int = 0
    """Mentions that may be missing beyond those pronouns explain."""

    examples = (
        example(["⟦NATO⟧ met."], ["北约开会，北约同意，北约出兵。"], glossary=Concept(("北约",), "NATO")),
        example(["NATO met, and it agreed."], ["北约开会，北约同意。"], glossary=Concept(("北约",), "NATO")),
        example(["China and the Chinese people"], ["中国和中国人民"], glossary=Concept(("中国",), "China")),
        example(["The Central Bank met; the CB agreed."], ["央行开会，央行同意。"], glossary=Concept(("央行",), "Central Bank", short=("CB",))),
        example(["NATO met."], ["北约开会。"], glossary=Concept(("北约",), "NATO")),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.terms.repeating

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        if pair.confidence < 0.5:
            return
        for met in facts.terms.met(pair):
            wanted = len(met.hits)
            if wanted < 2 or len(met.places) >= wanted or met.concept.kind == "generic":
                continue
            slack = facts.terms.pronouns(pair) + self.slack
            if len(met.places) + slack >= wanted:
                continue
            found = facts.terms.mentions(met, pair)
            if found + slack < wanted:
                segment, span = pair.target.place(*met.places[0])
                hit = met.hits[-1]
                yield self.finding(
                    segment,
                    span,
                    "“{term}” stands {wanted}× in the source, its English {found}×",
                    related=[Related(pair.source.where(hit.start, hit.end), "the last mention")],
                    term=pair.source.text[hit.start : hit.end],
                    wanted=wanted,
                    found=found,
                )
