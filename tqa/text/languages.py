"""The language of a text that should be English: by its script, by its small words, and last by langdetect."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from tqa.data import lexicon
from tqa.text.regex import regex

LEAST = 50
"""Letters below which no text is judged by its words: a name, a title, an address."""
_LEAST_SCRIPT = 6
_LEAST_WORDS = 8
_AT_A_GLANCE = (" of ", " and ", " to ", " in ", " for ", " said", " is ", " was ", " with ")
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LETTER = regex(r"[^\W\d_]")
_LATIN = regex(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_SCRIPTS = (
    ("Cyrillic", regex(r"[\u0400-\u052f]")),
    ("Greek", regex(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("Arabic", regex(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("Hebrew", regex(r"[\u0590-\u05ff]")),
    ("Devanagari", regex(r"[\u0900-\u097f]")),
    ("Thai", regex(r"[\u0e00-\u0e7f]")),
    ("Tibetan", regex(r"[\u0f00-\u0fff]")),
    ("Mongolian", regex(r"[\u1800-\u18af]")),
    ("Korean", regex(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("Japanese", regex(r"[\u3041-\u3096\u30a1-\u30fa\u30fc]")),
)
_KANA_SHARE = 5
"""A Japanese text has at least one kana for so many letters, whatever its Han."""
_NAMES = {
    "fr": "French", "de": "German", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "id": "Indonesian",
    "vi": "Vietnamese", "pl": "Polish", "tr": "Turkish", "ro": "Romanian", "sv": "Swedish",
}  # fmt: skip
_SURE = 0.9
_FEW_ENGLISH = 0.08
"""Share of English small words below which a text of such length is hardly English; news has about 0.4."""


def is_english_at_a_glance(text: str) -> bool:
    """Whether “the” or two others of the commonest English words stand in it.   Cost: a few substring searches."""
    if " the " in text:
        return True
    found = 0
    for word in _AT_A_GLANCE:
        if word in text:
            found += 1
            if found == 2:
                return True
    return False


def foreign_script(text: str) -> str:
    """The script most of the letters belong to if it is neither Latin nor Han, else ""."""
    if text.isascii():
        return ""
    letters = len(_LETTER.findall(text))
    for name, pattern in _SCRIPTS:
        count = len(pattern.findall(text))
        if count >= _LEAST_SCRIPT and count * (_KANA_SHARE if name == "Japanese" else 2) > letters:
            return name
    return ""


def foreign_words(text: str) -> str:
    """The language of a text in Latin letters by its words if it is surely not English, else "".

    Small words must point to another language and langdetect must confirm it; a text of names has too few words in small letters.
    """
    if len(_LATIN.findall(text)) < LEAST:
        return ""
    words = _WORD.findall(text)
    small = [word for word in words if word.islower()]
    if len(words) < _LEAST_WORDS or 2 * len(small) < len(words):
        return ""
    english = sum([word in _small_words()["en"] for word in small])
    if english > _FEW_ENGLISH * len(words):
        return ""
    counts = {language: sum([word in listed for word in small]) for language, listed in _small_words().items() if language != "en"}
    best = max(counts, key=lambda language: (counts[language], language))
    if english >= counts[best] or counts[best] < 2:
        return ""
    language, share = _detected(text)
    return _NAMES.get(language, "") if language != "en" and share >= _SURE else ""


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in lexicon("function-words.tsv")[1:]}


def _detected(text: str) -> tuple[str, float]:
    """langdetect's best guess and how sure it is, the same at every call."""
    detector = _factory().create()
    detector.append(text[:2000])
    found = detector.get_probabilities()
    return (found[0].lang, found[0].prob) if found else ("", 0.0)


@cache
def _factory() -> Any:  # langdetect has no types
    """Our own detectors: the profiles of the languages above only, and a seed, where the shared one has 55 and draws lots."""
    from pkgutil import get_data

    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    factory.seed = 0
    profiles = [get_data("langdetect", f"profiles/{language}") or b"" for language in ("en", *_NAMES)]
    factory.load_json_profile([profile.decode("utf-8") for profile in profiles])
    return factory
