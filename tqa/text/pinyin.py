"""Legal syllables of Hanyu Pinyin without tones, and words cut into them."""

from __future__ import annotations

from functools import lru_cache

# One row an initial, its finals after it. Source: the syllable table of GB/T 16159-2012; ü is written v, u or yu in names.
_TABLE = """
- a ai an ang ao e ei en eng er o ou
b a ai an ang ao ei en eng i ian iao ie in ing o u
p a ai an ang ao ei en eng i ian iao ie in ing o ou u
m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f a an ang ei en eng iao o ou u
d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve ue yu
l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ue yu
g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j i ia ian iang iao ie in ing iong iu u uan ue un
q i ia ian iang iao ie in ing iong iu u uan ue un
x i ia ian iang iao ie in ing iong iu u uan ue un
zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r an ang ao e en eng i ong ou u ua uan ui un uo
z a ai an ang ao e ei en eng i ong ou u uan ui un uo
c a ai an ang ao e en eng i ong ou u uan ui un uo
s a ai an ang ao e en eng i ong ou u uan ui un uo
y a an ang ao e i in ing o ong ou u uan ue un
w a ai an ang ei en eng o u
"""


def _read_table() -> frozenset[str]:
    rows = [row.split() for row in _TABLE.split("\n") if row]
    return frozenset((row[0] if row[0] != "-" else "") + final for row in rows for final in row[1:])


SYLLABLES = _read_table()
"""Every legal syllable, in lower case without tones; lü as lv, lyu and lu."""

_LONGEST = 6
_LONGEST_NAME = 24
"""Letters of a word whose cuts are all looked at; their number grows fast with its length."""


@lru_cache(maxsize=20_000)
def syllables(word: str) -> tuple[str, ...] | None:
    """The word cut into legal syllables, in lower case, or None if it cannot be.

    An apostrophe or hyphen is a border: Xi'an → xi, an. Where several cuts are legal the one with fewer syllables wins, and of
    those the one a reader makes without an apostrophe, the next syllable beginning with a consonant: Dongfeng → dong, feng.
    """
    parts: list[str] = []
    for piece in word.lower().replace("’", "'").replace("-", "'").replace("ü", "v").split("'"):
        cut = _cut(piece)
        if cut is None:
            return None
        parts += cut
    return tuple(parts)


def _cut(piece: str) -> tuple[str, ...] | None:
    """The best cut of letters without borders in them."""
    best: dict[int, tuple[int, int, tuple[str, ...]]] = {0: (0, 0, ())}
    for end in range(1, len(piece) + 1):
        for begin in range(max(0, end - _LONGEST), end):
            if begin in best and piece[begin:end] in SYLLABLES:
                count, bare, cut = best[begin]
                vowel_inside = bool(begin) and piece[begin] in "aeo"
                candidate = (count + 1, bare + vowel_inside, (*cut, piece[begin:end]))
                if end not in best or candidate[:2] < best[end][:2]:
                    best[end] = candidate
    return best[len(piece)][2] if piece and len(piece) in best else None


def is_pinyin(word: str, most: int = 3) -> bool:
    """Whether the word is one to `most` legal syllables."""
    cut = syllables(word)
    return cut is not None and len(cut) <= most


def syllable_initials(word: str) -> frozenset[str]:
    """First letters of the syllables in capitals (Dongfeng → DF); empty if the word is no pinyin.

    Every cut with the fewest syllables counts: Changan → CG (chan, gan), CA (chang, an).
    """
    cut = syllables(word) if len(word) <= _LONGEST_NAME else None
    if cut is None:
        return frozenset()
    pieces = word.lower().replace("’", "'").replace("-", "'").replace("ü", "v").split("'")
    heads = {""}
    for piece in pieces:
        heads = {head + more for head in heads for more in _heads(piece)}
    return frozenset(head.upper() for head in heads if len(head) == len(cut))


def _heads(piece: str) -> set[str]:
    """First letters of the syllables of every cut of `piece`."""
    reached: list[set[str]] = [set() for _ in range(len(piece) + 1)]
    reached[0].add("")
    for end in range(1, len(piece) + 1):
        for begin in range(max(0, end - _LONGEST), end):
            if reached[begin] and piece[begin:end] in SYLLABLES:
                reached[end] |= {head + piece[begin] for head in reached[begin]}
    return reached[-1]
