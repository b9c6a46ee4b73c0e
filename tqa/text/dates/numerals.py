"""Small Chinese numerals as dates use them."""

from __future__ import annotations

from functools import lru_cache

DIGITS = {"〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
HAN_NUMERALS = "〇○零一二三四五六七八九十廿卅"
FIGURES = "0-9０-９"
LONGEST = 6


@lru_cache(maxsize=2048)
def small_values(text: str) -> tuple[int, ...]:
    """Acceptable values of a numeral below a million, two for 六七十; none if it is none.

    二〇二四 → 2024, 廿三 → 23, 六七十 → 60 and 70, 十一 → 11.
    """
    if not text or len(text) > LONGEST:
        return ()
    if text[0] not in HAN_NUMERALS:
        # Not str.isdigit(): it accepts ² too. int() reads full-width figures.
        return (int(text),) if text.isdecimal() else ()
    if len(text) == 3 and text[2] == "十" and text[0] in DIGITS and text[1] in DIGITS:
        return tuple(10 * DIGITS[one] for one in text[:2])
    if all(one in DIGITS for one in text):
        value = 0
        for one in text:
            value = 10 * value + DIGITS[one]
        return (value,)
    plain = text.replace("廿", "二十").replace("卅", "三十")
    tens, mark, ones = plain.partition("十")
    if not mark or len(tens) > 1 or len(ones) > 1 or any(one not in DIGITS for one in tens + ones):
        return ()
    return (10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0),)


def is_spelled(text: str) -> bool:
    """Whether a numeral is written with characters."""
    return text[:1] in HAN_NUMERALS
