"""Concepts as text and as rows for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tqa.cli.exits import say
from tqa.text.show import show

if TYPE_CHECKING:
    from tqa.glossaries import Edited
    from tqa.glossary.concept import Concept
    from tqa.glossary.find import Hit
    from tqa.glossary.near import Near


def told(concept: Concept) -> str:
    """Chinese and English in one line: 北约|北大西洋公约组织 = NATO."""
    english = concept.target or f"(forbidden: {concept.forbidden[0]})"
    return f"{show('|'.join(concept.source))} = {show(english)}"


def concept_row(concept: Concept) -> dict[str, Any]:
    """Column → content; lists but for `target`, as in the file's columns."""
    from tqa.glossary.rows import LISTS, cells_of, split_list

    return {column: list(split_list(cell)) if column in LISTS - {"target"} else cell for column, cell in cells_of(concept).items()}


def hits_text(hits: Sequence[Hit]) -> str:
    """A line a row: its place, Chinese forms, English forms, forbidden forms."""
    lines = []
    for hit in hits:
        concept = hit.concept
        english = " | ".join(filter(None, (concept.target, *concept.allowed, *concept.short)))
        wrong = (*concept.forbidden, *concept.forbidden_if_source)
        avoid = f"  (not: {' | '.join(wrong)})" if wrong else ""
        place = f"{show(hit.path)}:{hit.line}"
        lines.append(f"{place}: {show('|'.join(concept.source))}  {show(english)}{show(avoid)}\n")
    return "".join(lines)


def hit_rows(hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """The hits as rows for JSON, best first."""
    return [{"path": hit.path, "line": hit.line, **concept_row(hit.concept), "score": hit.score, "form": hit.form} for hit in hits]


def say_near(path: str, near: Sequence[Near]) -> None:
    """A warning on stderr for each concept that is near an added or changed one."""
    for one in near:
        say(f"tqa: {show(path)}:{one.line}: warning: {show(one.form)} {one.why}: {told(one.concept)}")


def say_edited(path: str, edited: Edited) -> None:
    """What became of an edited concept, a line a column, on stderr."""
    for change in edited.changes:
        say(f"tqa: {show(path)}: {show(change.column)}: {show(change.before) or '(empty)'} → {show(change.after) or '(empty)'}")
    if not edited.changes:
        say(f"tqa: {show(path)}: {told(edited.concept)}: so already; nothing changed")
