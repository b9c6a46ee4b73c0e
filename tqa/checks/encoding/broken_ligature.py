"""Words torn apart at a ligature."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Span
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.english import word_set
from tqa.text.regex import regex

_TORN = regex(r"f(?<= f)(?:i|l|f|fi|fl)(?= [a-z])")
_GLYPHS = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_GLYPH = regex("[\ufb00-\ufb06]")
_BEFORE = regex(r"[A-Za-z]+$")
_AFTER = regex(r" [a-z]+")
_WORDS = word_set("sci hi wi lo semper pp p lu")
"""Words before which fi or ff is one of its own: sci fi, pp. 12 ff."""
_STEMS = word_set(
    """a arti bene certi clari classi con de di e gra grati identi in inten justi mo modi noti o of paci pro puri quali quanti rami rati re
    scienti signi simpli speci stu su ter terri uni veri"""
)
"""What stands before the ligature in words that are cut on both sides: of fi ce, e ff ect, signi fi cant."""
_ENDS = word_set(
    """rst rm rms rmly nd nds nding nal nally nals nance nanced nances nancial nancing ne ned nish nished nger ngers eld elds ght ghting gure
    gures ll lled lling lm lms re red res sh shing sherman shery ve fth fty x xed le les ag ags at ee eet esh exible ew ight ights oat ood oods
    oor oors our ow ows uid y ying"""
)
"""What makes a word with fi or fl alone: fi rst, fl oor."""


class BrokenLigature(DocumentRule):
    """A word is torn at fi, fl, ff, ffi or ffl, or holds the glyph of a ligature.

    Why: text lifted from a PDF; "fi rst" and "ﬁrst" are not found as "first".
    Limits: sci fi, hi fi and FF in capitals are silent. Whether the part before belongs to the word is a guess, so the fix of a
    torn word is not applied without asking.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    sees = "all"
    # The text may begin with the first two.
    triggers = ("fi ", "fl ", " ff ", *_GLYPHS)

    examples = (
        example("A sci fi film on wi fi; Semper Fi men; FI and FF; pp. 12 ff. of it"),
        example("The ⟦fi rst⟧ plan", fixed="The first plan"),
        example("A ⟦signi fi cant⟧ ⟦fl oor⟧ was o⟦ﬃ⟧cial", fixed="A significant floor was official"),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.whole.text
        glyphs = not facts.rare.isdisjoint(_GLYPHS)
        for match in _TORN.finditer(text):
            yield from self._torn(text, match.start(), match.end(), facts)
        if text.startswith(("fi ", "fl ", "ffi ", "ffl ")):
            yield from self._torn(text, 0, text.index(" "), facts)
        for segment in facts.document.target if glyphs else ():
            for match in _GLYPH.finditer(segment.text):
                span = Span(*match.span())
                fix = replace(segment, span, _GLYPHS[match.group()], safe=True)
                yield self.finding(segment, span, "“{glyph}” is the glyph of a ligature", glyph=match.group(), fix=fix)

    def _torn(self, text: str, start: int, end: int, facts: Analysis) -> Iterator[Finding]:
        before = _BEFORE.search(text, max(0, start - 16), max(0, start - 1))
        after = _AFTER.match(text, end)
        small = before.group().lower() if before else ""
        if after is None or small in _WORDS:
            return
        if before is not None and small in _STEMS and after.group().strip() not in _ENDS:
            start = before.start()
        segment, span = facts.whole.place(start, after.end())
        whole = span.of(segment.text)
        yield self.finding(segment, span, "“{text}” is one word torn apart", text=whole, fix=replace(segment, span, whole.replace(" ", "")))
