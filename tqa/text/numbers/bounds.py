"""On which side of a number what is counted lies, and whether a number says a change or what it led to."""

from __future__ import annotations

import re
from typing import Literal

from tqa.records import NamedTuple
from tqa.text.regex import regex

Side = Literal["more", "less"]
Way = Literal["to", "by"]


class Bound(NamedTuple):
    """More or less than a number, and where that is said, the number included."""

    side: Side
    start: int
    end: int


_REACH = 10
_CHINESE_BEFORE = regex(
    "(?P<not>[不没未勿非莫][会得能可应曾有再]{0,2})?"
    "(?:(?P<more>超过|超出|(?<!赶)超|逾|高于|多于|大于|突破|涨破|升破|站上|[已早]过|(?:至少|起码|最少)(?:[有要需]|需要)?)"
    "|(?P<less>不足|不到|未达|未满|低于|少于|小于|接近|将近|逼近|跌破|(?:至多|最多)(?:[有可能]|可以)?容?纳?|最高[可至]?|(?<![最附远邻靠])近))"
    "(?:[于约了]|达到?|在)?$"
)
_LAST = frozenset("超过出逾于破少码足到达满近约多了在上有要需可能以纳高至")
"""What a bound before a number ends with."""
_CHINESE_AFTER = regex(
    "[个名人元件家亿万吨公里年天岁周月时小%只辆台所户倍次米克斤两项元卢布]{0,4}(?:(?P<more>以上|之上|多|余|有余|出头)|(?P<less>以下|以内|之内|之下))"
)
_AFTER = frozenset("个名人元件家亿万吨公里年天岁周月时小%只辆台所户倍次米克斤两项元卢布以之多余有出")
_CROSSINGS = ("跌破", "涨破", "升破", "站上")
_RATE = regex("兑|汇率|人民币|[对比][^，。；]{0,3}[元镑郎布拉盾]")
"""A rate of exchange, which English may quote the other way round: 人民币跌破7.3 is a dollar above 7.3."""
_RECENT = regex("[多几余]?(?:个?[年月日天周期届季]|小时|星期|世纪|分钟|场|次|轮|任)")
"""What is counted back from today: 近三年."""

_ENGLISH_BEFORE = regex(
    r"""(?x)
    (?P<not>(?<![a-z]) (?:no|not|never|cannot|without|n['’]t) (?:\ (?:to|be|been|have|has|drop|fall|rise|go))* \ )?
    (?<![a-z])
    (?:
        (?P<more> (?:more|higher|greater|longer|older|later)\ than | over | above | exceed(?:s|ed|ing)? | in\ excess\ of | upwards?\ of
            | at\ least | surpass(?:es|ed|ing)? | topp(?:ed|ing) | tops | a\ minimum\ of )
        | (?P<less> (?:less|fewer|lower|smaller|shorter|younger|earlier)\ than | under | below | nearly | almost | close\ to | approaching
            | at\ most | up\ to | within | just\ short\ of | a\ maximum\ of )
    )
    \ (?:(?:an?|the|some)\ )? (?:(?:us|hk|a|c|s|nt)?[$€£¥]|rmb\ ?|yuan\ )? $
    """
)
_ENGLISH_AFTER = regex(
    r"""(?x)
    (?:\ [a-z-]+){0,3}? \ (?:or|and) \ (?:(?P<more>more|above|over|older|higher|longer|up) | (?P<less>less|below|under|younger|lower|fewer|shorter))
    (?![a-z])
    """
)


_RULE = regex("不得|禁止|严禁|不准|不许|不可|不能|必须|[须应]|否则|未满|凡")
_CLAUSE = 20
_FAR = 90
_DENIAL = regex(
    r"(?<![a-z])(?:not|no|never|nor|none|cannot|n['’]t|without|unless|otherwise|prohibit\w*|ban(?:s|ned|ning)?|forbid\w*|forbade|bar(?:s|red)?"
    r"|must|only|restrict\w*|limit\w*|refus\w*|fail\w*)(?![a-z])[^.!?;]*$|n['’]t [^.!?;]*$"
)
"""What may turn a bound round from afar."""
_DENIED_BEHIND = regex(r"(?<![a-z])(?:not|no|never|cannot)(?![a-z])|n['’]t(?![a-z])")


def bound_in_chinese(text: str, start: int, end: int) -> Bound | None:
    """On which side of a Chinese number what is counted lies: 超过, 不足, 近, 以上; None if nothing says so, or both sides are said."""
    found = None
    if text[start - 1 : start] in _LAST and (match := _CHINESE_BEFORE.search(text, max(0, start - _REACH), start)):
        is_recent = text[match.start() : start] == "近" and is_counted_back(text, end)
        is_rate = text.endswith(_CROSSINGS, match.start(), start) and _RATE.search(text, max(0, match.start() - _REACH), match.start())
        found = None if is_recent or is_rate else Bound(_side(match), match.start(), end)
    if text[end : end + 1] in _AFTER and (match := _CHINESE_AFTER.match(text, end)):
        after = Bound(_side(match), start, match.end())
        return after if found is None or found.side == after.side else None
    if found is None and ("多" in text[start:end] or "余" in text[start:end]):
        return Bound("more", start, end)
    return found


