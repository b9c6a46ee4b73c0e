"""English word forms: which are one word, and how one word takes the number of another."""

from __future__ import annotations

from functools import cache

from tqa.data import lexicon
from tqa.text.english import word_set
from tqa.text.regex import regex

_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdgklmnprtz")
_SPELLINGS = {
    "acknowledgement": "acknowledgment",
    "ageing": "aging",
    "aluminium": "aluminum",
    "cheque": "check",
    "grey": "gray",
    "jewellery": "jewelry",
    "judgement": "judgment",
    "plough": "plow",
    "programme": "program",
    "sceptic": "skeptic",
    "storey": "story",
    "tyre": "tire",
}
"""Words spelled two ways by no rule."""
_PARTS = (
    ("isation", "ization"),
    ("ence", "ense"),
    ("abour", "abor"),
    ("arbour", "arbor"),
    ("aviour", "avior"),
    ("avour", "avor"),
    ("eighbour", "eighbor"),
    ("olour", "olor"),
    ("onour", "onor"),
)
"""Parts of words spelled two ways; joining more than is right does no harm to a key."""
# Words whose last letters are no ending, among them syllables of Chinese names.
_WHOLE = word_set("as bus gas has his is its jing ming news plus qing thus this us was wang yes")
_known: dict[str, str] = {}
_MOST_KNOWN = 100_000


def stem(word: str) -> str:
    """A key that the inflected forms and the US and UK spellings of a lower-case word share; not itself a word.

    policies, policy → polici; organised, organizes → organiz. Derived words stay apart (regulation, regulate).
    """
    known = _known.get(word)
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        known = _known[word] = _stem(word)
    return known


def beginning(stemmed: str) -> str:
    """Three letters or more with which all words begin that have this stem; "" if there are none (think, thought; fly, flies; aging, ageing)."""
    if len(stemmed) < 3 or (len(stemmed) == 3 and stemmed[-1] in _VARIED_LAST) or stemmed in _changing():
        return ""
    varied = _VARIED.search(stemmed, 3)
    return stemmed[: max(3, min(len(stemmed) - 2, varied.start() if varied else len(stemmed)))]


# Letters from which on two spellings may differ, and last letters of short stems of which that is so: fly, flies; tre, ter.
_VARIED = regex("[iy][sz]|en[cs]|ou?r|og")
_VARIED_LAST = "iyr"


@cache
def _changing() -> frozenset[str]:
    return frozenset(map(_stem, (*_irregular().values(), *_SPELLINGS.values())))


def _stem(word: str) -> str:
    base = word[:-2] if word.endswith("'s") else word.rstrip("'")
    base = _irregular().get(base, base)
    if len(base) < 3 or base in _WHOLE or not base.isalpha():
        return base
    base = _SPELLINGS.get(base, base)
    base = _without_ending(base)
    return _one_spelling(_SPELLINGS.get(base, base))


def _without_ending(word: str) -> str:
    """Without plural or verb ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-2]
    if word.endswith("sis"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-2]
    for ending in ("ed", "ing"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and not _VOWELS.isdisjoint(rest) and not word.endswith("eed"):
            return rest
    return word


def _one_spelling(word: str) -> str:
    """One spelling for what is spelled two ways, or otherwise before an ending; a silent e goes."""
    if word.endswith(("tre", "bre")):
        word = word[:-2] + "er"
    elif word.endswith("ogue"):
        word = word[:-2]
    elif word.endswith("our") and len(word) > 4:
        word = word[:-2] + "r"
    for one, other in _PARTS:
        word = word.replace(one, other)
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    if len(word) > 4 and word.endswith(("is", "ys")):
        word = word[:-1] + "z"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return word


@cache
def _irregular() -> dict[str, str]:
    """Inflected form → base."""
    bases = {}
    for base, forms in lexicon("irregular-words.tsv")[1:]:
        bases.update(dict.fromkeys(forms.split(), base))
    return bases


def verb_forms(base: str) -> tuple[str, str, str, str]:
    """Base, third person, past and -ing form of a regular verb whose last letter is not doubled: carry, carries, carried, carrying."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        return base, base + "s", base + "d", (base if base.endswith(("ee", "ye", "oe")) else base[:-1]) + "ing"
    return base, plural(base), base + "ed", base + "ing"


_SIBILANT = regex("(?:s|x|z|ch|sh)$")
_IRREGULAR_PLURALS = word_set(
    """analyses appendices businessmen businesswomen chairmen chairwomen children congressmen congresswomen crises criteria feet firemen
    fishermen geese halves indices knives leaves lives media men mice oxen phenomena policemen policewomen servicemen servicewomen
    shelves spokesmen spokeswomen sportsmen sportswomen statesmen strata teeth thieves wives wolves women workmen"""
)


def plural(word: str) -> str:
    """The plural of a noun: policy → policies, Woman → Women."""
    base = word.lower()
    irregular = _plurals().get(base)
    if irregular:
        return irregular.capitalize() if word[:1].isupper() else irregular
    if base.endswith("y") and len(base) > 1 and base[-2] not in "aeiou" and not word.isupper():
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(base) and not word.isupper() else "s")


@cache
def _plurals() -> dict[str, str]:
    return {_irregular()[form]: form for form in sorted(_IRREGULAR_PLURALS)}


def is_plural(word: str) -> bool:
    """Whether a word, in any case, reads like the plural of a noun."""
    base = word.lower()
    return base in _IRREGULAR_PLURALS or (base.endswith("s") and base not in _WHOLE and not base.endswith(("ss", "us", "is", "'s")))


def is_plural_of(word: str, base: str) -> bool:
    """Whether `word` is `base` in the plural, in any case."""
    return word.lower() == plural(base.lower())
