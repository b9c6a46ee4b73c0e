"""The glossary file: tab-separated, one concept a row.

Normal form (`fmt`): comments before the header stay there, others travel with the row below them; columns in the order of COLUMNS, then
unknown ones in the file's order, none dropped; cells stripped, list items without blanks around them, repeats or empty ones; rows sorted
by source cell, rows of one concept together in the file's order; no blank lines; LF.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from typing import NamedTuple, get_args

from tqa.glossary.concept import Concept, Kind, Status, Unread, unite
from tqa.glossary.unread import unread
from tqa.model import FormatError
from tqa.text.positions import split_lines
from tqa.text.regex import regex

COLUMNS = (
    "source",
    "target",
    "allowed",
    "forbidden",
    "forbidden_if_source",
    "short",
    "strength",
    "kind",
    "case",
    "keep",
    "only_if_source",
    "not_inside",
    "status",
    "origin",
    "note",
    "examples",
)
LISTS = frozenset(("source", "target", "allowed", "forbidden", "forbidden_if_source", "short", "not_inside", "examples"))
WORDS = {
    "strength": ("info", "warning", "error"),
    "kind": get_args(Kind),
    "case": ("exact",),
    "keep": ("yes", "no"),
    "only_if_source": ("yes", "no"),
    "status": ("approved", "preferred", "suggested", "forbidden"),
}
"""What the columns with fixed words may hold besides nothing."""
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Row(NamedTuple):
    """One row as it stands in the file: `line` is 1-based, `cells` go by the file's columns, short rows filled up."""

    line: int
    cells: tuple[str, ...]


class Comment(NamedTuple):
    """A line that begins with `#`; `row` is the number of the row below it, None above the header."""

    line: int
    text: str
    row: int | None


class Listed(NamedTuple):
    """A concept and the numbers of the rows that make it up."""

    concept: Concept
    rows: tuple[int, ...]


class ParsedFile:
    """A glossary file: what it says (`listed`) and how it says it."""

    def __init__(
        self,
        path: str,
        text: str,
        header: tuple[int, tuple[str, ...]],
        lines: Sequence[tuple[int, list[str]]],
        comments: tuple[Comment, ...],
    ):
        """`header`: its line, 1-based, and the columns it names; `lines`: the line of each row, 1-based, and its cells, as many as stand there."""
        self.path = path
        self.text = text
        self.header, columns = header
        self.columns = columns
        self.comments = comments
        self.lines = lines
        self._places = {column: place for place, column in enumerate(columns)}

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """The concepts with their rows, in the file's order. Raises FormatError for a row that cannot be read."""
        return _listed(self.lines, self.columns, self.path)

    @cached_property
    def entries(self) -> Sequence[Concept | Unread]:
        """The concepts, in the file's order, read or not. Raises FormatError for a row that cannot be read."""
        rows = [cells for _, cells in self.lines]
        return unread(rows, self.columns, WORDS, split_list, partial(read_row, path="", line=0)) or self.concepts

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the file's order."""
        return tuple([listed.concept for listed in self.listed])

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows; a run that only checks articles asks for none."""
        width = len(self.columns)
        return tuple(Row(line, tuple((cells + [""] * (width - len(cells)))[:width])) for line, cells in self.lines)

    def concept(self, number: int) -> Concept:
        """What the row of that number says on its own. Raises FormatError if it cannot be read."""
        line, cells = self.lines[number]
        return read_row(cells, self.columns, self.path, line)

    def forms(self, *columns: str) -> tuple[list[str], list[int]]:
        """The items of these columns as they stand, and the number of the row of each: fast, for looking through large files."""
        forms: list[str] = []
        rows: list[int] = []
        for place in (self.columns.index(column) for column in columns if column in self.columns):
            for number, (_, cells) in enumerate(self.lines):
                cell = cells[place] if place < len(cells) else ""
                if "|" in cell:
                    items = split_list(cell)
                    forms += items
                    rows += [number] * len(items)
                elif cell:
                    forms.append(cell.strip())
                    rows.append(number)
        return forms, rows

    def cell(self, row: Row, column: str) -> str:
        """A row's cell, "" where the file has no such column."""
        place = self._places.get(column)
        return "" if place is None else row.cells[place]

    def column_of(self, row: Row, column: str) -> int:
        """1-based column, in code points, where a row's cell begins in its line."""
        return 1 + sum(len(cell) + 1 for cell in row.cells[: self.columns.index(column)])


def parse(text: str, path: str) -> ParsedFile:
    """The file's concepts, rows and comments.

    Raises FormatError, with line and cure, for an empty file, a missing header or a row that says nothing that could be checked.
    """
    file = scan(text, path)
    _ = file.entries
    return file


