"""A phrase or sentence said over and over."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Related, Segment, Severity, Span, Where
from tqa.rule.kinds import DocumentRule, delete, example
from tqa.text.loops import loops, may_loop, may_say_twice, repeated_sentences, source_repeats


class RepetitionLoop(DocumentRule):
    """A phrase stands three times in a row, or a sentence twice in its paragraph, and the source does not say it so.

    Why: a model that falls into a loop writes the same words until something stops it.
    Limits: repeats of two words up to four times, chants (Go China!), counts and what the source repeats itself are silent; a sentence
    that comes back in another paragraph is duplicate-paragraph's business.
    Measured: no finding on 146 human translations of news (63,000 words); 0.98 of sentences set twice found.
    """

    severity = Severity.ERROR
    mqm = "accuracy/addition"

    examples = (
        # Everyday runs, rhetoric, lists.
        example("One of the best parks, one of the best schools and one of the best roads are here."),
        example("He tried again and again and again, day after day after day."),
        example("More and more and more and more people came."),
        example("They shouted: Go China, go! Go China, go! Go China, go!"),
        example("The score was 1 to 0, 1 to 0, 1 to 0."),
        example("No one came. No one called. No one cared. He waited."),
        example("It had had an effect; that that was so is clear. Thank you, thank you."),
        example(["The plan works for every town.", "The plan works for every town."]),
        example("He said yes. He said yes."),
        example("Water, water, water, said the old man.", source="水，水，水，老人说。"),
        example("Do your job, do your job, do your job, he says.", source="干好活，干好活，干好活，他说。"),
        example("| road | rail | road | rail | road | rail |"),
        # Loops.
        example(
            "The company built the east port⟦ of the east port of the east port of the east port⟧ in May.",
            fixed="The company built the east port in May.",
        ),
        example("We will work hard⟦, we will work hard, we will work hard⟧.", source="我们将努力工作。", fixed="We will work hard."),
        example("The plan works for every town.⟦ The plan works for every town.⟧ So he says.", fixed="The plan works for every town. So he says."),
        example("River port opens its fourth berth⟦ River port opens its fourth berth⟧", fixed="River port opens its fourth berth"),
        example(["River port opens", "The plan works for every town.⟦ The plan works for every town.⟧"]),
        example("The mayor spoke at length. It rained on the square.⟦ The mayor spoke at length.⟧"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if may_loop(facts.article.text):
            yield from self._loops(facts)
        if facts.may_say_twice:
            yield from self._sentences(facts)

    def _loops(self, facts: Analysis) -> Iterator[Finding]:
        for segment, line in _lines(facts):
            found = loops(line) if may_loop(line) else ()
            if found and not source_repeats(facts.source_of(segment), sentence=False):
                for start, first, end in found:
                    yield self._repeat(
                        segment, Span(start, first), Span(_before_stop(line, first), _before_stop(line, end)), "“{said}” is said over and over"
                    )

    def _sentences(self, facts: Analysis) -> Iterator[Finding]:
        for segment, line in _lines(facts):
            found = repeated_sentences(line) if may_say_twice(line) else ()
            if found and not source_repeats(facts.source_of(segment), sentence=True):
                for first, again in found:
                    begin = len(line[: again[0]].rstrip())
                    yield self._repeat(segment, Span(*first), Span(begin, again[1]), "this sentence stands twice: “{said}”")

    def _repeat(self, segment: Segment, first: Span, again: Span, message: str) -> Finding:
        related = [Related(Where(segment.side, segment.index, first), "the first time")]
        return self.finding(segment, again, message, said=first.of(segment.text), related=related, fix=delete(segment, again))


def _lines(facts: Analysis) -> Iterator[tuple[Segment, str]]:
    """The visible segments with their text; what furniture stands in them reads as spaces."""
    article = facts.article
    for segment, start in zip(article.segments, article.starts, strict=True):
        yield segment, article.text[start : start + len(segment.text)]


def _before_stop(line: str, end: int) -> int:
    """`end` without the mark that closes the loop, which stays."""
    return end - 1 if line[end - 1] in ".,;:?!。，" else end
