"""Chinese written in Latin letters elsewhere than on the mainland: Wade–Giles, as names of Taiwan have it."""

from __future__ import annotations

from functools import lru_cache

_INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"), ("q", "ch"), ("x", "hs"),
    ("z", "ts"), ("c", "ts"), ("r", "j"),
)  # fmt: skip
_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "yi": "i", "you": "yu", "yan": "yen",
    "ye": "yeh", "yong": "yung", "er": "erh", "ge": "ko", "ke": "ko", "he": "ho", "e": "o", "yue": "yueh",
}  # fmt: skip
_FINALS = (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"), ("uo", "o"), ("ui", "uei"))
_KEEP_UO = ("shuo", "guo", "kuo", "huo")


@lru_cache(maxsize=2_000)
def wade_giles(syllable: str) -> str:
    """The syllable in Wade–Giles, without apostrophes and marks: zhong → chung, jing → ching."""
    whole = _WHOLE.get(syllable)
    if whole:
        return whole
    initial, rest = "", syllable
    for ours, theirs in _INITIALS:
        if syllable.startswith(ours):
            initial, rest = theirs, syllable[len(ours) :]
            break
    else:
        if syllable[0] not in "aeo":
            initial, rest = syllable[0], syllable[1:]
    for ours, theirs in _FINALS:
        if rest.endswith(ours) and not (ours == "uo" and syllable in _KEEP_UO) and not (ours == "ui" and initial in ("k", "kw")):
            rest = rest[: -len(ours)] + theirs
            break
    return initial + rest
