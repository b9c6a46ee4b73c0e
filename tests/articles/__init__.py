"""Constructed short articles, and what the linter says of them with and without their source. README.md beside this file tells the format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.pairs import Grade, document, grade, split_names
from tqa.model import Document, Row

FOLDER = Path(__file__).parent
CLEAN = ("known", "alone", "reason")
"""Fields of an article with nothing to find."""
FAULTY = ("split", "rules", *CLEAN)
_HEADING = "## "
_BETWEEN = " | "
"""Stands between a sentence and its translation."""


@dataclass(frozen=True, eq=False)
class Article:
    """A short article with nothing to find. `place`: file and line; `topic`: the file's name; `lines`: sentences with their translation."""

    place: str
    topic: str
    name: str
    fields: Mapping[str, str]
    lines: tuple[tuple[str, str], ...]

    @property
    def target(self) -> list[str]:
        """The sentences of the translation."""
        return [target for _, target in self.lines]

    @property
    def reason(self) -> str:
        """Why we get wrong what is known."""
        return self.fields.get("reason", "")

    def known(self, *, with_source: bool) -> str:
        """What we get wrong today."""
        return self.fields.get("known" if with_source else "alone", "")

    def document(self, *, with_source: bool) -> Document:
        """The article as a document."""
        return document(self.place, self.target, [source for source, _ in self.lines] if with_source else [])


class FaultyArticle(Article):
    """An article with one thing under two names."""

    @property
    def split(self) -> list[str]:
        """The two wordings, as they stand in the target."""
        return self.fields["split"].split(" / ")

    @property
    def rules(self) -> frozenset[str]:
        """Those that would be right to say so."""
        return split_names(self.fields["rules"])

    def touches(self, row: Row) -> bool:
        """Whether the finding stands in one of the wordings."""
        text = self.target[row["segment"]]
        return row["side"] == "target" and any(
            row["start"] < end and start < row["end"] for wording in self.split for start, end in occurrences(text, wording)
        )

    def grade(self, rows: Sequence[Row]) -> Grade:
        """How the fault is found: by a rule that may, in one of the wordings."""
        return grade([row for row in rows if row["rule"] in self.rules and self.touches(row)])


Kind = TypeVar("Kind", bound=Article)
"""With or without a fault."""


def occurrences(text: str, wording: str) -> list[tuple[int, int]]:
    """Where the wording stands in the text."""
    return [(start, start + len(wording)) for start in range(len(text)) if text.startswith(wording, start)]


def read_articles(path: Path, kind: type[Kind], names: Sequence[str]) -> Iterator[Kind]:
    """The articles of a file. Raises ValueError for one without sentences, a line that is none, and fields other than `names`."""
    head, *blocks = path.read_text(encoding="utf-8").strip().split(f"\n{_HEADING}")
    number = 1
    for block in (head.removeprefix(_HEADING), *blocks):
        place = f"{path.parent.name}/{path.name}:{number}"
        name, *rest = block.rstrip("\n").split("\n")
        fields = dict(line.split(": ", 1) for line in rest if _BETWEEN not in line and ": " in line)
        lines = tuple((source, target) for line in rest for source, between, target in [line.partition(_BETWEEN)] if between)
        if len(fields) + len(lines) != len(rest) or not fields.keys() <= set(names) or not lines:
            raise ValueError(f"{place}: {name!r} needs sentences with their translation, and no other fields than {', '.join(names)}")
        yield kind(place, path.stem, name, fields, lines)
        number += block.count("\n") + 1


def clean_articles() -> list[Article]:
    """Every article with nothing to find."""
    return [article for path in sorted((FOLDER / "clean").glob("*.txt")) for article in read_articles(path, Article, CLEAN)]


def faulty_articles() -> list[FaultyArticle]:
    """Every article with one thing under two names."""
    return [article for path in sorted((FOLDER / "faulty").glob("*.txt")) for article in read_articles(path, FaultyArticle, FAULTY)]
