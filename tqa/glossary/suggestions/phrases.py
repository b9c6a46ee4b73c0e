"""Chinese and English phrases that were translated as wholes: what suggestions are chosen from.

Source: phrase extraction from linked words (Och and Ney, Computational Linguistics 30(4), 2004), softened: a weak link that leads out of
a phrase does not break it. English phrases begin and end with words a term may begin and end with; the Chinese phrase covers their links.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.glossary.script import simplified
from tqa.glossary.suggestions.bitext import SentencePair, Unit, Word, is_headline
from tqa.glossary.suggestions.wordlinks import WordLink
from tqa.records import NamedTuple
from tqa.text.english import word_set
from tqa.text.regex import regex
from tqa.text.term_edges import closes_no_term, opens_no_term

_MOST_WORDS, _MOST_CONTENT = 10, 7
_LEAST_SIZE, _MOST_SIZE = 2, 20
"""Characters of a Chinese phrase."""
_LOYAL = 0.6
"""Share of the strength of all links of a phrase that must stay inside it."""
_MOST_SMALL = 2
"""Small words side by side inside a term, at the most."""
_GAP = 3
"""Characters between linked units of one phrase, at the most."""
_MOST_LOOSE = 2
"""Units without a link that a phrase may take in on either side."""
_INSIDE = word_set("of and for on in to with")
"""Small words that may stand inside a term."""
_OPENS_NO_TERM = frozenset(
    "的了着过和与及或在于是为被把将对从向以等并也都就而且但所其该此各每这那个我你他她它们月日时则之曾已可会能又再还很更最较由至到给让使称说指如若因故有不未无跟同当们"
)
_ENDS_NO_TERM = frozenset(
    "的了着和与及或在于是为被把将对从向以并也都就而且但所其该此各每这那个我你他她它们则之曾已又再还很更最较由至给让使称说指如若因故有不未们驻"
)
_IN_WORDS = frozenset("会可能时月日当同过之无不未因故有再称说")
"""Small words that are parts of many others too: 峰会, 可持续."""
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两几数")
_BARRIER = regex(r"[\s，。、：；！？（）()《》「」『』“”‘’\"#…—·|/]")
_SPLITS = regex(r"[\s，。、：；！？,:;「」『』《》“”]")
_BRACKETS = regex(r"[（(][^（()）]+[）)]")
_BRACKET = regex(r"[（(）)]")
_QUOTED = {"《": "》", "「": "」", "“": "”", "『": "』"}
_BESIDE = regex(r"(?:['’]s?)?[-– &]{0,3}")
_JOINED = regex(r"(?:['’]s?)?(?:[-– &]{0,3}| \(|\) )")
"""What stands between words side by side, and what also may between words of one phrase."""
_ACRONYM = regex(r"\s?[(（]([A-Z][A-Za-z&/-]{1,9})[)）]")


class Phrase(NamedTuple):
    """A phrase with its English at one place. The shares run from 0 to 1.

    `linked_source`, `linked_target`: shares of characters and of content words that have a link. `loyal`: share of its links' strength
    that stays inside. `bounded_source`, `bounded_target`: how many of the two borders are stops, small words or ends. `capitals`: share of
    the content words written with a capital, one that opens the sentence aside. `loose`: units without a link at its borders. `quoted`:
    it stands whole in quotes or title marks. `astray`: how many of its edges no term has: a verb, a preposition, a figure before it.
    `headline`: its English stands in one. `acronym`: what follows its English in brackets.
    """

    source: str
    target: str
    linked_source: float
    linked_target: float
    loyal: float
    bounded_source: int
    bounded_target: int
    capitals: float
    content: int
    units: int
    loose: int
    quoted: bool
    astray: int
    headline: bool
    acronym: str
    pair: int


def phrases(number: int, pair: SentencePair, units: Sequence[Unit], words: Sequence[Word], links: Sequence[WordLink]) -> Iterator[Phrase]:
    """The phrases of a sentence pair; `number` names it in what is found."""
    sides = _Sides(pair, units, words, links)
    for first, last in _english_phrases(pair.target, words):
        yield from sides.phrases_for(number, first, last)


def is_border(text: str, at: int) -> bool:
    """Whether a Chinese term may end before `at`, or begin there, for what stands at `at`: a stop, a figure, a small word or an end."""
    if not 0 <= at < len(text) or _BARRIER.match(text[at]) or text[at].isdigit():
        return True
    return text[at] in _OPENS_NO_TERM and text[at] not in _IN_WORDS


def _english_phrases(target: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Numbers of the first and last word of each phrase that may be a term."""
    for first, word in enumerate(words):
        if not word.edge or target[word.start - 1 : word.start] == "-":
            continue
        content, small = 0, 0
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            if last > first and not _JOINED.fullmatch(target, words[last - 1].end, words[last].start):
                break
            if not words[last].edge:
                small += 1
                if small > _MOST_SMALL or not _goes_on(words[last], words[last - 1]):
                    break
                continue
            content, small = content + 1, 0
            if content > _MOST_CONTENT:
                break
            if _closes_brackets(target[word.start : words[last].end]):
                yield first, last


def _closes_brackets(text: str) -> bool:
    """Whether each bracket inside a phrase has its fellow there: Banking (Exposure Limits) Rules."""
    return not _BRACKET.search(_BRACKETS.sub("", text))


