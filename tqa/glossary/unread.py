"""Rows looked over a column at a time, so that each can be read when its concept is asked for: a tenth of the time of reading all."""

from __future__ import annotations

from collections.abc import Mapping

from tqa.glossary.concept import Concept
from tqa.glossary.rows import FINE, WORDS, read_row, split_list


class UnreadRows:
    """The rows of a file, a column at a time. Every row can be read, and no two list one Chinese form."""

    def __init__(self, columns: Mapping[str, list[str]], path: str, line: int):
        """`columns`: the cells of each by its name, from row to row; `line`: where the first row stands, 1-based; each has a line."""
        self._columns = columns
        self._path = path
        self._line = line

    def __len__(self) -> int:
        return len(self._columns["source"])

    def read(self, number: int) -> Concept:
        """What the row of that number says."""
        return read_row([cells[number] for cells in self._columns.values()], tuple(self._columns), self._path, self._line + number)

    @property
    def sources(self) -> list[tuple[str, ...]]:
        """The Chinese forms of each row."""
        return list(map(split_list, self._columns["source"]))

    @property
    def fine(self) -> list[str]:
        """The columns with forms that are fine."""
        return ["\n".join(self._columns[name]).replace("\\|", "|") for name in FINE if name in self._columns]

    @property
    def forbidding(self) -> list[int]:
        """The rows with forbidden forms."""
        listed = [number for number, cell in enumerate(self._columns.get("forbidden", ())) if cell]
        banned = [number for number, word in enumerate(self._columns.get("status", ())) if word == "forbidden"]
        return sorted({*listed, *banned})

    @property
    def needing_source(self) -> list[int]:
        """The rows that say so."""
        return [number for number, word in enumerate(self._columns.get("only_if_source", ())) if word == "yes"]


def look_over(text: str, columns: tuple[str, ...], path: str, line: int) -> UnreadRows | None:
    """The rows of a text that begins behind the header, on `line`, and ends each line in a newline.

    None where a line may be no row, a row may say nothing, or two rows may be one concept: such a file is read row by row, which tells
    what is wrong, if anything is.
    """
    # A line end becomes a cell of its own: it stands behind the last column of each row, or some row has too many or too few.
    cells = text.replace("\n", "\t\n\t").split("\t")
    width = len(columns) + 1
    if cells[width - 1 :: width] != ["\n"] * text.count("\n"):
        return None
    found = {column: cells[place:-1:width] for place, column in enumerate(columns)}
    return UnreadRows(found, path, line) if _are_rows(found) else None


def _are_rows(columns: Mapping[str, list[str]]) -> bool:
    """Whether each row lists a concept of its own, in words that are known."""
    sources = "|".join(columns["source"])
    forms = list(map(str.strip, sources.split("|")))
    targets = "\n".join(columns["target"]).replace("|", " ").split("\n")
    return (
        # Signs of a comment, of a conflict of a merge, and of a bar inside a form.
        not any(sign in sources for sign in ("#", "<<<<<<<", "=======", ">>>>>>>", "\\"))
        and all(forms)
        and len(set(forms)) == len(forms)
        and all(map(str.strip, targets))
        and all({"", *words}.issuperset(columns[name]) for name, words in WORDS.items() if name in columns)
    )
