"""Decisions carried out on a glossary, and the memory of them, so that each is carried out once.

The memory is a table beside the file that was changed, house.decided.tsv beside house.tsv: a row a decision, only ever appended to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os.path import splitext
from types import MappingProxyType
from typing import get_args

from tqa.engine.decisions import Action, Decision
from tqa.glossary.concept import Concept
from tqa.glossary.edits import Draft
from tqa.glossary.rows import join_list
from tqa.glossary.script import simplified
from tqa.model import FormatError
from tqa.text.positions import split_lines

_COLUMNS = ("id", "action", "concept", "fingerprint", "value", "reason", "author", "date")
_HEAD = "# Decisions that tqa has carried out; what is rejected here is not suggested again.\n" + "\t".join(_COLUMNS) + "\n"
_ACTIONS = {action: action for action in get_args(Action)}
_IN_GLOSSARY = ("accept", "edit", "forbid", "prefer", "reject")


def memory_path(path: str) -> str:
    """The file that remembers what was decided about the glossary or baseline at `path`."""
    return splitext(path)[0] + ".decided.tsv"


def remembered(text: str, path: str) -> tuple[Decision, ...]:
    """The decisions a memory holds, oldest first; `glossary` is left open. Raises FormatError with line and cure."""
    columns: tuple[str, ...] = ()
    decisions = []
    for line, (_, content) in enumerate(split_lines(text), 1):
        cells = content.split("\t")
        if content.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            raise FormatError("a merge left its marks; keep the lines of both sides", line=line, code="merge-marks", path=path)
        if not content.strip() or content.startswith("#"):
            continue
        if not columns:
            columns = tuple(cells)
            if missing := [name for name in ("id", "action", "concept") if name not in columns]:
                raise FormatError(f"no column {missing[0]!r}; restore the file, or delete it to forget it all", line=line, path=path)
            continue
        found = {name: cell for name, cell in zip(columns, cells, strict=False) if name in _COLUMNS}
        action = _ACTIONS.get(found.pop("action", ""))
        if action is None or not found.get("id"):
            raise FormatError("a row without a known action or an id; restore the file, or delete the row", line=line, path=path)
        decisions.append(Decision(found.pop("id"), action, **found))
    return tuple(decisions)


def remembering(text: str, decisions: Iterable[Decision]) -> str:
    """The memory's text with further decisions at its end."""
    text = text or _HEAD
    columns = next(content.split("\t") for _, content in split_lines(text) if content.strip() and not content.startswith("#"))
    rows = ["\t".join(getattr(one, name) if name in _COLUMNS else "" for name in columns) for one in decisions]
    return text + ("" if text.endswith("\n") else "\n") + "".join(f"{row}\n" for row in rows)


class Rejected:
    """What was rejected and never accepted since."""

    def __init__(self, decisions: Sequence[Decision]):
        self._pairs: set[tuple[str, str]] = set()
        for one in decisions:
            term = simplified(one.concept)
            if one.action == "reject":
                self._pairs.add((term, one.value.lower()))
            elif one.action in ("accept", "edit", "prefer"):
                self._pairs -= {(term, ""), (term, one.value.lower())}

    def holds(self, source: str, target: str) -> bool:
        """Whether the term was rejected, or this rendering of it."""
        term = simplified(source)
        return (term, "") in self._pairs or (term, target.lower()) in self._pairs


def is_for_glossary(decision: Decision) -> bool:
    """Whether a glossary is changed by it, and not a baseline or an article."""
    return bool(decision.concept) and decision.action in _IN_GLOSSARY


def carry_out(draft: Draft, decision: Decision, details: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Change the glossary as decided; whether anything changed. A second time changes nothing. Raises FormatError as the draft does.

    `details`: further cells of the concept, column → cell, if it is new and approved.
    """
    concept = draft.concept(decision.concept)
    value = decision.value
    if decision.action == "reject":
        return _drop(draft, decision.concept, concept)
    if concept is None:
        more = {"status": "forbidden"} if decision.action == "forbid" else details
        return draft.add({"source": decision.concept, "target": join_list((value,)), **more})
    cells = _forbidding(concept, value) if decision.action == "forbid" else _allowing(concept, value, decision.action)
    return draft.edit(decision.concept, cells)


def _drop(draft: Draft, source: str, concept: Concept | None) -> bool:
    """Take a concept out that only was a suggestion; an approved one is nobody's to reject in passing."""
    if concept is None or concept.status != "suggested":
        return False
    draft.remove(source)
    return True


def _allowing(concept: Concept, value: str, action: Action) -> dict[str, str]:
    """Cells of the concept once `value` is one of its forms, the first one unless it only joins those that are fine."""
    suggested = concept.status == "suggested"
    first = action != "accept" or not concept.target or suggested
    kept = [form for form in concept.forms if action == "prefer" or form != concept.target or not first]
    target = value if first else concept.target
    others = dict.fromkeys([*kept, *([] if first or value in concept.short else [value])])
    others.pop(target, None)
    return {
        "target": join_list((target,)),
        "allowed": join_list(others),
        **_without(concept, value, ("forbidden", "forbidden_if_source")),
        **({"status": ""} if concept.status != "approved" else {}),
    }


def _forbidding(concept: Concept, value: str) -> dict[str, str]:
    """Cells of the concept once `value` is forbidden; if no other form is fine, its row is one of a forbidden form."""
    left = [form for form in concept.forms if form != value]
    if not left and concept.target:
        return {"target": join_list((value,)), "status": "forbidden", **_without(concept, value, ("forbidden", "short"))}
    cells = {"target": join_list(left[:1]), "allowed": join_list(left[1:])} if concept.target else {}
    forbidden = dict.fromkeys((*concept.forbidden, value))
    if not concept.target:
        forbidden.pop(concept.forbidden[0], None)
    return {**cells, "forbidden": join_list(forbidden), **_without(concept, value, ("short", "forbidden_if_source"))}


def _without(concept: Concept, value: str, columns: Iterable[str]) -> dict[str, str]:
    """The list cells that hold the form, without it."""
    return {name: join_list([form for form in getattr(concept, name) if form != value]) for name in columns if value in getattr(concept, name)}
