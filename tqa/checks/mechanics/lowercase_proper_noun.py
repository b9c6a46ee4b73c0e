"""A name in small letters."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.glossary.concept import Concept
from tqa.model import Finding
from tqa.rule.kinds import DocumentRule, example, replace
from tqa.text.common_words import kind_of
from tqa.text.english import word_set
from tqa.text.pinyin import syllables
from tqa.text.proper_nouns import HEADS, small_names
from tqa.text.regex import regex

_WARES_BEFORE = regex(r"(?:\bbone|\bfine|\bfamily) $")
_WARES_AFTER = regex(r" (?:clay|cabinet|doll|shop|cup|plate)s?\b")
_NEXT = regex(r" ([a-z]+)\b(?![’'-])")
_WORD_BEFORE = regex(r"[a-z]{5,24}$")
_PINYIN_ENDS = frozenset("ngiaour")
"""Last letters of syllables; e is left out, for it is English far more often: game, name, orange."""
_ATTACHED = ("-", "@", "#", ".", "/", "_", "’", "'")
_NO_NAMES = word_set(
    """agenda panda gala yoga banana manga mango tango bingo lama data saga siren linen linden shaman woman women human wagon longan taiga media
    mining gaming mailing sailing dining lining tuning naming tanning bending mending heading wining shaming taming nailing tailing panning
    pinning penning sunning cunning running gunning canning banning waiting wanting leading winding tending pending tofu hutong pinyin mahjong
    kungfu taichi qigong renminbi erhu guqin pipa baijiu jiaozi baozi zongzi dizi guanxi fengshui gaokao danwei hukou"""
)
"""Words of English that read as pinyin, and Chinese things that are no names."""


class LowercaseProperNoun(DocumentRule):
    """A name stands in small letters: of a country, people, place, day or month, or one the article or the glossary capitalises.

    Why: a system fed with small letters, or with a headline, gives "hubei daily" back.
    Limits: names that are common words as well (turkey, polish, march) are silent; of other names only Chinese ones of two
    syllables and more are seen, before words such as "daily" or "city" and where the article has them with a capital. The fix
    is not applied without asking.
    Measured: on 146 human translations of news (63,000 words) no finding.
    """

    mqm = "linguistic-conventions/capitalization"
    # A credit line names papers and agencies, and it is where small letters come from.
    sees = "all"

    examples = (
        example("Visit www.china.com, china@example.com or #beijing; bone china, a china shop, turkey and polish in march."),
        example("Women of the Women’s Club; a panda at Panda House; the Media Group and the media."),
        example("The UN sets the agenda; Agenda Setting Forum has an agenda."),
        example("Hubei Daily and the daily paper of Hubei."),
        example("The ⟦chinese⟧ team flew to ⟦beijing⟧ on ⟦monday⟧.", fixed="The Chinese team flew to Beijing on Monday."),
        example(
            ["Tangjiang City has a Tangjiang fair.", "Source: ⟦tangjiang⟧ paper"],
            fixed=["Tangjiang City has a Tangjiang fair.", "Source: Tangjiang paper"],
        ),
        example(
            "The Tangjiang Daily of Tangjiang says so. Source: ⟦tangjiang daily⟧",
            fixed="The Tangjiang Daily of Tangjiang says so. Source: Tangjiang Daily",
        ),
        example("It is said in ⟦hubei daily⟧.", source="湖北日报", glossary=Concept(("湖北日报",), "Hubei Daily")),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        text = facts.whole.text
        found: dict[int, int] = {}
        for start, end in small_names(text):
            place = _before_head(text, start) if text[start:end] in HEADS else (start, end)
            if place is not None and not _is_ware(text, start, end):
                found[place[0]] = place[1]
        for start, end in sorted(found.items()):
            end, right = _whole_name(text, start, end, facts)
            segment, span = facts.whole.place(start, end)
            if facts.is_prose(segment, span):
                yield self.finding(
                    segment, span, "“{text}” is a name and takes a capital", text=span.of(segment.text), fix=replace(segment, span, right)
                )


def _is_ware(text: str, start: int, end: int) -> bool:
    """Porcelain: bone china, a china shop."""
    if text[start:end] != "china":
        return False
    return _WARES_BEFORE.search(text[max(0, start - 8) : start]) is not None or _WARES_AFTER.match(text, end) is not None


def _before_head(text: str, start: int) -> tuple[int, int] | None:
    """The Chinese name in small letters before a word such as "daily" or "city" at `start`, if the article capitalises it."""
    if text[start - 2 : start - 1] not in _PINYIN_ENDS:
        return None
    before = _WORD_BEFORE.search(text, max(0, start - 24), start - 1)
    if before is None or text[start - 1] != " " or not before.group().islower() or text[before.start() - 1 : before.start()] in _ATTACHED:
        return None
    word = before.group()
    if word in _NO_NAMES or kind_of(word) or len(syllables(word) or ()) < 2 or word.capitalize() not in text:
        return None
    return before.span()


def _whole_name(text: str, start: int, end: int, facts: Analysis) -> tuple[int, str]:
    """The end of the name and its right form: with the small words after it where article or glossary has them as one name."""
    right = text[start].upper() + text[start + 1 : end]
    forms = {form for hit in facts.source_terms for form in hit.concept.forms}
    best = end, right
    stop = end
    while (following := _NEXT.match(text, stop)) is not None and stop - start < 60:
        stop = following.end()
        right += " " + following.group(1).capitalize()
        if right in forms or right in text:
            best = stop, right
        elif right not in text:
            break
    return best
