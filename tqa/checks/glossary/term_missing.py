"""A listed term has no listed form in the translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.analysis.terms import Lack
from tqa.glossary.concept import Concept
from tqa.model import Finding, Related, Severity, Where
from tqa.rule.kinds import PairRule, example, replace


class TermMissing(PairRule):
    """The source names a listed thing, and no form the glossary allows stands in the translation.

    Why: readers know a thing by one name; another name is another thing to them.
    What: one finding a thing and segment, at the term in the source, with the place in the translation where it is looked for. The
    entry's `strength` sets the severity, a warning where it is empty; info for generic words, and one step lower where source and
    translation could only be compared as whole articles.
    Limits: a second mention may be a pronoun, and a sentence may be turned. Where only a part of the form stands, its words stand
    apart, the segment beside has it, or it is an ordinary lower-case word, the finding is info, unless another listed thing of its
    kind that the source does not name stands instead. Acronyms of the form and words for a country's people count as the form, and so
    does another name of the power where a seat of government acts as one: Russia for 莫斯科方面, but not for 莫斯科 where snow falls.
    Measured: 0.08 warnings an article on human translations with the shipped glossaries, most of them names left out or reworded; 0.99 of
    names swapped for others are found. Where an institution's own English has another form than its list, 28 of 100
    places are reported; a literal comparison reports 77.
    """

    severity = Severity.ERROR
    mqm = "terminology/inconsistent-with-terminology-resource"
    yields_to = ("term-forbidden", "term-forbidden-if-source", "term-near-miss")

    examples = (
        example(
            ["The North Treaty met in Brussels."],
            ["⟦北约⟧在布鲁塞尔开会。"],
            glossary=Concept(("北约",), "NATO", kind="name"),
            severity="warning",
        ),
        example(
            ["The tourism fair opened."],
            ["⟦文博会⟧开幕。"],
            glossary=Concept(("文博会",), "Cultural Industries Fair", strength="error"),
            severity="error",
        ),
        example(["It met in Brussels."], ["⟦影响⟧很大。"], glossary=Concept(("影响",), "ramification"), severity="info"),
        example(
            ["Its reform deepens."],
            ["“⟦一带”一路⟧改革深化。"],
            glossary=Concept(("一带一路",), "Belt and Road", status="suggested", strength="error"),
            severity="warning",
        ),
        example(["NATO met."], ["北约开会。"], glossary=Concept(("北约",), "NATO")),
        example(["The Belt-and-Road projects"], ["“一帶一路”項目"], glossary=Concept(("一带一路",), "the Belt and Road")),
        example(["Three trade-ins"], ["三次以旧换新"], glossary=Concept(("以旧换新",), "trade in")),
        # A comma parts what a form joins, a whole quotation does not.
        example(
            ["The industrial chain, supply chains grow."],
            ["⟦产业链供应链⟧增长。"],
            glossary=Concept(("产业链供应链",), "industrial chain supply chain"),
        ),
        example(['The "Belt and Road" Initiatives'], ["“一带一路”倡议"], glossary=Concept(("一带一路倡议",), "Belt and Road Initiative")),
        example(["Five-Year Plans"], ["五年规划"], glossary=Concept(("五年规划",), "5-year plan")),
        example(["The centre organised a programme."], ["该中心组织了项目。"], glossary=Concept(("中心",), "center")),
        example(["The UN called on both."], ["联合国呼吁双方。"], glossary=Concept(("联合国",), "United Nations", kind="name")),
        example(["Exchange Fund Advisory Committee"], ["外汇基金咨询委员会"], glossary=Concept(("外汇基金咨询委员会",), "EFAC", kind="name")),
        example(["The Chinese team won."], ["中国队获胜。"], glossary=Concept(("中国",), "China", kind="name")),
        example(["The Chinese team won in Hungary."], ["中国队在匈牙利获胜。"], glossary=Concept(("中国",), "China", kind="name")),
        example(
            ["Burundi bought more, but Chinese orders fell short."],
            ["⟦中国⟧多买了，但中方订单不足。"],
            glossary=Concept(("中国",), "China", kind="name"),
        ),
        # A seat of government is said by its country where it acts, and not where it is a place.
        example(["Russia denied it."], ["莫斯科方面否认了。"], glossary=Concept(("莫斯科",), "Moscow", kind="name")),
        example(["Tokyo declined to comment."], ["日本拒绝置评。"], glossary=Concept(("日本",), "Japan", kind="name")),
        example(["It snowed in Russia."], ["⟦莫斯科⟧下雪。"], glossary=Concept(("莫斯科",), "Moscow", kind="name"), severity="warning"),
        example(
            ["The farmers' cooperative"],
            ["第三农业合作社"],
            glossary=Concept(("三农",), "agriculture, rural areas and farmers", not_inside=("第三农",)),
        ),
        # The short form is fine once the full form has been given.
        example(
            ["The Communist Party of China met.", "The CPC agreed."],
            ["中国共产党开会。", "中国共产党同意。"],
            glossary=Concept(("中国共产党",), "Communist Party of China", short=("CPC",)),
        ),
        example(
            ["The CPC agreed."],
            ["⟦中国共产党⟧同意。"],
            glossary=Concept(("中国共产党",), "Communist Party of China", short=("CPC",)),
            severity="info",
        ),
        # The longer term is another one.
        example(
            ["The People's Bank of China"],
            ["中国人民银行"],
            glossary=(Concept(("银行",), "Banque"), Concept(("中国人民银行",), "People's Bank of China")),
        ),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return facts.terms.lacking

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for lack in facts.terms.lacks(pair):
            concept = lack.concept
            place, seen = self._places(lack, pair, facts)
            if lack.excuse == "short":
                message = "“{term}” is given by its short form and never in full: “{wanted}”"
            else:
                message = "“{term}” is missing: the glossary has “{wanted}”"
            fixes = []
            # Another name in its place is offered for replacement; words in small letters may be right where they stand.
            if lack.other and not lack.near and pair.target.text[lack.other[0]].isupper():
                segment, span = pair.target.place(*lack.other)
                fixes = [replace(segment, span, concept.target)]
            yield self.finding_at(
                place,
                message,
                fixes=fixes,
                related=[Related(seen, "here it is looked for" if seen.side == "target" else "the term")],
                severity=_severity(lack, pair),
                term=pair.source.text[lack.hits[0].start : lack.hits[0].end],
                wanted=concept.target,
            )

    @staticmethod
    def _places(lack: Lack, pair: Pair, facts: Analysis) -> tuple[Where, Where]:
        """Where the fault is, and the place on the other side."""
        term = pair.source.where(lack.hits[0].start, lack.hits[0].end)
        wrong = facts.terms.wrong_form(lack.concept, pair) or (lack.near and (lack.near.start, lack.near.end))
        if wrong:
            return pair.target.where(*wrong), term
        return term, pair.target.where(*(lack.other or facts.terms.gap(lack, pair)))


def _severity(lack: Lack, pair: Pair) -> Severity:
    concept = lack.concept
    if concept.kind == "generic" or (lack.excuse and not lack.near and not lack.other):
        return Severity.INFO
    severity = concept.ceiling if concept.strength else Severity.WARNING
    return Severity(max(severity - 1, Severity.INFO)) if pair.confidence < 0.5 else severity
