"""Roman numerals as English sets them: Article IV, Basel III, World War II."""

from __future__ import annotations

from tqa.text.regex import regex

_NUMERAL = regex(r"[IVX](?<![\w'’-].)[IVX]{0,4}(?![\w'’-])")
_LETTERS = {"I": 1, "V": 5, "X": 10}
_NAMED = regex(r"[A-Z][\w'’-]* $")
_LONGEST_WORD = 24
_ALONE = frozenset("IX")
"""What may well be a pronoun, or an unknown."""


def roman_numerals(text: str) -> frozenset[int]:
    """The values of the numerals up to 39 in an English text; one letter counts only as V behind a name."""
    found = set()
    for match in _NUMERAL.finditer(text):
        letters = match.group()
        if len(letters) > 1 or (letters not in _ALONE and _NAMED.search(text, max(0, match.start() - _LONGEST_WORD), match.start())):
            found.add(_value(letters))
    return frozenset(found)


def _value(letters: str) -> int:
    values = [_LETTERS[letter] for letter in letters]
    # A smaller letter before a larger one is taken from it.
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
