"""HTML entities left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Fix, Segment, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.entities import ENTITY, decoded_entity, entity_text


class HtmlEntityLeft(DocumentRule):
    """An HTML entity stands in the text instead of its character.

    Why: the page was taken apart without being decoded; the reader sees &nbsp; and &quot;.
    Limits: names that HTML does not know, and an ampersand of its own ("AT&T; R&D"), are silent. &lt; and &gt; may guard markup, so
    their fix is not applied without asking.
    Measured: on 146 human translations of news (63,000 words) no finding; every injected fault found.
    """

    sees = "all"
    triggers = ("&",)

    examples = (
        example("AT&T; R&D; Q&A, a & b; &foo; & nbsp"),
        example("He said ⟦&quot;⟧yes⟦&quot;⟧ to R⟦&amp;⟧D⟦&#8217;⟧s men⟦&#x2014;⟧all.", fixed='He said "yes" to R&D’s men—all.'),
        example("a⟦&nbsp;⟧b ⟦&nbsp;⟧ c⟦&nbsp;⟧", fixed="a b c"),
        example("It⟦&amp;rsquo;⟧s fine⟦&#65292;⟧yes", fixed="It’s fine,yes"),
        example("⟦&lt;⟧b⟦&gt;⟧"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        for segment in facts.document.target:
            for match in ENTITY.finditer(segment.text) if "&" in segment.text else ():
                entity = _whole(segment.text, match.start(), match.end())
                meaning = entity_text(entity)
                span = Span(match.start(), match.start() + len(entity))
                # In a protected span it is syntax: an address, or Markdown.
                if meaning is not None and not any(guarded.overlaps(span) for guarded in segment.protected):
                    yield self.finding(segment, span, "“{entity}” was not decoded", fix=_fix(segment, span, meaning), entity=entity)


def _whole(text: str, start: int, end: int) -> str:
    """The entity with what stands after "&amp;" where that makes another one: &amp;quot;"""
    if text[start:end] != "&amp;":
        return text[start:end]
    inner = ENTITY.match("&" + text[end : end + 12])
    return text[start : end + len(inner.group()) - 1] if inner else text[start:end]


def _fix(segment: Segment, span: Span, text: str) -> Fix:
    start, end, replacement = decoded_entity(segment.text, span.start, span.end, text)
    return replace(segment, Span(start, end), replacement, safe=not any(mark in text for mark in "<>"))
