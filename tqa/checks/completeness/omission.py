"""A passage of the source was not translated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related
from tqa.rule.kinds import PairRule, example


class Omission(PairRule):
    """A sentence or a longer passage of the source has no counterpart in the translation.

    Why: a system that drops a sentence leaves fluent English, and nobody who reads only the English can see it.
    What: a whole segment without a target, or a run of clauses whose length the target lacks, of whose common words, names and figures
    few stand in it, near their place, and for which no stretch of the target there has words of its own; a word that the rest of the
    source needs as well counts for neither.
    Limits: a single short clause is too little evidence. A segment whose words stand in the pair beside it was merged, not left out.
    Where words contradict every way to link the lines nothing is said of passages: all of them would seem to be missing, and any may
    stand elsewhere. A notice tells that it was not looked for, and `length-ratio` judges the article as a whole.
    Measured: 0.03 findings an article on 146 human translations, seven real omissions aside; 0.99 of segments left out are found, and
    0.83 to 0.87 of sentences, 0.87 to 0.91 with the rules for numbers and names. Of 48 findings on 673 machine translations 34 lie in a
    segment where a rater marked an omission, and 44 where one marked that or a major error.
    """

    mqm = "accuracy/omission"
    given = "gaps.omissions"
    yields_to = ("untranslated-segment",)

    examples = (
        # Short lines that the translator joined.
        example(
            ["The harbour opened on Monday.", "", "Ships from six countries came."],
            ["港口周一开放。", "六国船只到来。", ""],
        ),
        example(["", "The river froze in December."], ["***", "十二月河流结冰。"]),
        example(["He often says so, again and again, in every village."], ["他逢人就说，说了又说，村村都说。"]),
        example(
            [
                "The bridge across the river is 2,300 metres long and links two old towns, which farmers had to cross by ferry.",
            ],
            ["跨江大桥全长2300米，连接两座古镇，过去农民只能坐渡船。"],
        ),
        example(["港口周一开放，市民当天可以免费参观码头和灯塔。"], ["港口周一开放，市民当天可以免费参观码头和灯塔。"]),
        example(["Brent crude futures settled $1.20, or 1.67 percent, higher at $73.06."], ["布伦特原油期货收于73.06美元，上涨1.2美元，涨幅1.67%。"]),
        example(["The harbour opened on Monday.", ""], ["港口周一开放。", "⟦来自六个国家的船只参加了仪式。⟧"]),
        example(
            ["The new bridge across the river opened to traffic on Monday."],
            ["新的跨江大桥周一通车。⟦专家认为，这座桥将降低运输成本，促进旅游业发展，吸引更多投资。⟧"],
        ),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        return [gap.pair for gap in facts.gaps.omissions]

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for gap in facts.gaps.omissions_in(pair):
            message = "the segment is not translated" if gap.whole else "this passage seems to be missing in the translation"
            yield self.finding_at(pair.source.where(gap.start, gap.end), message, related=[Related(gap.place, "here it should stand")])
