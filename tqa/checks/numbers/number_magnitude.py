"""The right digits, and too many or too few zeros."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace
from tqa.text.numbers.causes import cause_of
from tqa.text.numbers.quantity import is_plain, spoken


class NumberMagnitude(PairRule):
    """The digits of the source stand in the translation with another size: ten, a thousand, ten thousand times too much or too little.

    Why: Chinese counts in 万 (ten thousand) and 亿 (hundred million), English in thousands; a system that takes 亿 for a billion makes
    62.3 billion of 6.23.
    What: a number without an answer on either side, both with the same digits. The message names what was misread where it can be told.
    Limits: a wrong size whose value stands elsewhere in the same passage is not seen. One digit spelled out on both sides (二, "twenty") is
    number-mismatch.
    Measured: 4 findings on 146 human translations of news (63,000 words), all slips of the translators. Of injected factors of ten
    0.98 are found, of wrong scale words 0.95 (the rest stand where the translator slipped already), 0.93 as an error.
    """

    severity = Severity.ERROR
    mqm = "accuracy/mistranslation/number"

    examples = (
        example("It sold 62.3 billion yuan.", "销售额为623亿元。"),
        example("It has 8.2 million people.", "人口820 万。"),
        example("It has a population of 1.4 billion.", "人口14亿。"),
        example("It grew by 12 trillion yuan.", "增长12万亿元。"),
        example("More than 35,000 people came.", "三万五千多人到场。"),
        example("Between 30,000 and 50,000 came.", "3至5万人到场。"),
        example("From 4 to 6 million came.", "四百万到六百万人到场。"),
        example("Hundreds of thousands came.", "数十万人到场。"),
        example("It covers 30,000 mu (2,000 hectares).", "占地3万亩。"),
        example("It has a capacity of 5,000 kilowatts.", "容量5000千瓦。"),
        example("It has a capacity of 5 megawatts.", "容量5000千瓦。"),
        example("It fell by half a million.", "减少50万。"),
        example("It was worth $900,000, 6 million yuan.", "价值600万元（约合90万美元）。"),
        example("The rock is 245 million years old, from 3,000 years ago.", "岩石距今2.45亿年，距今3000年。"),
        example("The rock is ⟦2.45 billion⟧ years old.", "岩石距今2.45亿年。", fixed="The rock is 245 million years old."),
        example("It sold ⟦6.23 billion⟧ yuan.", "销售额为623亿元。", fixed="It sold 62.3 billion yuan."),
        example("It has ⟦82 million⟧ people.", "人口820万。", fixed="It has 8.2 million people."),
        example("It earned ⟦500 million⟧ yuan.", "收入50亿元。", fixed="It earned 5 billion yuan."),
        example("It covers ⟦120,000⟧ mu.", "占地120万亩。", fixed="It covers 1.2 million mu."),
        example("It grew by ⟦65%⟧.", "增长6.5%。", fixed="It grew by 6.5%."),
        example("About ⟦15,000⟧ people came.", "约1500人到场。", fixed="About 1,500 people came."),
        example("It costs RMB ⟦3 million⟧.", "售价30万元。", fixed="It costs RMB 300,000."),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.quantities.pairs("magnitude")

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for fault in facts.quantities.faults(pair, "magnitude"):
            if fault.source is None or fault.target is None:
                continue
            wrong, right = facts.quantities.places(fault)
            chinese, written = facts.quantities.texts(fault)
            cause, misread = cause_of(fault.source.values[0], fault.target.values[0], chinese)
            said = "the source says {source}" if is_plain(chinese, fault.source.values[0]) else "{source} is {right}"
            message = said + "; the target says {wrong}" + (f": {cause}" if cause else "")
            better = facts.quantities.mending(fault.source, fault.target)
            segment = facts.document.target[wrong.segment]
            yield self.finding_at(
                wrong,
                message,
                fixes=[replace(segment, wrong.span, better)] if better else [],
                related=[Related(right, "the source number")],
                severity=facts.quantities.severity(pair, Severity.ERROR),
                source=chinese,
                right=spoken(fault.source.values[0]),
                wrong=written,
                **misread,
            )
