"""Two descendants of one glossary file made into one, concept by concept: what both sides agree on is taken, the rest is a conflict.

The result is ours with the changes of theirs worked in, so that our order, comments and bytes stay; if ours is in normal form, so is
the result. What neither side may decide alone stands in it as git writes conflicts, which no verb reads as terms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from tqa.glossary.edits import Draft
from tqa.glossary.rows import LISTS, join_list, split_list
from tqa.glossary.script import simplified
from tqa.glossary.tsv import ParsedFile, fmt, parse, scan
from tqa.glossary.versions import Cells, Version, changed_columns, matched, said, versions_of
from tqa.model import FormatError
from tqa.records import NamedTuple
from tqa.text.positions import LINE_END, split_lines
from tqa.text.show import show

Side = Literal["base", "ours", "theirs"]


class Conflict(NamedTuple):
    """What both sides did with a concept and cannot both have: `column` is "" where whole rows are meant; a side is None where it has none."""

    source: str
    column: str
    base: str | None
    ours: str | None
    theirs: str | None


class Merged(NamedTuple):
    """The text of the result, and what in it is in conflict."""

    text: str
    conflicts: tuple[Conflict, ...]


def merge(base: str, ours: str, theirs: str, paths: Mapping[Side, str]) -> Merged:
    """The three-way merge of the texts of three files; an empty `base` is one that lists nothing.

    Cells are merged one by one, lists item by item. In conflict are: a cell that both sides set otherwise, a concept that one side removed
    and the other changed, a form that one side allows and the other forbids, a concept of several rows that both changed, and a term that
    would be listed twice. Raises FormatError for a side that cannot be read.
    """
    old = parse(base if base.strip("\ufeff\r\n\t ") else "source\ttarget\n", paths["base"])
    mine, other = parse(ours, paths["ours"]), parse(theirs, paths["theirs"])
    work = _Work(Draft(ours, paths["ours"]))
    work.draft.widen([column for column in other.columns if column not in old.columns])
    for versions in _triples(old, mine, other):
        work.take(*versions)
    text = _with_comments(work.draft.text, old, other)
    if fmt(ours, paths["ours"]) == ours:
        text = fmt(text, paths["ours"])
    return Merged(_marked(text, work.open, paths), tuple(work.conflicts))


_Triple = tuple[Version | None, Version | None, Version | None]


def _triples(base: ParsedFile, ours: ParsedFile, theirs: ParsedFile) -> Iterator[_Triple]:
    """Each concept in the three files, None where it is not."""
    old = versions_of(base)
    in_ours, in_theirs = matched(old, versions_of(ours)), matched(old, versions_of(theirs))
    for (version, mine), (_, other) in zip(in_ours[: len(old)], in_theirs[: len(old)], strict=True):
        yield version, mine, other
    new_in_ours, new_in_theirs = ([after for _, after in pairs[len(old) :] if after] for pairs in (in_ours, in_theirs))
    for mine, other in matched(new_in_ours, new_in_theirs):
        yield None, mine, other


class _Open(NamedTuple):
    """A concept in conflict: its forms in the result, none where ours has no row of it, and the rows of theirs to be shown beside it."""

    forms: frozenset[str]
    theirs: tuple[Cells, ...]


class _Work:
    """Our file while the changes of theirs are worked in."""

    def __init__(self, draft: Draft):
        self.draft = draft
        self.conflicts: list[Conflict] = []
        self.open: list[_Open] = []
        self._appended: set[str] = set()

    def take(self, base: Version | None, ours: Version | None, theirs: Version | None) -> None:
        """Work in what theirs did with one concept."""
        if _is_same(base, theirs) or _is_same(ours, theirs):
            return
        if ours is None:
            if base is None and theirs:
                self._append(theirs)
            else:
                self._leave(base, None, theirs)
        elif _is_same(base, ours):
            self._follow(ours, theirs)
        elif theirs and max(len(version.rows) for version in (base, ours, theirs) if version) == 1:
            self._merge_cells(base, ours, theirs)
        else:
            self._leave(base, ours, theirs)

    def _follow(self, ours: Version, theirs: Version | None) -> None:
        """Do as theirs did with a concept that ours left alone."""
        if theirs and len(ours.rows) == len(theirs.rows) == 1:
            self._merge_cells(ours, ours, theirs)
            return
        self.draft.remove(ours.source)
        if theirs:
            self._append(theirs)

    def _append(self, theirs: Version) -> None:
        taken = [form for form in sorted(theirs.forms) if self.draft.rows_of(form) and simplified(form) not in self._appended]
        if taken:
            rows = self.draft.rows_of(taken[0])
            self._leave(None, Version(frozenset(split_list(rows[0]["source"])), (), rows), theirs)
            return
        self._appended |= set(map(simplified, theirs.forms))
        for row in theirs.rows:
            self.draft.append(row)

    def _merge_cells(self, base: Version | None, ours: Version, theirs: Version) -> None:
        old, mine, other = (base.rows[0] if base else {}), ours.rows[0], theirs.rows[0]
        cells, disputed = dict(mine), []
        for column in changed_columns(old, other):
            cell = _merged_cell(column, old.get(column, ""), mine.get(column, ""), other.get(column, ""))
            if cell is None:
                disputed.append(column)
            else:
                cells[column] = cell
        if _contradicts(cells) and not _contradicts(mine) and not _contradicts(other):
            self._leave(base, ours, theirs)
            return
        try:
            self.draft.edit(ours.source, {column: cells.get(column, "") for column in changed_columns(mine, cells)})
        except FormatError:
            # A new source of theirs is listed elsewhere in ours, or ours and theirs took away all forms between them.
            self._leave(base, ours, theirs)
            return
        if disputed:
            self.conflicts += [Conflict(ours.source, column, *(side.get(column, "") for side in (old, mine, other))) for column in disputed]
            self.open.append(_Open(frozenset(split_list(cells["source"])), ({**cells, **{column: other.get(column, "") for column in disputed}},)))

    def _leave(self, base: Version | None, ours: Version | None, theirs: Version | None) -> None:
        """Settle nothing: the whole concept is in conflict."""
        shown = ours or theirs
        if shown:
            self.conflicts.append(Conflict(shown.source, "", *(_told(side) for side in (base, ours, theirs))))
            self.open.append(_Open(ours.forms if ours else frozenset(), theirs.rows if theirs else ()))


def _is_same(one: Version | None, other: Version | None) -> bool:
    return one is other if one is None or other is None else one.says_what(other)


def _merged_cell(column: str, old: str, mine: str, other: str) -> str | None:
    """The cell both sides can live with, None if there is none."""
    if said(column, mine) == said(column, old):
        return other
    if said(column, mine) == said(column, other):
        return mine
    if column not in LISTS or column == "target":
        return None
    before, ours, theirs = split_list(old), split_list(mine), split_list(other)
    kept = [item for item in ours if item in theirs or item not in before]
    return join_list(dict.fromkeys((*kept, *(item for item in theirs if item not in before))))


def _contradicts(cells: Cells) -> bool:
    """Whether a row forbids what it allows."""
    fine, wrong = (
        {form for column in columns for form in split_list(cells.get(column, ""))}
        for columns in (("target", "allowed", "short"), ("forbidden", "forbidden_if_source"))
    )
    return not fine.isdisjoint(wrong)


def _told(version: Version | None) -> str | None:
    if version is None:
        return None
    return " / ".join("; ".join(f"{column}={cell}" for column, cell in row.items()) for row in version.rows)


# Lines ------------------------------------------------------------------------------------------------------------------------------


def _with_comments(text: str, base: ParsedFile, theirs: ParsedFile) -> str:
    """The text with the comments theirs added, each above the concept it stands above there, and without those theirs took out."""
    result = scan(text, "")
    known, there, here = (Counter(comment.text for comment in file.comments) for file in (base, theirs, result))
    # What both added is there already.
    added, gone = there - known - (here - known), known - there
    lines = list(_lines(text))
    for comment in result.comments:
        if gone[comment.text]:
            gone[comment.text] -= 1
            lines[comment.line - 1] = ""
    end = _end(lines[result.header - 1])
    places = dict(reversed(_rows(result)))
    rows = _rows(theirs)
    for comment in theirs.comments:
        if added[comment.text]:
            added[comment.text] -= 1
            below = rows[comment.row][0] if comment.row is not None and comment.row < len(rows) else None
            if comment.row is None or below in places:
                line = result.header - 1 if below is None else places[below]
                lines[line] = f"{comment.text}{end}{lines[line]}"
            else:
                lines.append(comment.text + end)
    return "".join(_ended(lines, end)) if there != known else text


def _marked(text: str, open_: Sequence[_Open], paths: Mapping[Side, str]) -> str:
    """The text with the rows in conflict between marks, as git writes them; what ours has no row of at the end."""
    if not open_:
        return text
    file = scan(text, "")
    lines = list(_lines(text))
    end = _end(lines[file.header - 1])
    lines = list(_ended(lines, end))
    places: dict[frozenset[str], list[int]] = {}
    for forms, line in _rows(file):
        places.setdefault(forms, []).append(line)
    theirs: dict[int, str] = {}
    for one in open_:
        first = places[one.forms][0] if one.forms in places else len(lines)
        lines += [""] * (first == len(lines))
        theirs[first] = theirs.get(first, "") + "".join("\t".join(row.get(column, "") for column in file.columns) + end for row in one.theirs)
        for place in places.get(one.forms, ())[1:]:
            lines[first] += lines[place]
            lines[place] = ""
    for first, rows in theirs.items():
        lines[first] = f"<<<<<<< {show(paths['ours'])}{end}{lines[first]}======={end}{rows}>>>>>>> {show(paths['theirs'])}{end}"
    return "".join(lines)


def _rows(file: ParsedFile) -> list[tuple[frozenset[str], int]]:
    """The Chinese forms of each row and its line, from 0."""
    place = file.columns.index("source")
    return [(frozenset(split_list(cells[place])), line - 1) for line, cells in file.lines]


def _lines(text: str) -> Iterable[str]:
    """The lines with their ends."""
    starts = [start for start, _ in split_lines(text)]
    return (text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True))


def _ended(lines: Sequence[str], end: str) -> Iterator[str]:
    """The lines, each with a line end; those taken out stay empty."""
    return (line if not line or LINE_END.search(line) else line + end for line in lines)


def _end(line: str) -> str:
    match = LINE_END.search(line)
    return match.group() if match else "\n"
