"""Numbers with their nouns, for messages."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """The number and what it counts: 1 article, 2 articles, 3 glossaries."""
    return f"{number} {noun_for(number, noun)}"


def noun_for(number: int, noun: str) -> str:
    """The noun, in the plural unless it is one: for a number that is written with commas or stands elsewhere."""
    if number == 1:
        return noun
    return noun[:-1] + "ies" if noun.endswith("ry") else noun + "s"