def scan(text: str, path: str) -> ParsedFile:
    """The same with rows nobody has read yet: a tenth of the time. Raises FormatError for an empty file or a missing header."""
    if not text.lstrip("\ufeff"):
        raise FormatError("the file is empty; a glossary begins with the line “source⇥target”", line=1, path=path)
    columns: tuple[str, ...] = ()
    header = 0
    rows: list[tuple[int, list[str]]] = []
    comments: list[Comment] = []
    for line, (_, content) in enumerate(split_lines(text.removeprefix("\ufeff")), 1):
        if content.startswith(_CONFLICT):
            said = "a conflict of a merge stands here; keep one of its rows and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
            raise FormatError(said, line=line, path=path)
        if content.startswith("#"):
            comments.append(Comment(line, content.rstrip(), len(rows) if columns else None))
        elif content and not content.isspace():
            if columns:
                rows.append((line, content.split("\t")))
            else:
                header, columns = line, _header(content.split("\t"), path, line)
    if not columns:
        raise FormatError("no header; a glossary begins with the line “source⇥target”", line=1, path=path)
    return ParsedFile(path, text, (header, columns), rows, tuple(comments))


def fmt(text: str, path: str) -> str:
    """The file in normal form (see above); raises FormatError as `parse` does."""
    file = parse(text, path)
    known = [name for name in COLUMNS if name in file.columns]
    columns = known + [name for name in file.columns if name not in COLUMNS]
    order = {number: listed.rows for listed in file.listed for number in listed.rows[:1]}
    lines = [comment.text for comment in file.comments if comment.row is None]
    lines.append("\t".join(columns))
    cells = {number: [_normal(name, file.cell(row, name)) for name in columns] for number, row in enumerate(file.rows)}
    for first in sorted(order, key=lambda number: cells[number][0]):
        for number in order[first]:
            lines += [comment.text for comment in file.comments if comment.row == number]
            lines.append("\t".join(cells[number]))
    lines += [comment.text for comment in file.comments if comment.row == len(file.rows)]
    return "\n".join(lines) + "\n"


def dump(concepts: Iterable[Concept]) -> str:
    """A new file in normal form, one row a concept, with the columns that are used."""
    rows = [cells_of(concept) for concept in concepts]
    columns = [name for name in COLUMNS if name in ("source", "target") or any(row[name] for row in rows)]
    lines = ["\t".join(columns)] + ["\t".join(row[name] for name in columns) for row in rows]
    return fmt("\n".join(lines) + "\n", "glossary")


def cells_of(concept: Concept) -> dict[str, str]:
    """Column → cell of a row that says what `concept` says.

    A concept without a target becomes a row of status forbidden whose target is its first forbidden form.
    """
    bare = not concept.target
    forbidden = concept.forbidden[1:] if bare else concept.forbidden
    cells = {
        "source": join_list(concept.source),
        "target": join_list(concept.forbidden[:1] if bare else (concept.target,)),
        "allowed": join_list(concept.allowed),
        "forbidden": join_list(forbidden),
        "forbidden_if_source": join_list(concept.forbidden_if_source),
        "short": join_list(concept.short),
        "strength": concept.strength,
        "kind": "" if concept.kind == "term" else concept.kind,
        "case": "exact" if concept.exact_case else "",
        "keep": "yes" if concept.keep else "",
        "only_if_source": "yes" if concept.only_if_source else "",
        "not_inside": join_list(concept.not_inside),
        "status": "forbidden" if bare else "" if concept.status == "approved" else concept.status,
        "origin": concept.origin,
        "note": concept.note,
        "examples": concept.examples,
    }
    return {name: _BREAKS.sub(" ", cell) for name, cell in cells.items()}


def read_row(cells: Sequence[str], columns: tuple[str, ...], path: str, line: int) -> Concept:
    """The concept of one row, given its cells. Raises FormatError."""
    if len(cells) > len(columns) and any(map(str.strip, cells[len(columns) :])):
        raise _complaint(cells, columns, path, line)
    concept = _concept({column: cell for column, cell in zip(columns, cells, strict=False) if cell})
    if concept is None:
        raise _complaint(cells[: len(columns)], columns, path, line)
    return concept


_BREAKS = regex("[\t\r\n]")
_BAR = regex(r"(?<!\\)\|")


def split_list(cell: str) -> tuple[str, ...]:
    """The items of a cell, split by `|`; `\\|` is a bar. No blanks around them, no repeats."""
    if "|" not in cell:
        item = cell.strip()
        return (item,) if item else ()
    items = [item.replace("\\|", "|") for item in _BAR.split(cell)] if "\\" in cell else cell.split("|")
    return tuple(dict.fromkeys(filter(None, map(str.strip, items))))


def join_list(items: Iterable[str]) -> str:
    """The cell that holds the items."""
    written = [item.replace("|", "\\|") for item in items]
    # A blank keeps an item that ends in a backslash from escaping the bar after it.
    return "".join(item + (" |" if item.endswith("\\") else "|") for item in written[:-1]) + "".join(written[-1:])


def _header(cells: Sequence[str], path: str, line: int) -> tuple[str, ...]:
    """The column names, known ones in lower case."""
    stripped = "\t".join(cells).rstrip().split("\t")
    names = tuple(name.lower() if name.lower() in COLUMNS else name for name in (cell.strip() for cell in stripped))
    missing = [name for name in ("source", "target") if name not in names]
    if missing:
        near = [cell for cell in names if cell and cell not in COLUMNS and _near(cell.lower(), missing)]
        cure = f"is {near[0]!r} meant?" if near else "a glossary begins with a line that names its columns, such as “source⇥target”"
        raise FormatError(f"no header with the column {missing[0]!r}; {cure}", line=line, path=path)
    for number, name in enumerate(names):
        if name and name in names[:number]:
            raise FormatError(f"the column {name!r} is there twice; delete one", line=line, path=path)
        if not name:
            raise FormatError(f"column {number + 1} has no name; name or delete it", line=line, path=path)
    return names


