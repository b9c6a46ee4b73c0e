"""The unit or currency of a Chinese number."""

from __future__ import annotations

from functools import cache

from tqa.text.numbers.chinese_money import name_before, of_amount
from tqa.text.numbers.measures import chinese_currencies, chinese_units
from tqa.text.numbers.quantity import Kind


def measure(text: str, start: int, end: int) -> tuple[str, int, Kind]:
    """The unit or currency of the number between `start` and `end`: name, where it ends, and the kind of number.

    It stands right behind the number, a currency also right before it: 港币500万.
    """
    forms = measures()
    behind = end
    first = text[behind : behind + 1]
    if first == " ":
        behind += 1
        first = text[behind : behind + 1]
    if first and first in "多余":
        behind += 1
        first = text[behind : behind + 1]
    for form in forms.get(first, ()):
        if text.startswith(form, behind):
            if form in chinese_currencies():
                return *of_amount(text, start, behind + len(form), form), "money"
            return chinese_units()[form], behind + len(form), "num"
    code = name_before(text, start)
    return code, behind, "money" if code else "num"


@cache
def measures() -> dict[str, tuple[str, ...]]:
    """Units and currencies by first character, longest first."""
    found: dict[str, list[str]] = {}
    for form in (*chinese_units(), *chinese_currencies()):
        found.setdefault(form[0], []).append(form)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}
