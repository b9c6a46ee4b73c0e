"""What is done with glossary files: paths in, values out.

from tqa.glossaries import add_concept
add_concept("terms/house.tsv", {"source": "新质生产力", "target": "new quality productive forces"})
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os.path import exists
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tqa.config.plans import glossary_paths, parse_glossary
from tqa.files import encoding_needed, read_text, update, write_atomic
from tqa.glossary.concept import Concept
from tqa.glossary.edits import Draft, new_file
from tqa.glossary.tsv import fmt, merge
from tqa.model import FormatError

if TYPE_CHECKING:
    from tqa.glossary.find import Hit
    from tqa.glossary.health import Fault
    from tqa.glossary.near import Near

T = TypeVar("T")


def check_glossaries(paths: Sequence[str], encoding: str = "") -> list[tuple[str, Fault]]:
    """Health faults of glossary files, each with its file. Raises ConfigError for a file that cannot be parsed."""
    from tqa.glossary.health import check

    return [(path, fault) for path in paths for fault in check(parse_glossary(path, encoding))]


def format_glossary(path: str, encoding: str = "", *, write: bool) -> bool:
    """Whether a glossary file was not in normal form; it is then rewritten, if asked. Raises FormatError."""
    encoding = encoding_needed(path, encoding)
    before = read_text(path, encoding)
    after = fmt(before, path)
    if write and after != before:
        write_atomic(path, after, like=path, encoding=encoding, was=before)
    return after != before


def find_concepts(query: str, glossaries: tuple[str, ...] | None, limit: int = 20, encoding: str = "") -> list[Hit]:
    """Concepts near a query in either language or in pinyin, best first. None: the shipped glossaries."""
    from tqa.glossary.find import find

    return find(merge([parse_glossary(path, encoding) for path in glossary_paths(glossaries)]), query, limit)


class Added(NamedTuple):
    """What adding a row did: `line` is where the concept stands, `changed` whether it did not before; `near`: what is like it."""

    line: int
    changed: bool
    near: tuple[Near, ...]


def add_concept(path: str, cells: Mapping[str, str], encoding: str = "") -> Added:
    """Append a row, given as column → cell; a file that is not there is begun. Raises FormatError, and then nothing is changed."""
    from tqa.glossary.near import near_duplicates

    def add(draft: Draft) -> Added:
        others = draft.concepts
        changed = draft.add(cells)
        concept = draft.concept(cells["source"])
        near = tuple(near_duplicates(concept, others)) if changed and concept else ()
        return Added(draft.line_of(cells["source"]), changed, near)

    return change_glossary(path, add, encoding, begin=tuple(cells))


class Edited(NamedTuple):
    """A concept before and after its cells were set."""

    before: Concept
    after: Concept
    changed: bool


def edit_concept(path: str, source: str, changes: Mapping[str, str], encoding: str = "") -> Edited:
    """Set cells of a concept, given as column → cell. Raises FormatError, and then nothing is changed."""

    def edit(draft: Draft) -> Edited:
        before = draft.known(source)
        changed = draft.edit(source, changes)
        return Edited(before, draft.known(changes.get("source", source)), changed)

    return change_glossary(path, edit, encoding)


def remove_concept(path: str, source: str, encoding: str = "") -> Concept:
    """Take a concept out of a file; what it was. Raises FormatError, and then nothing is changed."""
    return change_glossary(path, lambda draft: draft.remove(source), encoding)


def change_glossary(path: str, work: Callable[[Draft], T], encoding: str = "", *, begin: Sequence[str] = ()) -> T:
    """What `work` returns of the file's draft, which is then written in one step; nobody else writes the file meanwhile.

    `begin`: columns of the file if it is not there; without them it must be. Raises FormatError as `work` does; then nothing is written.
    """
    results: list[T] = []

    def change(text: str) -> str:
        if not text and not exists(path):
            if not begin:
                raise FormatError("there is no such file", code="missing-path", path=path)
            text = new_file(begin)
        draft = Draft(text, path)
        results.append(work(draft))
        return draft.text

    update(path, change, encoding=encoding_needed(path, encoding))
    return results[0]