def _brackets(text: str) -> int:
    """How many passages of a phrase stand in brackets."""
    return len(_BRACKETS.findall(text))


def _goes_on(word: Word, before: Word) -> bool:
    """Whether a term may go on with a word that it cannot end with: of, of the, but not “promote the”; figures do."""
    if word.lower == "the":
        return before.lower in _INSIDE
    return word.lower in _INSIDE or word.lower[0].isdigit()


class _Sides:
    """A sentence pair with its links by either side."""

    def __init__(self, pair: SentencePair, units: Sequence[Unit], words: Sequence[Word], links: Sequence[WordLink]):
        self._pair, self._units, self._words = pair, units, words
        self._folded = simplified(pair.source)
        self._headline = is_headline(pair.target)
        self._by_word: dict[int, list[WordLink]] = {}
        self._by_unit: dict[int, list[WordLink]] = {}
        for link in links:
            self._by_word.setdefault(link.word, []).append(link)
            self._by_unit.setdefault(link.unit, []).append(link)

    def phrases_for(self, number: int, first: int, last: int) -> Iterator[Phrase]:
        """The Chinese phrases an English one may stand for: they differ by the units without a link at their borders."""
        content = [at for at in range(first, last + 1) if self._words[at].content]
        if len(content) == 1 and first not in self._by_word:
            return
        links = sorted(link for at in content for link in self._by_word.get(at, ()))
        if not links:
            return
        core = max(self._clusters(links), key=lambda cluster: sum(link.strength for link in cluster))
        low, high = core[0].unit, core[-1].unit
        inside = sum(link.strength for link in core)
        outside = sum(link.strength for link in links) - inside
        outside += sum(link.strength for unit in range(low, high + 1) for link in self._by_unit.get(unit, ()) if not first <= link.word <= last)
        if inside < _LOYAL * (inside + outside):
            return
        linked = sum(any(low <= link.unit <= high for link in self._by_word.get(at, ())) for at in content) / len(content)
        english = self._english(first, last, content)
        for begin in self._spread(low, -1):
            for end in self._spread(high, 1):
                start, stop = self._units[begin].start, self._units[end].end
                source = self._pair.source[start:stop]
                if self._may_be_term(source, self._units[begin], self._units[end]) and _brackets(source) == _brackets(english.text):
                    size = sum(unit.end - unit.start for at, unit in enumerate(self._units[begin : end + 1], begin) if at in self._by_unit)
                    yield Phrase(
                        source,
                        english.text,
                        size / len(source),
                        linked,
                        inside / (inside + outside),
                        is_border(self._folded, start - 1) + is_border(self._folded, stop),
                        english.borders,
                        english.capitals,
                        len(content),
                        end - begin + 1,
                        low - begin + end - high,
                        start > 0 and _QUOTED.get(self._pair.source[start - 1]) == self._pair.source[stop : stop + 1],
                        self._astray(begin, end),
                        self._headline,
                        english.acronym,
                        number,
                    )

    def _clusters(self, links: Sequence[WordLink]) -> list[list[WordLink]]:
        """The links in runs of units that lie together."""
        clusters = [[links[0]]]
        for before, link in pairwise(links):
            if self._units[link.unit].start - self._units[before.unit].end <= _GAP:
                clusters[-1].append(link)
            else:
                clusters.append([link])
        return clusters

    def _spread(self, unit: int, step: int) -> list[int]:
        """The unit, and those beside it in one direction that have no link."""
        found = [unit]
        while len(found) <= _MOST_LOOSE:
            after = found[-1] + step
            if not 0 <= after < len(self._units) or after in self._by_unit:
                break
            one, other = sorted((found[-1], after))
            if self._units[one].end != self._units[other].start:
                break
            found.append(after)
        return found

    def _may_be_term(self, source: str, opening: Unit, closing: Unit) -> bool:
        return (
            _LEAST_SIZE <= len(source) <= _MOST_SIZE
            and opening.key not in _OPENS_NO_TERM
            and closing.key not in _ENDS_NO_TERM
            and not _SPLITS.search(source)
            and _closes_brackets(source)
        )

    def _astray(self, begin: int, end: int) -> int:
        """How many edges of the units from `begin` to `end` no term has."""
        start = self._units[begin].start
        measure = start > 0 and self._folded[start - 1] in _NUMERALS
        return (measure or opens_no_term(self._units[begin].key)) + closes_no_term(self._units[end].key)

    def _english(self, first: int, last: int, content: Sequence[int]) -> _English:
        words, target = self._words, self._pair.target
        start, end = words[first].start, words[last].end
        before = first == 0 or not words[first - 1].edge or not _BESIDE.fullmatch(target, words[first - 1].end, start)
        after = last == len(words) - 1 or not words[last + 1].edge or not _BESIDE.fullmatch(target, end, words[last + 1].start)
        inner = [at for at in content if at > 0]
        capitals = sum(words[at].capital for at in inner) / len(inner) if inner else 0.0
        acronym = _ACRONYM.match(target, end)
        return _English(target[start:end], before + after, capitals, acronym.group(1) if acronym else "")


class _English(NamedTuple):
    """An English phrase: its text, how many of its borders are sure, the share of capitals, and the acronym after it."""

    text: str
    borders: int
    capitals: float
    acronym: str
