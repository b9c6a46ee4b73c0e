"""The double quotation marks of an article, paired."""

from __future__ import annotations

from tqa.analysis.article import Text
from tqa.cached import cached_property
from tqa.records import NamedTuple
from tqa.text.punctuation import QUOTES, opens_quote


class Mark(NamedTuple):
    """A quotation mark at an article offset, in `segments[number]`."""

    offset: int
    character: str
    number: int
    opens: bool


class Quotation(NamedTuple):
    """Two marks that belong together."""

    opening: Mark
    closing: Mark


class Quotes:
    """Quotations and single marks of an article.

    A mark pairs within its segment. What is left may pair across segments: a speech over several paragraphs opens each of them and
    closes the last, and a line may hold one sentence of a speech.
    """

    offsets: list[int]
    """Article offsets of all marks."""
    pairs: list[tuple[int, int]]
    """Article offsets of the quotations, in the order in which they close within their segments."""
    single: tuple[Mark, ...] = ()
    """Marks without partner anywhere."""
    unpaired_in_segment: tuple[Mark, ...] = ()
    """Marks without partner in their own segment."""
    reversed: tuple[Mark, ...] = ()
    """Curly marks that pair only the wrong way round: “This works.“"""

    def __init__(self, article: Text):
        self._article = article
        self.offsets = _offsets(article.text)
        # Most articles are regular as a whole, and then their segments need not be told apart.
        if _is_regular(article.text, self.offsets, one_line=True):
            self.pairs = _in_twos(self.offsets)
        else:
            self._settle()

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The pairs as marks, in the same order."""
        return tuple(Quotation(self._mark(opening, opens=True), self._mark(closing, opens=False)) for opening, closing in self.pairs)

    def _settle(self) -> None:
        text = self._article.text
        pairs: list[tuple[int, int]] = []
        waiting: list[Mark] = []
        for number, part in self._by_segment():
            if _is_regular(text, part):
                pairs += _in_twos(part)
            else:
                waiting += _pair(text, number, part, pairs)
        across, single = _pair_across(waiting, self._article)
        self.pairs = pairs = pairs + across
        self.single = tuple(single)
        self.unpaired_in_segment = tuple(waiting)
        wrong = [self._mark(opening, opens=True) for opening, _ in pairs if text[opening] == "”"]
        wrong += [self._mark(closing, opens=False) for _, closing in pairs if text[closing] == "“"]
        self.reversed = tuple(sorted(wrong))

    def _mark(self, offset: int, *, opens: bool) -> Mark:
        return Mark(offset, self._article.text[offset], self._article.number_at(offset), opens)

    def _by_segment(self) -> list[tuple[int, list[int]]]:
        groups: list[tuple[int, list[int]]] = []
        starts = self._article.starts
        number = 0
        for offset in self.offsets:
            while number + 1 < len(starts) and starts[number + 1] <= offset:
                number += 1
            if not groups or groups[-1][0] != number:
                groups.append((number, []))
            groups[-1][1].append(offset)
        return groups


def _is_regular(text: str, offsets: list[int], *, one_line: bool = False) -> bool:
    """Whether the marks come in plain pairs, each opening after a blank or bracket and none closing after a blank.

    `one_line`: nor may a pair reach over a line end.
    """
    if len(offsets) % 2:
        return False
    for opening, closing in zip(offsets[::2], offsets[1::2], strict=True):
        if text[opening] + text[closing] not in _PAIRS or (opening and text[opening - 1] not in _BEFORE) or text[closing - 1] in _BEFORE:
            return False
        if one_line and "\n" in text[opening:closing]:
            return False
    return True


_PAIRS = ("“”", '""')
_BEFORE = " \n("


def _in_twos(offsets: list[int]) -> list[tuple[int, int]]:
    return list(zip(offsets[::2], offsets[1::2], strict=True))


def _offsets(text: str) -> list[int]:
    found: list[int] = []
    for character in QUOTES:
        offset = text.find(character)
        while offset >= 0:
            found.append(offset)
            offset = text.find(character, offset + 1)
    found.sort()
    return found


def _pair(text: str, number: int, offsets: list[int], pairs: list[tuple[int, int]]) -> list[Mark]:
    """Marks of one segment that find no partner in it; the others are added to `pairs`."""
    opened: list[Mark] = []
    left: list[Mark] = []
    for offset in offsets:
        character = text[offset]
        opens = opens_quote(text, offset)
        if character in "“„”":
            opens = _opens_by_shape(text, offset, opened)
        elif _is_inch(text, offset) and not opened:
            continue
        elif opens is None:
            opens = not opened
        if opens:
            opened.append(Mark(offset, character, number, True))
        elif opened:
            pairs.append((opened.pop().offset, offset))
        else:
            left.append(Mark(offset, character, number, False))
    return sorted(left + opened)


def _opens_by_shape(text: str, offset: int, opened: list[Mark]) -> bool:
    """Whether a curly mark opens: as its shape says, unless only the other way makes a pair of it."""
    if text[offset] == "”":
        return opens_quote(text, offset) is True and not opened
    return not opened or not (opens_quote(text, offset) is False or not text[offset + 1 : offset + 2].strip())


def _is_inch(text: str, offset: int) -> bool:
    return text[offset] == '"' and offset > 0 and text[offset - 1].isdigit()


def _pair_across(waiting: list[Mark], article: Text) -> tuple[list[tuple[int, int]], list[Mark]]:
    pairs: list[tuple[int, int]] = []
    single: list[Mark] = []
    opened: list[Mark] = []
    for mark in waiting:
        if mark.opens:
            single += opened
            opened = [] if _goes_on(mark, article) else [mark]
        elif opened and opened[-1].number < mark.number:
            pairs.append((opened.pop().offset, mark.offset))
        else:
            single.append(mark)
    return pairs, sorted(single + opened)


def _goes_on(mark: Mark, article: Text) -> bool:
    """Whether the next paragraph opens again, as a speech over several paragraphs does; the last one closes it."""
    following = mark.number + 1
    if following >= len(article.segments):
        return False
    first = article.segments[following].text.lstrip()[:1]
    return first == mark.character and first in QUOTES
