"""One word with a hyphen here and without it there."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Severity
from tqa.rule.kinds import example
from tqa.rule.shapes import MinorityRule, Places, by_weight
from tqa.text.english import word_set
from tqa.text.regex import regex

_BEGINNING = regex(r"(?<![\w-])[a-z]+$")
_REST = regex(r"(?:-[a-z]{2,})+(?![\w-])")
_LONGEST = 24
"""Letters before a hyphen; no word of English has more."""
_FOLLOWING = regex(r" ([a-z]{3,})")
_GRAMMAR = word_set(
    """and but the for with from that this are was were is has have had will would can could may its their our who which when while than
    then also not into over"""
)
_OTHER_WORDS = word_set("re-creation re-sign re-form re-sort re-press re-count re-cover re-mark re-present")
"""With the hyphen they mean something else."""


class HyphenSplit(MinorityRule):
    """A word is written with a hyphen here and as one word or two there: e-commerce and ecommerce, decision-making and decision making.

    Why: a search for one finds half of the places, and the glossary can name only one.
    What: words in small letters that stand both ways; solid against hyphenated always, two words against a hyphen only where both stand
    before a noun, or both do not ("a long-term plan", "in the long term" are right together).
    Limits: which of the two is right only a dictionary or a glossary knows; the rarer one is shown, at a tie the later one.
    Measured: 0.03 hints an article on 146 human translations of news, all of them mixtures.
    """

    severity = Severity.INFO
    mqm = "linguistic-conventions/spelling/hyphenation"
    triggers = ("-",)

    examples = (
        example("A long-term plan works in the long term."),
        example("They re-sign him, and he will resign."),
        example("The decision-making body met. The body makes decisions."),
        example("A well-known firm is well known."),
        example(
            "The wellbeing of all, the ⟦well-being⟧ of some, wellbeing again.", fixed="The wellbeing of all, the wellbeing of some, wellbeing again."
        ),
        example(
            "The ecommerce grows, and with it ⟦e-commerce⟧ taxes; ecommerce pays.",
            fixed="The ecommerce grows, and with it ecommerce taxes; ecommerce pays.",
        ),
        example("A high-speed train and another ⟦high speed⟧ train.", fixed="A high-speed train and another high-speed train."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text, lower = facts.article.text, facts.article.lower
        forms: dict[str, list[tuple[int, int]]] = {}
        for start, end in _hyphenated(text):
            if text[start:end] not in _OTHER_WORDS:
                forms.setdefault(text[start:end], []).append((start, end))
        for form, hyphenated in forms.items():
            before_noun = {_stands_before_noun(text, end) for _, end in hyphenated}
            solid = _places(lower, form.replace("-", ""))
            parted = [place for place in _places(lower, form.replace("-", " ")) if _stands_before_noun(text, place[1]) in before_noun]
            others = solid or (parted if len(before_noun) == 1 else [])
            if others:
                yield from self._report(facts, *by_weight(hyphenated, others))

    def _report(self, facts: Analysis, majority: Places, minority: Places) -> Iterator[Finding]:
        text = facts.article.text
        winner = text[slice(*majority[0])]
        for place in minority:
            if facts.is_prose(*facts.article.place(*place)):
                better = winner[0].upper() + winner[1:] if text[place[0]].isupper() else winner
                yield self.in_minority(facts, place, majority, len(majority) + len(minority), better)


def _hyphenated(text: str) -> Iterator[tuple[int, int]]:
    """Where words in small letters stand with a hyphen or more in them."""
    at = text.find("-")
    while at >= 0:
        rest = _REST.match(text, at)
        beginning = _BEGINNING.search(text, max(at - _LONGEST, 0), at) if rest else None
        if rest and beginning:
            yield beginning.start(), rest.end()
        at = text.find("-", rest.end() if rest else at + 1)


def _stands_before_noun(text: str, end: int) -> bool:
    """Whether another word in small letters follows at once, as a noun does."""
    following = _FOLLOWING.match(text, end)
    return following is not None and following.group(1) not in _GRAMMAR


def _places(lower: str, form: str) -> list[tuple[int, int]]:
    """Where the form stands as a whole word."""
    found = []
    start = lower.find(form)
    while start >= 0:
        end = start + len(form)
        if not (start and (lower[start - 1].isalnum() or lower[start - 1] == "-")) and not (
            lower[end : end + 1].isalnum() or lower[end : end + 1] == "-"
        ):
            found.append((start, end))
        start = lower.find(form, end)
    return found
