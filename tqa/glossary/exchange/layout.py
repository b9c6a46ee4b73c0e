"""Tables of other people: which column holds what, and what each row says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from statistics import mode

from tqa.data import lexicon
from tqa.glossary.concept import Concept
from tqa.glossary.exchange.format import LONGEST_FORM, Read, Rejected, united
from tqa.glossary.rows import COLUMNS, LISTS, WORDS, join_list, read_row
from tqa.model import ConfigError, FormatError
from tqa.records import NamedTuple
from tqa.text.counted import counted
from tqa.text.han import han_count, is_mostly_han, latin_count
from tqa.text.regex import regex
from tqa.text.show import show

SKIP = "-"
"""What the user calls a column that is passed over."""
_SAMPLE = 200
_SEVERAL = regex("[;；\n]")
_LINE_ENDS = regex(r"\s*[\r\n]+\s*")
_LONGEST_CELL = 20_000


class Numbered(NamedTuple):
    """A row of cells and its 1-based number in the file or sheet."""

    number: int
    cells: Sequence[str]


class Layout(NamedTuple):
    """What the columns hold: tqa's name of each, "" for one that is not read; `names`: the header, if there is one.

    `splits`: the marks that divide the forms of a cell, besides line ends; `|` is tqa's own.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...] = ()
    splits: str = "|;；"

    @property
    def words(self) -> str:
        """How the table was understood, for people."""
        names = self.names or tuple(f"column {number}" for number in range(1, len(self.columns) + 1))
        read = [column if name == column else f"{show(name, 40)} = {column}" for name, column in zip(names, self.columns, strict=True) if column]
        rest = [show(name, 40) for name, column in zip(names, self.columns, strict=True) if not column and name]
        said = f"{'header' if self.names else 'no header'}; {', '.join(read)}"
        return f"{said}; not read: {', '.join(rest)}" if rest else said


def find_layout(rows: Sequence[Numbered], columns: tuple[str, ...] = (), rest: str = "") -> Layout | None:
    """The layout of a table by its header or, without one, by which column is Chinese and which English; None: neither says.

    `columns`: what the user says; `rest`: what a third column without a name holds. Raises ConfigError for columns nobody knows.
    """
    if not rows:
        return None
    first = _trimmed(rows[0].cells)
    if columns:
        return _told(first, columns)
    sample = rows[: _SAMPLE + 1]
    return _headed(sample, first) or _unnamed(sample, rest)


def is_own(names: Sequence[str]) -> bool:
    """Whether a header is of tqa's making: its columns by their names."""
    return {"source", "target"} <= {name.lower() for name in _trimmed(names)} <= {*COLUMNS}


def is_header(cells: Sequence[str]) -> bool:
    """Whether a first row names columns, and is no pair of terms: 中文 and Chinese, two languages' names of one column, are themselves terms."""
    sides: dict[str, set[bool]] = {}
    for name in _trimmed(cells):
        column = _column_named(name)
        if column in ("source", "target"):
            sides.setdefault(column, set()).add(han_count(name) > 0)
    return len(sides) == 2 or any(len(scripts) == 1 for scripts in sides.values())


def read_rows(rows: Iterable[Numbered], layout: Layout, sheet: str = "") -> Read:
    """What the rows below the header say."""
    concepts: list[Concept] = []
    rejected: list[Rejected] = []
    split = 0
    for row in rows:
        place = f"sheet {sheet!r} row {row.number}" if sheet else f"row {row.number}"
        try:
            found = _cells(row.cells, layout)
            cells = _lists(found, layout)
            concept = read_row(tuple(cells.values()), tuple(cells), "", row.number)
            _refuse_misplaced(concept, layout)
        except FormatError as error:
            rejected.append(Rejected(place, show(" | ".join(row.cells), 80), str(error)))
            continue
        split += ";" in layout.splits and any(_SEVERAL.search(found[column]) for column in ("source", "target"))
        concepts.append(concept)
    whole = united(concepts)
    said = [f"cells that hold several forms, split at “;” and line ends: {split:,}"] if split else []
    if len(whole) < len(concepts):
        said.append(f"rows that repeat a source: {len(concepts) - len(whole):,}; of each such term the first target is preferred, the others allowed")
    return Read(whole, tuple(rejected), tuple(said))


def _cells(cells: Sequence[str], layout: Layout) -> dict[str, str]:
    """Column → what the row's cells for it say; several columns of one name are lists, or texts after another.

    Raises FormatError for cells under no column.
    """
    if len(cells) > len(layout.columns) and any(map(str.strip, cells[len(layout.columns) :])):
        said = f"{counted(len(_trimmed(cells)), 'cell')} under {counted(len(layout.columns), 'column')}"
        raise FormatError(f"{said}; put a cell that holds the dividing mark in quotation marks")
    found: dict[str, list[str]] = {}
    for cell, column in zip(cells, layout.columns, strict=False):
        if column and cell.strip():
            found.setdefault(column, []).append(cell.strip())
    # The blank keeps a form that ends in a backslash from escaping the bar.
    return {column: (" |" if column in LISTS else "; ").join(said) for column, said in found.items()}


