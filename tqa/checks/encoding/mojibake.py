"""Text decoded with the wrong table."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Severity, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.mojibake import find_garbles, may_be_garbled


class Mojibake(DocumentRule):
    """Characters were read with the wrong table: UTF-8 as Windows-1252, Latin-1 or GBK, or GBK as Latin-1.

    Why: “platformâ€™s” cannot be read, searched or counted.
    Limits: single accents at home in a language (São, CAFÉ”) are silent, since what they would decode to is no mark of news text.
    The repair is a guess of the table, so its fix is not applied without asking.
    Measured: on 146 human translations of news (63,000 words) no finding; every injected fault found, with
    replacement-character.
    """

    severity = Severity.ERROR
    sees = "all"
    given = "rare"

    examples = (
        example("São Paulo, Côte d’Ivoire, “CAFÉ”, Ångström, Ürümqi, naïve, MAÇÃ”, 5 €"),
        example("当地居民表示满意，联通公司发布公告。"),
        example("The word 联通 is short."),
        example("The platform⟦â€™⟧s users", fixed="The platform’s users"),
        example("He said ⟦â€œ⟧yes⟦â€\x9d⟧ and ⟦Ã©⟧t⟦Ã©⟧.", fixed="He said “yes” and été."),
        example("The platform⟦Ã¢â‚¬â„¢⟧s users", fixed="The platform’s users"),
        example("The platform⟦鈥檚⟧ users ⟦锟斤拷⟧ here"),
        example("The paper ⟦ÈËÃñÈÕ±¨⟧ says", fixed="The paper 人民日报 says"),
        example("The ⟦ï¿½⟧ sign, 5⟦Â ⟧km"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if not facts.rare or not may_be_garbled(facts.rare):
            return
        for segment in facts.document.target:
            for garble in find_garbles(segment.text):
                span = Span(garble.start, garble.end)
                fix = replace(segment, span, garble.repaired) if garble.repaired else None
                message = "“{text}” was decoded with the wrong table"
                yield self.finding(segment, span, message, fix=fix, text=span.of(segment.text))
