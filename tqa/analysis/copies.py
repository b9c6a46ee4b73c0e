"""Lines whose words stand in another line of the article: headline, teaser and paragraphs set twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice

from tqa.records import NamedTuple
from tqa.text.han import han_count
from tqa.text.regex import regex

_SPACES = regex(r"\s+")
_MORE = regex(r"\s*[\[(【（]?(?:details?|full text|read more|more|详细|全文|详情|查看全文|阅读全文)\s*[>»]*[\])】）]?$|\s*(?:\.{2,}|…+)\s*$")
_MORE_ENDS = ("..", "…", "]", ")", "】", "）", "more", "text", "details", "详细", "全文", "详情", ">", "»")
_MORE_WORDS = ("detail", "full text", "more", "详细", "全文", "详情", "..", "…")
_END = " .。!！?？;；:：,，、…-—–|"
_QUOTE = "\"“”「『'‘"
_DIGITS = regex("[0-9]+")
_KEY = 32
_SHORTEST = 40
_LEAST = _SHORTEST // 3
"""Characters below which no line is looked for in others."""
_MANY = 400
"""Lines from which on each is not looked for in all others."""
_ALIKE = 200
"""Lines that begin or end as one does and are compared with it letter by letter; where there are more, they are a list."""
_SHORTEST_HEADLINE = 12
_NEAR = 60
_NEAREST = 92
_LONGEST = 4000
_PART = 300


class Copy(NamedTuple):
    """Segment `number` repeats segment `kept`; `exact`: word for word; `earlier`: the kept one stands before it."""

    number: int
    kept: int
    family: str
    exact: bool
    earlier: bool


class _Line(NamedTuple):
    """A line without blanks and marks at its ends; `place`: its number among the lines, `number`: its segment's."""

    place: int
    number: int
    text: str
    cut: bool
    quoted: bool
    width: int


def find_copies(lines: Mapping[int, str]) -> list[Copy]:
    """Copies among the article's lines (segment index → text in lower case), in order; the first line is the headline.

    Cost: near-linear. Lines meet by their first or last characters; of many lines only those that hold a rare piece of one are searched
    for it, and only some hundred of those that begin or end alike are compared letter by letter.
    """
    plain = [text.strip().rstrip(_END) for text in lines.values()]
    spaced = _is_spaced("\n".join(plain))
    if not spaced and not _may_repeat(plain):
        return []
    read = [_read(place, index, text) for place, (index, text) in enumerate(lines.items())]
    texts = [line.text for line in read]
    if spaced and not _may_repeat(texts):
        return []
    headline = read[0]
    pieces = _Pieces(texts) if len(texts) > _MANY else None
    held = set(_held(texts) if pieces is None else pieces.held())
    kept = _Kept(headline, pieces)
    found: dict[int, Copy] = {}
    same_heads, same_tails = _repeated(text[:_KEY] for text in texts), _repeated(text[-_KEY:] for text in texts)
    for line in read[1:]:
        within = line.place in held
        if within or line.text[:_KEY] in same_heads or line.text[-_KEY:] in same_tails or line.text.startswith(headline.text):
            copy = _copy_of_earlier(line, kept, within=within)
            if copy is not None:
                found[line.number] = copy
                continue
        kept.add(line)
    for line in kept.lines[1:]:
        if line.place in held and _is_long(line):
            later = next((other for other in kept.after(line) if len(other.text) > len(line.text) and _stands_in(line, other)), None)
            if later is not None:
                found[line.number] = Copy(line.number, later.number, "duplicate-teaser", exact=True, earlier=False)
    return [found[index] for index in sorted(found)]


