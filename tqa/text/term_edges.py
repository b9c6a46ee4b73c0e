"""Words with which no term begins or ends: what `data/term-edges.tsv` lists, in either language."""

from __future__ import annotations

from functools import cache

from tqa.data import lexicon


@cache
def listed(kind: str) -> frozenset[str]:
    """Words of a kind: "small" are articles, prepositions, pronouns and their like; the others are told in the head of the file."""
    return frozenset([word for one, words, _ in lexicon("term-edges.tsv")[1:] if one == kind for word in words.split()])


def opens_no_term(key: str) -> bool:
    """Whether a Chinese word, in simplified characters, begins no term."""
    return key in listed("doing") or key in listed("opening")


def closes_no_term(key: str) -> bool:
    """Whether a Chinese word, in simplified characters, ends no term."""
    return key in listed("doing") or key in listed("closing")
