"""Lines whose words stand in another line of the article: headline, teaser and paragraphs set twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    number: int
    text: str
    cut: bool
    quoted: bool
    width: int


def find_copies(lines: Mapping[int, str]) -> list[Copy]:
    """Copies among the article's lines (segment index → text in lower case), in order; the first line is the headline.

    Linear: lines meet by their first or last characters; a short line is searched in the joined text.
    """
    plain = [text.strip().rstrip(_END) for text in lines.values()]
    spaced = _is_spaced("\n".join(plain))
    if not spaced and not _may_repeat(plain):
        return []
    read = [_read(index, text) for index, text in lines.items()]
    texts = [line.text for line in read]
    if spaced and not _may_repeat(texts):
        return []
    headline = read[0]
    found: dict[int, Copy] = {}
    kept: list[_Line] = [headline]
    heads = {headline.text[:_KEY]: [headline]}
    tails = {headline.text[-_KEY:]: [headline]}
    same_heads, same_tails = _repeated(text[:_KEY] for text in texts), _repeated(text[-_KEY:] for text in texts)
    twice = {read[place].number for place in _contained(texts)}
    for line in read[1:]:
        head, tail = line.text[:_KEY], line.text[-_KEY:]
        within = line.number in twice
        if within or head in same_heads or tail in same_tails or line.text.startswith(headline.text):
            copy = _copy_of_earlier(line, headline, kept, heads, tails, within=within)
            if copy is not None:
                found[line.number] = copy
                continue
        kept.append(line)
        heads.setdefault(head, []).append(line)
        tails.setdefault(tail, []).append(line)
    for number, line in enumerate(kept):
        if number and line.number in twice and _is_long(line):
            later = next((other for other in kept[number + 1 :] if len(other.text) > len(line.text) and _stands_in(line, other)), None)
            if later is not None:
                found[line.number] = Copy(line.number, later.number, "duplicate-teaser", exact=True, earlier=False)
    return [found[index] for index in sorted(found)]


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
    return next(_contained(plain), None) is not None


def _contained(plain: Sequence[str]) -> Iterator[int]:
    """Places of the lines of middle length that stand in another line."""
    # Only a longer one can hold it.
    sizes = list(map(len, plain))
    falling = sorted(range(len(plain)), key=sizes.__getitem__, reverse=True)
    texts = [plain[place] for place in falling]
    for number in _held_of_many(texts) if len(texts) > _MANY else _held(texts):
        yield falling[number]


def _held(texts: Sequence[str]) -> Iterator[int]:
    """Numbers of the texts of middle length that stand in an earlier one; the longest first."""
    joined = "\n".join(texts)
    end = 0
    for number, text in enumerate(texts):
        # The beginning first: Python finds few letters faster than many.
        if _is_middling(text) and joined.find(text[:_KEY], 0, end) >= 0 and joined.find(text, 0, end) >= 0:
            yield number
        end += len(text) + 1


def _held_of_many(texts: Sequence[str]) -> Iterator[int]:
    """The same; each is looked for only where its first letters stand. Cost: linear, where a search of all others is not."""
    heads = {text[:_LEAST] for text in texts if _is_middling(text)}, {text[:_KEY] for text in texts if _is_middling(text)}
    holders: dict[str, list[str]] = {}
    for number, text in enumerate(texts):
        if _is_middling(text) and any(text in holder for holder in holders.get(text[: _KEY if len(text) >= _KEY else _LEAST], ())):
            yield number
        for size, wanted in zip((_LEAST, _KEY), heads, strict=True):
            for head in wanted.intersection([text[start : start + size] for start in range(len(text) - size + 1)]):
                holders.setdefault(head, []).append(text)


def _is_middling(text: str) -> bool:
    """Whether the line is looked for in others."""
    return _LEAST <= len(text) <= _PART and (len(text) >= _SHORTEST or not text.isascii())


def _repeated(keys: Iterable[str]) -> set[str]:
    """What occurs more than once."""
    seen: set[str] = set()
    again: set[str] = set()
    for key in keys:
        (again if key in seen else seen).add(key)
    return again


def _read(index: int, text: str) -> _Line:
    plain = text.strip()
    if _is_spaced(plain):
        plain = _SPACES.sub(" ", plain)
    bare = _MORE.sub("", plain) if plain.endswith(_MORE_ENDS) and any(word in plain for word in _MORE_WORDS) else plain
    cut = bare is not plain
    bare = bare.rstrip(_END)
    # A Han character says as much as three letters.
    width = len(bare) if len(bare) >= _NEAR or bare.isascii() else len(bare) + 2 * han_count(bare)
    return _Line(index, bare, cut, plain[:1] in _QUOTE and bare[-1:] in _QUOTE, width)


def _is_long(line: _Line) -> bool:
    """Whether words in this number are not repeated by chance."""
    return line.width >= _SHORTEST and (line.text.count(" ") >= 5 or not line.text.isascii()) and not line.quoted


def _copy_of_earlier(
    line: _Line, headline: _Line, kept: Sequence[_Line], heads: dict[str, list[_Line]], tails: dict[str, list[_Line]], *, within: bool
) -> Copy | None:
    if line.text == headline.text:
        if line.width >= _SHORTEST_HEADLINE and not line.quoted:
            return Copy(line.number, headline.number, "duplicate-headline", exact=True, earlier=True)
        return None
    if not _is_long(line):
        return None
    near = heads.get(line.text[:_KEY], ())
    for other in near:
        if len(line.text) <= len(other.text) and _stands_in(line, other):
            return _exact(line, other, headline)
    for other in tails.get(line.text[-_KEY:], ()):
        if len(line.text) <= len(other.text) and _stands_in(line, other):
            return _exact(line, other, headline)
    if within:
        for other in kept:
            if len(line.text) < len(other.text) and _stands_in(line, other):
                return _exact(line, other, headline)
    if line.text.startswith(headline.text) and headline.width >= _SHORTEST_HEADLINE:
        rest = line.text[len(headline.text) :].strip(_END)
        for other in kept[1:]:
            if len(rest) >= _SHORTEST and rest in other.text:
                return Copy(line.number, other.number, "duplicate-teaser", exact=True, earlier=True)
    if line.width >= _NEAR:
        for other in (*near, *tails.get(line.text[-_KEY:], ())):
            if _is_near(line, other):
                family = (
                    "duplicate-headline"
                    if other is headline
                    else "duplicate-paragraph"
                    if len(line.text) * 10 >= len(other.text) * 9
                    else "duplicate-teaser"
                )
                return Copy(line.number, other.number, family, exact=False, earlier=True)
    return None


def _exact(line: _Line, other: _Line, headline: _Line) -> Copy:
    same = line.text == other.text
    family = "duplicate-headline" if other is headline else "duplicate-paragraph" if same else "duplicate-teaser"
    return Copy(line.number, other.number, family, exact=True, earlier=True)


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


def _is_near(line: _Line, other: _Line) -> bool:
    """Whether the line is the other, or its beginning or end, but for a few letters; figures must agree."""
    if len(line.text) > len(other.text) + 8 or len(line.text) > _LONGEST:
        return False
    size = len(line.text)
    part = other.text[: size + 4] if other.text[:_KEY] == line.text[:_KEY] else other.text[-size - 4 :]
    if _DIGITS.findall(line.text) != _DIGITS.findall(part)[: len(_DIGITS.findall(line.text))]:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(line.text, part, score_cutoff=_NEAREST) > 0
