"""A term of the source that the article renders two ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.analysis.analysis import Analysis
from tqa.glossary.concept import Concept
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.dressing import dressed_as
from tqa.value import value

if TYPE_CHECKING:
    from tqa.analysis.split_renderings import SplitTerm, Wording

_MOST_RELATED = 5
_LONG = 4
"""Chinese characters of a term that is hardly cut out of another; two wordings of a shorter one must share a word."""


@value
class SplitRendering(DocumentRule):
    """One term of the source is rendered two ways in the article.

    Why: a reader takes two names for two things, and a term that changes its name cannot be looked up.
    What: quoted titles and strings of three Chinese characters or more that the source says twice are looked for in the linked
    segments, and their wordings compared. A warning where both wordings are whole names and each has a word of its own; a hint where
    they stand in small letters, since good writers vary common words, or where only the order of the words is another.
    Limits: needs a source. A mention whose English cannot be told (a pronoun, words that no dictionary has) is not compared; a word left
    out makes a short form, and forms of one word make no difference.
    Measured: on 146 human translations one warning, a real slip, and 0.34 hints an article, most of them choices a writer may make. On
    673 machine translations 24 warnings, all judged right.
    """

    mqm = "terminology/inconsistent-use"
    given = "has_source"
    yields_to = ("split-term", "split-title", "split-name")

    examples = (
        example(
            ["The “World Harvest Declaration” was issued.", "The “World Harvest Declaration” is long.", "All like the “⟦World Yield Manifesto⟧”."],
            source=["《世界丰收宣言》发布。", "《世界丰收宣言》很长。", "大家喜欢《世界丰收宣言》。"],
            fixed=[
                "The “World Harvest Declaration” was issued.",
                "The “World Harvest Declaration” is long.",
                "All like the “World Harvest Declaration”.",
            ],
            severity="warning",
        ),
        example(
            ["The trade talks go on.", "The ⟦trade negotiations⟧ ended."],
            source=["贸易谈判继续。", "贸易谈判结束。"],
            fixed=["The trade talks go on.", "The trade talks ended."],
            severity="info",
        ),
        # Letters and possessive of the mention stay.
        example(
            [
                "The National Statistics Bureau spoke.",
                "The National Statistics Bureau met.",
                "The ⟦National Statistics Administration⟧’s head left.",
            ],
            source=["国家统计局发言。", "国家统计局开会。", "国家统计局局长离开。"],
            fixed=["The National Statistics Bureau spoke.", "The National Statistics Bureau met.", "The National Statistics Bureau’s head left."],
            severity="warning",
        ),
        # The glossary has both.
        example(
            ["The National Audit Office spoke.", "The head of the Audit Commission met him."],
            source=["国家审计总署发言。", "国家审计总署署长会见了他。"],
            glossary=Concept(("国家审计总署",), "National Audit Office", ("Audit Commission",)),
        ),
        # Two things that share a string.
        example(
            ["The part-time workers came.", "The full-time workers left."],
            source=["兼职工作人员来了。", "全职工作人员走了。"],
        ),
        # A short form, another number, a pronoun.
        example(["The trade talks go on.", "The talks ended."], source=["贸易谈判继续。", "贸易谈判结束。"]),
        example(["The world harvest plan is good.", "World harvest plans are good."], source=["世界丰收计划很好。", "世界丰收计划很好。"]),
        example(["The trade talks go on.", "They ended."], source=["贸易谈判继续。", "贸易谈判结束。"]),
        # What is cut out of two longer names.
        example(
            ["The Blue Star Technology Group grew.", "The Red River Technology Corporation fell."],
            source=["蓝星科技集团增长。", "红河科技集团下跌。"],
        ),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        from tqa.analysis.split_renderings import find_split_renderings

        taken: list[tuple[int, int]] = []
        for split in find_split_renderings(facts):
            for wording in split.wordings[1:]:
                severity = judge(split, wording)
                if severity is not None and not _are_listed(split, wording, facts):
                    yield from self._report(split, wording, severity, facts, taken)

    def _report(self, split: SplitTerm, wording: Wording, severity: Severity, facts: Analysis, taken: list[tuple[int, int]]) -> Iterator[Finding]:
        article = facts.article
        majority = article.text[slice(*split.majority.mentions[0].target)]
        related = list(_related(split, wording, facts))
        for mention in wording.mentions:
            if any(mention.target[0] < end and start < mention.target[1] for start, end in taken):
                continue  # part of a longer term
            taken.append(mention.target)
            segment, span = article.place(*mention.target)
            yield self.finding(
                segment,
                span,
                "{term} is “{minority}” here, “{majority}” in {n} of {m} mentions",
                term=split.term,
                minority=span.of(segment.text),
                majority=majority,
                n=len(split.majority.mentions),
                m=split.mentions,
                severity=severity,
                related=[Related(facts.source.where(*mention.source), "the term"), *related],
                fix=replace(segment, span, dressed_as(majority, span.of(segment.text), keeps_number=wording.words != split.majority.words)),
            )


def judge(split: SplitTerm, wording: Wording) -> Severity | None:
    """How much a wording beside the most frequent one matters; None if the difference is none in common words."""
    from tqa.analysis.split_renderings import say_other_words, say_the_same_otherwise

    one, other = split.majority, wording
    standing = {one.standing, other.standing}
    if standing == {"part"}:
        return None
    told = len(split.term) >= _LONG or not set(one.words).isdisjoint(other.words)
    if say_other_words(one.words, other.words):
        return Severity.WARNING if standing == {"name"} and told else Severity.INFO
    if standing == {"name"} or (say_the_same_otherwise(one.words, other.words) and len(one.words) > 2):
        return Severity.INFO
    return None


def _are_listed(split: SplitTerm, wording: Wording, facts: Analysis) -> bool:
    """Whether the glossary has both wordings for the term: who listed them means either."""
    concepts = {hit.concept for hit in facts.source_terms if split.term in hit.concept.source}
    if not concepts:
        return False
    from tqa.glossary.majority import is_same

    said = [facts.article.text[slice(*one.mentions[0].target)] for one in (split.majority, wording)]
    return any(all(any(is_same(text, form) for form in (*concept.forms, *concept.short)) for text in said) for concept in concepts)


def _related(split: SplitTerm, wording: Wording, facts: Analysis) -> Iterator[Related]:
    """The places of the most frequent wording, and the first of each further one, with counts."""
    for one in split.wordings:
        if one is not wording:
            counts = {"n": len(one.mentions), "m": split.mentions}
            for mention in one.mentions[: _MOST_RELATED if one is split.majority else 1]:
                yield Related(facts.article.where(*mention.target), "{n} of {m} mentions", counts)
