"""Strings of a Chinese text that may be terms: quoted titles, names of bodies and events by their last characters, strings said twice."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.text.han import HAN, HAN_RUN
from tqa.text.regex import regex

GRAM = 4
"""Fewest characters of a string that is taken for a term only because it is said twice."""
_MOST = 24
_TITLE = regex(r"《[^《》\n]{2,40}》|“[^“”\n]{2,24}”|「[^「」\n]{2,24}」")
_NO_TITLE = regex("[，。；！？：,;!?:]")
_BODY = regex(
    r"[㐀-鿿]{2,14}?(?:有限公司|股份公司|公司|集团|委员会|理事会|办公室|办公厅|联合会|基金会|研究院|研究所|检察院|法院|学院|大学|医院|银行|协会|学会|商会|工会"
    r"|总局|管理局|公安局|中心|联盟|组织|交易所|博物馆|美术馆|博览会|展览会|交易会|洽谈会|运动会|代表大会|大会|峰会|论坛|计划|工程|行动|战略|倡议|协定|协议|条约"
    r"|隧道|大桥|机场|铁路|高铁|自治区|自治州|自治县|开发区|试验区|示范区|经济带|产业园|电站|电厂)"
)
_NEVER_LAST = frozenset("的了着过在和与及或而也都就并但是为以对向从由被把将让使给到于等之其此该这那各每某有无不未已又再还只才很最更所个第")
_NEVER_FIRST = _NEVER_LAST | frozenset("们年月日时后前中上下内外里间名次据")
"""Characters with which no term ends or begins."""


def titles(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of what stands in quotation or title marks and is no sentence, without the marks."""
    for match in _TITLE.finditer(text):
        start, end = match.start() + 1, match.end() - 1
        if _NO_TITLE.search(text, start, end) is None and HAN.search(text, start, end) is not None:
            yield start, end


def bodies(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of strings that end as names of bodies, events and plans do; where such a name begins only its English can tell."""
    for match in _BODY.finditer(text):
        start, end = match.span()
        last = max((place for place in range(start, end - 2) if text[place] in _NEVER_LAST), default=start - 1)
        if end - last > 3:
            yield last + 1, end


def repeated(text: str, least: int = GRAM) -> dict[str, list[int]]:
    """Strings of `least` Han characters or more said twice or more, as long as they go on alike, and where each begins.

    Cost: linear in the text, and in what is repeated.
    """
    places: dict[str, int] = {}
    again: dict[str, list[int]] = {}
    for match in HAN_RUN.finditer(text):
        run, offset = match.group(), match.start()
        for at in range(len(run) - least + 1):
            gram = run[at : at + least]
            first = places.setdefault(gram, offset + at)
            if first != offset + at:
                if gram in again:
                    again[gram].append(offset + at)
                else:
                    again[gram] = [first, offset + at]
    return _grown(text, again, least) if again else {}


def _grown(text: str, again: dict[str, list[int]], least: int) -> dict[str, list[int]]:
    """The grams grown to the right while all their mentions go on alike, those inside a longer one with as many mentions left out."""
    found: dict[str, list[int]] = {}
    covered: set[tuple[int, int]] = set()
    for starts in sorted(again.values(), key=lambda starts: starts[0]):
        if (starts[0], len(starts)) in covered:
            continue
        size = least
        while size < _MOST and text[starts[0] + size - least + 1 : starts[0] + size + 1] in again:
            further = again[text[starts[0] + size - least + 1 : starts[0] + size + 1]]
            if len(further) != len(starts) or any(a + size - least + 1 != b for a, b in zip(starts, further, strict=True)):
                break
            covered.add((further[0], len(further)))
            size += 1
        start, end = _trimmed(text, starts[0], starts[0] + size)
        if end - start >= least - 1:
            found[text[start:end]] = [one + start - starts[0] for one in starts]
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without characters at the edges with which no term begins or ends."""
    while start < end and text[start] in _NEVER_FIRST:
        start += 1
    while start < end and text[end - 1] in _NEVER_LAST:
        end -= 1
    return start, end
