"""Words that make a number approximate: 近, 余, 左右; about, more than, or so."""

from __future__ import annotations

from decimal import Decimal

from tqa.text.numbers.quantity import significant
from tqa.text.regex import regex

_BEFORE = (
    "近",
    "约",
    "超",
    "逾",
    "超过",
    "不到",
    "不足",
    "大约",
    "将近",
    "接近",
    "至少",
    "最多",
    "达",
    "至多",
    "高达",
    "大概",
    "突破",
    "估计",
    "多达",
    "低于",
    "高于",
    "每",
    "几乎",
)
_VAGUE_BEFORE = tuple(word for word in _BEFORE if word not in ("达", "高达", "每"))
_AFTER = regex("[多余]|[个名人元件家亿万吨公里年天]{0,3}(?:多|余|左右|以上|上下|以下|以内|许|之多)")
_ENGLISH_BEFORE = regex(
    r"\b(?:about|around|nearly|almost|over|than|some|approximately|approx\.?|to|least|most|under|below|above|roughly|as|exceed\w*|excess of|"
    r"top\w*|surpass\w*|estimated|beyond|near|approaching|upwards of|within|up|reach\w*|close|only|minimum of|maximum of|circa|or|average of|between|"
    r"past|hit|further|another|pass\w*|last|next|every|well|just|a|the|dozens|total\w*)\b[^.;0-9]{0,12}$|\bbetween [^;]{1,20} and $"
)
_ENGLISH_AFTER = regex(
    r"\+| plus|-plus|-odd| odd| or so| or more| or less| or fewer| or above| and above| and over|"
    r"[a-z ]{1,24}(?:or so|or more|or above|and above|or less|at least|at most)"
)

_ROUNDING = regex(
    r"\b(?:(?P<up>nearly|almost|close to|approaching|just under|just short of|(?<!no )(?:less|fewer) than|under)"
    r"|(?P<down>(?<!no )(?<!not )more than|over|above|well over|exceed(?:s|ed|ing)|topp(?:ed|ing)|tops|surpass(?:es|ed|ing)|in excess of"
    r"|upwards of|at least)"
    r"|(?P<either>about|around|some|roughly|approximately|approx\.?)) (?:an? |the )?(?:(?:us|hk)?[$€£¥]|rmb )?$"
)


def is_about_in_chinese(text: str, start: int, end: int) -> bool:
    """Whether a Chinese number is said to be approximate."""
    if text[start - 1 : start] in _LAST and text[:start].endswith(_VAGUE_BEFORE, max(0, start - 3)):
        return True
    run = text[start:end]
    return "多" in run or "余" in run or _AFTER.match(text, end) is not None


def is_about_in_english(lowered: str, start: int, end: int) -> bool:
    """Whether an English number may be approximate; in doubt it is. The text is in lower case."""
    return _ENGLISH_BEFORE.search(lowered[max(0, start - 36) : start]) is not None or _ENGLISH_AFTER.match(lowered, end) is not None


def rounds(lowered: str, start: int, end: int) -> str:
    """How the English says that it rounds the number: `up` (nearly), `down` (more than), `either` (about); else nothing."""
    match = _ROUNDING.search(lowered[max(0, start - 36) : start])
    if match is not None:
        return match.lastgroup or ""
    return "either" if lowered.startswith((" or so", " or thereabouts"), end) else ""


def is_rounding(exact: Decimal, value: Decimal, way: str) -> bool:
    """Whether `value` is `exact` in fewer digits, rounded that way, and not far off."""
    gap = value - exact
    step = Decimal(1).scaleb(value.normalize().adjusted() - len(significant(value)) + 1)
    if not 0 < abs(gap) <= abs(exact) * _FAR or abs(gap) > (step / 2 if way == "either" else step):
        return False
    return len(significant(value)) < len(significant(exact)) and (way == "either" or (gap > 0) == (way == "up"))


_FAR = Decimal("0.08")
"""What a rounded value may be off, as a share."""
_LAST = frozenset(word[-1] for word in _VAGUE_BEFORE)
