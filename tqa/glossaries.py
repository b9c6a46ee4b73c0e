"""What is done with glossary files: paths in, values out.

from tqa.glossaries import add_concept
add_concept("terms/house.tsv", {"source": "新质生产力", "target": "new quality productive forces"})
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os.path import exists
from typing import TYPE_CHECKING, TypeVar

from tqa.config.plans import glossary_paths, parse_glossary
from tqa.files import ReadOptions, discover, documents, load, read_bytes, read_text, update, write_atomic, write_bytes
from tqa.glossary.concept import Concept
from tqa.glossary.edits import Draft, new_file
from tqa.glossary.tsv import fmt
from tqa.model import Document, FormatError, Notice, Problem
from tqa.records import NamedTuple

if TYPE_CHECKING:
    from tqa.glossary.census import Census
    from tqa.glossary.find import Hit
    from tqa.glossary.health import Fault
    from tqa.glossary.merging import Merged, Side
    from tqa.glossary.near import Near
    from tqa.glossary.versions import ConceptChange, FieldChange

T = TypeVar("T")


def check_glossaries(paths: Sequence[str], encoding: str = "", articles: Sequence[str] = ()) -> list[tuple[str, Fault]]:
    """Health faults of glossary files that are used together, each with its file.

    With `articles` (files, folders, globs) also the concepts that none of their sources names. Raises ConfigError for a glossary that
    cannot be parsed, FormatError for an article that cannot be read.
    """
    from tqa.glossary.health import check, dead_terms

    files = [parse_glossary(path, encoding) for path in paths]
    faults = [(file.path, fault) for file in files for fault in check(file, [other for other in files if other is not file])]
    sources = _sources(articles, encoding) if articles else []
    return faults + [(file.path, fault) for file in files for fault in (dead_terms(file, sources) if articles else ())]


def _sources(articles: Sequence[str], encoding: str) -> list[str]:
    """The Chinese text of each article that has one."""
    options = ReadOptions(encoding=encoding)
    found = discover(articles, options)
    read = [item for story in found.stories for item in documents(load(story, options), options)]
    for problem in (*found.problems, *(item for item in read if isinstance(item, Problem) and not isinstance(item, Notice))):
        raise FormatError(problem.message, line=problem.line, column=problem.column, code=problem.code, path=problem.path)
    texts = ["\n".join(segment.text for segment in item.source) for item in read if isinstance(item, Document)]
    if not any(texts):
        raise FormatError("no article has a source; a term can only be looked for in Chinese", code="no-source", path=articles[0])
    return [text for text in texts if text]


def format_glossary(path: str, encoding: str = "", *, write: bool) -> bool:
    """Whether a glossary file was not in normal form; it is then rewritten, if asked. Raises FormatError."""
    before = read_text(path, encoding)
    after = fmt(before, path)
    if write and after != before:
        write_atomic(path, after, like=path, encoding=encoding, was=before)
    return after != before


def find_concepts(query: str, glossaries: tuple[str, ...] | None, limit: int = 20, encoding: str = "") -> list[Hit]:
    """Rows near a query in either language or in pinyin, best first. None: the shipped glossaries. Raises FormatError."""
    from tqa.glossary.find import find

    return find([(path, read_text(path, encoding)) for path in glossary_paths(glossaries)], query, limit)


class Added(NamedTuple):
    """What adding a row did: `line` is where the concept stands, `changed` whether it did not before; `near`: what is like it."""

    line: int
    changed: bool
    near: tuple[Near, ...]


def add_concept(path: str, cells: Mapping[str, str], encoding: str = "") -> Added:
    """Append a row, given as column → cell; a file that is not there is begun. Raises FormatError, and then nothing is changed."""
    from tqa.glossary.near import near_duplicates

    def add(draft: Draft) -> Added:
        changed = draft.add(cells)
        near = near_duplicates(draft.known(cells["source"]), draft.before) if changed else ()
        return Added(draft.line_of(cells["source"]), changed, tuple(near))

    return change_glossary(path, add, encoding, begin=tuple(cells))


class Edited(NamedTuple):
    """A concept after its cells were set, and what that changed; `near`: what its new forms are like."""

    concept: Concept
    changes: tuple[FieldChange, ...]
    near: tuple[Near, ...]


def edit_concept(path: str, source: str, cells: Mapping[str, str], encoding: str = "") -> Edited:
    """Set cells of a concept, given as column → cell. Raises FormatError, and then nothing is changed."""
    from tqa.glossary.near import near_duplicates
    from tqa.glossary.versions import field_changes

    def edit(draft: Draft) -> Edited:
        before, row = draft.known(source), draft.row(source)
        draft.edit(source, cells)
        now = cells.get("source", source)
        concept = draft.known(now)
        has_new_forms = (concept.source, concept.forms) != (before.source, before.forms)
        near = near_duplicates(concept, draft.before) if has_new_forms else ()
        others = (one for one in near if set(one.concept.source).isdisjoint(before.source))
        return Edited(concept, field_changes(row, draft.row(now)), tuple(others))

    return change_glossary(path, edit, encoding)


def remove_concept(path: str, source: str, encoding: str = "") -> Concept:
    """Take a concept out of a file; what it was. Raises FormatError, and then nothing is changed."""
    return change_glossary(path, lambda draft: draft.remove(source), encoding)


def diff_glossaries(before: str, after: str, encoding: str = "") -> list[ConceptChange]:
    """What changed between two files, concept by concept. Raises ConfigError for a file that cannot be parsed."""
    from tqa.glossary.versions import diff

    return list(diff(parse_glossary(before, encoding), parse_glossary(after, encoding)))


def merge_glossaries(base: str, ours: str, theirs: str, output: str, encoding: str = "", *, labels: Mapping[Side, str] | None = None) -> Merged:
    """The three-way merge of files, written to `output` in the manner of ours, conflicts between marks. Raises FormatError.

    `labels`: what the sides are called in marks and messages, else their paths.
    """
    from tqa.glossary.merging import merge

    before, mine, other = (read_text(path, encoding) for path in (base, ours, theirs))
    merged = merge(before, mine, other, labels or {"base": base, "ours": ours, "theirs": theirs})
    write_atomic(output, merged.text, like=ours, encoding=encoding, was=mine if output == ours else None)
    return merged


def leave_both(ours: str, theirs: str) -> None:
    """Put both files into ours between marks, as one conflict: for what cannot be merged and must not be lost. Raises FormatError."""
    mine, other = ((data if data.endswith(b"\n") else data + b"\n") for data in (read_bytes(ours), read_bytes(theirs)))
    write_bytes(ours, b"<<<<<<< ours\n" + mine + b"=======\n" + other + b">>>>>>> theirs\n")


def count_glossaries(paths: Sequence[str], encoding: str = "") -> dict[str, Census]:
    """What each file holds, and under "" what all do. Raises ConfigError for a file that cannot be parsed."""
    from tqa.glossary.census import census

    files = {path: parse_glossary(path, encoding) for path in paths}
    return {path: census([file]) for path, file in files.items()} | {"": census(files.values())}


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

    update(path, change, encoding=encoding)
    return results[0]