class _Kept:
    """The lines that are no copies of earlier ones, in order, the headline first; `pieces`: where there are many lines."""

    def __init__(self, headline: _Line, pieces: _Pieces | None):
        self.lines: list[_Line] = []
        self._pieces = pieces
        self._by_place: dict[int, _Line] = {}
        self._heads: dict[str, list[_Line]] = {}
        self._tails: dict[str, list[_Line]] = {}
        self._figures: dict[int, list[str]] = {}
        self.add(headline)

    def add(self, line: _Line) -> None:
        """Keeps a line that stands behind all others."""
        self.lines.append(line)
        self._by_place[line.place] = line
        self._heads.setdefault(line.text[:_KEY], []).append(line)
        self._tails.setdefault(line.text[-_KEY:], []).append(line)

    def beside(self, line: _Line) -> Iterator[_Line]:
        """Those that begin, then those that end as the line does."""
        return chain(self._heads.get(line.text[:_KEY], ()), self._tails.get(line.text[-_KEY:], ()))

    def figures(self, line: _Line) -> list[str]:
        """The figures of a line."""
        if line.place not in self._figures:
            self._figures[line.place] = _DIGITS.findall(line.text)
        return self._figures[line.place]

    def with_piece(self, text: str) -> Iterable[_Line]:
        """Those that may hold the text, in order."""
        if self._pieces is None:
            return self.lines
        return [self._by_place[place] for place in self._pieces.places(text) if place in self._by_place]

    def after(self, line: _Line) -> Iterator[_Line]:
        """Those behind the line that may hold it."""
        return (other for other in self.with_piece(line.text) if other.place > line.place)

    def holder(self, line: _Line, *, anywhere: bool) -> _Line | None:
        """The first that the line stands in: of those that begin as it does, of those that end so, and where asked of all."""
        if not anywhere and _is_middling(line.text):
            return None
        if self._pieces is None:
            candidates: Iterable[_Line] = chain(self.beside(line), self.lines if anywhere else ())
        else:
            head, tail = line.text[:_KEY], line.text[-_KEY:]
            ranked = [(0 if one.text[:_KEY] == head else 1 if one.text[-_KEY:] == tail else 2, one) for one in self.with_piece(line.text)]
            candidates = [one for rank, one in sorted(ranked) if rank < 2 or anywhere]
        return next((other for other in candidates if len(line.text) <= len(other.text) and _stands_in(line, other)), None)


class _Pieces:
    """Where pieces of the lines stand, so that a text is looked for only where its rarest piece is.   Cost: linear in the text."""

    def __init__(self, texts: Sequence[str]):
        self._texts = texts
        self._places: dict[str, list[int]] = {}
        cut = {piece for text in texts if _is_sought(text) for piece in _cut(text)}
        wanted = [(size, {piece for piece in cut if len(piece) == size}) for size in (_LEAST, _KEY)]
        for place, text in enumerate(texts):
            for size, pieces in wanted:
                for piece in pieces.intersection([text[start : start + size] for start in range(len(text) - size + 1)]):
                    self._places.setdefault(piece, []).append(place)

    def places(self, text: str) -> Sequence[int]:
        """Places of the lines that may hold the text, in order."""
        return min((self._places[piece] for piece in _cut(text) if piece in self._places), key=len, default=range(len(self._texts)))

    def held(self) -> Iterator[int]:
        """Places of the lines of middle length that stand in a longer one or are an earlier one."""
        for place, text in enumerate(self._texts):
            if _is_middling(text) and any(text in self._texts[other] for other in self.places(text) if self._is_before(other, place)):
                yield place

    def _is_before(self, other: int, place: int) -> bool:
        size, length = len(self._texts[other]), len(self._texts[place])
        return size > length or (size == length and other < place)


def _cut(text: str) -> list[str]:
    """Pieces of one size that make up the text, the last one its end."""
    size = _KEY if len(text) >= _KEY else _LEAST
    return [*(text[start : start + size] for start in range(0, len(text) - size, size)), text[-size:]]


def _is_spaced(text: str) -> bool:
    """Whether other blanks than single spaces stand in the text."""
    return "  " in text or "\u3000" in text or "\u00a0" in text or "\t" in text


def _may_repeat(plain: Sequence[str]) -> bool:
    """Whether two lines begin or end alike or one stands in another: the cheap question that most articles end at."""
    if len(plain) < 2:
        return False
    if len({text[:_KEY] for text in plain}) < len(plain) or len({text[-_KEY:] for text in plain}) < len(plain):
        return True
    headline = plain[0]
    if len(headline) < _KEY and any(text.startswith(headline) for text in plain[1:]):
        return True
    return next(_held(plain) if len(plain) <= _MANY else _Pieces(plain).held(), None) is not None


def _held(texts: Sequence[str]) -> Iterator[int]:
    """Places of the texts of middle length that stand in a longer one or are an earlier one."""
    # Only a longer one can hold it.
    sizes = list(map(len, texts))
    falling = sorted(range(len(texts)), key=sizes.__getitem__, reverse=True)
    joined = "\n".join([texts[place] for place in falling])
    end = 0
    for place in falling:
        text = texts[place]
        # The beginning first: Python finds few letters faster than many.
        if _is_middling(text) and joined.find(text[:_KEY], 0, end) >= 0 and joined.find(text, 0, end) >= 0:
            yield place
        end += len(text) + 1


