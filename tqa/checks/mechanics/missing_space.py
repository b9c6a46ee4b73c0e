"""A space missing after a mark, or around a bracket or quotation."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Edit, Finding, Fix, Span, Where
from tqa.rule.kinds import DocumentRule, example
from tqa.text.english import word_set
from tqa.text.regex import regex

# Each begins with its literal, and what stands before the mark is a look-behind after it: a scan costs next to nothing.
_AFTER_MARK = (
    (",", regex(r",(?=[A-Za-z]{2})(?<=[A-Za-z0-9”)%],)(?<![ (][A-Za-z],)")),
    (";", regex(r";(?<=[A-Za-z”)%]{2};)(?=[A-Za-z]{2})")),
    (":", regex(r":(?<=[a-z]{3}:)(?=[A-Z][a-z]|[A-Z]{2})")),
    ("?", regex(r"\?(?<=[a-z]{2}\?)(?=[A-Z][a-z])")),
    ("!", regex(r"!(?<=[a-z]{2}!)(?=[A-Z][a-z])(?<!Yahoo!)")),
    (".", regex(r"\.(?=[A-Z])(?<=[a-z0-9)”%]{2}\.)(?=(?:[A-Z][a-z]+|A|I)(?:[\s,;:’]|$))")),
    ("%", regex(r"%(?<=[0-9]%)(?=[A-Za-z]{2})")),
)
_ENTITY = regex(r"&[A-Za-z]{2,8};$")
_OPEN_BRACKET = regex(r"\((?<=[A-Za-z]{3}\()(?=[A-Za-z]{3}|[0-9]{3})")
_CLOSE_BRACKET = regex(r"\)(?=[A-Za-z]{2})")
_SITE_ENDINGS = word_set("Com Net Org Cn Js Io Ai Co Edu Gov Tv Asp Py Doc Docx Pdf Txt Exe Md Html Jpg Png Csv Json Xml")
_WORD_AFTER = regex("[A-Za-z]+")
_PREFIX = regex(r"\([a-z]{1,6}\)$")


class MissingSpace(DocumentRule):
    """No space stands after a comma, stop, colon, bracket, quotation or per cent sign, or before an opening one.

    Why: Chinese sets no spaces; where a mark was only swapped for its English twin two words grow together.
    Limits: figures and times (1,000, 10:30), abbreviations (U.S., e.g., No.1), site and file names, prefixes and plurals in
    brackets ((re)build, road(s)) and protected text are silent; a stop counts only before a capital and after small letters or
    figures, so "works.it" is not seen.
    Measured: on 146 human translations of news (63,000 words) 9 findings, all slips of the translators.
    """

    mqm = "linguistic-conventions/typography/whitespace"

    examples = (
        example("The U.S., e.g. www.x.com, has 1,000 of No.1 at 10:30, 3.5%, Ph.D. and Node.Js in a.m. or 5(a)."),
        example("(Re)build the road(s) of f(x) in H(2)O; (un)likely, Yahoo!Japan; Booking.Com"),
        example("He said, “yes”; “no”. The “A”s; the 5’s, ’90s; x,y and a;b."),
        example('He said, "yes", and "no".'),
        example("He came⟦,⟧saw⟦;⟧and won⟦.⟧Then he left⟦:⟧The end.", fixed="He came, saw; and won. Then he left: The end."),
        example("In 2020⟦.⟧The agency⟦(⟧IAEA⟦)⟧and all left.", fixed="In 2020. The agency (IAEA) and all left."),
        example("It grew 5⟦%⟧in May. Why⟦?⟧Because.", fixed="It grew 5% in May. Why? Because."),
        example("He said⟦“⟧yes⟦”⟧and left.", fixed="He said “yes” and left."),
        example('He said,⟦"⟧yes⟦"⟧and left.', fixed='He said, "yes" and left.'),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.article.text
        gaps: dict[int, int] = {}
        for mark, pattern in _AFTER_MARK:
            if mark in text:
                for match in pattern.finditer(text):
                    if not (
                        _is_address(text, match.end())
                        if mark == "."
                        else mark == ";" and _ENTITY.search(text[max(0, match.start() - 10) : match.end()])
                    ):
                        gaps.setdefault(match.end(), match.start())
        if "(" in text:
            _add_brackets(text, gaps)
        _add_quotes(facts, gaps)
        for gap, at in gaps.items():
            segment, span = facts.article.place(at, at + 1)
            place = Span(span.start + gap - at, span.start + gap - at)
            if facts.is_prose(segment, span) and facts.is_prose(segment, place):
                fix = Fix("put a space", (Edit(Where(segment.side, segment.index, place), " "),), safe=True)
                message = "no space before “{mark}”" if gap == at else "no space after “{mark}”"
                yield self.finding(segment, span, message, fix=fix, mark=text[at])


def _is_address(text: str, after: int) -> bool:
    word = _WORD_AFTER.match(text, after)
    return word is not None and word.group() in _SITE_ENDINGS


def _add_brackets(text: str, gaps: dict[int, int]) -> None:
    for match in _OPEN_BRACKET.finditer(text):
        gaps.setdefault(match.start(), match.start())
    for match in _CLOSE_BRACKET.finditer(text):
        opened = text.rfind("(", max(0, match.start() - 120), match.start())
        if opened >= 0 and match.start() - opened > 3 and not _PREFIX.search(text, opened, match.end()):
            gaps.setdefault(match.end(), match.start())


def _add_quotes(facts: Analysis, gaps: dict[int, int]) -> None:
    """Gaps beside paired marks; which way a straight mark points is known only from its pair."""
    text, quotes = facts.article.text, facts.quotes
    unsure = {mark.number for mark in (*quotes.unpaired_in_segment, *quotes.reversed)}
    for opening, closing in quotes.pairs:
        if unsure and not unsure.isdisjoint((facts.article.number_at(opening), facts.article.number_at(closing))):
            continue
        before = text[opening - 1 : opening]
        if not before.isspace() and (before.isalpha() or (before.isdigit() and text[opening] != '"') or (before and before in ",;:)%")):
            gaps.setdefault(opening, opening)
        after = text[closing + 1 : closing + 3]
        if after[:1].isalnum() and after[0].isascii() and not (after[0] == "s" and not after[1:].isalpha()):
            gaps.setdefault(closing + 1, closing)
