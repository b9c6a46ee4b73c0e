"""Places by size: 第二大, the second largest."""

from __future__ import annotations

from decimal import Decimal

from tqa.text.numbers.hanzi import numeral_values
from tqa.text.numbers.quantity import Quantity, Reading
from tqa.text.numbers.words import ORDINALS
from tqa.text.regex import regex

_CHINESE = regex("第([一二三四五六七八九十]{1,3}|[0-9]{1,3})[大高长多富](?![道队街厦桥学中运温级校会])")
_SUPERLATIVES = ("largest", "biggest", "highest", "longest", "tallest", "richest", "most populous")
_ENGLISH = regex(
    rf"(?<![a-z])(?:(?P<spelled>{'|'.join(list(ORDINALS)[:12])})|(?P<figures>[0-9]+)(?:st|nd|rd|th))?[ -]?(?:{'|'.join(_SUPERLATIVES)})(?![a-z])"
)
_COMPARED = regex(r"(?<![a-z])(?:after|behind|only to|one of|no\. ?[0-9]|number (?:one|two|three|four|five)|runner-up)(?![a-z])")
"""What tells a place by size in other words: the largest after Tokyo."""


def ranks_in_chinese(text: str) -> list[Quantity]:
    """第二大 and the like, in order; 最大 is none, since 第二 may stand before it in other words."""
    return [_rank(*match.span(), numeral_values(match[1])) for match in _CHINESE.finditer(text)] if "第" in text else []


def ranks_in_english(lowered: str, start: int, end: int) -> list[Quantity]:
    """The largest, the second-largest and the like between two offsets of a text in small letters; none where it compares otherwise too."""
    if not any(lowered.find(word, start, end) >= 0 for word in _SUPERLATIVES) or _COMPARED.search(lowered, start, end):
        return []
    return [
        _rank(*match.span(), (Decimal(ORDINALS[match["spelled"]] if match["spelled"] else match["figures"] or 1),))
        for match in _ENGLISH.finditer(lowered, start, end)
    ]


def _rank(start: int, end: int, values: tuple[Decimal, ...]) -> Quantity:
    return Quantity(start, end, Reading(values, "ordinal", 0))