def is_counted_back(text: str, end: int) -> bool:
    """Whether times stand behind a Chinese number, which are counted back from today: 近三年, 近五场."""
    return _RECENT.match(text, end) is not None


def states_rule(text: str, start: int, end: int) -> bool:
    """Whether the Chinese around a number states a rule, which English may tell from its other side."""
    return _RULE.search(text, max(0, start - _CLAUSE), end + _CLAUSE) is not None


def bound_in_english(lowered: str, start: int, end: int) -> Bound | None:
    """The same of an English number, in a text in small letters: more than, under, nearly, or more."""
    before = _ENGLISH_BEFORE.search(lowered, max(0, start - 32), start)
    if before is not None and before["not"] is None and _DENIAL.search(lowered, max(0, start - _FAR), start):
        # May not withdraw more than 20,000: which of both is denied?
        return None
    if before is not None and lowered.startswith("up to", before.start("less")) and _AHEAD.match(lowered, end):
        return None
    after = _ENGLISH_AFTER.match(lowered, end)
    if after is not None and _DENIED_BEHIND.search(lowered, after.end(), after.end() + _FAR):
        return None
    if before is None or after is not None:
        return None if after is None or before is not None else Bound(_side(after), start, after.end())
    return Bound(_side(before), before.start(), end)


_AHEAD = regex(r"(?: [a-z]+)? ?(?:minutes?|hours?|days?|weeks?|months?|years?) (?:before|ahead|prior|earlier|in advance)(?![a-z])")
"""Behind “up to 48”, what may have more before it: free of charge up to 48 hours before departure."""


def _side(match: re.Match[str]) -> Side:
    said = match.groupdict()
    return "more" if (said["more"] is not None) != (said.get("not") is not None) else "less"


_MOVES = "增长|增加|增|上升|上涨|提高|提升|上调|攀升|升|涨|扩大|下降|降低|降|减少|减|下跌|下滑|跌|回落|缩小|缩减|下调"
_ABOUT = "(?:约|近|逾|超过|超|不足|接近|将近|大约|至少){0,2}"
_EACH = "(?:每[年月日天人股桶斤吨升米度亩]|每[公千][斤克里]|每平方?米|每盎司|创纪录的)?"
_WAY_IN_CHINESE = regex(f"(?:{_MOVES})(?:了?(?P<to>到|至|为)|了?){_EACH}{_ABOUT}$")
_BEFORE_WAY = frozenset("了到至为约近逾过超足少长加升涨高大降低减下跌滑落小缩调增年月日天人股桶斤吨米度亩克里司的")
_WAY_IN_ENGLISH = regex(
    r"""(?x)
    (?<![a-z]) (?<!up\ ) (?<!close\ ) (?P<way>to|by) [ ]
    (?:(?:about|around|nearly|almost|over|roughly|some|more\ than|less\ than|at\ least|just|approximately|only|an?|record)\ )* (?:(?:us|hk)?[$€£¥])? $
    """
)


_BEFORE_RATE = 70
_OF_RATE = regex(
    r"\b(?:(?:slow|eas|cool|soften|moderat|accelerat|quicken)[a-z]*|(?:pick|speed)(?:s|ed|ing)?(?: up)?|sped(?: up)?)"
    r" (?:[a-z]+ly |further |down ){0,2}$"
    r"|\b(?:growth|rate|pace|expansion|increase|inflation|rises?)\b[^,;.]*$"
)


def way_in_chinese(text: str, start: int) -> Way | None:
    """Whether a Chinese number right behind a word of movement says the change (增长30%) or what it led to (增长到30%)."""
    if text[start - 1 : start] not in _BEFORE_WAY:
        return None
    match = _WAY_IN_CHINESE.search(text, max(0, start - _REACH - 2), start)
    return None if match is None else "to" if match["to"] else "by"


def way_in_english(lowered: str, start: int) -> Way | None:
    """The same for an English number behind “by” or “to”, in a text in small letters; None where it says what a rate came to."""
    match = _WAY_IN_ENGLISH.search(lowered, max(0, start - 40), start)
    if match is None:
        return None
    return "by" if match["way"] == "by" else None if is_of_rate(lowered, match.start()) else "to"


def is_of_rate(lowered: str, end: int) -> bool:
    """Whether what leads to a number there moves the rate of a growth: slowing to 4.7 percent, growth fell to 3 percent."""
    return _OF_RATE.search(lowered, max(0, end - _BEFORE_RATE), end) is not None
