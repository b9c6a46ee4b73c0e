"""JSON Lines: a document a line; a side is a string of lines or a list of segments."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tqa.formats.format import MOST_PROBLEMS, Changes, FormatOptions, Story
from tqa.formats.ignores import bad_note, read_note
from tqa.formats.json_tokens import patched, top_level_strings
from tqa.formats.lines import spliced
from tqa.formats.protected import may_hold_protected, protected_spans
from tqa.formats.strict_json import kind_of, read_json
from tqa.formats.swapped import refuse_swapped
from tqa.model import Document, Edit, FormatError, Ignore, Notice, Place, Problem, Run, Segment, Side
from tqa.text.counted import counted
from tqa.text.positions import split_lines

FIELDS = ("id", "source", "target", "reference", "title", "meta", "tqa_ignore")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Jsonl:
    """JSON Lines."""

    name: str = "jsonl"

    def read(self, story: Story, options: FormatOptions) -> Iterator[Document | Problem]:
        """A document or a Problem a line, and a Notice for each ignore that cannot be read."""
        fields = {name: options.fields.get(name, name) for name in FIELDS}
        seen: dict[str, int] = {}
        faults = 0
        for line, _, text in _records(story):
            try:
                record = _record(text, line, options.max_record)
                document, notices = _document(record, fields, story, line, guarded=_is_guarded(text))
                refuse_swapped(document, line)
                first = seen.setdefault(document.id, line)
                if first != line:
                    raise FormatError(f"the id {document.id!r} stands in line {first} too; give each record its own", line=line, code="duplicate-id")
            except FormatError as error:
                faults += 1
                if faults <= MOST_PROBLEMS:
                    yield error.problem(story.path)
                continue
            yield from notices
            yield document
        if faults > MOST_PROBLEMS:
            yield Problem("bad-record", f"{counted(faults - MOST_PROBLEMS, 'more record')} cannot be read; mend those listed first", story.path)

    def write(self, story: Story, options: FormatOptions, changes: Changes) -> str:
        """The file with only the changed characters of the changed strings replaced; an emptied segment becomes empty."""
        fields = {name: options.fields.get(name, name) for name in FIELDS}
        seen: dict[str, int] = {}
        replaced: list[tuple[int, int, str]] = []
        ordinal = 0
        for line, start, text in _records(story):
            try:
                document, _ = _document(_record(text, line, options.max_record), fields, story, line, guarded=False)
                refuse_swapped(document, line)
            except FormatError:
                continue
            if seen.setdefault(document.id, line) != line:
                continue
            edits = changes.get(ordinal, ())
            ordinal += 1
            if edits:
                replaced += [(start + a, start + b, new) for a, b, new in _patches(text, fields["target"], edits)]
        return spliced(story.target, replaced)


def _records(story: Story) -> Iterator[tuple[int, int, str]]:
    """Line, offset and text of each line that is not blank."""
    for number, (start, text) in enumerate(split_lines(story.target)):
        if text.strip(" \t"):
            yield number + story.first_line, start, text


def _patches(text: str, field: str, edits: Sequence[Edit]) -> list[tuple[int, int, str]]:
    """What to replace in a record's text, for edits of its target."""
    tokens = top_level_strings(text, field)
    if isinstance(tokens, list):
        places = [(tokens[edit.where.segment], 0, edit) for edit in edits]
    else:
        starts = [start for start, _ in split_lines(json.loads(text[slice(*tokens)]))]
        places = [(tokens, starts[edit.where.segment], edit) for edit in edits]
    by_token: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    for token, base, edit in places:
        span = edit.where.span
        by_token.setdefault(token, []).append((base + span.start, base + span.end, edit.text))
    ascii_only = text.isascii() and "\\u" in text
    return [patch for token, ranges in by_token.items() for patch in patched(text, token, ranges, ascii_only=ascii_only)]


def _record(text: str, line: int, most: int) -> dict[str, Any]:
    """The object a line holds; FormatError with line and cure for anything else."""
    if len(text) > most or (4 * len(text) > most and len(text.encode("utf-8", "surrogatepass")) > most):
        raise FormatError(f"the record is larger than {most} bytes; split it or raise --max-file-size", line=line, code="too-large")
    try:
        record = read_json(text)
    except FormatError as error:
        said = str(error) if error.column is None else _said(str(error), text, line)
        raise FormatError(said, line=line, column=error.column, code=error.code) from None
    if not isinstance(record, dict):
        raise FormatError(f"the line holds {kind_of(record)}, not an object {{…}}{_array_cure(text)}", line=line, code="bad-record")
    return record


