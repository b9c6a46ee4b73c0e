"""What findings say in other languages than English; the English template is the key."""

from __future__ import annotations

from functools import cache

from tqa.data import lexicon
from tqa.engine.rows import Say, in_english


def say_in(lang: str) -> Say:
    """Templates in a language, "en" or "zh"; one without a translation, such as a plug-in's, stays English."""
    if lang == "en":
        return in_english
    known = chinese_messages()
    return lambda template: known.get(template, template)


@cache
def chinese_messages() -> dict[str, str]:
    """English template → Chinese template."""
    return {row[0]: row[1] for row in lexicon("messages-zh.tsv")[1:]}
