"""A date that counts from today counts from another day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example


class RelativeDate(PairRule):
    """The source says last year, yesterday or next month, and the translation another one.

    Why: 去年 and 今年 are one character apart, and a year is a different story.
    Limits: only where one such word stands on each side and no plain date beside it. Reported speech may turn tomorrow into "the
    next day", which stays silent, as does every date that is written out.
    Measured: no finding on 146 human translations of news and none on 841 machine translations; too rare there to say how much is found.
    """

    severity = Severity.INFO
    mqm = "accuracy/mistranslation/date-time"

    examples = (
        example("It fell last year.", "去年下降。"),
        example("It fell in 2019.", "去年下降。"),
        example("He comes the next day.", "他明天来。"),
        example("It fell from last year to this year.", "去年到今年下降。"),
        example("It fell this year.", "当年下降。"),
        example("He came the day before yesterday, and it opens next week.", "他前天来，下周开幕。"),
        example("He came ⟦yesterday⟧.", "他前天来。"),
        example("It opened ⟦last week⟧.", "下周开幕。"),
        example("It fell ⟦this year⟧.", "去年下降。"),
        example("He came ⟦tomorrow⟧.", "他昨日来。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return [facts.pair(number) for number in facts.moments.turned]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for said, written in facts.moments.turned[pair.number]:
            segment, span = facts.article.place(written.start, written.end)
            yield self.finding(
                segment,
                span,
                "“{said}” became “{written}”",
                related=[Related(facts.source.where(said.start, said.end), "the date of the source")],
                said=facts.source.text[said.start : said.end],
                written=span.of(segment.text),
            )
