"""Suggestions from findings: terms that an article names in two ways, and forms that are often nearly the listed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from tqa.glossary.script import simplified, unquoted
from tqa.glossary.suggestions.suggestion import Suggestion, shortened
from tqa.model import Row
from tqa.text.han import HAN

_LEAST = 2
"""Articles in which a form must be nearly the listed one to be worth forbidding."""
_LONGEST = 20
"""Characters of a Chinese term."""


def slips(rows: Iterable[Row], listed: Set[str]) -> Iterator[Suggestion]:
    """Concepts to add, where a finding proposes one form for a term that is not `listed`, and forms to forbid of one that is.

    `rows`: findings whose fix is the better form and which name the term as a related place of the source. `listed`: forms as
    `simplified` and `unquoted` make them.
    """
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        term = _term(row)
        if term and row["edits"]:
            is_listed = unquoted(simplified(term)) in listed
            form = row["text"] if is_listed else row["edits"][0]["replacement"]
            found.setdefault((term, "forbid" if is_listed else "", form), []).append(row)
    for (term, change, form), ones in sorted(found.items()):
        documents = len({row["document"] for row in ones})
        if not change:
            yield _concept(term, form, ones, documents)
        elif documents >= _LEAST:
            yield _forbidding(term, form, ones, documents)


def _term(row: Row) -> str:
    """The Chinese term a finding names; "" if it names none."""
    return next((one["text"] for one in row["related"] if one["side"] == "source" and HAN.search(one["text"]) and len(one["text"]) <= _LONGEST), "")


def _concept(term: str, form: str, rows: list[Row], documents: int) -> Suggestion:
    others = dict.fromkeys(row["text"] for row in rows)
    return Suggestion(
        term,
        form,
        confidence=round(0.5 + 0.4 * documents / (documents + 1), 2),
        count=len(rows),
        documents=documents,
        renderings=((form, len(rows)), *((other, sum(row["text"] == other for row in rows)) for other in others)),
        example=(term, shortened(rows[0].get("line_text", ""), rows[0]["text"])),
        reason=f"named in two ways: {rows[0]['rule']}",
    )


def _forbidding(term: str, form: str, rows: list[Row], documents: int) -> Suggestion:
    wanted = rows[0]["edits"][0]["replacement"]
    return Suggestion(
        term,
        form,
        "forbid",
        confidence=round(documents / (documents + 1), 2),
        count=len(rows),
        documents=documents,
        renderings=((form, len(rows)),),
        example=(term, shortened(rows[0].get("line_text", ""), form)),
        reason=f"nearly the listed form “{wanted}” in {documents} articles",
    )
