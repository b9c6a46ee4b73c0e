"""The acronyms of an article: where they stand, and whether the article says what they stand for."""

from __future__ import annotations

from tqa.analysis.article import Text
from tqa.analysis.capitals import Capitals, Run, word_starts
from tqa.records import NamedTuple
from tqa.text.acronyms import COMPANY_ENDINGS, is_known_acronym, spelled_by
from tqa.text.punctuation import OPEN_QUOTES
from tqa.text.regex import regex

_CAPITALS = regex("AA+")
_LONGEST = 8
MOST_ACRONYMS = 40
"""An article with more unknown ones is a table or a list of codes."""
_SHOUT = 12
"""Characters on each side in which another word in capitals makes the line a shouted one."""
_LOUD = "AAAA"


class Acronym(NamedTuple):
    """An acronym never introduced: its places in the article, and the full form it may stand for (article offsets)."""

    letters: str
    starts: tuple[int, ...]
    full: tuple[int, int] | None


def find_acronyms(article: Text, capitals: Capitals) -> tuple[Acronym, ...]:
    """The acronyms nobody introduces and few readers know, in order of first appearance, each with a full form if there is one."""
    text, outline = article.text, capitals.outline
    places: dict[str, list[int]] = {}
    for match in _CAPITALS.finditer(outline):
        start, end = match.span()
        letters = text[start:end]
        if len(letters) <= _LONGEST and not is_known_acronym(letters) and stands_alone(text, start, end, outline):
            places.setdefault(letters, []).append(start)
    if len(places) > MOST_ACRONYMS:
        return ()
    found = (
        Acronym(letters, tuple(starts), find_full_form(letters, capitals.phrases, article.lower))
        for letters, starts in places.items()
        if not is_introduced(text, letters, starts)
    )
    return tuple(acronym for acronym in found if not is_beside_full_form(acronym, article.lower))


def is_beside_full_form(acronym: Acronym, lower: str) -> bool:
    """Whether a mention stands right behind the full form, or before it and “or”: National Battery Laboratory NBL; NBL, or the National …"""
    if acronym.full is None:
        return False
    full, length = lower[slice(*acronym.full)], len(acronym.letters)
    return any(
        lower.endswith((f"{full} ", f"{full}, "), 0, start) or lower.startswith((f", or {full}", f", or the {full}"), start + length)
        for start in acronym.starts
    )


def stands_alone(text: str, start: int, end: int, outline: str) -> bool:
    """Whether the capitals are a word of their own and the words around it are not in capitals too."""
    after = text[end : end + 1]
    part = bool(start and (text[start - 1].isalnum() or text[start - 1] in "_’'&./-")) or after.isalnum() or after in tuple("_&/$")
    return not part and not is_shouted(outline, start, end)


def is_shouted(outline: str, start: int, end: int) -> bool:
    """Whether the letters stand among words in capitals, as in a headline set in them, so that they are a word like any other."""
    return _LOUD in outline[max(0, start - _SHOUT) : start] or _LOUD in outline[end : end + _SHOUT]


def is_introduced(text: str, letters: str, starts: list[int]) -> bool:
    """Whether the article says what the letters stand for: in brackets, perhaps in the plural, before brackets, or in words such as “or”."""
    return f"({letters}s)" in text or any(_is_introduced_at(text, start, start + len(letters)) for start in starts)


_SAYS_SO = ("(", "（", "[", ", or ", "known as ", "called ", "named ", "abbreviated as ", "abbreviated to ", "referred to as ", "short for ")


def _is_introduced_at(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - 24) : start]
    if before[-1:] in OPEN_QUOTES:
        before = before[:-1]
    if before.endswith(_SAYS_SO) or text[end : end + 2] in (" (", " （") or text[end : end + 1] in "（":
        return True
    opened = text.rfind("(", max(line, start - 80), start)
    if opened >= 0 and ")" not in text[opened:start]:
        return True
    return text.startswith((", short for", ", or the ", ", the abbreviation", ", which stands for", " stands for", " for short"), end)


def find_full_form(letters: str, phrases: tuple[Run, ...], lower: str) -> tuple[int, int] | None:
    """The first phrase whose words spell the letters, with what ends a company's name.

    Two letters must be spelled by a whole phrase: in longer ones they are met by chance.
    """
    for run in phrases:
        spelled = spelled_by(letters, run.words)
        if spelled is None or (len(letters) == 2 and spelled != (0, len(run.words))):
            continue
        first, end = spelled
        rest = run.words[end:]
        last = len(run.words) - 1 if rest and rest[-1] in COMPANY_ENDINGS else end - 1
        starts = word_starts(run, lower)
        stop = starts[last] + len(run.words[last])
        tail = _COMPANY_TAIL.match(lower, stop)
        return starts[first], tail.end() if tail else stop
    return None


_COMPANY_TAIL = regex(r"\.?,? (?:ltd|inc|limited|plc|llc)\b\.?")
