"""One thing rendered two ways in one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.analysis.analysis import Analysis
from tqa.analysis.article import Text
from tqa.model import Finding, Related, Severity
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.regex import regex
from tqa.text.variants import JOINING, are_posts

if TYPE_CHECKING:
    from tqa.analysis.frames import Mention, Rival

_MOST_RELATED = 5
_SILENT = 0
_NAME = 3
"""Fewest Han characters behind both forms that are taken for a name; two may meet by chance."""
_LONG_NAME = 6
"""The same where the words are not known to compete."""
_MANY = 3
"""Mentions of a form of common words against which a single one of the other is odd."""
_ACRONYM = regex(r" ?[(（]([A-Z][A-Za-z]{1,7})[)）]")


class SplitTerm(DocumentRule):
    """One name or term is rendered two ways in one article: the same words around another one.

    Why: a reader takes two names for two things.
    What: the rarer form is reported against the more frequent one; at a tie the headline's form is right, else the first. Copies of
    headline and teaser do not count, and a mention in other letters or another frame is listed but not counted. An error where much of
    the frame is shared; a warning where two words known to render one Chinese word stand in a short name, and the source says the same
    behind both, or one form stands once against several of the other: two if the frame's other word is a name, else three; else a hint.
    A source that has two words for the two, as 基金 and 基金会 for fund and foundation, silences the pair; so do two acronyms that
    introduce them.
    Limits: it looks at capitalised names that differ in one place of one or two words. Two forms in one sentence, opposites, numbers,
    trades, crops, places, names of people and series of three or more count as different things, and a word left out as a short form. Where
    only one of two forms has a further word before it (the Henan Department of Health, the Ministry of Health) it gives a hint. Lower-case
    terms need a glossary.
    Measured: on 146 human translations five errors and two warnings, all but one of them real slips: 0.007 false alarms an article. Of names
    with one word replaced in one of several mentions it finds, with split-rendering, 0.79 to 0.80 with a source, and 0.57 to 0.62 without
    one; words that are not listed as competing for one Chinese word are found only inside a longer name.
    On 73 clean short articles full of near names (tests/articles) it raised one alarm with the source at first sight, and five in four
    articles without; mended on the same articles it is silent.
    """

    severity = Severity.ERROR
    mqm = "terminology/inconsistent-use"
    given = "rivals"

    examples = (
        example(
            [
                'The 2024 "Manufacturing Leader" industrial chain docking activity opened',
                'On May 17 the 2024 "Manufacturing Leader" industrial chain docking activity was held in Wuhan.',
                'He said that holding the 2024 "⟦Manufacturing Excellence⟧" industrial chain docking activity is a step.',
                "The theme was “manufacturing excellence, helping growth”.",
            ],
            fixed=[
                'The 2024 "Manufacturing Leader" industrial chain docking activity opened',
                'On May 17 the 2024 "Manufacturing Leader" industrial chain docking activity was held in Wuhan.',
                'He said that holding the 2024 "Manufacturing Leader" industrial chain docking activity is a step.',
                "The theme was “manufacturing excellence, helping growth”.",
            ],
            severity="error",
        ),
        example(
            ["The Russian Export Center opened.", "The director of the ⟦Russian Export Hub⟧ spoke."],
            fixed=["The Russian Export Center opened.", "The director of the Russian Export Center spoke."],
        ),
        example(
            ["The Bosnian Olympic Committee met.", "Its head spoke for the ⟦Bosnian Olympic Commission⟧’s members."],
            fixed=["The Bosnian Olympic Committee met.", "Its head spoke for the Bosnian Olympic Committee’s members."],
        ),
        example(
            ["Sany Group grows.", "In May, Sany Group sold more.", "The ⟦Sany Corporation⟧ rises."],
            severity="warning",
        ),
        example(
            ["The High Court ruled.", "The ⟦High Tribunal⟧ is in Kuala Lumpur."],
            source=["高等法院作出裁决。", "高等法院位于吉隆坡。"],
            severity="warning",
        ),
        # Common words, one against three.
        example(
            ["The Security Council met.", "The Security Council voted.", "It was the Security Council's first vote.", "The ⟦Security Board⟧ sat."],
            severity="warning",
        ),
        example(
            [
                "The State Council met.",
                "The State Council spoke.",
                "It is a paper of the State Council.",
                "The ⟦National Council⟧ for Social Security helps.",
            ],
            severity="info",
        ),
        # Ministries, bureaus and campaigns beside each other.
        example(["The Ministry of Finance spoke.", "The Ministry of Commerce answered."]),
        example(["The Nanchang Railway Bureau and others helped.", "The Wuhan Railway Bureau sent trains."]),
        example(["The Harbour Steel Trading Company grew.", "The Harbour Steel Logistics Company shrank."]),
        example(["The Linhai Municipal Tourism Bureau spoke.", "The Linhai Municipal Forestry Bureau answered."]),
        example(["The Blue Sky Action began in May.", "The Clear Water Action began in June."]),
        example(["The Fifth China Import Expo closed.", "The Sixth China Import Expo opens."]),
        example(["The Beijing Winter Olympics opened.", "He also won at the Beijing Summer Olympics."]),
        example(["The People's Court of Baokang County ruled.", "The People's Procuratorate of Baokang County appealed."]),
        example(["The World Textile Merchandising Conference opened.", "It issued the World Textile Merchandising Declaration."]),
        example(["The Hetian Jade Dream is old.", "The Hetian Wetland Dream is new.", "The Hetian Water Dream is next."]),
        # A province's and the nation's; a law whose name ends in another's.
        example(
            ["The Ministry of Public Order Affairs wrote.", "The Henan ⟦Department of Public Order Affairs⟧ answered."],
            severity="info",
        ),
        example(
            ["The Marine Environment Protection Law changed.", "The ⟦Environmental Protection Law⟧ did not."],
            source=["海洋环境保护法修订。", "环境保护法未变。"],
            severity="info",
        ),
        # Two kinds of living things, two subjects of a conference.
        example(["The Lakeside Fish Research Center opened.", "The Lakeside Bird Research Center closed."]),
        example(["The Provincial Economic Work Conference met.", "The Provincial Rural Work Conference is next."]),
        # Both in one breath.
        example(["The Hubei Economic Institute and the Hubei Economic College merged.", "Both are in Wuhan."]),
        # A short form after the full form, a plural, a possessive.
        example(["The National Art Museum of China opened.", "The National Museum of China helped."]),
        example(["The Smart Stop Sign works.", "All Smart Stop Signs work."]),
        # Each with its own acronym.
        example(["The Liquidity Coverage Ratio (LCR) rose.", "The Liquidity Maintenance Ratio (LMR) fell."]),
        # Two words in the source.
        example(
            ["The National Social Security Fund grew.", "The National Social Security Foundation owns shares."],
            source=["全国社保基金增长。", "全国社保基金会持有股份。"],
        ),
        # Two posts of one person or two.
        example(["Deputy Secretary Li Lei spoke.", "Deputy Minister Han Mei answered."]),
        # A majority that proves nothing: a short frame of common words.
        example(
            ["The Security Council met.", "The Security Council voted.", "The Security Council sat.", "A ⟦Security Committee⟧ helps."],
            severity="info",
        ),
        # The longer names differ.
        example(["The CPC Central Committee met.", "The CPC National Congress is near."]),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        taken: list[Mention] = []
        judged = [(judge(rival, facts), rival) for rival in facts.rivals]
        for severity, rival in sorted(judged, key=lambda one: (-one[0], -sum(one[1].slot.shared))):
            if severity:
                yield from self._report(rival, Severity(severity), facts, taken)

    def _report(self, rival: Rival, severity: Severity, facts: Analysis, taken: list[Mention]) -> Iterator[Finding]:
        article = facts.article
        majority, minority = by_weight(rival, facts)
        counts = {"n": len(majority), "m": len(majority) + len(minority)}
        for mention in minority:
            if any(mention.start < other.end and other.start < mention.end for other in taken):
                continue
            taken.append(mention)
            segment, span = article.place(mention.start, mention.end)
            yield self.finding(
                segment,
                span,
                "“{minority}” here, “{majority}” {n} of {m} times in the same frame",
                minority=span.of(segment.text),
                majority=article.text[majority[0].start : majority[0].end],
                n=counts["n"],
                m=counts["m"],
                severity=severity,
                related=_related(majority, counts, rival, article),
                fix=replace(segment, span, rival.reworded(mention, majority[0], article.text)),
            )


def _related(majority: tuple[Mention, ...], counts: dict[str, int], rival: Rival, article: Text) -> list[Related]:
    places = [Related(article.where(one.start, one.end), "{n} of {m} mentions", counts) for one in majority[:_MOST_RELATED]]
    witnesses = rival.witnesses(article.lower)[:_MOST_RELATED]
    return places + [Related(article.where(*place), "other letters or another frame: not counted") for place in witnesses]


def by_weight(rival: Rival, facts: Analysis) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The mentions of the form that wins, and those of the other: the more frequent, the title's, the first."""
    title = facts.document.title.lower()
    lower = facts.article.lower

    def weight(found: tuple[Mention, ...]) -> tuple[int, bool, int]:
        return -len(found), lower[found[0].start : found[0].end] not in title, found[0].start

    first, second = sorted((rival.one, rival.other), key=weight)
    return first, second


