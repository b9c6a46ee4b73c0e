"""Changes and conflicts of glossary versions as text and as rows for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tqa.text.show import show

if TYPE_CHECKING:
    from tqa.glossary.merging import Conflict
    from tqa.glossary.versions import ConceptChange, FieldChange

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def changes_text(changes: Sequence[ConceptChange]) -> str:
    """A line a concept, and below a changed one a line a column."""
    lines = []
    for change in changes:
        cells = {field.column: field.after or field.before for field in change.fields}
        english = f" = {show(cells['target'])}" if change.kind != "changed" and "target" in cells else ""
        lines.append(f"{_SIGNS[change.kind]} {show(change.source)}{english}\n")
        lines += [f"    {show(field.column)}: {_step(field)}\n" for field in change.fields if change.kind == "changed"]
    return "".join(lines)


def _step(field: FieldChange) -> str:
    """A cell before and after; of a list, the items that came and went."""
    from tqa.glossary.rows import LISTS, split_list

    if field.column in LISTS and field.column != "target":
        before, after = split_list(field.before), split_list(field.after)
        return "  ".join([f"- {show(item)}" for item in before if item not in after] + [f"+ {show(item)}" for item in after if item not in before])
    return f"{show(field.before) or '(empty)'} → {show(field.after) or '(empty)'}"


def change_rows(changes: Sequence[ConceptChange]) -> list[dict[str, Any]]:
    """The changes as rows for JSON."""
    return [
        {"kind": change.kind, "source": change.source, "line": change.line, "fields": [field._asdict() for field in change.fields]}
        for change in changes
    ]


def conflicts_text(conflicts: Sequence[Conflict]) -> str:
    """A line a conflict, and below it what each side has."""
    return "".join(line for conflict in conflicts for line in _conflict_lines(conflict))


def _conflict_lines(conflict: Conflict) -> Iterator[str]:
    yield f"! {show(conflict.source)}{f': {show(conflict.column)}' if conflict.column else ''}\n"
    for side, cell in (("base", conflict.base), ("ours", conflict.ours), ("theirs", conflict.theirs)):
        yield f"    {side:6} {'(not there)' if cell is None else show(cell) or '(empty)'}\n"


def conflict_rows(conflicts: Sequence[Conflict]) -> list[dict[str, Any]]:
    """The conflicts as rows for JSON."""
    return [conflict._asdict() for conflict in conflicts]
