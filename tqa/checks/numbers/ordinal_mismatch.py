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
    What: an ordinal (第十四, 十九届) without an answer on either side.
    Limits: first and second are used too freely to be asked for; days of a month belong to date-mismatch.
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
        example("The ⟦4th⟧ Five-Year Plan", "第十四个五年规划"),
        example("The ⟦21st⟧ National Congress", "党的二十大"),
        example("The ⟦seventieth⟧ anniversary of the 3rd army", "第七军成立第六十周年，第三军"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs("ordinal")

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for fault in facts.quantities.faults(pair, "ordinal"):
            if fault.source is None:
                continue
            wrong, right = facts.quantities.places(fault)
            chinese, written = facts.quantities.texts(fault)
            yield self.finding_at(
                wrong,
                "{source} is number {right}; the target says {wrong}",
                related=[Related(right, "the source ordinal")],
                severity=facts.quantities.severity(pair, Severity.WARNING),
                source=chinese,
                right=spoken(fault.source.values[0]),
                wrong=written,
            )