def judge(rival: Rival, facts: Analysis) -> int:
    """The severity two forms deserve, or 0."""
    one, other = rival.slot.one, rival.slot.other
    compete = rival.competes
    if _are_two(rival, facts) or _have_own_acronyms(rival, facts.article.text):
        return _SILENT
    if rival.together:
        # Who names two things in one breath means two, unless the source names one twice.
        return Severity.WARNING if compete and not are_posts(one, other) and _have_one_source(rival, facts, _NAME) else _SILENT
    if rival.around >= (3 if rival.quoted == 2 else 4):
        return Severity.ERROR
    if compete:
        return _judge_competing(rival, facts)
    before, after = rival.slot.shared
    if before and after:
        if before + after >= 3 or rival.quoted == 2:
            return Severity.ERROR
        return Severity.WARNING if _have_one_source(rival, facts, _LONG_NAME) else Severity.INFO
    return _SILENT


def _judge_competing(rival: Rival, facts: Analysis) -> int:
    """The same for two words known to render one Chinese word."""
    short = sum(rival.slot.shared) < 2
    if are_posts(rival.slot.one, rival.slot.other):
        return _SILENT if short else Severity.INFO  # one man may hold two posts, two men one each
    if not rival.slot.before and _is_longer(rival.one) != _is_longer(rival.other):
        return Severity.INFO  # the shorter one may be the nation's, or another law
    if not short:
        return Severity.ERROR
    if _have_one_source(rival, facts, _NAME):
        return Severity.WARNING
    if rival.quoted:
        return _SILENT  # what stands in quotation marks is split-title's to compare
    from tqa.analysis.frames import is_name_like, stands_alone

    word = next(word for word in (*rival.slot.before, *rival.slot.after) if word not in JOINING)
    few, many = sorted((rival.one, rival.other), key=len)
    if len(few) > 1 or len(many) < 2 or not stands_alone(few[0], many, facts.article.lower):
        return Severity.INFO
    return Severity.WARNING if len(many) >= _MANY or is_name_like(word, facts.article.text) else Severity.INFO


