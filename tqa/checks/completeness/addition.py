"""A passage of the translation has no source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related
from tqa.rule.kinds import PairRule, example


class Addition(PairRule):
    """The translation says something that the source does not, or says a sentence twice.

    Why: a system that loses its way invents a sentence or repeats one; readers take it for the author's.
    What: a whole segment without a source, sentences that make the segment too long and whose words the source does not have, and a
    sentence that stands twice in a segment whose source says it once.
    Limits: an added clause inside a sentence is not looked for. Where words contradict every way to link the lines nothing is said of
    passages: all of them would seem to be added. A notice tells that it was not looked for.
    Measured: 0.01 findings an article on 146 human translations; 0.98 of sentences said twice are found.
    """

    mqm = "accuracy/addition"
    given = "gaps.has_additions"
    yields_to = ("repetition-loop", "llm-note", "llm-preamble", "llm-markup", "llm-refusal", "duplicate-paragraph")

    examples = (
        # One Chinese sentence may make two English ones, and a source may say a thing twice.
        example(["The port opened on Monday. Ships from six countries came."], ["港口周一开放，六国船只到来。"]),
        example(["The sea rose in the night. The sea rose in the night."], ["夜里海水上涨。夜里海水上涨。"]),
        example(["Yes, we can do it. Yes."], ["能，我们能做到。"]),
        example(["The port opened on Monday morning. ⟦The port opened on Monday morning.⟧"], ["港口周一上午开放。"]),
        example(
            ["The port opened on Monday. ⟦Many farmers complained that their fields had been flooded by heavy rain in the spring.⟧"],
            ["港口周一开放。"],
        ),
        example(["The port opened on Monday.", "⟦Farmers complained about heavy rain.⟧"], ["港口周一开放。", ""]),
    )

    def pairs(self, facts: Analysis) -> Sequence[Pair]:
        pairs = [*[repeat.pair for repeat in facts.gaps.repeats], *[gap.pair for gap in facts.gaps.additions]]
        return list({id(pair): pair for pair in pairs}.values())

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        for repeat in facts.gaps.repeats:
            if repeat.pair is pair:
                segment, span = pair.target.place(repeat.start, repeat.end)
                first = pair.target.where(*repeat.first)
                yield self.finding(segment, span, "the sentence stands here a second time", related=[Related(first, "the first time")])
        for gap in facts.gaps.additions_in(pair):
            message = "the segment has no source" if gap.whole else "nothing in the source says this"
            yield self.finding_at(pair.target.where(gap.start, gap.end), message, related=[Related(gap.place, "here the source should have it")])
