"""Seats of government, which stand in news for the power that sits there: Moscow for Russia, the White House for the United States."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tqa.data import lexicon
from tqa.text.countries import country, times_in_source, times_said
from tqa.text.regex import regex

_UNION = "EU"
_UNION_SOURCE = regex("欧盟|欧洲联盟")
_UNION_ENGLISH = regex("(?<![A-Za-z])(?:European|E\\.U\\.|EU(?![A-Za-z]))")

_WHO = "方面|官方|政府|当局|高层|官员|高官|外交官"
_DEEDS = (
    "称|说|表示|表态|指责|指控|谴责|宣布|宣称|声[称明]|否认|承[认诺]|要求|呼吁|警告|批[评准]|抨击|敦促|希望|认[为定]|担[心忧]|拒绝|同意|决定|"
    "提[出议供]|建[议交]|反[对击]|支持|欢迎|抗议|回应|报复|强调|重申|坚持|施压|制裁|下令|签署|威胁|主导|斡旋|调停|派|召[回见]|驱逐|谋求|寻求|推动|"
    "考虑|准备|干[预涉]|插手|介入|停止|放弃|让步|妥协|谈判|会[谈见晤]|对话|[磋协]商|达成|援助|出兵|撤军|宣战|断交|结盟|合作|发[表出]|公布|指出|透露|证实|"
    "不满|[感致]谢|道歉|采取|[作做]出|置评|加征|取消|退出|看待|相信|交涉|沟通"
)
_HOW = (
    "已经?|正在?|将|曾|会|应当?|不|未|没有|拟|愿意?|仍|也|都|则|却|再次?|并|尚|从|多次|一直|继续|就此|随后|立即|可能|明确|公开|正式|强烈|严厉|坚决|"
    "积极|单方面|强硬|[试企]图|打算|计划|开始|[对向就与同为][^，。；、：！？]{1,12}?"
)
_ACTS = regex(f"的?(?:{_WHO}|{_DEEDS})|(?:{_HOW}){{0,4}}(?:{_DEEDS})")
"""Behind a seat: who acts there, or what the power does."""
_IS_MET = regex("(?:指责|批评|谴责|抨击|警告|敦促|要求|呼吁|威胁|支持|反对|感谢)$")
_MEETS = regex("(?:[与同和跟对向给由被遭促令让]|[遭受]到)$")
_BY_DEEDS = regex(f"[^，。；、：！？]{{0,8}}?(?:{_DEEDS})")
"""Before a seat, what others do to the power; or before and behind it."""
_EMBASSY = regex("大?使馆|大使|使团")
_SUFFIX = regex("(?:方面|政府|当局)$")
_MOST_LINKED = 4
"""Seats that act together: 开罗和多哈斡旋."""


def is_power_said(chinese: str, places: Sequence[tuple[int, int]], english: str) -> bool:
    """Whether places of a Chinese text that name one seat, or one country, are said in English by another name of that power.

    A seat must act, or be dealt with, as a power does: 莫斯科方面 is Russia, and 莫斯科 where snow falls is not. The English must name the
    power, in whatever way, as often as the Chinese does. `chinese`: in simplified characters.
    """
    names = {chinese[start:end] for start, end in places}
    seats = [_powers().get(_SUFFIX.sub("", name), ()) for name in names]
    if all(seats):
        codes, acts = set(seats[0]).intersection(*seats), all(_acts(chinese, start, end) for start, end in places)
    else:
        codes = set.intersection(*[_by_country().get(name, set()) for name in names])
        acts = any(_stands_for_power(code, english) for code in codes)
    return acts and any(_times_said(code, english) >= _times_in_source(code, chinese) for code in codes)


def names_seat(code: str, english: str, chinese: str) -> bool:
    """Whether a text in either language names a seat of the country's government."""
    source, _ = _seats().get(code, ((), ()))
    return bool(source) and (any(seat in chinese for seat in source) or _english(code).search(english) is not None)


@cache
def _by_country() -> dict[str, set[str]]:
    """Chinese name of a country with a seat → its codes."""
    found: dict[str, set[str]] = {}
    for code in _seats():
        for name in country(code).source if code != _UNION else ():
            found.setdefault(name, set()).add(code)
    return found


def _acts(chinese: str, start: int, end: int) -> bool:
    """Whether a seat at a place of a text acts, or is dealt with, as a power does."""
    before = chinese[max(0, start - 4) : start]
    if before.endswith("驻"):
        return _EMBASSY.match(chinese, end) is not None
    if _SUFFIX.search(chinese, start, end) or _IS_MET.search(before):
        return True
    for _ in range(_MOST_LINKED):
        if _ACTS.match(chinese, end):
            return True
        linked = _linked_seat().match(chinese, end)
        if linked is None:
            break
        end = linked.end()
    return _MEETS.search(before) is not None and _BY_DEEDS.match(chinese, end) is not None


def _stands_for_power(code: str, english: str) -> bool:
    """Whether a seat of the country stands in the text, neither as a place nor in the name of something else: Tokyo declined."""
    return any(
        not _AS_PLACE.search(english, 0, match.start()) and not _IN_NAME.match(english, match.end()) for match in _english(code).finditer(english)
    )


_AS_PLACE = regex("(?:^|[^A-Za-z])(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Aa]cross|[Oo]utside|[Ii]nside) (?:the )?$")
_IN_NAME = regex(" [A-Z]")


def _times_said(code: str, english: str) -> int:
    named = len(_UNION_ENGLISH.findall(english)) if code == _UNION else times_said(code, english)
    return named + len(_english(code).findall(english))


def _times_in_source(code: str, chinese: str) -> int:
    named = len(_UNION_SOURCE.findall(chinese)) if code == _UNION else times_in_source(code, chinese)
    return named + sum(map(chinese.count, _seats()[code][0]))


@cache
def _seats() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Code of a power → its seats in simplified Chinese and in English."""
    return {code: (tuple(source.split("|")), tuple(english.split("|"))) for code, source, english in lexicon("seats.tsv")[1:]}


@cache
def _powers() -> dict[str, tuple[str, ...]]:
    """Seat in Chinese → the codes of the powers that sit there."""
    found: dict[str, tuple[str, ...]] = {}
    for code, (source, _) in _seats().items():
        for seat in source:
            found[seat] = (*found.get(seat, ()), code)
    return found


@cache
def _linked_seat() -> re.Pattern[str]:
    return re.compile(f"[和与及、](?:{'|'.join(_powers())})")


@lru_cache(maxsize=100)
def _english(code: str) -> re.Pattern[str]:
    return re.compile(f"(?<![A-Za-z])(?:{'|'.join(map(re.escape, _seats()[code][1]))})(?![A-Za-z])")
