"""One thing written by two conventions in one article."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.families import Mention, mixtures
from tqa.value import value

_HOUSE = {"us": ("American", "-ize"), "uk": ("British", "-ise"), "oxford": ("British", "-ize")}
_MESSAGES = {
    (False, True): "“{found}” here, “{winner}” in {n} of {m} mentions",
    (False, False): "“{found}”: the house writes “{winner}”",
    (True, True): "“{found}” here, {winner} spelling in {n} of {m} words",
    (True, False): "“{found}”: the house writes {winner} spelling",
}
"""What is said: of spelling or not, where the winner stands in the article or not."""


@value
class VariantFamily(DocumentRule):
    """An article mixes forms that mean the same: US and U.S., Macao and Macau, percent and %, color and colour.

    Why: a house writes one of them; a mixture shows that two hands or two systems wrote the text.
    What: every mention of the rarer form, beside the more frequent one; at a tie the first one wins. The families: United States, United
    Nations, United Kingdom, European Union, Macao, percent, COVID-19, sums in yuan, the order of dates, their ordinals, Xinhuanet, -ize
    and -ise, American and British spelling. Words with a capital are names and keep their spelling.
    Limits: both forms may be right where a name is quoted. A full name beside its short form is no mixture.
    Measured: 0.14 hints an article on human translations, all of them mixtures indeed; professionals mix the forms too, hence only a hint.
    """

    severity = Severity.INFO
    mqm = "locale-conventions/inconsistent"

    english: str = ""
    """The spelling the house has chosen: us, uk or oxford; then every other spelling is reported, mixed or not."""
    prefer: tuple[str, ...] = ()
    """Forms the house has chosen (“U.S.”, “per cent”, “Macao”): in a mixture they win whatever their number."""

    examples = (
        example("The US Senate met. The US and the UN agreed; the United States signed."),
        example("It cost US$5 million and USD 3; he told us: US."),
        example("The World Trade Center is at the centre of the town."),
        example("The organization's programme, as the United Nations spells it."),
        example(["On May 17 and June 3, the growth was 5 percent.", "It may be 3 percent."]),
        example("The US Senate met. The US voted, and the ⟦U.S.⟧ dollar rose.", fixed="The US Senate met. The US voted, and the US dollar rose."),
        example("Macao grew; ⟦Macau⟧ grew faster.", fixed="Macao grew; Macao grew faster."),
        example("Up 5 percent, then 6 percent, then 7⟦%⟧."),
        example("They paid 5 million yuan, then ⟦RMB 3⟧ million, then 2 million yuan."),
        example(
            "The colour and the centre matter; the ⟦color⟧ of the ⟦centers⟧ and the behaviour of a neighbour.",
            fixed="The colour and the centre matter; the colour of the centres and the behaviour of a neighbour.",
        ),
        example("They organise it and recognise it, then ⟦modernize⟧ it.", fixed="They organise it and recognise it, then modernise it."),
        example("On May 17 and May 18 it rained; on ⟦19 May⟧ it did not."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        families: dict[str, list[Mention]] = {}
        for mention in mixtures(facts.article.text, wanted=bool(self.english)):
            families.setdefault(mention.family, []).append(mention)
        for family in families.values():
            yield from self._mixed(family, facts)

    def _mixed(self, family: list[Mention], facts: Analysis) -> Iterator[Finding]:
        counts: dict[str, int] = {}
        for mention in family:
            counts[mention.form] = counts.get(mention.form, 0) + 1
        chosen = next((form for form in (*self.prefer, *_HOUSE.get(self.english, ())) if form in counts), None)
        demanded = next((form for form in _HOUSE.get(self.english, ()) if any(form in mention.others for mention in family)), None)
        winner = chosen or demanded or max(counts, key=lambda form: counts[form])
        if len(counts) < 2 and winner in counts:
            return
        first = next((mention for mention in family if mention.form == winner), None)
        related = (
            [Related(facts.article.where(first.start, first.end), "{n} of {m} mentions", {"n": counts[winner], "m": len(family)})] if first else []
        )
        for mention in family:
            if mention.form == winner:
                continue
            segment, span = facts.article.place(mention.start, mention.end)
            if not facts.is_prose(segment, span):
                continue
            new = mention.others.get(winner)
            yield self.finding(
                segment,
                span,
                _MESSAGES[mention.family == "spelling", first is not None],
                found=span.of(segment.text),
                winner=winner,
                n=counts.get(winner, 0),
                m=len(family),
                fix=replace(segment, span, new) if new else None,
                related=related,
            )
