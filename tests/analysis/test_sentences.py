"""Things that stand in one sentence of an article."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis


@pytest.mark.parametrize(
    ("lines", "together"),
    [
        (["The One and the Other met."], True),
        (["The One met. The Other left."], False),
        (["The One met.", "The Other left."], False),
        (["The One met. The One and the Other left."], True),  # any mention of each
        (["A headline", "Mr. One met the Other."], True),  # an abbreviation ends no sentence
    ],
)
def test_sharing_a_sentence(lines: list[str], together: bool) -> None:
    facts = Analysis(article(*lines))
    ones, others = ([start for start in range(len(facts.article.text)) if facts.article.text.startswith(word, start)] for word in ("One", "Other"))
    assert facts.share_a_sentence(ones, others) is together
    assert facts.share_a_sentence(others, ones) is together
