"""A word that stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from tqa.analysis.analysis import Analysis
from tqa.data import lexicon
from tqa.model import Finding, Severity, Span
from tqa.rule.kinds import DocumentRule, delete, example
from tqa.text.english import word_set
from tqa.text.regex import regex
from tqa.value import value

_AFTER = regex(r"[\s,.;:?!)\]”\"…]|’(?!\w)|'(?!\w)|$")
_BLANKS = b'.,;:?!()"[]\n\t' + "“”".encode()
_BLANK_MARKS = bytes(0x20 if code in _BLANKS else code for code in range(256))
"""Turns marks, and the bytes of curly quotation marks, into blanks."""
_MARKS = b".,;:?!)]'"
_GAPS = bytes(0x2E if code in _MARKS else 0x20 if code in _BLANKS + b"\r\x0b\x0c\x1c\x1d\x1e\x1f" else code for code in range(256))
"""Leaves blanks only where a doubled word can have them, and turns the marks that may follow it into one."""
# Possessive: a word is never given back letter by letter, so each is looked at once.
_MAYBE_TWICE = regex(rb" ([^ ]++) ++\1[ .]")
_TWICE = regex(rb" ([a-z]++)(?: {1,4}\1(?![a-z\x80-\xff]))++")
_CLAUSE = regex(r"\b(?:what|who|how|where|why|all)")


@value
class DoubledWord(DocumentRule):
    """A word stands twice in a row.

    Why: a system that joins two phrases repeats the word at the seam, and the reader stumbles there.
    Limits: words that may stand twice in good English ("had had", "very very", "her her") are silent, also where they are
    wrong; so are doubled capitals, which are names (Run Run, Ni Ni), unless both are small words of grammar, and chants of
    three and more.
    Measured: on 146 human translations of news (63,000 words) no finding; 0.98 of injected faults found.
    """

    severity = Severity.ERROR
    mqm = "linguistic-conventions/duplication"

    also_allowed: tuple[str, ...] = ()
    """Further words, in small letters, that stay silent when they stand twice."""

    examples = (
        example("What he had had was enough, and that that was known was no comfort."),
        example("Sir Run Run Shaw met Ni Ni and Dong Dong; bye bye."),
        example("It was, was it not, a very very old plan, plan B. The 20 20 rule."),
        example(["We come to the", "the end"]),
        example("The door-to-door to-do list; the so-so so-called plan; “go go go!”"),
        example("The governor said ⟦the the⟧ plan works.", fixed="The governor said the plan works."),
        example("⟦The the⟧ plan of ⟦the The⟧ town ⟦works works⟧.", fixed="The plan of the town works."),
        example("It is ⟦in  in\nin⟧ the plan.", fixed="It is in the plan."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        raw = facts.article.lower.encode("utf-8", "surrogatepass")
        # Most articles double nothing, and the plainer pattern settles them in half the time.
        if not _MAYBE_TWICE.search(b" " + raw.translate(_GAPS) + b" "):
            return
        # Marks read as blanks here, so "was, was" is a candidate; the text itself decides.
        offset = read = 0
        for match in _TWICE.finditer(b" " + raw.translate(_BLANK_MARKS)):
            word = match.group(1).decode()
            if word not in self.also_allowed:
                # From the last match on: an article of thousands of them is not read again for each.
                offset += len(raw[read : match.start()].decode("utf-8", "surrogatepass"))
                read = match.start()
                yield from self._at(offset, word, facts)

    def _at(self, offset: int, word: str, facts: Analysis) -> Iterator[Finding]:
        words = doubling()
        starts = _repeats(facts.article.lower, offset, word)
        end = starts[-1] + len(word)
        segment, span = facts.article.place(offset, end)
        # The article's segments are joined by line ends, and a word at the border of two is no repeat.
        if word in words["fine"] or len(starts) == 1 or len(span) != end - offset:
            return
        shown = span.of(segment.text)
        if word not in words["grammar"] and (not shown[0].islower() or len(starts) > 2 or not shown[-len(word)].islower()):
            return
        if word in words["clause"] and _CLAUSE.search(segment.text[: span.start].lower()[-60:]):
            return
        if facts.is_prose(segment, span):
            again = Span(span.start + len(word), span.end)
            yield self.finding(segment, span, "“{word}” stands twice", word=word, fix=delete(segment, again, safe=True))


def _repeats(text: str, start: int, word: str) -> list[int]:
    """Where the word stands in a row from `start` on; only `start` if it is part of another word or stands once."""
    starts = [start]
    if start and not text[start - 1].isspace() and text[start - 1] not in '(“"[—':
        return starts
    while True:
        end = starts[-1] + len(word)
        following = end
        while following < len(text) and text[following].isspace():
            following += 1
        after = following + len(word)
        if following == end or not text.startswith(word, following) or not _AFTER.match(text, after):
            return starts
        starts.append(following)


@cache
def doubling() -> Mapping[str, frozenset[str]]:
    """By kind, the words of which it is known whether they may stand twice."""
    kinds: dict[str, frozenset[str]] = {}
    for kind, words, _ in lexicon("doubled-words.tsv")[1:]:
        kinds[kind] = kinds.get(kind, frozenset()) | word_set(words)
    return kinds
