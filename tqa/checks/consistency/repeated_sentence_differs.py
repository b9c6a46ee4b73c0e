"""One sentence of the source, translated two ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqa.analysis.analysis import Analysis
from tqa.model import Elsewhere, Finding, Related, Segment, Severity, Span, Where
from tqa.records import NamedTuple
from tqa.rule.kinds import CorpusRule, corpus_example
from tqa.text.digest import blake2b
from tqa.text.han import HAN
from tqa.text.regex import regex
from tqa.value import value

_WIDE_MARKS = regex("[\u00a0\u00ab\u00b7\u00bb\u2000-\u206f\u3000-\u3003\u3008-\u301f\u3030\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+")
_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_MOST_VERSIONS = 8
_LONGEST_SHOWN = 120


class Version(NamedTuple):
    """A translation of a sentence: a digest of its words, how many articles have it, and the first of them.

    `document`, `path`, `segment`, `line` and `text` (its beginning) say where it stands there.
    """

    words: str
    documents: int
    document: str
    path: str
    segment: int
    line: int
    text: str


Versions = tuple[Version, ...]
"""The translations of one sentence, sorted by their digests."""


@value
class RepeatedSentenceDiffers(CorpusRule[Versions, Versions]):
    """A sentence that stands in several articles, or twice in one, is translated two ways.

    Why: a slogan, a disclaimer or a passage that an agency repeats should read the same each time.
    What: whole segments of the source that are linked to one segment, and whose English differs in more than marks and capitals. The
    version of most articles is right, at a tie the one in the first article by name; the others are reported.
    Limits: a translator may well vary a sentence, so this is a hint. Short segments, headings and credits among them, are left alone.
    Measured: nothing to report on 146 human translations of news, where no long segment is repeated.
    """

    severity = Severity.INFO
    mqm = "terminology/inconsistent-use"
    rows = (Version,)

    shortest: int = 12
    """Han characters a segment must have."""

    examples = (
        # The same but for marks; short; another sentence.
        corpus_example(["Everyone must obey this rule."], ["Everyone must obey this rule!"], sources=[["每一个人都必须遵守这一条规定。"]] * 2),
        corpus_example(["It rained."], ["There was rain."], sources=[["下雨了。"]] * 2),
        corpus_example(
            ["Everyone must obey this rule."],
            ["Nobody may break that law."],
            sources=[["每一个人都必须遵守这一条规定。"], ["任何人都不得违反那一部重要法律。"]],
        ),
        corpus_example(
            ["Everyone must obey this rule."],
            ["⟦This rule binds everyone.⟧"],
            ["Everyone must obey this rule."],
            sources=[["每一个人都必须遵守这一条规定。"]] * 3,
        ),
        corpus_example(
            ["Everyone must obey this rule.", "It was said twice.", "⟦All have to obey this provision.⟧"],
            sources=[["每一个人都必须遵守这一条规定。", "说了两遍。", "每一个人都必须遵守这一条规定。"]],
        ),
    )

    def gather(self, facts: Analysis) -> dict[str, Versions]:
        found: dict[str, dict[str, Version]] = {}
        for sentence, segment in self._pairs(facts):
            words = _digest(segment.text)
            first = Version(words, 1, facts.document.id, segment.place.path, segment.index, segment.place.locate(0)[0], segment.text[:_LONGEST_SHOWN])
            found.setdefault(sentence, {}).setdefault(words, first)
        return {sentence: tuple(sorted(versions.values())) for sentence, versions in found.items()}

    def add(self, one: Versions, other: Versions) -> Versions:
        sums = {version.words: version for version in one}
        for version in other:
            known = sums.get(version.words)
            sums[version.words] = version if known is None else _sum(known, version)
        # Those with the smallest digests, whatever the order of adding.
        return tuple(sorted(sums.values())[:_MOST_VERSIONS])

    def judge(self, state: Mapping[str, Versions]) -> dict[str, Versions]:
        return {sentence: versions for sentence, versions in state.items() if len(versions) > 1}

    def mark(self, facts: Analysis, verdict: Mapping[str, Versions]) -> Iterator[Finding]:
        for sentence, segment in self._pairs(facts):
            versions = verdict.get(sentence, ())
            if not versions:
                continue
            best = min(versions, key=lambda version: (-version.documents, _place(version)))
            if _digest(segment.text) != best.words:
                yield self.finding(
                    segment,
                    segment.span,
                    "the same sentence is translated otherwise in {n} of {m} articles",
                    n=best.documents,
                    m=sum(version.documents for version in versions),
                    related=[_related(best, facts)],
                )

    def _pairs(self, facts: Analysis) -> Iterator[tuple[str, Segment]]:
        """What a long source segment is known by, and its translation."""
        for link in facts.links:
            if link.is_sure and link.source[1] - link.source[0] == 1 == link.target[1] - link.target[0]:
                source = facts.visible_source[link.source[0]].text
                if len(HAN.findall(source)) >= self.shortest:
                    yield _digest(source), facts.visible[link.target[0]]


def _digest(text: str) -> str:
    """What texts with the same letters and figures have in common: 64 bits as hexadecimal digits."""
    letters = _WIDE_MARKS.sub("", text).casefold().encode("utf-8", "surrogatepass").translate(None, _ASCII_MARKS)
    return blake2b(letters, digest_size=8).hexdigest()


def _sum(one: Version, other: Version) -> Version:
    return min(one, other, key=_place)._replace(documents=one.documents + other.documents)


def _place(version: Version) -> tuple[str, int]:
    return version.document, version.segment


def _related(version: Version, facts: Analysis) -> Related:
    where = Where("target", version.segment, Span(0, len(version.text)))
    place = Elsewhere(version.document, version.path, version.line, None, version.line, None, version.text)
    message = "the version of {n} articles"
    return Related(where, message, {"n": version.documents}, None if version.document == facts.document.id else place)
