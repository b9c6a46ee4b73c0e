"""“a” where the sound asks for “an”, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.english import word_set
from tqa.text.regex import regex
from tqa.text.sounds import begins_with_vowel

# Each begins with its literal; the word after it is looked at only where its first letter may be at odds with the article.
_BEFORE_VOWEL = r"(?=[aeiouAEIOU8]|1[18]|h(?:o[nu]|ei))"
_BEFORE_CONSONANT = r"(?=[b-df-hj-np-zB-DF-HJ-NP-Z0-9]|[eEoO][uwn])"
_ARTICLES = (
    regex(rf"a (?<=[\s(“\"‘]a ){_BEFORE_VOWEL}"),
    regex(rf"an (?<=[\s(“\"‘]an ){_BEFORE_CONSONANT}"),
    regex(rf"A(?: {_BEFORE_VOWEL}|n {_BEFORE_CONSONANT})"),
)
_WORD = regex(r"[A-Za-z0-9][\w’',.%-]*")
_NO_NOUN = word_set("a am an and any are as at if in into is it its of off on only or other our out over under until up us")
"""Small words after "a" show another fault, or that the "a" is a letter."""
_BEFORE_SENTENCE = regex(r"(?:^|\n|[.!?;:] |[“\"‘(])$")


class ArticleMisuse(DocumentRule):
    """“a” stands before a vowel sound, or “an” before a consonant sound.

    Why: the article is often what is left of a phrase whose noun was exchanged.
    Limits: the sound counts, not the letter: a unit, an hour, an MBA. Words said both ways (historic), capitals that may be read
    as a word or letter by letter (NATO, NBA, MoU), single letters and "A" as a name are silent.
    Measured: on 146 human translations of news (63,000 words) 3 findings, all slips of the translators.
    """

    mqm = "linguistic-conventions/grammar"
    examples = (
        example("A unit, a European, a one-way road, a Uyghur, a user, an hour, an heir, an honest man, an 8% rise, an 11-year plan."),
        example("An MBA, a NATO member, an NBA team, a UN body, a US firm, an IPO, an EU state, a historic and an historic day."),
        example("They signed an MoU; an iPhone, a PhD, a McDonald's."),
        example("Vitamin A and B; Serie A is; plan A in May; An Qi met An Xu; A or B; a 100 m run; a 1,800 m run."),
        example("It is ⟦a⟧ old port, ⟦an⟧ big one, ⟦a⟧ hour away.", fixed="It is an old port, a big one, an hour away."),
        example("⟦A⟧ old port: ⟦an⟧ university, ⟦an⟧ European one, ⟦a⟧ IPO, ⟦a⟧ 8% rise, ⟦an⟧ 10 m run."),
        example("It has ⟦an⟧ unique road and ⟦a⟧ unimportant one.", fixed="It has a unique road and an unimportant one."),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.article.text
        for pattern in _ARTICLES:
            for match in pattern.finditer(text):
                article = match.group().rstrip()
                word = _WORD.match(text, match.end())
                if word is None or not _is_misused(article, word.group()):
                    continue
                if article[0] == "A" and not _BEFORE_SENTENCE.search(text[max(0, match.start() - 2) : match.start()]):
                    continue
                segment, span = facts.article.place(match.start(), match.start() + len(article))
                if facts.is_prose(segment, span):
                    right = article[0] + ("n" if len(article) == 1 else "")
                    message = "“{article}” before “{word}”: the sound asks for “{right}”"
                    yield self.finding(segment, span, message, fix=replace(segment, span, right), article=article, word=word.group(), right=right)


def _is_misused(article: str, word: str) -> bool:
    vowel = begins_with_vowel(word)
    if vowel is None or vowel == (len(article) == 2) or word.lower().rstrip(",.") in _NO_NOUN:
        return False
    return not (article == "An" and word[0].isupper())  # An Qi is a name
