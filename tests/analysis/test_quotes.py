"""Double quotation marks and their pairs."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tqa.analysis.analysis import Analysis


@pytest.mark.parametrize(
    ("lines", "pairs", "unpaired", "reversed_"),
    [
        (["He left."], [], "", ""),
        (["He said “yes” and “no”.", 'She said ("maybe").'], ["“yes”", "“no”", '"maybe"'], "", ""),
        (['It is 27" wide, "they" say.'], ['"they"'], "", ""),  # an inch sends the line the long way
        (["“We came", "and left.” He said “yes”."], ["“yes”", "“We came\nand left.”"], "“”", ""),  # across lines, after those within
        (["He wrote “the mayor said “no””."], ["“no”", "“the mayor said “no””"], "", ""),  # in the order in which they close
        (["He said, “It works.“", "“Yes.”"], ["“It works.“", "“Yes.”"], "", "“"),
        (["“Yes.”", "He said “no."], ["“Yes.”"], "“", ""),
    ],
)
def test_pairs(lines: list[str], pairs: list[str], unpaired: str, reversed_: str) -> None:
    facts = Analysis(article(*lines))
    quotes, text = facts.quotes, facts.article.text
    assert [text[opening : closing + 1] for opening, closing in quotes.pairs] == pairs
    assert [(pair.opening.offset, pair.closing.offset) for pair in quotes.quotations] == quotes.pairs
    assert "".join(mark.character for mark in quotes.unpaired_in_segment) == unpaired
    assert "".join(mark.character for mark in quotes.reversed) == reversed_
