"""Versions of a glossary file compared concept by concept: what was added, removed and changed, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from tqa.glossary.rows import COLUMNS, LISTS, WORDS, split_list
from tqa.glossary.script import simplified
from tqa.glossary.tsv import ParsedFile
from tqa.records import NamedTuple

Cells = Mapping[str, str]
"""Column → cell of a row, without blanks around it; empty ones left out."""
_SETS = LISTS - {"target"}
_DEFAULTS = {"kind": "term", "status": "approved", "keep": "no", "only_if_source": "no"}


class Version(NamedTuple):
    """A concept in one version of a file: its Chinese forms, and the line (1-based) and cells of each of its rows."""

    forms: frozenset[str]
    lines: tuple[int, ...]
    rows: tuple[Cells, ...]

    @property
    def source(self) -> str:
        """Its Chinese cell."""
        return self.rows[0]["source"]

    def says_what(self, other: Version | None) -> bool:
        """Whether both say the same, in whatever order."""
        if other is None or len(self.rows) != len(other.rows):
            return False
        return all(not changed_columns(one, another) for one, another in zip(self.rows, other.rows, strict=True))


def versions_of(file: ParsedFile) -> list[Version]:
    """The concepts of a file, in its order. Raises FormatError for a row that cannot be read."""
    found = []
    for listed in file.listed:
        rows = [file.rows[number] for number in listed.rows]
        cells = tuple({column: cell.strip() for column, cell in zip(file.columns, row.cells, strict=True) if cell.strip()} for row in rows)
        found.append(Version(frozenset(listed.concept.source), tuple(row.line for row in rows), cells))
    return found


def matched(before: Sequence[Version], after: Sequence[Version]) -> list[tuple[Version | None, Version | None]]:
    """The concepts of two versions side by side: those of `before` in their order, then those that only `after` has.

    Two belong together if they have the same Chinese forms, else if they share one and neither has a better partner.
    """
    by_forms = {version.forms: version for version in after}
    partners = {version.forms: by_forms[version.forms] for version in before if version.forms in by_forms}
    free = {version.forms: version for version in after if version.forms not in partners}
    by_form = {simplified(form): version for version in free.values() for form in version.forms}
    for version in before:
        if version.forms not in partners:
            shared = (by_form[simplified(form)] for form in sorted(version.forms) if simplified(form) in by_form)
            partner = next((one for one in shared if one.forms in free), None)
            if partner is not None:
                partners[version.forms] = free.pop(partner.forms)
    return [(version, partners.get(version.forms)) for version in before] + [(None, version) for version in free.values()]


def changed_columns(before: Cells, after: Cells) -> list[str]:
    """The columns in which two rows say different things; known ones first, in their order."""
    columns = [*COLUMNS, *sorted({*before, *after}.difference(COLUMNS))]
    return [column for column in columns if said(column, before.get(column, "")) != said(column, after.get(column, ""))]


def said(column: str, cell: str) -> object:
    """What a cell says, comparable: the order of a list says nothing, but for targets, where the first is preferred."""
    if column in _SETS:
        return frozenset(split_list(cell))
    if column in WORDS:
        word = cell.strip().lower() or _DEFAULTS.get(column, "")
        return "approved" if word == "preferred" else word
    return cell.strip()


class FieldChange(NamedTuple):
    """A column whose cell changed; "" where there is or was none."""

    column: str
    before: str
    after: str


class ConceptChange(NamedTuple):
    """A concept that was added, removed or changed. `line`: where it stands after, or stood before if it was removed, 1-based."""

    kind: Literal["added", "removed", "changed"]
    source: str
    line: int
    fields: tuple[FieldChange, ...]


def diff(before: ParsedFile, after: ParsedFile) -> Iterator[ConceptChange]:
    """What changed, in the order of `before`, then what was added. Raises FormatError for a row that cannot be read."""
    for old, new in matched(versions_of(before), versions_of(after)):
        shown = new or old
        fields = field_changes(_united(old), _united(new))
        if shown and fields:
            yield ConceptChange("added" if old is None else "removed" if new is None else "changed", shown.source, shown.lines[0], fields)


def field_changes(before: Cells, after: Cells) -> tuple[FieldChange, ...]:
    """The columns in which two rows say different things, with both cells."""
    return tuple(FieldChange(column, before.get(column, ""), after.get(column, "")) for column in changed_columns(before, after))


def _united(version: Version | None) -> Cells:
    """The rows of a concept as one: cells that differ side by side."""
    if version is None:
        return {}
    if len(version.rows) == 1:
        return version.rows[0]
    columns = dict.fromkeys(column for row in version.rows for column in row)
    return {column: "|".join(dict.fromkeys(row[column] for row in version.rows if column in row)) for column in columns}
