"""Which lines of an article are worth reading as site furniture or as the talk of a model: a cheap look at all of them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from tqa.records import NamedTuple
from tqa.text.automaton import Automaton
from tqa.text.bags import chinese_leads, has_open_core
from tqa.text.chatter import DECLINES, FOOT, HEAD, OFFERS, TALK, greets, may_refuse
from tqa.text.credits import label_names, labels
from tqa.text.english import lower
from tqa.text.furniture_words import DATES, phrases_of
from tqa.text.phrases import ends_unlisted, may_hold_name, may_hold_phrase, unknown_han
from tqa.text.regex import regex
from tqa.text.sites import is_site

LONGEST = 600
"""Longer lines are never furniture as a whole."""
SHORT = 160
TAIL = 120
_LONG = 260
HAN_STOPS = frozenset("。！？")
CLOSERS = {")": "(", "]": "[", "】": "【", "）": "（", "］": "［", "〕": "〔"}
_STOPS = frozenset('.!?。！？”"')
# What a sentence that is furniture holds, and what a last sentence or bracket that is furniture holds.
_STATES = (
    *("print", "reproduc", "repost", "republish", "copyright", "©", "rights reserved", "disclaim", "statement:", "statement]", "not represent"),
    *("only represent", "represents only", "not reflect", "necessarily", "reference only", "constitute", "risky", "cautious", "infring"),
    *("those of the", "scan ", "qr", "dimension", " code", "client", "wechat", "weibo", "official account", "public account", "follow us"),
    *("follow our", "follow the", "attention to", "subscribe", "download", "share ", "licen", "icp", "contact us", "personal opinion"),
    *("personal view", "view of", "views of", "opinion of", "转载", "版权", "声明", "代表", "投资", "侵权", "扫", "二维码", "客户端", "公众号"),
    *("关注", "下载", "分享", "备案", "许可证"),
)
_ENDS = (
    *("editor", "source", "photo", "edited", "reporter", "title", "print", "copyright", "share ", " top", "责编", "编辑", "来源", "摄", "记者"),
    *("校对", "顶部"),
)
_APP = " app"
# No applause, and nothing that appears.
_APPS = regex(" app(?:s|lets?|lications?)?(?![a-z])")


class Look(NamedTuple):
    """Numbers of lines: where a model may talk, and what can be furniture or end in it."""

    talk: set[int]
    furniture: set[int]


def look_over(lines: Sequence[str], folded: str, starts: Sequence[int]) -> Look:
    """Which lines are worth reading; `folded`: the lines in lower case, each beginning at its start.

    One scan for the words of all families, and a look at how each line ends, where most lines of an article end: sentences need a word that
    furniture has.
    """
    chinese = not folded.isascii() and any(line[-1:] > "\u2fff" for line in lines)
    scan = _scan(chinese=chinese)
    places: _Places = {}
    for literal, start, _ in scan.words.find(folded, overlapping=True):
        kind = scan.kinds[literal]
        if kind != "app" or _APPS.match(folded, start):
            number = bisect_right(starts, start) - 1
            places.setdefault(kind, []).append((number, start - starts[number]))
    found, prose = _by_their_ends(lines, places, chinese=chinese)
    for number, place in (*places.get("state", ()), *places.get("app", ())):
        size = len(lines[number])
        if size <= LONGEST and (size <= _LONG or place < SHORT):
            found.add(number)
    for number, place in places.get("end", ()):
        if place >= len(lines[number]) - TAIL:
            found.add(number)
    return Look(_talk(lines, places), found - prose)


_Places = dict[str, list[tuple[int, int]]]
"""Where words of a kind stand: numbers of lines, and places in the line."""


def _numbers(places: _Places, kind: str) -> set[int]:
    return {number for number, _ in places[kind]} if kind in places else set()


def _talk(lines: Sequence[str], places: _Places) -> set[int]:
    """Numbers of the lines in which a model may talk."""
    filled = (number for number, line in enumerate(lines) if line and not line.isspace())
    talk = {number for number in islice(filled, 3) if greets(lines[number])} | _numbers(places, "talk")
    offering = _numbers(places, "offer") - talk
    if offering:
        order = [number for number, line in enumerate(lines) if line and not line.isspace()]
        talk |= offering.intersection((*order[:HEAD], *order[-FOOT:]))
    return talk | {number for number in (offering | _numbers(places, "decline")) - talk if may_refuse(lines[number])}


def _by_their_ends(lines: Sequence[str], places: _Places, *, chinese: bool) -> tuple[set[int], set[int]]:
    """Numbers of the lines that end as furniture may, and of the Chinese lines that cannot be furniture."""
    led = _numbers(places, "lead")
    once: set[int] = set()
    for number, _ in places.get("one of two", ()):
        (led if number in once else once).add(number)
    found, prose = set(), set()
    for number, line in enumerate(lines):
        if not line:
            continue
        last = line[-1] if line[-1] != " " else line.rstrip()[-1:]
        if last in CLOSERS:
            found.add(number)
        elif len(line) <= SHORT:
            if chinese and last > "\x7f" and _is_chinese_prose(line, last, led=number in led):
                prose.add(number)
            # A sentence of few words can be furniture all the same.
            elif last not in _STOPS or line.count(" ") < 5:
                found.add(number)
    return found, prose


def _is_chinese_prose(line: str, last: str, *, led: bool) -> bool:
    """Whether a line that ends in `last` is Chinese that cannot be furniture; `led`: it has Chinese words that an open bag must have."""
    if not _is_prose(line):
        return False
    latin = _LATIN.search(line) is not None
    if last in HAN_STOPS:
        return not (led or latin) or not (has_open_core(line, led=led) or "title" in lower(line))
    # Without a stop it may be a label and a name.
    return not (led or latin or may_hold_phrase(line, (), label_names()))


def is_last_prose(sentence: str) -> bool:
    """Whether a last sentence is Chinese that cannot be furniture."""
    last = sentence[-1:]
    return last in HAN_STOPS and _is_chinese_prose(sentence, last, led=True)


class _Scan(NamedTuple):
    """What finds the words of all kinds, and the kind of each."""

    words: Automaton
    kinds: list[str]


@cache
def _scan(*, chinese: bool) -> _Scan:
    kinds: list[tuple[str, Iterable[str]]] = [
        ("talk", TALK),
        ("offer", OFFERS),
        ("decline", DECLINES),
        ("state", _STATES),
        ("end", _ENDS),
        ("app", (_APP,)),
    ]
    if chinese:
        leads = chinese_leads()
        kinds += [
            ("lead", [word for word, times in leads.items() if times == 1]),
            ("one of two", [word for word, times in leads.items() if times > 1]),
        ]
    words = Automaton([word for _, some in kinds for word in some], fast=True)
    return _Scan(words, [kind for kind, some in kinds for _ in some])


_SIGN = regex(r"[:：/|｜>»›→＞\]】&\\–-]")
_DATE_SIGN = regex(r"[0-9](?:\s?[-/.:：年月时]\s?[0-9]|[,snrtSNRT\s])")
_LATIN = regex("[A-Za-z]")
_QUOTES = frozenset('“”"《》「」【】')
_DRESSING = " *#>_~•·●◆▲△■□★☆–—=|｜-"
_ENDING = " \u3000。！？”）)》」』%％…"
_BOUNDS = "。！？” \u3000\t"
_SITE_LONGEST = 14
_DATED_LONGEST = 100


def _is_prose(line: str) -> bool:
    """Whether a line is Chinese that cannot be furniture, but for Latin words, labels without a colon, or the words of an open bag.

    It tells no family by a sign, and has words that no list knows.
    """
    sign = _SIGN.search(line)
    while sign is not None:
        if _tells(line, sign.start()):
            return False
        sign = _SIGN.search(line, sign.end())
    # What stands behind the last sentence or blank could be furniture of its own, if it has letters; all that ends the line holds it.
    last = line.rstrip(_ENDING)
    if not ends_unlisted(last, _BOUNDS) or (len(line) < _SITE_LONGEST and is_site(line.strip(_DRESSING))):
        return False
    if _DATE_SIGN.search(line) is None:
        return True
    # A date among names is furniture, unless a word stands beside them that is neither.
    last = last[max(map(last.rfind, _BOUNDS)) + 1 :]
    if len(last) > _DATED_LONGEST or not may_hold_name(last):
        return True
    return _QUOTES.isdisjoint(last) and any(last[start:end].strip(DATES) for start, end in unknown_han(last))


def _tells(line: str, start: int) -> bool:
    """Whether a sign may end a label or stand between the steps of a way through sections."""
    sign = line[start]
    if sign in ":：":
        before = line[start - 1 : start]
        return before in _label_ends() or not (before.isdigit() or "\u4e00" <= before <= "\u9fff")
    if sign in "\\–-":
        return line[start + 1 : start + 2].isspace()
    return sign != "&" or line.startswith("gt;", start + 1)


@cache
def _label_ends() -> frozenset[str]:
    """Last characters of the Chinese labels."""
    names = [name for label in labels() for name in (label.name, *label.companions)]
    return frozenset(phrase[-1] for phrase in phrases_of(*names, "disclaimer-label", "weak-disclaimer-label", "place-here"))
