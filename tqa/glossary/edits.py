"""A glossary file changed in place: what is not changed keeps every character, in its order.

draft = Draft(text, path)
draft.add({"source": "北约", "target": "NATO"})
draft.edit("两会", {"note": "every March"})
draft.remove("欧共体")
draft.text
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tqa.glossary.concept import Concept, unite
from tqa.glossary.script import simplified
from tqa.glossary.tsv import COLUMNS, LISTS, parse, read_row, split_list
from tqa.model import FormatError
from tqa.text.positions import split_lines
from tqa.text.regex import regex

_UNFIT = regex("[\t\r\n\0\ud800-\udfff]")
_LINE_END = regex("[\r\n]+$")


class Draft:
    """The text of a glossary file while it is changed. What cannot be done raises FormatError, and then nothing is changed."""

    def __init__(self, text: str, path: str):
        """Raises FormatError as `parse` does."""
        file = parse(text, path)
        self.path = path
        self.columns = file.columns
        starts = [start for start, _ in split_lines(text)]
        self._lines = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        self._header = file.header - 1
        self._entries: dict[str, list[_Entry]] = {}
        for listed in file.listed:
            self._enter(_Entry(listed.concept, tuple([file.rows[number].line - 1 for number in listed.rows])))

    @property
    def text(self) -> str:
        """The file as it is now."""
        return "".join(self._lines)

    def concept(self, source: str) -> Concept | None:
        """The concept that lists a Chinese form, or every form of a cell; None if none does. Raises FormatError if several do."""
        entry = self._find(source)
        return entry.concept if entry else None

    def known(self, source: str) -> Concept:
        """The same, where it must be listed: raises FormatError if it is not."""
        return self._known(source).concept

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, in the file's order."""
        entries = {entry.lines: entry.concept for entries in self._entries.values() for entry in entries}
        return tuple([entries[lines] for lines in sorted(entries)])

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
        folded = {simplified(form): form for form in concept.source}
        for key, form in folded.items():
            for owner in self._entries.get(key, ()):
                if owner.lists(folded) and any(self._says(line, cells) for line in owner.lines):
                    return False
                raise self._listed_already(form, owner)
        self._set_columns(columns)
        self._enter(_Entry(concept, (self._append("\t".join(row)),)))
        return True

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
                said = (
                    f"{source!r} has several rows, and line {filled[0] + 1} fills {column!r} too; change the rows in an editor, or make one of them"
                )
                raise self._refusal(said, entry, "ambiguous-term")
            for line in entry.lines if column == "source" else entry.lines[:1]:
                if not _is_same(column, rows[line].get(column, ""), cell):
                    rows[line][column] = cell.strip()
        changed = {line: cells for line, cells in rows.items() if cells != self._cells(line)}
        concepts = [self._read([cells.get(column, "") for column in columns], columns, line) for line, cells in rows.items()]
        self._refuse_others([form for concept in concepts for form in concept.source], entry)
        if changed:
            self._set_columns(columns)
            for line, cells in changed.items():
                self._rewrite(line, cells)
            self._leave(entry)
            self._enter(_Entry(unite(concepts), entry.lines))
        return bool(changed)

    def remove(self, source: str) -> Concept:
        """Take out all rows of a concept; what it was. Comments stay. Raises FormatError if the file does not list `source` or lists it twice."""
        entry = self._known(source)
        self._leave(entry)
        for line in entry.lines:
            self._lines[line] = ""
        return entry.concept

    # Concepts -----------------------------------------------------------------------------------------------------------------------

    def _enter(self, entry: _Entry) -> None:
        for form in dict.fromkeys(map(simplified, entry.concept.source)):
            self._entries.setdefault(form, []).append(entry)

    def _leave(self, entry: _Entry) -> None:
        for form in dict.fromkeys(map(simplified, entry.concept.source)):
            self._entries[form].remove(entry)

    def _find(self, source: str) -> _Entry | None:
        """The concept meant by `source`: the one whose cell it is, else the one that lists it as written, else in other characters."""
        forms = split_list(source)
        found = [entry for entry in self._entries.get(simplified(forms[0]), ()) if entry.lists(map(simplified, forms))] if forms else []
        for closer in (
            [entry for entry in found if set(forms) == set(entry.concept.source)],
            [entry for entry in found if set(forms) <= set(entry.concept.source)],
        ):
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

        near = process.extractOne(simplified(source), [form for form, entries in self._entries.items() if entries], score_cutoff=60)
        return f"; did you mean {near[0]!r}?" if near else ""

    def _refuse_others(self, forms: Iterable[str], entry: _Entry) -> None:
        for form in forms:
            for other in self._entries.get(simplified(form), ()):
                if other is not entry and form not in entry.concept.source:
                    raise self._listed_already(form, other)

    def _listed_already(self, form: str, owner: _Entry) -> FormatError:
        english = owner.concept.target or owner.concept.forbidden[0]
        return self._refusal(f"{form!r} is listed already, as {english!r}; tqa glossary edit changes that row", owner, "listed-already")

    def _refusal(self, message: str, entry: _Entry, code: str) -> FormatError:
        return FormatError(message, line=entry.lines[0] + 1, code=code, path=self.path)

    # Lines --------------------------------------------------------------------------------------------------------------------------

    def _cells(self, line: int) -> dict[str, str]:
        """Column → cell, as they stand in a line; blanks around them too."""
        return dict(zip(self.columns, _LINE_END.sub("", self._lines[line]).split("\t"), strict=False))

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
        """The concept of a row that is to stand in a line."""
        if row[0].startswith("#"):
            raise self._bad_cell(f"{columns[0]}: the first cell of a line cannot begin with “#”, which begins a comment")
        return read_row(row, columns, self.path, line + 1)

    def _bad_cell(self, message: str) -> FormatError:
        return FormatError(message, code="bad-cell", path=self.path)

    def _set_columns(self, columns: tuple[str, ...]) -> None:
        added = columns[len(self.columns) :]
        if added:
            line = self._lines[self._header]
            content = line.rstrip()
            self._lines[self._header] = "\t".join((content, *added)) + line[len(_LINE_END.sub("", line)) :]
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
        ends = (_LINE_END.search(line) for line in self._lines)
        return next((end.group() for end in ends if end), "\n")

    def _rewrite(self, line: int, cells: Mapping[str, str]) -> None:
        """Put other cells into a line; what stands past the last column stays."""
        content = _LINE_END.sub("", self._lines[line])
        old = content.split("\t")
        width = max([len(old), *(number + 1 for number, column in enumerate(self.columns) if cells.get(column))])
        new = [cells.get(column, "") for column in self.columns[:width]] + old[len(self.columns) :]
        self._lines[line] = "\t".join(new) + self._lines[line][len(content) :]


class _Entry:
    """A concept and the numbers of its lines, from 0."""

    __slots__ = ("concept", "lines")

    def __init__(self, concept: Concept, lines: tuple[int, ...]):
        self.concept = concept
        self.lines = lines

    def lists(self, folded: Iterable[str]) -> bool:
        """Whether all these forms, in simplified characters, are the concept's."""
        return set(folded) <= set(map(simplified, self.concept.source))


def new_file(columns: Sequence[str]) -> str:
    """The text of a glossary that lists nothing yet, with room for these columns."""
    return "\t".join(name for name in COLUMNS if name in {"source", "target", *columns}) + "\n"


def _is_same(column: str, one: str, other: str) -> bool:
    """Whether two cells of a column say the same."""
    return split_list(one) == split_list(other) if column in LISTS else one.strip() == other.strip()


def _did_you_mean(column: str, columns: Iterable[str]) -> str:
    # Slow to import, and wanted only where a column is unknown.
    from rapidfuzz import process

    known: Iterator[str] = iter(dict.fromkeys((*columns, *COLUMNS)))
    near = process.extractOne(column.lower(), list(known), score_cutoff=65)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(COLUMNS)}"
