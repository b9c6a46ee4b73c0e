"""HTML entities that lost a part."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.entities import decoded_entity, entity_text
from tqa.text.regex import regex

_NAMES = "nbsp|quot|amp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|ensp|emsp|apos|bull|laquo|raquo"
_ENDS = tuple(_NAMES.split("|"))
_TAIL = regex(rf"(?:(?<!&)(?:#([0-9]{{2,6}})|nbsp)|(?<![&\w#])(?:{_NAMES})) ?;$")
_HEAD = regex(rf"&(?: (?:#[0-9]{{2,6}}|{_NAMES}) ?;|(?:{_NAMES}) ;|(?:{_NAMES}|#[0-9]{{3,6}})(?![\w;=]))")
_REACH = 12


class BrokenEntity(DocumentRule):
    """An HTML entity lost its ampersand or semicolon, or a space came in between.

    Why: a translation engine takes "&#65377;" apart like a word, and no decoder reads what is left.
    Limits: only the names news pages use, and of numbers only those of punctuation and of letters with accents; "item #12;" and
    what else is a number after a space are silent.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    sees = "all"
    triggers = ("&", ";")

    examples = (
        example("AT&T; see #12; order #23456; R&D & quot, ampere; volt"),
        example("https://example.com/?a=1&quot=2"),
        example("It works⟦#8217;⟧ here⟦& nbsp;⟧and⟦nbsp;⟧there⟦&nbsp⟧ too ⟦&quot ;⟧", fixed='It works’ here and there too "'),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        for segment in facts.document.target:
            for span in _broken(segment.text) if ";" in segment.text or "&" in segment.text else ():
                found = span.of(segment.text)
                meaning = entity_text(f"&{found.strip('&; ')};")
                if meaning is not None:
                    start, end, replacement = decoded_entity(segment.text, span.start, span.end, meaning)
                    fix = replace(segment, Span(start, end), replacement, safe=not any(mark in meaning for mark in "<>"))
                    yield self.finding(segment, span, "“{entity}” is a broken entity", fix=fix, entity=found)


def _broken(text: str) -> list[Span]:
    spans = [Span(*match.span()) for match in _HEAD.finditer(text)] if "&" in text else []
    stop = text.find(";")
    while stop >= 0:
        begin = max(0, stop - _REACH)
        # Most semicolons follow a word that is no name of an entity, and this settles them at little cost.
        end = stop - (text[stop - 1 : stop] == " ")
        may_be_tail = text[end - 1 : end].isdigit() or text.endswith(_ENDS, begin, end)
        match = _TAIL.search(text, begin, stop + 1) if may_be_tail else None
        if (
            match is not None
            and _is_code(match.group(1), text[match.start() - 1 : match.start()])
            and not any(span.start <= match.start() < span.end for span in spans)
        ):
            spans.append(Span(match.start(), stop + 1))
        stop = text.find(";", stop + 1)
    return sorted(spans)


def _is_code(number: str | None, before: str) -> bool:
    """Whether the number, if there is one, is that of a character news text uses; after a blank it may count something."""
    if number is None:
        return True
    code = int(number)
    if any(first <= code <= last for first, last in ((0x2010, 0x2122), (0x3000, 0x303F), (0xFF01, 0xFFE6))):
        return True
    return bool(before.strip()) and (code in (34, 38, 39) or 0xA0 <= code <= 0xFF)