def _complaint(cells: Sequence[str], columns: tuple[str, ...], path: str, line: int) -> FormatError:
    """Why a row cannot be read."""
    if len(cells) > len(columns):
        said = f"{len(cells)} cells under {len(columns)} columns"
        return FormatError(f"{said}; a list is split by “|”, not by tabs", line=line, path=path)
    found = dict(zip(columns, cells, strict=False))
    source = found.get("source", "")
    if not split_list(source):
        return FormatError("no source; write the Chinese term or delete the row", line=line, path=path)
    if source.lstrip().startswith("#"):
        return FormatError("a source cannot begin with “#”, which begins a comment", line=line, path=path)
    for column, words in WORDS.items():
        word = found.get(column, "").strip().lower()
        if word and word not in words and split_list(found.get("target", "")):
            near = _near(word, words)
            cure = f"did you mean {near!r}?" if near else f"write {', '.join(words)} or nothing"
            return FormatError(f"{column} {found[column].strip()!r} is unknown; {cure}", line=line, path=path)
    return FormatError(f"no target for {source.strip()!r}; write the English or delete the row", line=line, path=path)


def _near(word: str, words: Iterable[str]) -> str | None:
    # Slow to import, and wanted only where a file is broken.
    from rapidfuzz import process

    found = process.extractOne(word, list(words), score_cutoff=65)
    return str(found[0]) if found else None


def _listed(lines: Sequence[tuple[int, list[str]]], columns: tuple[str, ...], path: str) -> tuple[Listed, ...]:
    """Rows with the same set of source forms make one concept."""
    groups: dict[tuple[str, ...], list[int]] = {}
    concepts = []
    for number, (line, cells) in enumerate(lines):
        concept = read_row(cells, columns, path, line)
        concepts.append(concept)
        source = concept.source
        groups.setdefault(source if len(source) == 1 else tuple(sorted(source)), []).append(number)
    return tuple(
        [
            Listed(concepts[numbers[0]] if len(numbers) == 1 else unite([concepts[number] for number in numbers]), tuple(numbers))
            for numbers in groups.values()
        ]
    )


_STRENGTHS = {word: word for word in ("", *WORDS["strength"])}
_KINDS: dict[str, Kind] = {"": "term", **{kind: kind for kind in get_args(Kind)}}
_STATUSES: dict[str, Status] = {"": "approved", "preferred": "approved", **{status: status for status in get_args(Status)}}
_EXACT = {"": False, "exact": True}
_YES = {"": False, "no": False, "yes": True}


def _concept(found: dict[str, str]) -> Concept | None:
    """The concept of one row, given its cells; None if one of them cannot be read."""
    source, targets = split_list(found.get("source", "")), split_list(found.get("target", ""))
    if not source or not targets or found["source"].lstrip().startswith("#"):
        return None
    try:
        status = _STATUSES[found["status"].strip().lower()] if "status" in found else "approved"
        strength = _STRENGTHS[found["strength"].strip().lower()] if "strength" in found else ""
        kind = _KINDS[found["kind"].strip().lower()] if "kind" in found else "term"
        exact = "case" in found and _EXACT[found["case"].strip().lower()]
        keep = "keep" in found and _YES[found["keep"].strip().lower()]
        only_if_source = "only_if_source" in found and _YES[found["only_if_source"].strip().lower()]
    except KeyError:
        return None
    banned = status == "forbidden"
    allowed = split_list(found["allowed"]) if "allowed" in found else ()
    forbidden = split_list(found["forbidden"]) if "forbidden" in found else ()
    if banned:
        forbidden = tuple(dict.fromkeys((*targets, *forbidden)))
    elif len(targets) > 1 or targets[0] in allowed:
        allowed = tuple([form for form in dict.fromkeys((*targets[1:], *allowed)) if form != targets[0]])
    return Concept(
        source,
        "" if banned else targets[0],
        allowed,
        forbidden,
        split_list(found["forbidden_if_source"]) if "forbidden_if_source" in found else (),
        split_list(found["short"]) if "short" in found else (),
        strength,
        kind,
        exact,
        keep,
        only_if_source,
        split_list(found["not_inside"]) if "not_inside" in found else (),
        status,
        found["origin"].strip() if "origin" in found else "",
        found["note"].strip() if "note" in found else "",
        _normal("examples", found["examples"]) if "examples" in found else "",
    )


def _normal(column: str, cell: str) -> str:
    if not cell:
        return cell
    if column == "examples":
        if "|" not in cell:
            return cell.strip()
        return " | ".join(item.replace("|", "\\|") for item in split_list(cell))
    if column in LISTS:
        return join_list(split_list(cell))
    return cell.strip().lower() if column in WORDS else cell.strip()
