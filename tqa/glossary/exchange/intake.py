"""Concepts of another file taken into a glossary: what is new is added, what adds to a concept completes it, nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from tqa.glossary.concept import Concept, unite
from tqa.glossary.edits import Draft
from tqa.glossary.rows import COLUMNS, LISTS, cells_of, join_list
from tqa.glossary.script import simplified
from tqa.model import FormatError
from tqa.records import NamedTuple

Outcome = Literal["added", "completed", "replaced", "same", "conflict"]


class Change(NamedTuple):
    """A column of a concept and its cell before and after."""

    column: str
    before: str
    after: str


class Taken(NamedTuple):
    """What became of a concept. `line`: where it stands in the glossary, 0 where nowhere.

    `kept`: what the glossary says in columns where the file says something else and neither is wrong; `reasons`: why it was not taken.
    """

    outcome: Outcome
    concept: Concept
    line: int = 0
    changes: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()


_TALK = ("origin", "note")
"""Columns that are words about the concept: two of them contradict nothing."""


def take_in(draft: Draft, concepts: Iterable[Concept], *, replace: bool = False) -> tuple[Taken, ...]:
    """Take the concepts into the draft, each whole or not at all. `replace`: where the two contradict each other, the new one counts."""
    return tuple([_take_in(draft, concept, replace=replace) for concept in concepts])


def _take_in(draft: Draft, concept: Concept, *, replace: bool) -> Taken:
    try:
        owners = {owner.source: owner for form in concept.source if (owner := draft.concept(join_list((form,))))}
        if len(owners) > 1:
            lines = " and ".join(str(draft.line_of(join_list(source))) for source in owners)
            return Taken("conflict", concept, reasons=(f"its forms belong to several concepts, on lines {lines}",))
        for owner in owners.values():
            return _add_to(draft, owner, concept, replace=replace)
        cells = {column: cell for column, cell in cells_of(concept).items() if cell}
        draft.add(cells)
        return Taken("added", concept, draft.line_of(cells["source"]))
    except FormatError as error:
        return Taken("conflict", concept, error.line or 0, reasons=(str(error),))


def _add_to(draft: Draft, owner: Concept, concept: Concept, *, replace: bool) -> Taken:
    source = join_list(owner.source)
    line = draft.line_of(source)
    reasons = tuple(_contradictions(owner, concept))
    if reasons and not replace:
        return Taken("conflict", concept, line, reasons=reasons)
    whole = _replaced(owner, concept) if reasons else _completed(owner, concept)
    if replace:
        whole = whole._replace(origin=concept.origin or owner.origin, note=concept.note or owner.note)
    before, after, there = cells_of(owner), cells_of(whole), cells_of(concept)
    changes = tuple([Change(column, before[column], after[column]) for column in COLUMNS if before[column] != after[column]])
    kept = tuple([Change(column, before[column], there[column]) for column in _TALK if there[column] not in ("", after[column])])
    if not changes:
        return Taken("same", concept, line, kept=kept)
    draft.edit(source, {change.column: change.after for change in changes})
    overwrites = reasons or any(change.column in _TALK and change.before for change in changes)
    return Taken("replaced" if overwrites else "completed", concept, line, changes, kept)


def _contradictions(here: Concept, there: Concept) -> Iterator[str]:
    """In what the two cannot both be right."""
    if here.target and there.target and there.target not in here.forms:
        yield f"target: {here.target!r} here, {there.target!r} there"
    for one, other, said in ((here, there, "forbidden here and fine there"), (there, here, "fine here and forbidden there")):
        for form in dict.fromkeys((*one.forbidden, *one.forbidden_if_source)):
            if form in (*other.forms, *other.short) and form not in (*other.forbidden, *other.forbidden_if_source):
                yield f"{form!r} is {said}"
    cells, others = cells_of(here), cells_of(there)
    for column in COLUMNS:
        if column not in (*LISTS, *_TALK, "status") and cells[column] and others[column] and cells[column] != others[column]:
            yield f"{column}: {cells[column]!r} here, {others[column]!r} there"


def _completed(here: Concept, there: Concept) -> Concept:
    """The concept with what the other adds to it; it keeps its status."""
    both = unite((here, there))
    return both._replace(
        source=_sources(here, there),
        allowed=tuple(form for form in both.allowed if form in here.allowed or form not in here.short),
        short=tuple(form for form in both.short if form in here.short or form not in both.forms),
        status=here.status if here.target else both.status,
    )


def _replaced(here: Concept, there: Concept) -> Concept:
    """What the other says, and this one's where it says nothing; a form is not fine and wrong at once."""
    fine, wrong = {*there.forms, *there.short}, {*there.forbidden, *there.forbidden_if_source}
    kept = here._replace(
        target="" if here.target in wrong else here.target,
        allowed=_without(here.allowed, wrong),
        short=_without(here.short, wrong),
        forbidden=_without(here.forbidden, fine),
        forbidden_if_source=_without(here.forbidden_if_source, fine),
    )
    said = {field: content for field, content in there._asdict().items() if content != _NOTHING[field] and field != "status"}
    both = kept._replace(**{**said, "source": _sources(here, there)})
    if not both.target and both.allowed:
        both = both._replace(target=both.allowed[0], allowed=both.allowed[1:])
    return both._replace(status=there.status if there.target or not both.target else here.status)


_NOTHING = Concept((), "")._asdict()


def _sources(here: Concept, there: Concept) -> tuple[str, ...]:
    """The source forms of both; one in other characters is the same."""
    known = set(map(simplified, here.source))
    return (*here.source, *(form for form in there.source if simplified(form) not in known))


def _without(forms: tuple[str, ...], others: set[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if form not in others)