def _lists(found: Mapping[str, str], layout: Layout) -> dict[str, str]:
    """The same with lists as tqa writes them, and without line ends; raises FormatError for a cell that is no term."""
    cells = {}
    for column, cell in found.items():
        if len(cell) > _LONGEST_CELL:
            raise FormatError(f"a cell of {len(cell):,} characters")
        if column in LISTS and not layout.splits:
            cell = join_list((cell,))
        elif column in LISTS and column != "examples" and ";" in layout.splits:
            cell = _SEVERAL.sub(" |", cell)
        cells[column] = _LINE_ENDS.sub(" ", cell).replace("\t", " ")
    return cells


def _refuse_misplaced(concept: Concept, layout: Layout) -> None:
    """Raise FormatError for a concept whose sides are not what they should be."""
    longest = max((*concept.source, *concept.forms, *concept.forbidden), key=len)
    if len(longest) > LONGEST_FORM:
        raise FormatError(f"a form of {len(longest):,} characters is no term")
    if layout.splits == "|" or not concept.target:
        return
    if is_mostly_han(concept.target):
        raise FormatError(f"the English side is Chinese: {concept.target!r}")
    if not any(han_count(form) or _is_latin_in_chinese(form) or form == concept.target for form in concept.source):
        raise FormatError(f"the Chinese side holds no Chinese: {concept.source[0]!r}")


def _told(first: tuple[str, ...], columns: tuple[str, ...]) -> Layout:
    """The layout as the user says it; raises ConfigError for columns nobody knows."""
    for name in columns:
        if name != SKIP and name not in COLUMNS:
            raise ConfigError(f"--columns: unknown column {name!r}; known are {', '.join(COLUMNS)}, and - for one to pass over")
    if not {"source", "target"} <= {*columns}:
        raise ConfigError("--columns must name source and target: --columns source,target,note")
    width = max(len(columns), len(first))
    named = _padded(tuple("" if name == SKIP else name for name in columns), width)
    return Layout(named, _padded(first, width) if is_header(first) else ())


def _headed(rows: Sequence[Numbered], first: tuple[str, ...]) -> Layout | None:
    """The layout by the first row, if that is a header."""
    if not is_header(first):
        return None
    known = tuple(map(_column_named, first))
    if is_own(first):
        return _completed(rows[1:], Layout(known, first, "|"))
    known = tuple("" if _has_other_words(rows[1:], place, column) else column for place, column in enumerate(known))
    return _completed(rows[1:], Layout(known, first))


def _unnamed(rows: Sequence[Numbered], rest: str) -> Layout | None:
    """The layout of a table without a header."""
    width = max(mode(len(_trimmed(row.cells)) for row in rows), 3 if rest else 0)
    return _completed(rows, Layout(("",) * width), rest)


def _completed(rows: Sequence[Numbered], layout: Layout, rest: str = "") -> Layout | None:
    """The layout with source and target found by their script, where no name says which they are."""
    columns = list(layout.columns)
    free = [place for place, column in enumerate(columns) if not column]
    for column, fits in (("source", is_mostly_han), ("target", _is_latin)):
        if column not in columns:
            place = next((place for place in free if _most(rows, place, fits)), None)
            if place is None:
                return None
            columns[place] = column
            free.remove(place)
    if rest and free[:1] == [2]:
        columns[2] = rest
    return layout._replace(columns=tuple(_turned(rows, columns)))


def _turned(rows: Sequence[Numbered], columns: Sequence[str]) -> Sequence[str]:
    """The columns; with source and target exchanged where the table goes from English to Chinese."""
    if _most(rows, columns.index("source"), _is_latin) and _most(rows, columns.index("target"), is_mostly_han):
        other = {"source": "target", "target": "source"}
        return [other.get(column, column) for column in columns]
    return columns


def _most(rows: Sequence[Numbered], place: int, fits: Callable[[str], bool]) -> bool:
    """Whether most cells of a column that say something fit."""
    cells = [row.cells[place] for row in rows if len(row.cells) > place and row.cells[place].strip()]
    return bool(cells) and sum(map(fits, cells)) * 2 > len(cells)


def _is_latin(cell: str) -> bool:
    return latin_count(cell) > 0 and not is_mostly_han(cell)


def _is_latin_in_chinese(form: str) -> bool:
    """Whether Chinese writes the form in Latin letters: GDP, 5G."""
    return sum(character.isupper() or character.isdigit() for character in form) > 1


def _has_other_words(rows: Sequence[Numbered], place: int, column: str) -> bool:
    """Whether a column is called like one of ours that holds fixed words, and holds others: a status “locked”."""
    return column in WORDS and any(row.cells[place].strip().lower() not in ("", *WORDS[column]) for row in rows if len(row.cells) > place)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Cells without the blanks around them, and without empty ones at the end."""
    stripped = [cell.strip() for cell in cells]
    while stripped and not stripped[-1]:
        stripped.pop()
    return tuple(stripped)


def _padded(names: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*names, *[""] * (width - len(names)))


def _column_named(name: str) -> str:
    key = _key(name)
    return _names().get(key, "") if key else ""


@cache
def _names() -> dict[str, str]:
    """What people call a column, as it is compared → tqa's name of it."""
    listed = {_key(name): column for column, name in lexicon("column-names.tsv")[1:]}
    return listed | {_key(name): name for name in COLUMNS}


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))
