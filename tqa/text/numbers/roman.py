"""Roman numerals as English sets them behind a name: Article IV, Basel III, World War II."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from tqa.text.english import word_set
from tqa.text.regex import regex

_NUMERAL = regex(r"[IVXL](?<![\w'’-].)[IVXL]{0,7}(?![\w'’-])")
_WELL_FORMED = regex("(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}
_NAME_BEFORE = regex(r"([A-Z][\w'’-]*) $")
_LONGEST_WORD = 24
_OF_PARTS = word_set("Chapter Article Part Volume Phase Type Class Book Act Title Section Appendix Annex Schedule Stage Level Tier")
"""Words behind which a single letter is a numeral."""


def roman_numerals(text: str, start: int, end: int) -> Counter[Decimal]:
    """How often each value up to 89 is said by a numeral in a range of an English text."""
    found: Counter[Decimal] = Counter()
    for match in _NUMERAL.finditer(text, start, end):
        name = _NAME_BEFORE.search(text, max(start, match.start() - _LONGEST_WORD), match.start())
        letters = match.group()
        if name and _WELL_FORMED.fullmatch(letters) and (len(letters) > 1 or name.group(1) in _OF_PARTS):
            found[Decimal(_value(letters))] += 1
    return found


def _value(letters: str) -> int:
    values = [_LETTERS[letter] for letter in letters]
    # A smaller letter before a larger one is taken from it.
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
