"""Strings of a Chinese text that may be terms: quoted titles, names of bodies and events by their last characters, strings said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqa.text.han import HAN, HAN_RUN
from tqa.text.regex import regex
from tqa.text.term_edges import closes_no_term, opens_no_term

GRAM = 3
"""Fewest characters of a string that is taken for a term only because it is said twice."""
_MOST = 24
_LEAST_BESIDE = 6
"""Characters that a string must have for two at its edge to be taken off."""
_TITLE = regex('[“《「『‘"]([^“”《》「」『』‘’"\n]{2,40})[”》」』’"]')
_NO_TITLE = regex("[，。；！？：,;!?:]")
_OF_BODIES = """
有限公司 股份公司 公司 集团 委员会 理事会 办公室 办公厅 联合会 基金会 研究院 研究所 检察院 法院 学院 大学
医院 银行 协会 学会 商会 工会 总局 管理局 公安局 中心 联盟 组织 交易所 博物馆 美术馆 博览会 展览会 交易会
洽谈会 运动会 代表大会 大会 峰会 论坛 计划 工程 行动 战略 倡议 协定 协议 条约 隧道 大桥 机场 铁路 高铁
自治区 自治州 自治县 开发区 试验区 示范区 经济带 产业园 电站 电厂
"""
_KINDS = {
    last: sorted((kind for kind in _OF_BODIES.split() if kind[-1] == last), key=len, reverse=True) for last in {k[-1] for k in _OF_BODIES.split()}
}
"""Last character → the words with it that end names of bodies, events, works and plans, longest first."""
_LAST = regex("[" + "".join(sorted(_KINDS)) + "]")
_LONGEST_NAME = 14
_NEVER_FIRST = frozenset("的了着在与及或而也都并但是从被让给到于等之其此该这那某又还只才很们")
_NEVER_LAST = _NEVER_FIRST | frozenset("为以对向由把将使有无不未已再最更所各每第和过就个")
"""Characters with which no term begins or ends."""


def titles(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of what stands in quotation or title marks and is no sentence, without the marks and blanks beside them."""
    for match in _TITLE.finditer(text):
        start, end = match.span(1)
        if _NO_TITLE.search(text, start, end) is None and HAN.search(text, start, end) is not None:
            while text[start] == " ":
                start += 1
            while text[end - 1] == " ":
                end -= 1
            yield start, end


def bodies(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of strings that end as names of bodies, events and plans do; where such a name begins only its English can tell."""
    after = 0
    for match in _LAST.finditer(text):
        end = match.end()
        kind = next((kind for kind in _KINDS[match.group()] if text.endswith(kind, after, end)), None)
        if kind is None:
            continue
        start = end - len(kind)
        before = text[max(after, start - _LONGEST_NAME) : start]
        size = next((number for number, one in enumerate(reversed(before)) if one in _NEVER_LAST or not "\u3400" <= one <= "\u9fff"), len(before))
        if size:
            yield start - size, end
            after = end


def repeated(text: str, least: int = GRAM) -> dict[str, list[int]]:
    """Strings of `least` Han characters or more said twice or more, and where each begins; a part of a longer one only if it is said apart.

    Cost: linear in the text, and in what is repeated.
    """
    grams = [text[at : at + least] for at in range(len(text) - least + 1)]
    counts = Counter(grams)
    if len(counts) == len(grams):
        return {}
    again: dict[str, list[int]] = {gram: [] for gram, count in counts.items() if count > 1 and HAN_RUN.fullmatch(gram)}
    for at, gram in enumerate(grams):
        if gram in again:
            again[gram].append(at)
    found: dict[str, list[int]] = {}
    for starts in again.values():
        if not _follows_one_character(text, starts):
            for size in _sizes(text, starts, least):
                _add(text, *size, found)
    return found


def _follows_one_character(text: str, starts: list[int]) -> bool:
    """Whether one and the same Han character stands before all the starts."""
    before = text[starts[0] - 1] if starts[0] else ""
    return "\u3400" <= before <= "\u9fff" and all(text[start - 1] == before for start in starts)


def _sizes(text: str, starts: list[int], size: int) -> Iterator[tuple[list[int], int]]:
    """The strings that begin at several of the starts, with their places and lengths, the longest first."""
    groups: dict[str, list[int]] = {}
    for start in starts if size < _MOST else ():
        character = text[start + size : start + size + 1]
        if "\u3400" <= character <= "\u9fff":
            groups.setdefault(character, []).append(start)
    longer = [group for group in groups.values() if len(group) > 1]
    for group in longer:
        yield from _sizes(text, group, size + 1)
    if sum(map(len, longer)) < len(starts):
        yield starts, size


def _add(text: str, starts: list[int], size: int, found: dict[str, list[int]]) -> None:
    """Put down a string without the characters and verbs at its edges with which no term begins or ends."""
    start, end = starts[0], starts[0] + size
    while start < end and text[start] in _NEVER_FIRST:
        start += 1
    while start < end and text[end - 1] in _NEVER_LAST:
        end -= 1
    # What is as short as that may be one word: 希望工程, 发布会.
    while end - start >= _LEAST_BESIDE and opens_no_term(text[start : start + 2]):
        start += 2
    while end - start >= _LEAST_BESIDE and closes_no_term(text[end - 2 : end]):
        end -= 2
    if end - start >= GRAM:
        places = [one + start - starts[0] for one in starts]
        found[text[start:end]] = sorted({*found.get(text[start:end], ()), *places})
