"""A long name or a quoted title in capitals here and in small letters there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tqa.analysis.analysis import Analysis
from tqa.analysis.article import Text
from tqa.analysis.capitals import Run
from tqa.analysis.titles import Title
from tqa.model import Finding, Severity
from tqa.rule.kinds import example
from tqa.rule.shapes import MinorityRule, by_weight
from tqa.text.english import opens_sentence
from tqa.text.punctuation import OPEN_QUOTES
from tqa.text.regex import regex
from tqa.text.slots import content
from tqa.text.standing import standing
from tqa.text.variants import JOINING
from tqa.value import value

_SPEECH = regex(
    r",[”\"’'] (?:[\w.-]+ ){0,4}(?:said|says|told|sang|sings|added|noted|asked|wrote|stressed|explained|replied|announced|shouted|promised)\b"
)
"""What follows a quotation that somebody says."""
_LEAST_SMALL = 2
"""Words with content that a name must have in small letters to be written otherwise."""


@value
class CaseSplit(MinorityRule):
    """A phrase of three words or more stands in capitals here and in small letters there.

    Why: capitals make a title or a body of it, and a reader wonders whether the other is another one.
    What: names in capitals whose words, or all after a first name, stand in small letters elsewhere (Hubei Provincial Party Committee, Hubei
    provincial party committee), and quoted titles that have capitals here and not there.
    Limits: an office is capitalised before a name and not after it in many houses, so this is no more than a hint. Headlines in capitals
    are not counted, nor are phrases half in capitals.
    Measured: 0.06 findings an article on human translations, all true and most of them a matter of style.
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
        example(
            ["The “Theme Tour of the Birth of China” opened.", "Guests saw the “⟦theme tour of the birth of China⟧”."],
            fixed=["The “Theme Tour of the Birth of China” opened.", "Guests saw the “Theme Tour of the Birth of China”."],
        ),
        example(
            ["The Hubei Provincial Party Committee met.", "The ⟦Hubei provincial party committee⟧ decided."],
            fixed=["The Hubei Provincial Party Committee met.", "The Hubei Provincial Party Committee decided."],
        ),
        example(["The “Hubei Black Tea” won.", "Guests drank the “⟦Hubei black tea⟧” in May."]),
        example(["The Hubei Party Committee met.", "The Hubei Party committee decided."]),  # one word: an office and its holder
        # In a headline, without quotation marks, another title.
        example(["“Theme Tour of the Birth of China” Opens in Wuhan", "Guests saw the “theme tour of the birth of China”."]),
        example(
            [
                "The song “Let It Be Me Now” topped the chart.",
                "He said: “let it be me now.”",
                "“Let it be me now,” she sang.",
                "Then “⟦Let it be me now⟧”.",
            ]
        ),
        example(["The “Theme Tour of the Birth of China” opened.", "The theme tour of the birth of China is long."]),
        example(["The “Theme Tour of the Birth of China” opened.", "The “theme park of the birth of China” closed."]),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        places = set()
        for finding in chain(self._names(facts), self._titles(facts)):
            if finding.where not in places:
                places.add(finding.where)
                yield finding

    def _titles(self, facts: Analysis) -> Iterator[Finding]:
        """Quoted titles of which some are set in capitals, and others not."""
        same: dict[tuple[str, ...], list[Title]] = {}
        for title in facts.titles:
            same.setdefault(title.words, []).append(title)
        for words, titles in same.items() if len(same) < len(facts.titles) else ():
            if len(titles) > 1 and content(words) >= self.words:
                named = [title for title in titles if not _SPEECH.match(facts.article.text, title.end)]
                capital = [(one.start, one.end) for one in named if one.titled and not facts.article.is_in_headline(one.start)]
                small = [(one.start, one.end) for one in named if not one.titled]
                if capital and small:
                    yield from self._report(facts, capital, small)

    def _names(self, facts: Analysis) -> Iterator[Finding]:
        """Names in capitals, against the same words in small letters."""
        text, lower = facts.article.text, facts.article.lower
        same: dict[str, list[Run]] = {}
        for run in facts.capitals.phrases:
            if len(run.words) >= self.words and content(run.words) >= self.words:
                same.setdefault(lower[run.start : run.end], []).append(run)
        if not same:
            return
        # What stands in small letters ends so at least.
        ends = {form: " ".join(form.rsplit(" ", _LEAST_SMALL)[-_LEAST_SMALL:]) for form in same}
        there = standing(list(ends.values()), text)
        for form, runs in same.items() if there else ():
            if ends[form] in there:
                small = find_in_small_letters(form, text[runs[0].start : runs[0].end], facts.article)
                capital = [(run.start, run.end) for run in runs if not facts.article.is_in_headline(run.start)]
                if small and capital:
                    yield from self._report(facts, capital, small)

    def _report(self, facts: Analysis, capital: list[tuple[int, int]], small: list[tuple[int, int]]) -> Iterator[Finding]:
        majority, minority = by_weight(capital, small)
        article = facts.article.text
        text = article[slice(*majority[0])]
        for place in minority:
            # A capital that opens the sentence stays.
            better = article[place[0]] + text[1:] if opens_sentence(article, place[0]) else text
            yield self.in_minority(facts, place, majority, len(majority) + len(minority), better)


def find_in_small_letters(form: str, name: str, article: Text) -> list[tuple[int, int]]:
    """Where the words of a name stand in small letters, all or from a word on that others follow, and no quotation mark before them.

    `form`: the name in small letters.
    """
    found = []
    start = article.lower.find(form)
    while start >= 0:
        end = start + len(form)
        text = article.text
        stands_alone = not (start and (text[start - 1].isalnum() or text[start - 1] in OPEN_QUOTES)) and not text[end : end + 1].isalnum()
        if stands_alone and _goes_on_small(text[start:end], name):
            found.append((start, end))
        start = article.lower.find(form, end)
    return found


def _goes_on_small(written: str, name: str) -> bool:
    """Whether what is written is the name but for its last words, two with content or more, which are all in small letters."""
    words, capital = written.split(" "), name.split(" ")
    same = next((number for number, word in enumerate(words) if word != capital[number]), len(words))
    rest = words[same:]
    return all(map(str.islower, rest)) and sum([word not in JOINING for word in rest]) >= _LEAST_SMALL
