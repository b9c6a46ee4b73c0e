"""The same line stands in several articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqa.analysis.analysis import Analysis
from tqa.model import Elsewhere, Finding, Related, Segment, Span, Where
from tqa.rule.kinds import CorpusRule, corpus_example, delete
from tqa.text.boilerplate import HEADING
from tqa.text.english import lower, word_set
from tqa.text.positions import trimmed
from tqa.text.regex import regex
from tqa.value import value

Row = tuple[int, str, str, int, int, str]
"""Documents that hold the line, and the first of them: id, path, segment, line, text."""

_DIGIT = regex("[0-9]")
_SPACES = regex(r"\s+")
_SENTENCE = 5
"""Words of a sentence; less is a label with a stop."""
_OF_PAGE = word_set(
    """you your readers reader subscribe follow click scan tap download website webpage app newsletter article author editor editors
    copyright reserved permission reprint reprinted disclaimer"""
)
"""Words with which a site speaks to its readers or of its page."""
_NAMED = regex(r"([^:：]{2,30}[:：])\s*((?:[A-Z][\w'’-]*[,、/&; ]*|[\u4e00-\u9fff]{2,4}[,、/ ]*){1,8})([)\]）】]?)")


@value
class CorpusBoilerplate(CorpusRule[Row, Row]):
    """The same short line stands in several articles.

    Why: what many articles of a site share is the site's, even if no list of phrases knows it.
    Limits: a column's own standing heading is found too, but not one that Markdown marks. Figures may differ, but for those of a headline
    or a sentence, which are news; so may names in credits. A whole sentence is the site's only if it speaks to the reader or of the page:
    what several articles of one event say alike is news. Nothing is hidden from other rules.
    Measured: no false alarm on 146 human translations of news; recall not measured.
    """

    sees = "all"

    articles: int = 3
    """In how many articles the line must stand."""
    longest: int = 80
    """Longer lines are left alone; in characters."""

    examples = (
        corpus_example(["The dam held.", "Tomorrow: rain."], ["The bridge fell.", "Tomorrow: rain."]),
        corpus_example("The dam held.", "The bridge fell.", "The road closed."),
        corpus_example(
            ["The dam held.", "Three people were injured in the landslide on Monday evening."],
            ["The bridge fell.", "Three people were injured in the landslide on Monday evening."],
            ["The road closed.", "Three people were injured in the landslide on Monday evening."],
        ),
        corpus_example(
            ["The dam held.", "⟦You can find more stories of the valley on our website.⟧"],
            ["The bridge fell.", "⟦You can find more stories of the valley on our website.⟧"],
            ["The road closed.", "⟦You can find more stories of the valley on our website.⟧"],
        ),
        corpus_example(
            ["Stocks close 1% higher", "The index closed at 3,081 points."],
            ["Stocks close 2% higher", "The index closed at 3,145 points."],
            ["Stocks close 3% higher", "The index closed at 3,240 points."],
        ),
        corpus_example(["# Overview", "The dam held."], ["# Overview", "The bridge fell."], ["# Overview", "The road closed."]),
        corpus_example(
            ["The dam held.", "⟦Riverside in 100 seconds⟧"],
            ["The bridge fell.", "⟦Riverside in 200 seconds⟧"],
            ["The road closed.", "⟦Riverside in 300 seconds⟧"],
        ),
        corpus_example(
            ["The dam held.", "⟦Watched over by: Li Ming⟧"], ["It fell.", "⟦Watched over by: He Jun⟧"], ["It rose.", "⟦Watched over by: Wu Yi⟧"]
        ),
    )

    def gather(self, facts: Analysis) -> dict[str, Row]:
        rows: dict[str, Row] = {}
        document = facts.document
        for segment, key in self._lines(facts):
            if key not in rows:
                rows[key] = (1, document.id, document.path, segment.index, segment.place.locate(0)[0], segment.text.strip())
        return rows

    def add(self, one: Row, other: Row) -> Row:
        count = one[0] + other[0]
        return (count, *min(one[1:], other[1:]))

    def judge(self, state: Mapping[str, Row]) -> dict[str, Row]:
        return {key: row for key, row in state.items() if row[0] >= self.articles}

    def mark(self, facts: Analysis, verdict: Mapping[str, Row]) -> Iterator[Finding]:
        for segment, key in self._lines(facts):
            row = verdict.get(key)
            if row is None:
                continue
            yield self.finding(
                segment,
                trimmed(segment.text),
                "the line stands in {count} articles",
                count=row[0],
                fix=delete(segment, segment.span),
                related=_related(row, facts),
            )

    def _lines(self, facts: Analysis) -> Iterator[tuple[Segment, str]]:
        """Visible target lines that are short enough, with what they are known by."""
        for number, segment in enumerate(facts.visible):
            if len(segment.text) > self.longest or HEADING.match(segment.text):
                continue
            if not _is_news(segment.text, is_headline=number == 0):
                key = _key(segment.text)
                if key:
                    yield segment, key


def _is_news(text: str, *, is_headline: bool) -> bool:
    """Whether a line is news even if several articles have it: a whole sentence that is none of the page's, or figures, as of a market."""
    is_sentence = text.rstrip().endswith((".", "。"))
    if (is_sentence or is_headline) and _DIGIT.search(text):
        return True
    words = lower(text).split()
    return is_sentence and len(words) >= _SENTENCE and _OF_PAGE.isdisjoint([word.strip(",.;:!?()\"'“”‘’") for word in words])


def _key(text: str) -> str:
    """The line without case, figures and, in a credit, names; empty for a line without letters."""
    plain = _SPACES.sub(" ", text.strip())
    named = _NAMED.fullmatch(plain.strip("([（【")) if ":" in plain or "：" in plain else None
    if named is not None:
        plain = f"{named.group(1)} …"
    key = _DIGIT.sub("0", lower(plain)).rstrip(".。 ")
    return key if any(character.isalpha() for character in key) else ""


def _related(row: Row, facts: Analysis) -> tuple[Related, ...]:
    count, document, path, segment, line, text = row
    if document == facts.document.id:
        return ()
    place = Elsewhere(document, path, line, None, line, None, text)
    return (Related(Where("target", segment, Span(0, len(text))), "one of {count} articles", {"count": count}, elsewhere=place),)
