"""Answers that are kept from run to run: a story that has not changed, under settings that have not, is not checked again.

An entry is known by a digest of all that its answer depends on, and is JSON: nothing in it can run. What is kept is read back first, and
an answer that would not come back the same is not kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tqa.engine.check import Checked, Verdicts
from tqa.files import Damaged, Entries
from tqa.model import Notice, Problem, Result
from tqa.rule.kinds import AnyCorpusRule
from tqa.runners.stories import Answer, Task
from tqa.tally import Adherence, Consistency, Tally
from tqa.text.digest import blake2b
from tqa.value import contents, replace, value

_FLEETING = frozenset(("too-slow", "rule-crashed"))
"""Problems that another run may not have."""

Kinds = Mapping[str, Callable[..., Any]]
"""Named tuples that rows of states are made of, by name."""


@value
class Cache:
    """Where answers are kept: `folder`; `ground`: all that they depend on besides their task, in short; `kinds`: for states."""

    folder: str
    ground: str
    kinds: Kinds

    def answer(self, task: Task, check: Callable[[Task], Answer]) -> Answer:
        """The answer that is kept, else the one that `check` gives, which is kept from now on."""
        entries, key = Entries(self.folder), self._key(task)
        notices: tuple[Notice, ...] = ()
        try:
            known = _read(entries.get(key), self.kinds)
        except Damaged:
            known, notices = None, (_DAMAGED,)
        if known is not None:
            return known
        answer = check(task)
        if not any(problem.code in _FLEETING for checked in answer if checked for problem in checked.problems):
            self._keep(entries, key, answer)
        return tuple(replace(checked, notices=(*checked.notices, *notices)) if checked else None for checked in answer)

    def _keep(self, entries: Entries, key: str, answer: Answer) -> None:
        try:
            body = json.dumps([_plain(checked) for checked in answer], separators=(",", ":")).encode("ascii")
            same = _read(body, self.kinds) == answer
        except (Damaged, TypeError):
            return  # a state of things that JSON does not know
        if same:
            entries.put(key, body)

    def _key(self, task: Task) -> str:
        story = task.story
        texts = (story.path, story.target, story.source_path, story.source, story.reference_path, story.reference)
        told = json.dumps([self.ground, story.id, *texts, story.first_line, task.names, task.first, sorted(task.held)]).encode("ascii")
        return blake2b(told, digest_size=24).hexdigest()

    def judged(self, verdicts: Verdicts) -> Cache:
        """The cache of answers that depend on these verdicts too."""
        told = repr(sorted((name, sorted(verdict.items())) for name, verdict in verdicts.items()))
        return replace(self, ground=self.ground + blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())


_DAMAGED = Notice("damaged-cache", "entries of the cache were damaged, so their articles were checked anew; nothing is lost")


def kinds_of(rules: Iterable[AnyCorpusRule]) -> Kinds:
    """What the states of some rules are made of."""
    return {kind.__name__: kind for rule in rules for kind in rule.rows}


def _plain(checked: Checked | None) -> Any:
    """What was checked as JSON can write it. `_read` is its inverse."""
    if checked is None:
        return None
    tally = checked.tally
    return [
        contents(checked.result),
        [contents(problem) for problem in checked.problems],
        [contents(notice) for notice in checked.notices],
        {name: {key: _plain_row(row) for key, row in state.items()} for name, state in checked.states.items()},
        checked.has_source,
        contents(tally.consistency),
        contents(tally.adherence),
    ]


def _read(body: bytes | None, kinds: Kinds) -> Answer | None:
    """The answer in an entry. Raises Damaged for one that nobody wrote so."""
    if body is None:
        return None
    try:
        return tuple(None if one is None else _checked(kinds, *one) for one in json.loads(body))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Damaged from None


def _checked(
    kinds: Kinds,
    result: list[Any],
    problems: list[list[Any]],
    notices: list[list[Any]],
    states: dict[str, dict[str, Any]],
    has_source: bool,
    consistency: list[Any],
    adherence: list[Any],
) -> Checked:
    plain = Result(*result)
    return Checked(
        replace(plain, rows=tuple(plain.rows), silenced=tuple(plain.silenced)),
        (),
        tuple(Problem(*one) for one in problems),
        tuple(Notice(*one) for one in notices),
        {name: {key: _row(row, kinds) for key, row in state.items()} for name, state in states.items()},
        has_source,
        Tally(Consistency(*consistency), Adherence(*adherence)),
    )


def _plain_row(row: Any) -> Any:
    """A row of a state: a named tuple as an object with its name, another as a list."""
    if not isinstance(row, tuple):
        return row
    items = [_plain_row(item) for item in row]
    return {type(row).__name__: items} if hasattr(row, "_fields") else items


def _row(plain: Any, kinds: Kinds) -> Any:
    if isinstance(plain, list):
        return tuple(_row(item, kinds) for item in plain)
    if isinstance(plain, dict):
        ((name, items),) = plain.items()
        return kinds[name](*(_row(item, kinds) for item in items))
    return plain
