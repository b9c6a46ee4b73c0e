"""Capitalised runs: names of people, places, bodies and titles as English marks them, with small words between."""

from __future__ import annotations

from tqa.analysis.article import Text
from tqa.cached import cached_property
from tqa.records import NamedTuple
from tqa.text.english import outline, word_set
from tqa.text.regex import regex
from tqa.text.variants import JOINING

# Looked for in the outline, where every capital is an A. A word is never given back letter by letter: nothing that may follow it
# could begin inside it.
_WORD = r"A[\w'&-]{0,40}+(?:\.A\.?){0,4}"
_RUN = regex(rf"{_WORD}(?: (?:of |and |for |the |on |& ){{0,2}}+{_WORD}){{1,24}}+")
_INSIDE = "’-_"
"""Marks after which a capital begins no word; letters and figures aside."""

OPENERS = word_set(
    """a about according across after all along also although among an and another any apart are around as at based because before
    being besides both but by can currently despite did do does due during each earlier either even every except few first firstly
    following for former from further furthermore given had has have he her here his how however i if in including indeed instead is
    it its last later many may meanwhile more moreover most much my near nearly neither next no nor not now nowadays of off on once
    one only or our over per perhaps please recently regarding same second secondly see several she should similarly since so some
    soon still such than that the their them then there therefore these they third this those though through throughout thus to
    today together tomorrow toward towards two under unlike until up upon us using very via was we were what when where whether which
    while who whoever whose why will with within without would yes yesterday yet you your"""
)
"""Words that are no part of a name when they open a sentence, or a run of capitals in a headline."""

_DATES = word_set(
    """january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec"""
)
_CUTS = _DATES | word_set("mr mrs ms miss dr prof sir")


class Run(NamedTuple):
    """Consecutive capitalised words: article offsets of the whole, and its words in small letters without possessive 's."""

    start: int
    end: int
    words: tuple[str, ...]


class Capitals:
    """The capitalised runs of an article, in order."""

    def __init__(self, article: Text):
        self._article = article

    @cached_property
    def outline(self) -> str:
        """The article with every capital as “A”."""
        return outline(self._article.text)

    @cached_property
    def phrases(self) -> tuple[Run, ...]:
        """Runs of two words or more, small words not counted.

        Dates, forms of address and words that only open a sentence are no part of a run.
        """
        text, lower = self._article.text, self._article.lower
        found: list[Run] = []
        for match in _RUN.finditer(self.outline):
            start, end = match.span()
            before = text[start - 1 : start]
            if before not in " \n" and (before.isalnum() or before in _INSIDE):
                continue  # "McDonald", "x-Ray": no word begins here
            plain = lower[start:end]
            words = plain.split(" ")
            if words[0] in OPENERS or not _CUTS.isdisjoint(words) or "’" in plain or "'" in plain or plain[-1] == "-":
                _cut(words, start, found)
            elif len(words) > 2 or words[0] not in JOINING:
                found.append(Run(start, end, tuple(words)))
        return tuple(found)


def _cut(raw: list[str], offset: int, found: list[Run]) -> None:
    """Add the runs that are left of `raw`, which begins at `offset`, when cut at words that belong to none."""
    words: list[str] = []
    start = offset
    end = offset
    for word in raw:
        plain = word if word.isalnum() else bare(word)
        if plain in _CUTS or (not words and (plain in OPENERS or plain in JOINING)):
            _keep(words, start, end, found)
            words = []
        else:
            if not words:
                start = offset
            words.append(plain)
            end = offset + len(plain)
        offset += len(word) + 1
    _keep(words, start, end, found)


def _keep(words: list[str], start: int, end: int, found: list[Run]) -> None:
    while words and words[-1] in JOINING:
        end -= len(words.pop()) + 1
    if len(words) - len(JOINING.intersection(words)) >= 2:
        found.append(Run(start, end, tuple(words)))


def word_starts(run: Run, lower: str) -> list[int]:
    """Article offset of each word of the run."""
    starts = []
    offset = run.start
    for raw in lower[run.start : run.end].split(" "):
        starts.append(offset)
        offset += len(raw) + 1
    return starts


def bare(word: str) -> str:
    """The word without possessive 's and marks at its ends."""
    word = word.strip("'’-") or word
    return word[:-2] if word.endswith(("'s", "’s")) else word
