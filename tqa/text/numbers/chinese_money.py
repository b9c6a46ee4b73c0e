"""Currencies that a Chinese text names, with a number or without."""

from __future__ import annotations

from tqa.text.numbers.measures import chinese_currencies
from tqa.text.regex import regex

_NUMERAL = frozenset("0123456789一二三四五六七八九十百千万亿两几零〇多余 ")


def find_currencies(text: str) -> list[tuple[int, int, str]]:
    """Currencies named in a Chinese text, with or without a number: start, end, code. A bare 元 counts after a numeral only."""
    found = []
    forms = chinese_currencies()
    for match in _MONEY.finditer(text):
        start, end = match.span()
        if text[start] != "元":
            found.append((start, end, forms[match.group()]))
            continue
        for length in (5, 4, 3, 2):
            form = text[max(0, end - length) : end]
            if form in forms and len(form) == length:
                found.append((end - length, end, forms[form]))
                break
        else:
            if text[start - 1 : start] in _NUMERAL:
                found.append((start, end, "CNY"))
    return found


_MONEY = regex("元|人民币|英镑|卢布|卢比|瑞士法郎|泰铢|美金|港币|新台币|日圆|越南盾|里拉|雷亚尔|林吉特")
