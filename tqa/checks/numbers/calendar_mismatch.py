"""A date of another calendar reads as a common one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related
from tqa.rule.kinds import PairRule, example


class CalendarMismatch(PairRule):
    """A lunar date or a year of the Republic is written as if the calendar were the common one.

    Why: 正月初五 is not January 5 but five days into the lunar year, in February perhaps; 民国38年 is 1949 and no year 38.
    Limits: silent where the translation names the lunar calendar or the Spring Festival near it, and where it gives the common date.
    Measured: no finding on 146 human translations of news; dates of other calendars are too rare there to say how much is found.
    """

    mqm = "accuracy/mistranslation/date-time"

    examples = (
        example("On the fifth day of the first lunar month", "正月初五"),
        example("On February 1, the fifth day of the lunar year", "正月初五"),
        example("On September 13 they met.", "农历八月十五双方会晤。"),
        example("On August 15 they met.", "8月15日双方会晤。"),
        example("In 1949 it moved.", "民国38年迁移。"),
        example("In the 38th year of the Republic it moved.", "民国38年迁移。"),
        example("They met on ⟦January 5⟧.", "双方正月初五会晤。"),
        example("On ⟦August 15⟧ they met.", "农历八月十五双方会晤。"),
        example("It moved in ⟦1938⟧.", "民国38年迁移。"),
        example("It moved in ⟦38⟧.", "民国三十八年迁移。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return [facts.pair(number) for number in facts.moments.misread]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for said, start, end in facts.moments.misread[pair.number]:
            segment, span = facts.article.place(start, end)
            yield self.finding(
                segment,
                span,
                "{said} is a date of the {calendar}; “{written}” reads as one of the common calendar",
                related=[Related(facts.source.where(said.start, said.end), "the date of the source")],
                said=facts.source.text[said.start : said.end],
                calendar="lunar calendar" if said.calendar == "lunar" else "Republic's calendar",
                written=span.of(segment.text),
            )
