"""Words with characters masked out."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Span
from tqa.rule.kinds import DocumentRule, example
from tqa.text.regex import regex

_MASKS = "□■▢▇█○●◯×＊"
_STARS = regex(r"\*{1,8}")
_BOX = regex(f"[{_MASKS}]{{1,8}}")


class MaskedWord(DocumentRule):
    """Asterisks or boxes stand in place of letters: a filter's mask, or characters a system could not write.

    Why: the name or word is gone for the reader; often it was a harmless string the filter took for another.
    Limits: Markdown emphasis, footnote asterisks, products (3*4, 2×4), ratings and lists are silent, and so is a mask in a
    word whose other end is missing, too.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    mqm = "accuracy/omission"
    sees = "all"
    triggers = ("*", *_MASKS)

    examples = (
        example("**Bold**, *light* and un**bold**able; note*; 3*4 = 12; a 2×4 board; ★★ ***"),
        example("* one\n* two\n- [ ] ○ three ● four"),
        example("The Fal⟦**⟧ng case and the ⟦**⟧ incident, W⟦□⟧ng Fang and ⟦□□⟧ said."),
        example("He said s⟦**⟧t."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        boxes = not facts.rare.isdisjoint(_MASKS)
        for segment in facts.document.target:
            spans = [*_stars(segment.text), *(_boxes(segment.text) if boxes else ())]
            for span in spans:
                if facts.is_prose(segment, span):
                    yield self.finding(segment, span, "“{mask}” stands in place of a word or part of one", mask=span.of(segment.text))


def _stars(text: str) -> Iterator[Span]:
    if "*" not in text:
        return
    runs = [match.span() for match in _STARS.finditer(text)]
    # What stands between blanks cannot open or close emphasis; two others of one length may: un**bold**able.
    alone = [text[:start].strip() != "" and text[start - 1] == " " and text[end : end + 1] == " " for start, end in runs]
    lengths = [end - start for number, (start, end) in enumerate(runs) if not alone[number]]
    for number, (start, end) in enumerate(runs):
        inside = text[start - 1 : start].isalpha() and text[end : end + 1].isalpha()
        if end - start > 1 and (alone[number] or (inside and lengths.count(end - start) == 1)):
            yield Span(start, end)


def _boxes(text: str) -> Iterator[Span]:
    for match in _BOX.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        beside_letters = before.isalpha() and after.isalpha() and match.group()[0] not in "×○●"
        alone = len(match.group()) > 1 and before in ("", " ") and after in (" ", ",", ".", "") and match.group()[0] in "□■▢█×"
        if beside_letters or alone:
            yield Span(*match.span())
