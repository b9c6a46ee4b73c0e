"""A quoted title rendered two ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.analysis.analysis import Analysis
from tqa.model import Finding, Related
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.chinese_terms import titles as chinese_titles
from tqa.text.dressing import dressed_as
from tqa.text.variants import same_stem

if TYPE_CHECKING:
    from tqa.analysis.titles import Place, SplitPhrase


class SplitTitle(DocumentRule):
    """A quoted title, slogan or name of an event is rendered two ways.

    Why: quotation marks promise the reader a fixed wording; a second wording reads as a second title.
    What: two quoted phrases, or a quoted one and one in capitals, that differ in one word: another word for the same Chinese one, a word
    left out, the number. With a source, one Chinese title in quotation marks behind both is proof, and two are proof of the contrary.
    Limits: two forms that differ in more, or stand in one sentence, are taken for two titles; and a difference in one word is one only if
    the words are known to render one Chinese word, or the source says so.
    Measured: no finding on 146 human translations; with split-term it finds 0.93 of quoted titles in which one word was changed, left out or
    put in the plural, 0.86 without a source.
    """

    mqm = "terminology/inconsistent-use"
    yields_to = ("split-term",)
    given = "split_phrases"

    examples = (
        example(
            ["The “Smart Stop Sign Plan” began.", "The “Smart Stop Sign Plan” works.", "Each likes the “⟦Smart Sign Plan⟧”."],
            fixed=["The “Smart Stop Sign Plan” began.", "The “Smart Stop Sign Plan” works.", "Each likes the “Smart Stop Sign Plan”."],
        ),
        example(
            ['The film "The Story of Hubei" opened.', 'Many saw "The ⟦Tale of Hubei⟧".'],
            fixed=['The film "The Story of Hubei" opened.', 'Many saw "The Story of Hubei".'],
        ),
        example(["《Good Harvest》 is a play.", "In May, 《Good Harvest》 was shown.", "All like 《⟦Good Harvests⟧》."]),
        example(
            ["The “Walk to the Village” show began.", "The “⟦Go to the Village⟧” show ends."],
            source=["“走村”节目开播。", "“走村”节目结束。"],
        ),
        # Two campaigns beside each other, in one sentence or not.
        example(["The “Blue Sky Campaign” and the “Clear Water Campaign” began."]),
        example(["The “Blue Sky Campaign” began in May.", "The “Clear Water Campaign” began in June."]),
        example(
            ["The “Healthy Hunan Action” began.", "The “Beautiful Hunan Action” began."],
            source=["“健康湖南行动”启动。", "“美丽湖南行动”启动。"],
        ),
        # Speech, and a phrase that is no title.
        example(["“We must work hard,” he said.", "“We must study hard,” she said."]),
        example(["The “learning group” met.", "Two “learning groups” met.", "A “learning group” is small."]),
        # A short form of a title that stands as often as the long one.
        example(["“Hunan Black Tea” won.", "“Hunan Tea” grows.", "“Hunan Black Tea” sells.", "“Hunan Tea” too."]),
        example(["The “China Story” began.", "China's story goes on."]),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        for split in facts.split_phrases:
            if is_split(split, facts):
                yield from self._report(split, facts)

    def _report(self, split: SplitPhrase, facts: Analysis) -> Iterator[Finding]:
        article = facts.article
        majority, minority = sorted((split.title, split.twin), key=lambda places: (-len(places), places[0]))
        counts = {"n": len(majority), "m": len(majority) + len(minority)}
        name = article.text[majority[0].start : majority[0].end]
        for place in minority:
            segment, span = article.place(place.start, place.end)
            yield self.finding(
                segment,
                span,
                "“{minority}” here, “{majority}” in {n} of {m} mentions",
                minority=span.of(segment.text),
                majority=name,
                n=counts["n"],
                m=counts["m"],
                related=[Related(article.where(one.start, one.end), "{n} of {m} mentions", counts) for one in majority[:5]],
                fix=replace(segment, span, dressed_as(name, span.of(segment.text), keeps_number=False)),
            )


def is_split(split: SplitPhrase, facts: Analysis) -> bool:
    """Whether the two forms are one title rather than two."""
    title, twin = (_titles_behind(places, facts) for places in (split.title, split.twin))
    proven = bool(title & twin)
    if title and twin and not proven:
        return False
    if not proven and facts.share_a_sentence([place.start for place in split.title], [place.start for place in split.twin]):
        return False
    quoted = all(any(place.quoted for place in places) for places in (split.title, split.twin))
    titled = all(any(place.titled for place in places) for places in (split.title, split.twin))
    few, many = sorted((len(split.title), len(split.twin)))
    if not (split.one and split.other):
        return titled and few == 1 and (proven or split.shared >= 3 or (many >= 2 and split.shared >= 2))
    if same_stem(split.one, split.other):
        return few == 1 and many >= 2 and (titled or (quoted and proven))
    if split.says_one_thing:
        return quoted or titled
    return quoted and titled and proven and (split.shared >= 2 or len(title | twin) == 1)


def _titles_behind(places: tuple[Place, ...], facts: Analysis) -> set[str]:
    """The quoted Chinese titles in the source of the places; none without a source."""
    if not facts.has_source:
        return set()
    segments = {facts.article.at(place.start)[0].index: facts.article.at(place.start)[0] for place in places}
    return {source[start:end] for source in map(facts.source_of, segments.values()) for start, end in chinese_titles(source)}
