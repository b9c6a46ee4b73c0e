"""Constructed sentence pairs, and what the linter says of them. README.md beside this file tells how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from tqa.config.plans import Planner
from tqa.config.settings import Settings
from tqa.engine.check import check
from tqa.engine.plan import Plan
from tqa.model import Document, Place, Row, Run, Segment, Side

FOLDER = Path(__file__).parent
CORRECT = ("source", "target", "known", "reason")
FAULTY = ("source", "target", "rules", "wrong", "known", "reason")

Grade = Literal["", "hint", "miss"]
"""How a fault is found: at warning or error, at info only, or not at all."""


@dataclass(frozen=True)
class Pair:
    """A sentence and its translation. `place`: file and line; `topic`: the file's name; `known`, `reason`: what we cannot do yet, and why."""

    place: str
    topic: str
    source: str
    target: str
    known: str
    reason: str

    @property
    def document(self) -> Document:
        """The pair as a document of one line."""
        return document(self.place, [self.target], [self.source])


@dataclass(frozen=True)
class FaultyPair(Pair):
    """A pair with one fault. `rules`: those that would be right to say so; `wrong`: the wrong words of the target, "" for a gap."""

    rules: frozenset[str]
    wrong: str

    def touches(self, row: Row) -> bool:
        """Whether the finding stands in the wrong words."""
        start = self.target.index(self.wrong)
        return bool(self.wrong) and row["side"] == "target" and row["start"] < start + len(self.wrong) and start < row["end"]

    def found(self, rows: Sequence[Row]) -> list[Row]:
        """The findings that tell of the fault: by a rule that may, in the wrong words or in the source, where what is missing stands."""
        return [row for row in rows if row["rule"] in self.rules and (row["side"] == "source" or not self.wrong or self.touches(row))]

    def grade(self, rows: Sequence[Row]) -> Grade:
        """How the fault is found."""
        return grade(self.found(rows))


def grade(found: Sequence[Row]) -> Grade:
    """How a fault is found that these findings tell of."""
    return "miss" if not found else "" if alarms(found) else "hint"


def split_names(cell: str) -> frozenset[str]:
    """The names of rules in a cell: `number-missing, number-mismatch`."""
    return frozenset(name for name in cell.split(", ") if name)


def read_rows(path: Path, header: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Place and cells of each row, empty ones at its end filled in. Raises ValueError for another header or a row that is too long."""
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    if tuple(lines[0].split("\t")) != header:
        raise ValueError(f"{path}: the header is not {' '.join(header)}")
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if not 2 <= len(cells) <= len(header):
            raise ValueError(f"{path}:{number}: {len(cells)} cells; wanted are 2 to {len(header)}")
        yield f"{path.parent.name}/{path.name}:{number}", cells + [""] * (len(header) - len(cells))


def correct_pairs() -> list[Pair]:
    """Every pair with nothing to find."""
    paths = sorted((FOLDER / "correct").glob("*.tsv"))
    return [Pair(place, path.stem, *cells) for path in paths for place, cells in read_rows(path, CORRECT)]


def faulty_pairs() -> list[FaultyPair]:
    """Every pair with something to find."""
    found = []
    for path in sorted((FOLDER / "faulty").glob("*.tsv")):
        for place, (source, target, rules, wrong, known, reason) in read_rows(path, FAULTY):
            found.append(FaultyPair(place, path.stem, source, target, known, reason, split_names(rules), wrong))
    return found


class Linter:
    """All rules with the shipped glossaries, hints included."""

    @cached_property
    def _plan(self) -> Plan:
        return replace(Planner(Settings(plugins=False, min_severity="info")).for_path(""), max_findings=0)

    def rows(self, checked: Document) -> tuple[Row, ...]:
        """What is found in the document."""
        found = check(checked, self._plan)
        if found.problems:
            raise RuntimeError(f"{checked.id}: {found.problems[0].message}")
        return tuple(found.result.rows)


def document(name: str, target: Sequence[str], source: Sequence[str]) -> Document:
    """Segments of the target, paired with those of the source; without a source if there are none of it."""
    return Document(name, name, segments("target", target), segments("source", source), aligned=bool(source))


def segments(side: Side, texts: Sequence[str]) -> tuple[Segment, ...]:
    """Each text as a segment on a line of its own."""
    return tuple(Segment(side, index, text, Place(side, (Run(0, index + 1, 1),))) for index, text in enumerate(texts))


def alarms(rows: Sequence[Row]) -> list[Row]:
    """The findings that would fail a run: warnings and errors."""
    return [row for row in rows if row["severity"] != "info"]