def _is_longer(found: tuple[Mention, ...]) -> bool:
    """Whether a word of the name stands before a mention: the Henan Department of Agriculture, but the Ministry of Agriculture."""
    return any(mention.left not in JOINING and mention.left for mention in found)


def _are_two(rival: Rival, facts: Analysis) -> bool:
    """Whether the source has one word for one filler and another word for the other: fund and foundation, bureau and detachment."""
    if not facts.has_source:
        return False
    from tqa.analysis.grounding import said_by

    ones, others = (
        [source for mention in found if (source := facts.source_of(facts.article.at(mention.start)[0]))] for found in (rival.one, rival.other)
    )
    return said_by(rival.slot.one, rival.slot.other, ones, others) == "two"


def _have_own_acronyms(rival: Rival, text: str) -> bool:
    """Whether each form is introduced with letters of its own: Liquidity Coverage Ratio (LCR), Liquidity Maintenance Ratio (LMR)."""
    ones, others = ({match[1] for mention in found if (match := _ACRONYM.match(text, mention.end))} for found in (rival.one, rival.other))
    return bool(ones and others) and ones.isdisjoint(others)


def _have_one_source(rival: Rival, facts: Analysis, least: int) -> bool:
    """Whether `least` Han characters or more stand behind both forms and nowhere else."""
    if not facts.has_source:
        return False
    from tqa.analysis.grounding import common_source

    one, other = ({facts.article.at(mention.start)[0].index for mention in found} for found in (rival.one, rival.other))
    sources = {segment.index: source for segment in facts.visible if (source := facts.source_of(segment))}
    if rival.together:
        one = other = one & other
    return bool(common_source(one, other, sources, least))
