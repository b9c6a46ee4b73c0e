"""Which language codes are Chinese and which English."""

from __future__ import annotations

_CHINESE = frozenset(("zh", "zho", "chi", "cmn"))
_ENGLISH = frozenset(("en", "eng"))


def is_chinese(code: str) -> bool:
    """Whether a code such as zh-Hans-CN or zh_TW is Chinese."""
    return _language(code) in _CHINESE


def is_english(code: str) -> bool:
    """Whether a code such as en-GB is English."""
    return _language(code) in _ENGLISH


def _language(code: str) -> str:
    return code.lower().replace("_", "-").partition("-")[0]
