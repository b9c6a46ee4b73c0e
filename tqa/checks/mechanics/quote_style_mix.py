"""Straight and curly quotation marks mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.analysis.analysis import Analysis
from tqa.analysis.quotes import Mark
from tqa.model import Edit, Finding, Fix, Severity, Where
from tqa.rule.kinds import DocumentRule, example, replace

_STRAIGHT = '"＂'


class QuoteStyleMix(DocumentRule):
    """A quotation opens with a curly mark and closes with a straight one or one that points the wrong way, or an article mixes both styles.

    Why: text pasted from two hands; a reader hardly sees it, a typesetter does.
    Limits: info, because human translators mix them in one article of six. An article with both styles is one finding, on the
    first mark of the rarer style. Single quotation marks and apostrophes are not compared.
    Measured: on 146 human translations of news (63,000 words) 0.2 findings an article, true but slight.
    """

    severity = Severity.INFO

    examples = (
        example('He said "yes" and "no". It’s 27" wide.'),
        example("He said “yes” and 'no'. It's fine."),
        example("He said, “It works.⟦“⟧", fixed="He said, “It works.”"),
        example("Roads are the ⟦”⟧life lines” of a town.", fixed="Roads are the “life lines” of a town."),
        example('He said ⟦“⟧yes" and “no”.', fixed="He said “yes” and “no”."),
        example('He said ⟦"⟧yes" and “no”, “left” and “right”.', fixed="He said “yes” and “no”, “left” and “right”."),
        example('He said "yes", "no" and ⟦“⟧left”.', fixed='He said "yes", "no" and "left".'),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        if not facts.quotes.offsets or facts.rare.isdisjoint("“”"):
            return
        for mark in facts.quotes.reversed:
            segment, span = facts.article.place(mark.offset, mark.offset + 1)
            if facts.is_prose(segment, span):
                fix = replace(segment, span, "“" if mark.opens else "”", safe=True)
                yield self.finding(segment, span, "“{mark}” points the wrong way", mark=mark.character, fix=fix)
        if '"' in facts.article.text:
            yield from self._mixed(facts)

    def _mixed(self, facts: Analysis) -> Iterator[Finding]:
        pairs = [(pair.opening, pair.closing) for pair in facts.quotes.quotations]
        marks = [mark for pair in pairs for mark in pair]
        straight = sum(mark.character in _STRAIGHT for mark in marks)
        to_straight = straight * 2 > len(marks)
        mixed = [pair for pair in pairs if (pair[0].character in _STRAIGHT) != (pair[1].character in _STRAIGHT)]
        for opening, closing in mixed:
            yield from self._found([opening, closing], facts, "“{mark}” is closed by “{other}”", to_straight=to_straight)
        rare = sorted(mark for pair in pairs if pair not in mixed for mark in pair if (mark.character in _STRAIGHT) != to_straight)
        if rare and 0 < straight < len(marks) and not mixed:
            message = "straight and curly quotation marks in one article"
            yield from self._found(rare, facts, message, to_straight=to_straight)

    def _found(self, marks: Sequence[Mark], facts: Analysis, message: str, *, to_straight: bool) -> Iterator[Finding]:
        edits = []
        for mark in marks:
            segment, span = facts.article.place(mark.offset, mark.offset + 1)
            right = '"' if to_straight else "“" if mark.opens else "”"
            if not facts.is_prose(segment, span):
                return
            if mark.character != right:
                edits.append(Edit(Where(segment.side, segment.index, span), right))
        segment, span = facts.article.place(marks[0].offset, marks[0].offset + 1)
        fix = Fix("use one style", tuple(edits), safe=True)
        yield self.finding(segment, span, message, fix=fix if edits else None, mark=marks[0].character, other=marks[-1].character)
