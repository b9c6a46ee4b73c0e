"""A glossary file changed in place: what is not changed keeps every character, in its order.

    draft = Draft(text, path)
    draft.add({"source": "北约", "target": "NATO"})
    draft.edit("两会", {"note": "every March"})
    draft.remove("欧共体")
    draft.text

Only the rows that are asked for are read: a broken row elsewhere hinders nothing, and 100,000 others cost little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tqa.glossary.concept import Concept, unite
from tqa.glossary.rows import COLUMNS, LISTS, read_row, split_list
from tqa.glossary.script import simplified
from tqa.glossary.tsv import ParsedFile, parse, scan
from tqa.model import FormatError
from tqa.records import NamedTuple
from tqa.text.nearest import nearest
from tqa.text.positions import split_lines
from tqa.text.regex import regex

_UNFIT = regex("[\t\r\n\0\ud800-\udfff]")
_LINE_END = regex("[\r\n]+$")


class Draft:
    """The text of a glossary file while it is changed. What cannot be done raises FormatError, and then nothing is changed."""

    def __init__(self, text: str, path: str):
        """Raises FormatError for an empty file or a missing header."""
        self.path = path
        self.before: ParsedFile = scan(text, path)
        self.columns = self.before.columns
        starts = [start for start, _ in split_lines(text)]
        self._lines = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        self._listing = _listing(self.before)

    @property
    def text(self) -> str:
        """The file as it is now."""
        return "".join(self._lines)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, in the file's order. Raises FormatError for a row that cannot be read."""
        return parse(self.text, self.path).concepts

    def concept(self, source: str) -> Concept | None:
        """The concept that lists a Chinese form, or every form of a cell; None if none does. Raises FormatError if several do."""
        entry = self._find(source)
        return self._concept(entry) if entry else None

    def known(self, source: str) -> Concept:
        """The same, where it must be listed: raises FormatError if it is not."""
        return self._concept(self._known(source))

    def row(self, source: str) -> Mapping[str, str]:
        """The first row of the concept that lists `source`, as column → cell; empty cells are left out. Raises FormatError."""
        return _filled(self._cells(self._known(source).lines[0]))

    def rows_of(self, form: str) -> tuple[Mapping[str, str], ...]:
        """All rows that list a Chinese form, each as column → cell; empty cells are left out."""
        return tuple(_filled(self._cells(line)) for entry in self._entries(form) for line in entry.lines)

    def line_of(self, source: str) -> int:
        """1-based line of the first row of the concept that lists `source`. Raises FormatError if none or several do."""
        return self._known(source).lines[0] + 1

    def add(self, cells: Mapping[str, str]) -> bool:
        """Append a row, given as column → cell; False if a row says all of it already.

        A known column that the file has not is added to its header. Raises FormatError if one of the source forms is listed already.
        """
        cells = {column: cell.strip() for column, cell in cells.items() if cell.strip()}
        columns = self._with(cells)
        row = [cells.get(column, "") for column in columns]
        concept = self._read(row, columns, len(self._lines))
        for form in concept.source:
            for owner in self._entries(form):
                if owner.lists(concept.source) and any(self._says(line, cells) for line in owner.lines):
                    return False
                raise self._listed_already(form, owner)
        self._put(row, columns, concept)
        return True

    def widen(self, columns: Sequence[str]) -> None:
        """Put columns the file has not at the end of its header, whatever their names."""
        self._set_columns(self.columns + tuple(name for name in dict.fromkeys(columns) if name not in self.columns))

    def append(self, cells: Mapping[str, str]) -> None:
        """Append a row, whatever else lists its source; columns the file has not are added to its header. Raises FormatError."""
        columns = self.columns + tuple(name for name in cells if name not in self.columns)
        row = [cells.get(column, "") for column in columns]
        self._put(row, columns, self._read(row, columns, len(self._lines)))

    def edit(self, source: str, changes: Mapping[str, str]) -> bool:
        """Set cells of a concept, given as column → cell ("" empties it); whether anything changed.

        Of a concept of several rows the first one is changed; a new `source` goes to all. Raises FormatError if the file does not list
        `source` or lists it twice, if another row of the concept fills the column too, or if another concept has the new source.
        """
        entry = self._known(source)
        columns = self._with(changes)
        rows = {line: self._cells(line) for line in entry.lines}
        for column, cell in changes.items():
            filled = [line for line in entry.lines[1:] if column not in ("source", "target") and rows[line].get(column)]
            if filled:
                said = f"{source!r} has several rows, and line {filled[0] + 1} fills {column!r} too; make one row of them in an editor"
                raise self._refusal(said, entry, "ambiguous-term")
            for line in entry.lines if column == "source" else entry.lines[:1]:
                if not _is_same(column, rows[line].get(column, ""), cell):
                    rows[line][column] = cell.strip()
        changed = {line: cells for line, cells in rows.items() if cells != self._cells(line)}
        concepts = [self._read([cells.get(column, "") for column in columns], columns, line) for line, cells in rows.items()]
        forms = concepts[0].source
        self._refuse_others(forms, entry)
        if changed:
            self._set_columns(columns)
            for line, cells in changed.items():
                self._rewrite(line, cells)
                self._unlist(entry.forms, line)
                self._list(forms, line)
        return bool(changed)

    def remove(self, source: str) -> Concept:
        """Take out all rows of a concept; what it was. Comments stay. Raises FormatError if the file does not list `source` or lists it twice."""
        entry = self._known(source)
        concept = self._concept(entry)
        for line in entry.lines:
            self._unlist(entry.forms, line)
            self._lines[line] = ""
        return concept

    # Concepts -----------------------------------------------------------------------------------------------------------------------

    def _concept(self, entry: _Entry) -> Concept:
        return unite([self._read(list(self._cells(line).values()), self.columns, line) for line in entry.lines])

    def _list(self, forms: Iterable[str], line: int) -> None:
        for form in {simplified(form) for form in forms}:
            self._listing.setdefault(form, []).append(line)

    def _unlist(self, forms: Iterable[str], line: int) -> None:
        for form in {simplified(form) for form in forms}:
            self._listing[form].remove(line)

    def _entries(self, form: str) -> list[_Entry]:
        """The concepts that list a Chinese form: rows with the same set of forms are one."""
        groups: dict[frozenset[str], list[int]] = {}
        for line in sorted(self._listing.get(simplified(form), ())):
            groups.setdefault(frozenset(split_list(self._cells(line)["source"])), []).append(line)
        return [_Entry(forms, tuple(lines)) for forms, lines in groups.items()]

    def _find(self, source: str) -> _Entry | None:
        """The concept meant by `source`: the one whose cell it is, else the one that lists it as written, else in other characters."""
        forms = set(split_list(source))
        found = [entry for entry in self._entries(min(forms)) if entry.lists(forms)] if forms else []
        for closer in ([entry for entry in found if forms == entry.forms], [entry for entry in found if forms <= entry.forms]):
            if len(closer) == 1:
                return closer[0]
        if len(found) > 1:
            lines = " and ".join(str(entry.lines[0] + 1) for entry in found)
            raise self._refusal(f"{source!r} is listed on lines {lines}; name all forms of one, as its cell does", found[0], "ambiguous-term")
        return found[0] if found else None

    def _known(self, source: str) -> _Entry:
        entry = self._find(source)
        if entry is None:
            raise FormatError(f"{source!r} is not listed{self._hint(source)}", code="unknown-term", path=self.path)
        return entry

    def _hint(self, source: str) -> str:
        # Slow to import, and wanted only where a term is not listed.
        from rapidfuzz import process

        near = process.extractOne(simplified(source), [form for form, lines in self._listing.items() if lines], score_cutoff=60)
        return f"; did you mean {near[0]!r}?" if near else ""

    def _refuse_others(self, forms: Iterable[str], entry: _Entry) -> None:
        for form in forms:
            for other in self._entries(form):
                if other.lines != entry.lines and form not in entry.forms:
                    raise self._listed_already(form, other)

    def _listed_already(self, form: str, owner: _Entry) -> FormatError:
        english = self._cells(owner.lines[0])["target"].strip()
        return self._refusal(f"{form!r} is listed already, as {english!r}; tqa glossary edit changes that row", owner, "listed-already")

    def _refusal(self, message: str, entry: _Entry, code: str) -> FormatError:
        return FormatError(message, line=entry.lines[0] + 1, code=code, path=self.path)

    # Lines --------------------------------------------------------------------------------------------------------------------------

    def _cells(self, line: int) -> dict[str, str]:
        """Column → cell, as they stand in a line, blanks around them too; "" for those a short row lacks."""
        cells = _LINE_END.sub("", self._lines[line]).split("\t")
        return dict(zip(self.columns, [*cells, *[""] * len(self.columns)], strict=False))

    def _says(self, line: int, cells: Mapping[str, str]) -> bool:
        """Whether a line has these cells, its Chinese forms aside."""
        found = self._cells(line)
        return all(_is_same(column, found.get(column, ""), cell) for column, cell in cells.items() if column != "source")

    def _with(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        """The columns the file needs to hold the cells, which are looked at."""
        for column, cell in cells.items():
            if column not in self.columns and column not in COLUMNS:
                raise FormatError(f"there is no column {column!r}{_did_you_mean(column, self.columns)}", code="unknown-column", path=self.path)
            if _UNFIT.search(cell):
                raise self._bad_cell(f"{column}: a cell cannot hold a tab, a line end or half a character; write a blank")
        return self.columns + tuple(name for name in COLUMNS if cells.get(name, "").strip() and name not in self.columns)

    def _read(self, row: Sequence[str], columns: tuple[str, ...], line: int) -> Concept:
        """The concept of a row that stands, or is to stand, in a line."""
        if row[0].startswith("#"):
            raise self._bad_cell(f"{columns[0]}: the first cell of a line cannot begin with “#”, which begins a comment")
        return read_row(row, columns, self.path, line + 1)

    def _bad_cell(self, message: str) -> FormatError:
        return FormatError(message, code="bad-cell", path=self.path)

    def _put(self, row: Sequence[str], columns: tuple[str, ...], concept: Concept) -> None:
        self._set_columns(columns)
        self._list(concept.source, self._append("\t".join(row)))

    def _set_columns(self, columns: tuple[str, ...]) -> None:
        added = columns[len(self.columns) :]
        if added:
            header = self.before.header - 1
            line = self._lines[header]
            self._lines[header] = "\t".join((line.rstrip(), *added)) + line[len(_LINE_END.sub("", line)) :]
            self.columns = columns

    def _append(self, row: str) -> int:
        """Put a line behind the last one, which gets a line end if it has none; its number."""
        end = self._line_end()
        last = next(number for number in reversed(range(len(self._lines))) if self._lines[number])
        if not _LINE_END.search(self._lines[last]):
            self._lines[last] += end
        self._lines.append(row + end)
        return len(self._lines) - 1

    def _line_end(self) -> str:
        ends = (_LINE_END.search(line) for line in reversed(self._lines))
        return next((end.group() for end in ends if end), "\n")

    def _rewrite(self, line: int, cells: Mapping[str, str]) -> None:
        """Put other cells into a line; what stands past the last column stays, and a short row grows no longer than it must."""
        content = _LINE_END.sub("", self._lines[line])
        old = content.split("\t")
        width = max([len(old), *(number + 1 for number, column in enumerate(self.columns) if cells.get(column))])
        new = [cells.get(column, "") for column in self.columns[:width]] + old[len(self.columns) :]
        self._lines[line] = "\t".join(new) + self._lines[line][len(content) :]


class _Entry(NamedTuple):
    """A concept: its Chinese forms and the numbers of its lines, from 0."""

    forms: frozenset[str]
    lines: tuple[int, ...]

    def lists(self, forms: Iterable[str]) -> bool:
        """Whether all these forms are the concept's, in simplified or traditional characters."""
        return set(map(simplified, forms)) <= set(map(simplified, self.forms))


def new_file(columns: Sequence[str]) -> str:
    """The text of a glossary that lists nothing yet, with room for these columns."""
    return "\t".join(name for name in COLUMNS if name in {"source", "target", *columns}) + "\n"


def _listing(file: ParsedFile) -> dict[str, list[int]]:
    """Chinese form in simplified characters → the lines that list it, from 0."""
    forms, rows = file.forms("source")
    listing: dict[str, list[int]] = {}
    # Folded in one go: a tenth of the time.
    for form, number in zip(simplified("\n".join(forms)).split("\n"), rows, strict=True) if forms else ():
        lines = listing.setdefault(form, [])
        line = file.lines[number][0] - 1
        if line not in lines[-1:]:
            lines.append(line)
    return listing


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {column: cell.strip() for column, cell in cells.items() if cell.strip()}


def _is_same(column: str, one: str, other: str) -> bool:
    """Whether two cells of a column say the same."""
    return split_list(one) == split_list(other) if column in LISTS else one.strip() == other.strip()


def _did_you_mean(column: str, columns: Iterable[str]) -> str:
    near = nearest(column.lower(), {*columns, *COLUMNS})
    return f"; did you mean {near!r}?" if near else f"; known are {', '.join(COLUMNS)}"