def _is_middling(text: str) -> bool:
    """Whether the line is looked for in others."""
    return _is_sought(text) and len(text) <= _PART


def _is_sought(text: str) -> bool:
    """Whether the line is long enough to be looked for in others."""
    return len(text) >= _LEAST and (len(text) >= _SHORTEST or not text.isascii())


def _repeated(keys: Iterable[str]) -> set[str]:
    """What occurs more than once."""
    seen: set[str] = set()
    again: set[str] = set()
    for key in keys:
        (again if key in seen else seen).add(key)
    return again


def _read(place: int, index: int, text: str) -> _Line:
    plain = text.strip()
    if _is_spaced(plain):
        plain = _SPACES.sub(" ", plain)
    bare = _MORE.sub("", plain) if plain.endswith(_MORE_ENDS) and any(word in plain for word in _MORE_WORDS) else plain
    cut = bare is not plain
    bare = bare.rstrip(_END)
    # A Han character says as much as three letters.
    width = len(bare) if len(bare) >= _NEAR or bare.isascii() else len(bare) + 2 * han_count(bare)
    return _Line(place, index, bare, cut, plain[:1] in _QUOTE and bare[-1:] in _QUOTE, width)


def _is_long(line: _Line) -> bool:
    """Whether words in this number are not repeated by chance."""
    return line.width >= _SHORTEST and (line.text.count(" ") >= 5 or not line.text.isascii()) and not line.quoted


def _copy_of_earlier(line: _Line, kept: _Kept, *, within: bool) -> Copy | None:
    headline = kept.lines[0]
    if line.text == headline.text:
        if line.width >= _SHORTEST_HEADLINE and not line.quoted:
            return Copy(line.number, headline.number, "duplicate-headline", exact=True, earlier=True)
        return None
    if not _is_long(line):
        return None
    holder = kept.holder(line, anywhere=within)
    if holder is not None:
        same = line.text == holder.text
        family = "duplicate-headline" if holder is headline else "duplicate-paragraph" if same else "duplicate-teaser"
        return Copy(line.number, holder.number, family, exact=True, earlier=True)
    if line.text.startswith(headline.text) and headline.width >= _SHORTEST_HEADLINE:
        rest = line.text[len(headline.text) :].strip(_END)
        for other in kept.with_piece(rest) if len(rest) >= _SHORTEST else ():
            if other is not headline and rest in other.text:
                return Copy(line.number, other.number, "duplicate-teaser", exact=True, earlier=True)
    near = _first_near(line, kept) if line.width >= _NEAR else None
    if near is None:
        return None
    whole = len(line.text) * 10 >= len(near.text) * 9
    family = "duplicate-headline" if near is headline else "duplicate-paragraph" if whole else "duplicate-teaser"
    return Copy(line.number, near.number, family, exact=False, earlier=True)


def _stands_in(line: _Line, other: _Line) -> bool:
    """Whether the words of `line` stand in `other`, from word to word; a cut teaser may end inside one."""
    start = other.text.find(line.text)
    while start >= 0:
        end = start + len(line.text)
        before = start == 0 or not (other.text[start - 1].isalnum() and other.text[start - 1].isascii())
        after = end == len(other.text) or line.cut or not (other.text[end].isalnum() and other.text[end].isascii())
        if before and after:
            return True
        start = other.text.find(line.text, start + 1)
    return False


def _first_near(line: _Line, kept: _Kept) -> _Line | None:
    """The first kept line that this one is, or the beginning or end of, but for a few letters; figures must agree."""
    size, figures = len(line.text), kept.figures(line)
    if size > _LONGEST:
        return None
    for other in islice(kept.beside(line), _ALIKE):
        if size > len(other.text) + 8:
            continue
        begins = other.text[:_KEY] == line.text[:_KEY]
        # The last of them may be cut.
        if begins and figures and kept.figures(other)[: len(figures) - 1] != figures[:-1]:
            continue
        part = other.text[: size + 4] if begins else other.text[-size - 4 :]
        if (not figures or figures == _DIGITS.findall(part)[: len(figures)]) and _similarity()(line.text, part, score_cutoff=_NEAREST):
            return other
    return None


@cache
def _similarity() -> Callable[..., float]:
    """The share of letters two texts have in common, of 100; imported where it is needed."""
    from rapidfuzz import fuzz

    return fuzz.ratio
