"""What somebody decided about findings and suggestions, as the report and `tqa glossary review` write it.

{"schema": 1, "decisions": [{"id": "7f3a", "action": "accept", "concept": "新质生产力", "value": "new quality productive forces",
                             "glossary": "terms/house.tsv", "reason": "", "author": "wei", "date": "2026-11-27"}]}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Literal, get_args

from tqa.engine.fingerprints import is_fingerprint
from tqa.engine.schema_file import SCHEMA, read_schema_file
from tqa.formats.json_tokens import top_level_items
from tqa.formats.strict_json import kind_of
from tqa.model import Problem
from tqa.records import NamedTuple

Action = Literal["accept", "edit", "reject", "forbid", "dismiss", "prefer"]
ACTIONS: tuple[Action, ...] = get_args(Action)


class Decision(NamedTuple):
    """One decision, about a concept (named by a Chinese form of it) or about a finding (named by its fingerprint).

    accept: `value` is fine for the concept; for a finding, its fix. edit: `value` in place of what was proposed. prefer: `value` before
    the other forms. forbid: `value` is wrong. reject: no concept, or, with `value`, no form of this concept. dismiss: no fault.
    `glossary`: the file meant, as the command line names it, or "". `date`: ISO 8601, or "".
    """

    id: str
    action: Action
    concept: str = ""
    fingerprint: str = ""
    glossary: str = ""
    value: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""


class Decisions(NamedTuple):
    """What a file of decisions holds: those that can be applied, in order, and why the others cannot, each with its line."""

    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse_decisions(data: bytes, path: str) -> Decisions:
    """The decisions of a file, every one checked. Raises FormatError, with line and cure, for what is no file of decisions at all."""
    none = "no decisions; the file begins with {“schema”: 1, “decisions”: [ … and is written by the HTML report or tqa glossary review"
    found, text = read_schema_file(data, path, ("decisions",), none, "no-decisions")
    items = found["decisions"]
    decisions: list[Decision] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for number, (start, item) in enumerate(zip(top_level_items(text, "decisions"), items, strict=True), 1):
        line = text.count("\n", 0, start) + 1
        faults = list(_faults(item))
        if not faults and first.setdefault(item["id"], number) != number:
            faults.append(f"the id is that of decision {first[item['id']]} too; give each its own")
        problems += [Problem("bad-decision", f"decision {number}{_named(item)}: {fault}", path, line) for fault in faults]
        if not faults:
            decisions.append(_decision(item))
    return Decisions(tuple(decisions), tuple(problems))


def dump_decisions(decisions: Iterable[Decision]) -> str:
    """The file that holds the decisions, one a line."""
    rows = [json.dumps({name: content for name, content in one._asdict().items() if content}, ensure_ascii=False) for one in decisions]
    return f'{{"schema": {SCHEMA}, "decisions": [\n' + ",\n".join(rows) + "\n]}\n"


_SUBJECTS: dict[Action, dict[str, bool]] = {
    "accept": {"concept": True, "fingerprint": False},
    "edit": {"concept": True, "fingerprint": True},
    "reject": {"concept": False},
    "forbid": {"concept": True},
    "dismiss": {"fingerprint": False},
    "prefer": {"concept": True},
}
"""What a decision may be about, and whether it then says nothing without a value."""


def _decision(item: dict[str, Any]) -> Decision:
    """The decision of an item without faults."""
    said = {name: _cell(content) for name, content in item.items() if content is not None and name not in ("id", "action")}
    return Decision(item["id"], item["action"], **said)


def _faults(item: Any) -> Iterator[str]:
    """What is wrong with one item of the list."""
    if not isinstance(item, dict):
        yield f"{kind_of(item)}, not an object"
        return
    for name, content in item.items():
        if name not in Decision._fields:
            yield f"{name!r} is no field; known are {', '.join(Decision._fields)}"
        elif content is not None and not isinstance(content, str):
            yield f"{name!r} must be a string, not {kind_of(content)}"
        elif name in ("concept", "value", "glossary", "fingerprint", "id") and content and _cell(content) != content:
            yield f"{name!r} holds line breaks, tabs or blanks around it"
    if any(not isinstance(content, str | None) for content in item.values()):
        return
    action = item.get("action")
    if not item.get("id"):
        yield "no id; without one it could be applied twice"
    if action not in ACTIONS:
        yield f"action {action!r} is unknown; known are {', '.join(ACTIONS)}"
        return
    subjects = _SUBJECTS[action]
    about = next((name for name in subjects if item.get(name)), None)
    if about is None:
        yield f"to {action} needs a {' or a '.join(subjects)}"
    elif subjects[about] and not item.get("value"):
        yield f"to {action} a {about} needs a value"
    if item.get("fingerprint") and not is_fingerprint(item["fingerprint"]):
        yield f"{item['fingerprint']!r} is no fingerprint (16 hexadecimal digits)"
    if item.get("date") and not _is_date(item["date"]):
        yield f"date {item['date']!r} is no date; write 2026-11-27"


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _named(item: Any) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return f" ({name})" if isinstance(name, str) and name else ""


def _cell(content: str) -> str:
    """The text on one line, without blanks around it: it may become a cell of a table."""
    return " ".join(content.split())