def _said(reason: str, text: str, line: int) -> str:
    """Why a line is not JSON, and the cure where what was meant can be seen."""
    if text.startswith(_BOM):
        return "a byte order mark stands inside the file; delete it"
    return reason + (_array_cure(text) or ("; write one record a line: jq -c . FILE" if line == 1 and text.strip() == "{" else ""))


def _array_cure(text: str) -> str:
    return "; write one record a line: jq -c '.[]' FILE" if text.lstrip().startswith("[") else ""


def _is_guarded(text: str) -> bool:
    """Whether a record may hold something to protect, which an escape may hide; asked once, not for each segment."""
    return "\\u00" in text or "\\/" in text or may_hold_protected(text[text.find("{") + 1 :])


def _document(record: Mapping[str, Any], fields: Mapping[str, str], story: Story, line: int, *, guarded: bool) -> tuple[Document, list[Notice]]:
    """`guarded`: a text of the record may hold something to protect."""
    if record.get(fields["target"]) is None:
        raise FormatError(f"no {fields['target']!r}; name the field that holds the translation: --field target=NAME", line=line, code="no-target")
    target = _side("target", record, fields, story.path, line, guarded=guarded)
    source = _side("source", record, fields, story.path, line, guarded=guarded)
    aligned = isinstance(record[fields["target"]], list) and isinstance(record.get(fields["source"]), list) and len(source) == len(target)
    ignores, notices = _ignores(record.get(fields["tqa_ignore"]), story.path, line)
    document = Document(
        _id(record.get(fields["id"]), story, line),
        story.path,
        target,
        source,
        _side("reference", record, fields, story.path, line, guarded=guarded),
        aligned,
        _typed(record.get(fields["title"]), str, "a string", fields["title"], line) or "",
        _typed(record.get(fields["meta"]), dict, "an object", fields["meta"], line) or {},
        ignores,
    )
    return document, notices


def _side(side: Side, record: Mapping[str, Any], fields: Mapping[str, str], path: str, line: int, *, guarded: bool) -> tuple[Segment, ...]:
    value = record.get(fields[side])
    if value is None:
        return ()
    if isinstance(value, str):
        texts = [text for _, text in split_lines(value)]
    elif isinstance(value, list) and all(isinstance(text, str) for text in value):
        texts = value
    else:
        raise FormatError(f"{fields[side]!r} must be a string or a list of strings, not {kind_of(value)}", line=line, code="bad-record")
    place = Place(path, (Run(0, line, None),))
    if not guarded:
        return tuple([Segment(side, index, text, place) for index, text in enumerate(texts)])
    return tuple([Segment(side, index, text, place, protected_spans(text)) for index, text in enumerate(texts)])


def _id(value: Any, story: Story, line: int) -> str:
    if value is None:
        return f"{story.id}#{line}"
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    said = "is empty" if isinstance(value, str) else f"must be a string or a whole number, not {kind_of(value)}"
    raise FormatError(f"the id {said}; leave it out or give each record its own", line=line, code="bad-record")


def _typed(value: Any, kind: type, said: str, field: str, line: int) -> Any:
    if value is None or isinstance(value, kind):
        return value
    raise FormatError(f"{field!r} must be {said}, not {kind_of(value)}", line=line, code="bad-record")


def _ignores(value: Any, path: str, line: int) -> tuple[tuple[Ignore, ...], list[Notice]]:
    """What `tqa_ignore` silences. A record has no place of its own for a note, so each covers the document."""
    written = [value] if isinstance(value, str) else value or []
    if not isinstance(written, list) or not all(isinstance(text, str) for text in written):
        raise FormatError("'tqa_ignore' must be a string or a list of strings", line=line, code="bad-record")
    notes = [(text, read_note(text)) for text in written]
    return (
        tuple(note.ignore(None, line) for _, note in notes if note),
        [bad_note(text, path, line) for text, note in notes if note is None],
    )
