"""Constructed short articles, with their source and without: no alarm on the clean ones, one name for one thing asked of the faulty ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.articles import CLEAN, Article, FaultyArticle, clean_articles, faulty_articles, read_articles
from tests.pairs import Linter, alarms, split_names
from tqa.model import Row
from tqa.registry import own_rules


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def told(article: Article, rows: Sequence[Row], *, with_source: bool) -> str:
    """The article and what was found in it, to be read in a test's failure."""
    found = [f"{row['severity']} {row['rule']}: {row['message']}" for row in rows] or ["nothing found"]
    return "\n    ".join([f"{article.place} {article.name}, {'with' if with_source else 'without'} the source", *article.target, *found])


@pytest.mark.parametrize("with_source", [True, False])
def test_clean_articles_raise_no_alarm_but_the_known_ones(linter: Linter, with_source: bool) -> None:
    wrong = []
    for article in clean_articles():
        found = alarms(linter.rows(article.document(with_source=with_source)))
        names, known = {row["rule"] for row in found}, split_names(article.known(with_source=with_source))
        if names - known:
            wrong.append(f"false alarm: {told(article, found, with_source=with_source)}")
        elif known - names:
            wrong.append(f"no alarm any more, take it out of what is known: {told(article, found, with_source=with_source)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("with_source", [True, False])
def test_faulty_articles_are_found_as_far_as_known(linter: Linter, with_source: bool) -> None:
    wrong = []
    for article in faulty_articles():
        rows, known = linter.rows(article.document(with_source=with_source)), article.known(with_source=with_source)
        if (grade := article.grade(rows)) != known:
            wrong.append(f"wanted {known or 'found'}, is {grade or 'found'}: {told(article, rows, with_source=with_source)}")
        if strange := [row for row in alarms(rows) if not article.touches(row)]:
            wrong.append(f"false alarm: {told(article, strange, with_source=with_source)}")
    assert not wrong, "\n".join(wrong)


def test_articles_are_well_formed() -> None:
    rules, wrong = own_rules().keys(), []
    articles = (*clean_articles(), *faulty_articles())
    for article in articles:
        states = {article.known(with_source=True), article.known(with_source=False)}
        if any(not cell or cell != cell.strip() for line in article.lines for cell in line):
            wrong.append(f"{article.place}: an empty sentence, or a space at the end of one")
        if any(states) != bool(article.reason):
            wrong.append(f"{article.place}: what is known needs a reason, and nothing else does")
        names = article.rules if isinstance(article, FaultyArticle) else split_names(", ".join(filter(None, states)))
        if not names <= rules:
            wrong.append(f"{article.place}: no such rule: {', '.join(sorted(names - rules))}")
        if isinstance(article, FaultyArticle):
            text = "\n".join(article.target)
            if not states <= {"", "hint", "miss"} or len(article.split) != 2 or any(wording not in text for wording in article.split):
                wrong.append(f"{article.place}: a state other than hint and miss, or a wording that does not stand in the article")
    wrong += [f"{name} stands {times} times" for (topic, name), times in Counter((type(a), a.name) for a in articles).items() if times > 1]
    assert not wrong, "\n".join(wrong)


def test_a_finding_elsewhere_or_by_another_rule_is_no_finding_of_the_split(linter: Linter) -> None:
    lines = (("金山造船集团开工。", "The Jinshan Shipbuilding Group began."), ("金山造船集团盈利。", "The Jinshan Shipbuilding Company earned."))
    both = "Jinshan Shipbuilding Group / Jinshan Shipbuilding Company"

    def grade(**fields: str) -> str:
        article = FaultyArticle("here", "bodies", "group", fields, lines)
        return article.grade(linter.rows(article.document(with_source=True)))

    assert grade(split=both, rules="split-term, split-rendering") != "miss"
    assert grade(split="began / earned", rules="split-term, split-rendering") == "miss"
    assert grade(split=both, rules="split-title") == "miss"


@pytest.mark.parametrize(
    "text",
    [
        "甲 | A\n",  # no name
        "## a\n",  # no sentence
        "## a\nmood: bad\n甲 | A\n",
        "## a\n甲 | A\na line of its own\n",
        "## a\nreason: one\nreason: two\n甲 | A\n",
    ],
)
def test_a_block_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bodies.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"bodies\.txt:1"):
        list(read_articles(path, Article, CLEAN))
