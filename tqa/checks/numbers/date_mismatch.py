"""Another day, month or year stands where the source has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.analysis.date_answers import DateFault
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import PairRule, example, replace
from tqa.text.dates.wording import reach, rewritten, said_as

_SURE = 0.6
_SURE_IF_JOINED = 0.8
"""In pairs of less confidence, where lines were joined sooner, a date may belong to a sentence that stands elsewhere."""


class DateMismatch(PairRule):
    """The translation gives another date or time than the source.

    Why: a date is checked by nobody and believed by everybody; a system swaps months and drops a decade without a trace.
    What: a year, month, day, hour, minute, quarter or decade that the source does not have, while one of the source is left without an answer.
    One finding each, at the wrong date, with the source date beside it. Where only one date can be meant the right one is offered.
    Info where it is not certain which lines belong together.
    Limits: a date that is dropped, or added, is not reported here. A day may become a weekday or "today", 今年 the year, and a
    month may be filled in. Minutes are judged beside a right hour only, and not where the English rounds them (around 3 p.m.). Lunar
    dates, and years of the Republic that read as common ones, are calendar-mismatch.
    Measured: 3 findings on 146 human translations of news (63,000 words), slips of the translators all three; none on official English reports
    (36,000 words). Of injected faults 0.99 of days, 0.99 of months and 0.96 of years are found, and 34 of 42 minutes.
    """

    mqm = "accuracy/mistranslation/date-time"
    yields_to = ("calendar-mismatch",)

    examples = (
        # Months from the year's beginning are no month.
        example("Trade grew in the January-October period.", "前10月贸易增长。"),
        # What translators do to dates and what is no fault.
        example("They met on Wednesday.", "双方26日会晤。"),
        example("They met today.", "双方26日会晤。"),
        example("They met on September 26.", "双方26日会晤。"),
        example("They met on the 26th.", "双方9月26日会晤。"),
        example("It fell in 2019.", "今年下降。"),
        example("It fell this year.", "2019年下降。"),
        example("It opens on January 1.", "元旦开放。"),
        example("It opens on 26 September 2020.", "2020年9月26日开放。"),
        example("It is open from 9 a.m. to 9 p.m.", "开放时间为9时至21时。"),
        example("It may rain on the 3rd.", "3日可能下雨。"),
        example("In the 1960s and 1970s", "20世纪六七十年代"),
        example("It fell for 5 years and 3 months.", "连续下降5年3个月。"),
        example("The 19th National Congress met on the 18th.", "党的十九大18日召开。"),
        example("From Sept 3 to 6, 2019", "2019年9月3日至6日"),
        example("The Mid-Autumn Festival fell on September 13.", "农历八月十五中秋节。"),
        example("It met on Wednesday, August 5.", "8月5日（星期三）召开。"),
        example("It met on Wednesday and the 6th.", "5日和6日召开。"),
        example("It opened at 8 p.m. GMT.", "北京时间26日4时开幕。"),
        example("From September 3 to 6 and October 6", "9月3日至6日、10月6日"),
        example("It was founded in 1996.", "成立于民国八十五年。"),
        example("It was founded in 1996.", "成立於民國85年。"),
        example("It was founded in March 2024.", "成立于113年3月。"),
        example("It was founded in the 85th year of the Republic of China.", "成立于民国八十五年。"),
        example("It was founded in the 1990s.", "成立于民国80年代。"),
        example("It was founded on December 31.", "卅一日成立。"),
        # Times in either count, in words, rounded, left out or of two zones; and what only looks like one.
        example("It opened at 3:20 p.m.", "15时20分开幕。"),
        example("It opened at half past nine.", "上午9点半开幕。"),
        example("It opened at a quarter past three.", "下午3点一刻开幕。"),
        example("It opened around 3 p.m.", "15时10分开幕。"),
        example("It opened at about 3:15 p.m.", "15时12分开幕。"),
        example("It opened at 3 p.m.", "15时10分开幕。"),
        example("It opened at 3:20 p.m. and closed at 3:40.", "15时20分开幕，40分闭幕。"),
        example("It struck at 10:20 a.m. Beijing time (7:50 a.m. in Delhi).", "北京时间10时20分发生。"),
        example("It opened at 3:20 p.m.", "下午三点二十，大会开幕。"),
        example("It opened at 3:20 p.m.", "15时许开幕。"),
        example("The drive takes 1:25.", "车程1小时20分。"),
        example("They won 3:20.", "他们以20比3获胜。"),
        example("Psalm 3:12", "诗篇3章12节"),
        # The faults.
        example("It met on ⟦Tuesday⟧.", "星期三召开。", fixed="It met on Wednesday."),
        example("Figures for January were told on ⟦January⟧ 3.", "2月3日公布1月数据。", fixed="Figures for January were told on February 3."),
        example("From ⟦June⟧ 3 to ⟦May⟧ 6", "5月3日至6月6日", fixed="From May 3 to June 6"),
        example("It opens at ⟦9 a.m.⟧", "晚上9时开放。"),
        example("They met on ⟦August⟧ 26.", "双方9月26日会晤。", fixed="They met on September 26."),
        example("They met on Sept. ⟦27⟧.", "双方9月26日会晤。", fixed="They met on Sept. 26."),
        example("They met on the ⟦22nd⟧.", "双方26日会晤。", fixed="They met on the 26th."),
        example("It fell in ⟦2018⟧.", "2019年下降。", fixed="It fell in 2019."),
        example("It was founded in ⟦1986⟧.", "成立于民国八十五年。", fixed="It was founded in 1996."),
        example("It opened on the ⟦21st⟧.", "十二月廿五日开幕。", fixed="It opened on the 25th."),
        example("It opens at ⟦8 p.m.⟧", "21时开放。"),
        example("It opened at 3:⟦02⟧ p.m.", "下午3时20分开幕。", fixed="It opened at 3:20 p.m."),
        example("It opened at 1:⟦54⟧.", "一时四十五分开幕。", fixed="It opened at 1:45."),
        example("It opened at 8:⟦29⟧.", "8时开幕。", fixed="It opened at 8:00."),
        example("It took off at about 9:25.", "9点22分起飞。"),
        example("It took off at about 9:⟦47⟧.", "9点22分起飞。", fixed="It took off at about 9:22."),
        example("They drew at 12: 20.", "双方以12比20战平。"),
        example("It struck at about 14: ⟦47⟧.", "14时40分左右发生。"),
        example("Work starts at ⟦9 o'clock⟧.", "7点开始上班。"),
        example("Sales last year were up 8%.", "2023年销售额同比增长8%。"),
        example(
            "Sales in ⟦2022⟧ were up 8% over the previous year.", "2023年销售额同比增长8%。", fixed="Sales in 2023 were up 8% over the previous year."
        ),
        example(
            "Beijing, ⟦July⟧ 27. The index closed at 6077.23.",
            "北京9月27日电 指数收于6077.23点。",
            fixed="Beijing, September 27. The index closed at 6077.23.",
        ),
        example("From 9:⟦40⟧ to 10:⟦30⟧", "9时30分至10时40分"),
        example("It opened at 3:⟦45⟧ p.m.", "下午三点一刻开幕。"),
        example("It began in the 1990s, in the 20th century.", "始于上世纪90年代。"),
        example("It began in the 1990s.", "始于上世纪末。"),
        example("It began in the ⟦1970s⟧.", "始于80年代。"),
        example("It began in the ⟦1980s⟧.", "始于上世纪90年代。"),
        example("It fell in the ⟦second quarter⟧.", "第一季度下降。"),
        example("It fell in the ⟦three months to June⟧.", "第一季度下降。"),
        example("Revenue fell in the ⟦second quarter⟧.", "第一季度财政收入下降。"),
        example("It fell in the quarter to June, the third of its fiscal year.", "本财年第三季度下降。"),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return [facts.pair(number) for number in facts.moments.wrong]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for fault in facts.moments.wrong[pair.number]:
            yield self._finding(fault, pair, facts)

    def _finding(self, fault: DateFault, pair: Pair, facts: Analysis) -> Finding:
        segment, span = facts.article.place(*reach(facts.article.text, fault.target))
        written = span.of(segment.text)
        right = rewritten(fault.field, written, fault.source.values[0])
        is_single = len(pair.source.segments) == 1 == len(pair.target.segments)
        is_linked = pair.confidence >= (_SURE if is_single else _SURE_IF_JOINED)
        certain = fault.is_sure and right is not None and len(fault.source.values) == 1 and is_linked
        return self.finding(
            segment,
            span,
            "{said} is {meaning}; the translation says “{written}”",
            fix=replace(segment, span, right or "") if certain else None,
            related=[Related(facts.source.where(fault.source_moment.start, fault.source_moment.end), "the date of the source")],
            severity=self.severity if is_linked else Severity.INFO,
            said=facts.source.text[fault.source_moment.start : fault.source_moment.end],
            meaning=said_as(fault.source, fault.source_moment),
            # 02 alone is no time, and 7 may be either.
            written=facts.article.text[fault.moment.start : fault.moment.end] if fault.field in ("hour", "minute") else written,
        )
