"""The page's own words, in English and in Chinese; the English is the key."""

from __future__ import annotations

from tqa.data import lexicon
from tqa.value import value


@value
class Words:
    """Says the page's words in one language."""

    lang: str = "en"

    def __call__(self, english: str) -> str:
        """The words for the English ones; those without a translation stay as they are."""
        return self.table.get(english, english)

    @property
    def table(self) -> dict[str, str]:
        """English → this language; empty for English."""
        return page_words() if self.lang == "zh" else {}

    @property
    def tag(self) -> str:
        """The language as HTML names it."""
        return "zh-Hans" if self.lang == "zh" else "en"


def page_words() -> dict[str, str]:
    """English → Chinese."""
    return {row[0]: row[1] for row in lexicon("report-zh.tsv")[1:]}
