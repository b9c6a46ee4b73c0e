"""Chinese text folded for comparison: character for character, so that offsets stay."""

from __future__ import annotations

import re
from functools import cache

from tqa.data import lexicon
from tqa.text.regex import regex


def simplified(text: str) -> str:
    """`text` with traditional characters as simplified ones and full-width letters and digits as plain ones; as long as before.

    Coarser than a conversion (乾 and 幹 both become 干), so only for comparing two texts that were both folded.
    """
    if text.isascii() or _changes().search(text) is None:
        return text
    return text.translate(_table())


def is_traditional(text: str, folded: str) -> bool:
    """Whether a text is written in traditional characters, by what folding it changed; a simplified one may quote a few."""
    if text == folded:
        return False
    changed = sum(one != other for one, other in zip(text, folded, strict=True) if one >= _FIRST_HAN)
    return changed >= _FEW and changed * _SHARE >= len(text)


_FIRST_HAN = "\u3400"
_FEW, _SHARE = 2, 20
"""A twentieth of a simplified text never changes; of a traditional one a quarter does."""


# Marks that may stand inside a term: “一带一路”倡议 is 一带一路倡议.
QUOTES = regex('[“”‘’「」『』《》〈〉"]')


def unquoted(text: str) -> str:
    """`text` without quotation and title marks."""
    return QUOTES.sub("", text)


@cache
def _table() -> dict[int, int]:
    table = {full: full - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for full in range(ord(first), ord(last) + 1)}
    for one, others in lexicon("simplified.tsv")[1:]:
        table.update(dict.fromkeys(map(ord, others), ord(one)))
    return table


@cache
def _changes() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(chr, sorted(_table()))) + "]")
