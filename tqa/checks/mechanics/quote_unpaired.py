"""A double quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.analysis.quotes import Mark
from tqa.model import Finding
from tqa.rule.kinds import DocumentRule, example

_SOURCE_MARKS = (("“", "”"), ("「", "」"), ("『", "』"))


class QuoteUnpaired(DocumentRule):
    """A quotation opens and never closes, or closes and never opened.

    Why: the reader cannot tell whose words these are, and the rest of the paragraph reads as speech.
    Limits: a speech over several paragraphs, each opened and only the last closed, is silent; where the source is linked line by
    line and its own marks are paired within the line, so must the English be. Single quotation marks are apostrophes too often.
    Marks of two styles that close each other, or of which one points the wrong way, are quote-style-mix.
    Measured: on 146 human translations of news (63,000 words) 14 findings, all slips of the translators; 0.99 of injected faults found.
    """

    given = "quotes.unpaired_in_segment"

    examples = (
        example('He said "yes" and “no”, and the screen is 27" wide.'),
        example(["“We opened the port.", "“Then we built the road.", "“Now we wait.” He left."]),
        example(["“We opened the port.", "Now we wait.” He left."], source=["“我们开了港。", "现在我们等。”他走了。"]),
        example('He said “yes" at the ’90s fair, rock ’n’ roll.'),
        example("He wrote “the mayor said ‘no’ and “left”.” Then he slept."),
        example("⟦“⟧We opened the port, he said."),
        example('The plan ⟦"⟧for roads, "not walls", works.'),
        example("The plan works⟦”⟧, he said."),
        example('We opened the port.⟦"⟧'),
        example(["⟦“⟧We opened the port.", "“Then we built the road.”"], source=["“我们开了港。”", "然后修了路。"]),
        example("He said, “We opened the port.“ Roads are the ”life lines” of a town."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        single = set(facts.quotes.single)
        for mark in facts.quotes.unpaired_in_segment:
            segment, span = facts.article.place(mark.offset, mark.offset + 1)
            if (mark in single or _is_paired(facts.source_of(segment))) and facts.is_prose(segment, span):
                yield self.finding(segment, span, _message(mark), mark=mark.character)


def _message(mark: Mark) -> str:
    return "“{mark}” opens a quotation that is never closed" if mark.opens else "“{mark}” closes a quotation that was never opened"


def _is_paired(source: str) -> bool:
    """Whether the source line is known and its quotation marks come in pairs."""
    return bool(source) and source.count('"') % 2 == 0 and all(source.count(opening) == source.count(closing) for opening, closing in _SOURCE_MARKS)
