"""Which characters of a text are out of the ordinary."""

from __future__ import annotations

_ORDINARY = bytes(range(0x20, 0x7F)) + b"\t\n\r"


def rare_characters(text: str) -> frozenset[str]:
    """The characters that are neither printable ASCII nor tab or line end.

    Cost: two passes in C, a tenth of a word scan: what is ASCII is deleted before anything is looked at.
    """
    left = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY)
    return frozenset(left.decode("utf-8", "surrogatepass")) if left else _NONE


_NONE: frozenset[str] = frozenset()
