"""Another place in a row: the 14th as the 4th."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example
from tqa.text.numbers.quantity import spoken


class OrdinalMismatch(PairRule):
    """An ordinal of the source is not in the translation, and another stands there.

    Why: plans, congresses and sessions are known by their number; 第十四个五年规划 as the 4th Five-Year Plan is another plan.
    What: an ordinal (第十四, 十九届) without an answer on either side; a place by size (第二大, the largest) that is another one in English.
    Limits: first and second are used too freely to be asked for but as such places; days of a month belong to date-mismatch.
    Measured: 0 findings on 146 human translations of news (63,000 words).
    """

    mqm = "accuracy/mistranslation/number"
    yields_to = ("date-mismatch",)

    examples = (
        example("The 14th Five-Year Plan", "第十四个五年规划"),
        example("The 14th Five-Year Plan", "“十四五”规划"),
        example("The 20th National Congress", "党的二十大"),
        example("The fourth plenary session of the 19th Central Committee", "十九届四中全会"),
        example("They met on the 28th.", "双方26日会晤。"),
        example("The twenty-first century", "二十一世纪"),
        example("Chapter 6 of the charter", "宪章第六章"),
        example("The first time", "第二次"),
        example("The second-largest economy, and its largest city", "第二大经济体及其第一大城市"),
        example("The largest and the 2nd largest of them", "第一大和第二大"),
        example("Osaka is Japan's largest city after Tokyo.", "大阪是日本第二大城市。"),
        example("He lives on Fifth Avenue in the largest house.", "他住在第五大道的大房子里。"),
        example("It ranks as number four.", "它排名第四。"),
        example("It ranks as number ⟦nine⟧.", "它排名第四。"),
        example("It is the world's ⟦second-largest⟧ economy.", "它是全球第一大经济体。"),
        example("It is the world's ⟦largest⟧ economy.", "它是全球第二大经济体。", severity="warning"),
        example("The ⟦4th⟧ Five-Year Plan", "第十四个五年规划"),
        example("The ⟦21st⟧ National Congress", "党的二十大"),
        example("The ⟦seventieth⟧ anniversary of the 3rd army", "第七军成立第六十周年，第三军"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        quantities = facts.quantities
        return quantities.pairs_with(sorted({*quantities.rank_clashes, *quantities.at_fault.get("ordinal", ())}))

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        quantities = facts.quantities
        for one in (*quantities.rank_clashes.get(pair.number, ()), *quantities.faults(pair, "ordinal")):
            source, target = one.source, one.target
            if source is not None and target is not None:
                yield self.finding_at(
                    facts.article.where(target.start, target.end),
                    "{source} is number {right}; the target says {wrong}",
                    related=[Related(facts.source.where(source.start, source.end), "the source ordinal")],
                    severity=quantities.severity(pair, Severity.WARNING),
                    source=facts.source.text[source.start : source.end],
                    right=spoken(source.values[0]),
                    wrong=facts.article.text[target.start : target.end],
                )
