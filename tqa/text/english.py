"""English words and letters."""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Za-z0-9]+(?:[.,'’-][A-Za-z0-9]+)*")
_LONGER = re.compile("İ")


def lower(text: str) -> str:
    """Lower case, character for character: `len(lower(text)) == len(text)`."""
    folded = text.lower()
    # İ is the one letter whose lower case is two code points; it would shift every offset after it.
    return folded if len(folded) == len(text) else _LONGER.sub("i", text).lower()
