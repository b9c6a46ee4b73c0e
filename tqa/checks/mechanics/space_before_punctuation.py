"""A space before a mark that closes, or after one that opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Certainty, Finding, Fix, Segment, Span
from tqa.rule.kinds import DocumentRule, delete, example, replace
from tqa.text.regex import regex

# Each begins with its mark: a pattern that begins with a space stops at every word.
_MARKS = (
    *((mark, regex(rf"{re.escape(mark)}(?<=[ \u00a0].)")) for mark in ",.;:?)]"),
    # "![" begins an image in Markdown.
    ("!", regex(r"!(?<=[ \u00a0].)(?!\[)")),
    *((mark, regex(rf"{re.escape(mark)}(?=[ \u00a0])")) for mark in "(["),
)
_ENDS = "\"'”’)]"
_SPACES = " \u00a0"
_CLOSE, _OPEN = ",.;:?!)]", "(["


class SpaceBeforePunctuation(DocumentRule):
    """A space stands before a comma, a full stop or a closing bracket, or after an opening one.

    Why: Chinese marks carry their space with them; a system that swaps the mark keeps the space, and the line may break there.
    Limits: dots that lead a word or figure (.NET, .5), ellipses, faces, ratios and scores (3 : 1), code and marks that stand
    alone are silent.
    Measured: on 146 human translations of news (63,000 words) 12 findings, all slips of the
    translators, 10 of them in one article; 0.99 of injected faults found.
    """

    certainty = Certainty.CERTAIN
    mqm = "linguistic-conventions/typography/whitespace"
    triggers = (*[space + mark for mark in _CLOSE for space in _SPACES], *[mark + space for mark in _OPEN for space in _SPACES])

    examples = (
        example("He waited ... and then ... well."),
        example("The app runs on .NET and costs .5 yuan :) ;-) in the .cn zone."),
        example("China won 3 : 1; the map is 1 : 500."),
        example("- [ ] mend the road"),
        example("It works⟦ ⟧, he said⟦ ⟧; yes⟦ ⟧!", fixed="It works, he said; yes!"),
        example("It works⟦ ⟧,he said.", fixed="It works, he said."),
        example("The agency (⟦ ⟧IAEA⟦  ⟧) agrees⟦ ⟧.", fixed="The agency (IAEA) agrees."),
        example("“It works⟦ ⟧.” Fine", fixed="“It works.” Fine"),
        example("They left (in May)⟦ ⟧)", fixed="They left (in May))"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.article.text
        for mark, pattern in _MARKS:
            for match in pattern.finditer(text) if mark in text else ():
                segment, place = facts.article.place(*match.span())
                opens = mark in _OPEN
                span = _blanks(segment.text, place.end if opens else place.start)
                if _is_fault(segment.text, span, opens=opens) and facts.is_prose(segment, span):
                    message = "a space after “{mark}”" if opens else "a space before “{mark}”"
                    yield self.finding(segment, span, message, fix=_fix(segment, span, mark), mark=mark)


def _fix(segment: Segment, span: Span, mark: str) -> Fix:
    """Without the space; a comma that stands against the next word gets it on its other side."""
    if mark in ",;" and segment.text[span.end + 1 : span.end + 2].isalpha():
        return replace(segment, Span(span.start, span.end + 1), mark + " ", safe=True)
    return delete(segment, span, "delete the space", safe=True)


def _blanks(text: str, offset: int) -> Span:
    """The whole run of blanks around `offset`."""
    start = end = offset
    while start > 0 and text[start - 1] in _SPACES:
        start -= 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return Span(start, end)


def _is_fault(text: str, span: Span, *, opens: bool) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if not before.strip() or not after.strip():
        return False
    if opens:
        return (after not in ")]" and not text[: span.start].rstrip().endswith("[")) or before == "("
    following = text[span.end + 1 : span.end + 2]
    if after in ")]":
        return before not in "(["
    if not (before.isalnum() or before in "%)]”’\"'."):
        return False
    if after in ".:;" and not _may_follow_stop(following):
        return False
    return not (after == ":" and before.isdigit() and text[span.end + 1 :].lstrip(_SPACES)[:1].isdigit())


def _may_follow_stop(character: str) -> bool:
    """Whether the mark ends something there: not .NET, ..., :) or ::."""
    return not character or character.isspace() or (character in _ENDS and character != ")")
