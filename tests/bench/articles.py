"""How often clean short articles raise an alarm, and how many splits are found, with and without the source.

    python -m tests.bench.articles [--alarms] [--misses]

The articles are those of tests/articles, all rules, the shipped glossaries. An alarm is a finding at warning or error; the rate is per
article. A split is found where one of the rules that may say so speaks in one of the two wordings. `--alarms`, `--misses`: list them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.articles import Article, FaultyArticle, clean_articles, faulty_articles
from tests.bench.pairs import asked
from tests.pairs import Linter, alarms
from tqa.model import Row

HEAD = ("topic", "articles", "alarms", "an article", "splits", "at warning or error", "at any level")
STATES = {True: "with the source", False: "without the source"}


def share(count: float, whole: int) -> str:
    """A quotient as a cell, "" where there is nothing to divide by."""
    return f"{count / whole:.2f}" if whole else ""


def show(title: str, clean: dict[Article, list[Row]], grades: dict[FaultyArticle, str]) -> None:
    """Print a table by topic."""
    print(f"{title}\n\n| {' | '.join(HEAD)} |\n|---|{'---:|' * (len(HEAD) - 1)}")
    for topic in (*sorted({article.topic for article in (*clean, *grades)}), "all"):
        found = [rows for article, rows in clean.items() if topic in (article.topic, "all")]
        graded = [grade for article, grade in grades.items() if topic in (article.topic, "all")]
        times = sum(map(len, found))
        cells = (len(found), times, share(times, len(found)), len(graded), share(graded.count(""), len(graded)))
        print("|", " | ".join(map(str, (topic, *cells, share(len(graded) - graded.count("miss"), len(graded))))), "|")
    print()


def told(article: Article, rows: Sequence[Row]) -> str:
    """The article's place and name with what was found in it."""
    found = [f"{row['severity']} {row['rule']}: {row['message']}" for row in rows]
    return "\n    ".join([f"{article.place}\t{article.name}\t{article.reason}", *found])


def main() -> None:
    """Print a table for each state, and what was asked for."""
    wanted = asked(__doc__)
    linter = Linter()
    for with_source, title in STATES.items():
        clean = {article: alarms(linter.rows(article.document(with_source=with_source))) for article in clean_articles()}
        faulty = {article: linter.rows(article.document(with_source=with_source)) for article in faulty_articles()}
        show(title, clean, {article: article.grade(rows) for article, rows in faulty.items()})
        if wanted.alarms:
            strange = {article: [row for row in alarms(rows) if not article.touches(row)] for article, rows in faulty.items()}
            print("\n".join(told(article, rows) for article, rows in (clean | strange).items() if rows), end="\n\n")
        if wanted.misses:
            print("\n".join(told(article, rows) for article, rows in faulty.items() if article.grade(rows)), end="\n\n")


if __name__ == "__main__":
    main()
