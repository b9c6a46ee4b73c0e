"""A bracket without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Span
from tqa.rule.kinds import DocumentRule, example
from tqa.text.punctuation import BRACKETS, OPENING
from tqa.text.regex import regex

_BRACKET = regex("[][()（）【】［］]")
_WIDE = "（）【】［］"
_LABEL = regex(r"(?:^|[\s;:,])(?:[0-9]{1,2}|[A-Za-z]|[ivx]{1,4})$")
_FACE = regex(r"[:;=]['-]?$")


class BracketUnpaired(DocumentRule):
    """A round or square bracket opens and never closes, or closes and never opened.

    Why: the aside swallows the rest of the sentence; often words were lost with the mark.
    Limits: labels of a list ("1) roads; 2) rails", "a)") and faces made of marks are silent; so is a bracket that the next
    line closes or, where the source line is known, that is unpaired there too. Width does not matter: （ closes with ).
    Measured: on 146 human translations of news (63,000 words) 3 findings, all slips of the translators; 0.98 of injected faults found.
    """

    triggers = tuple("()[]" + _WIDE)

    examples = (
        example("The port (opened [again] in May) works（as planned)."),
        example("1) The port works."),
        example("He named: a) roads, b) rails, and 3) ports. Fine :-)"),
        example(["(The port opened.", "It works.)"]),
        example("The port (opened in May.", source="港口(五月开放。"),
        example("The port ⟦(⟧opened in May works."),
        example("The port opened in May⟦)⟧ works."),
        example("The agency (IAEA)⟦)⟧ agrees."),
        example("The ⟦[⟧agency (IAEA) agrees."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        wide = not facts.rare.isdisjoint(_WIDE)
        lines = facts.article.segments
        left = [unpaired(line) if "(" in (line := segment.text) or ")" in line or "[" in line or "]" in line or wide else [] for segment in lines]
        for number, segment in enumerate(lines):
            if left[number] and not _is_unpaired_too(facts.source_of(segment), segment.text, left[number]):
                yield from self._in_line(number, left, facts)

    def _in_line(self, number: int, left: list[list[int]], facts: Analysis) -> Iterator[Finding]:
        segment = facts.article.segments[number]
        for offset in left[number]:
            span = Span(offset, offset + 1)
            opens = segment.text[offset] in OPENING
            # Without a source to compare with, the partner may stand in the next line or the one before.
            closed = not facts.source_of(segment) and _has(facts, left, number + 1 if opens else number - 1, opens=not opens)
            if not closed and facts.is_prose(segment, span):
                message = "“{mark}” is never closed" if opens else "“{mark}” was never opened"
                yield self.finding(segment, span, message, mark=segment.text[offset])


def _has(facts: Analysis, left: list[list[int]], number: int, *, opens: bool) -> bool:
    """Whether the line of that number has an opening (or closing) bracket to spare."""
    lines = facts.article.segments
    return 0 <= number < len(lines) and any((lines[number].text[at] in OPENING) == opens for at in left[number])


def unpaired(text: str) -> list[int]:
    """Offsets of brackets without a partner, list labels and faces aside."""
    opened: list[int] = []
    left: list[int] = []
    for match in _BRACKET.finditer(text):
        mark, offset = match.group(), match.start()
        if mark in OPENING:
            if not _FACE.search(text[max(0, offset - 2) : offset]):
                opened.append(offset)
            continue
        if opened and OPENING[text[opened[-1]]] == BRACKETS[mark]:
            opened.pop()
        elif not _is_label_or_face(text, offset):
            left.append(offset)
    return sorted(left + opened)


def _is_label_or_face(text: str, offset: int) -> bool:
    before = text[max(0, offset - 6) : offset]
    if _FACE.search(before):
        return True
    found = _LABEL.search(before)
    if found is None:
        return False
    # A lone label in the middle of a line is a bracket that lost its partner.
    begins = not text[: offset - len(found.group().strip(" \t;:,"))].strip()
    return begins or len(re.findall(r"(?:^|[\s;:,])(?:[0-9]{1,2}|[A-Za-z])\)", text)) > 1


def _is_unpaired_too(source: str, text: str, left: list[int]) -> bool:
    if not source:
        return False
    there = unpaired(source)
    return len(there) == len(left) and [source[at] in OPENING for at in there] == [text[at] in OPENING for at in left]
