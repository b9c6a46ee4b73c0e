"""A long name in capitals here and in small letters there."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Severity
from tqa.rule.kinds import example
from tqa.rule.shapes import MinorityRule, by_weight
from tqa.text.english import opens_sentence
from tqa.text.standing import standing
from tqa.text.variants import JOINING
from tqa.value import value


@value
class CaseSplit(MinorityRule):
    """A phrase of three words or more stands in capitals here and in small letters there.

    Why: capitals make a title or a body of it, and a reader wonders whether the other is another one.
    Limits: an office is capitalised before a name and not after it in many houses, so this is no more than a hint. Headlines in capitals
    are not counted, nor are phrases half in capitals.
    Measured: 0.04 findings an article on human translations, all true and most of them a matter of style.
    """

    severity = Severity.INFO
    mqm = "linguistic-conventions/typography/capitalization"

    words: int = 3
    """Fewest words with content."""

    examples = (
        example(
            ["The Provincial Party Committee met.", "The ⟦provincial party committee⟧ decided."],
            fixed=["The Provincial Party Committee met.", "The Provincial Party Committee decided."],
        ),
        example(["The Party Committee met.", "The party committee decided."]),  # two words are no title yet
        example(["Provincial Party Committee Holds a Meeting", "The provincial party committee decided."]),  # a headline
        example(["The Provincial Party Committee met.", "The provincial Party committee decided."]),  # a house style
        example(
            [
                "⟦Deputy Director of the Grain Bureau⟧, as he was called, spoke.",
                "He was deputy director of the grain bureau before.",
                "The deputy director of the grain bureau left.",
            ]
        ),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text, lower = facts.article.text, facts.article.lower
        runs = [run for run in facts.capitals.phrases if len(run.words) >= self.words]
        forms = dict.fromkeys([lower[run.start : run.end] for run in runs])
        there = frozenset(standing([form[1:] for form in forms], text))
        for form in [form for form in forms if form[1:] in there]:
            same = [run for run in runs if lower[run.start : run.end] == form]
            small = find_in_small_letters(form, text)
            if small and sum([word not in JOINING for word in same[0].words]) >= self.words:
                capital = [(run.start, run.end) for run in same if not facts.article.is_in_headline(run.start)]
                if capital:
                    yield from self._report(facts, capital, small)

    def _report(self, facts: Analysis, capital: list[tuple[int, int]], small: list[tuple[int, int]]) -> Iterator[Finding]:
        majority, minority = by_weight(capital, small)
        article = facts.article.text
        text = article[slice(*majority[0])]
        for place in minority:
            # A capital that opens the sentence stays.
            better = article[place[0]] + text[1:] if opens_sentence(article, place[0]) else text
            yield self.in_minority(facts, place, majority, len(majority) + len(minority), better)


def find_in_small_letters(form: str, text: str) -> list[tuple[int, int]]:
    """Where the form stands all in small letters; a capital that only opens the sentence is not looked at."""
    found = []
    rest = form[1:]
    place = text.find(rest, 1)
    while place >= 0:
        start, end = place - 1, place + len(rest)
        opening = text[start]
        if (opening == form[0] or (opening.lower() == form[0] and opens_sentence(text, start))) and not (
            (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum()
        ):
            found.append((start, end))
        place = text.find(rest, end)
    return found
