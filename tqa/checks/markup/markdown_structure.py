"""A heading or a list item of the source is none in the translation, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis, Pair
from tqa.model import Finding, Related, Segment
from tqa.rule.kinds import PairRule, example
from tqa.text.regex import regex

_SURE = 0.5
"""Least confidence of a link whose sides are compared."""
_BULLET = regex(r"\s*(?:[•·●■◆▪‣∙○□◇–—-]|[(（]?[0-9]{1,3}[.)）、]|[(（]?[一二三四五六七八九十]{1,3}[)）、]|第[一二三四五六七八九十]{1,3}[章节条])")
_BOLD = regex(r"\s*(\*\*|__)[^*_]+\1\s*[:：]?\s*")


class MarkdownStructure(PairRule):
    """A heading or a list item of a Markdown source is plain text in the translation, or the reverse.

    Why: a system that drops or invents the marker before a line breaks the page: a headline runs on as text, a list falls apart.
    Limits: only where both sides are Markdown and one block answers one block. The level of a heading and the kind of a list are free; so is
    a line all in bold, or one that is numbered or begins with a bullet as text. Links are the business of `url-mismatch`.
    Measured: not measured; the human translations at hand are no Markdown.
    """

    given = "is_markdown"

    examples = (
        example("## The bridge opens", "## 大桥通车", markdown=True),
        example("# The bridge opens", "### 大桥通车", markdown=True),
        example("1. It is long.", "- 桥很长。", markdown=True),
        example("**The bridge opens**", "## 大桥通车", markdown=True),
        example("- The first point is cost.", "一、首先是成本。", markdown=True),
        example("## I. The cost", "第一章 成本", markdown=True),
        example("• The first point is cost.", "- 首先是成本。", markdown=True),
        example("The bridge opened.", "大桥通车。", markdown=True),
        example("# The bridge opens", "## 大桥通车"),
        example("⟦The bridge opens⟧", "## 大桥通车", markdown=True),
        example("## ⟦The bridge opened on Monday, and the governor came.⟧", "大桥周一通车，省长到场。", markdown=True),
        example("⟦The first point is cost.⟧", "- 首先是成本。", markdown=True),
        example("* ⟦The bridge opened on Monday.⟧", "大桥周一通车。", markdown=True),
        example("- ⟦The bridge opens⟧", "## 大桥通车", markdown=True),
    )

    def check(self, pair: Pair, facts: Analysis) -> Iterator[Finding]:
        if pair.confidence < _SURE or not len(pair.source.segments) == 1 == len(pair.target.segments):
            return
        source, target = pair.source.segments[0], pair.target.segments[0]
        wanted, found = _kind(source), _kind(target)
        if wanted == found or "any" in (wanted, found):
            return
        related = [Related(pair.source.where(0, len(source.text)), "the source")]
        if wanted == "heading":
            yield self.finding(target, target.span, "a heading of the source is none here", related=related)
        elif found == "heading":
            yield self.finding(target, target.span, "a heading here is none in the source", related=related)
        elif wanted == "item":
            yield self.finding(target, target.span, "a list item of the source is none here", related=related)
        else:
            yield self.finding(target, target.span, "a list item here is none in the source", related=related)


def _kind(segment: Segment) -> str:
    """What a block is: heading, item or text; "any" for one that text alone makes look like either."""
    mark = segment.place.mark
    if mark:
        return "heading" if mark[0] == "#" else "item"
    return "any" if _BOLD.fullmatch(segment.text) or _BULLET.match(segment.text) else "text"
