"""Findings somebody decided to live with: one committed JSON file, an entry a line. Pure: bytes in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from typing import Any

from tqa.engine.fingerprints import is_fingerprint, is_path_made
from tqa.model import FormatError, Row
from tqa.text.show import show
from tqa.value import fresh, replace, value

NAME = "tqa-baseline.json"
SCHEMA = 1
_SHOWN = 80


@value
class Accepted:
    """A finding that is known and stays: its fingerprint, what it was, who accepted it, when (ISO 8601) and why.

    Only the fingerprint counts; the rest is for readers, and empty where it is not known. `path`: from the root, with slashes.
    `more`: fields of a later version, kept.
    """

    fingerprint: str
    rule: str = ""
    path: str = ""
    document: str = ""
    text: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""
    more: Mapping[str, Any] = fresh(factory=dict)

    def filled(self, other: Accepted) -> Accepted:
        """The entry with what it leaves empty taken from `other`."""
        return replace(self, **{name: getattr(other, name) for name in _FIELDS if not getattr(self, name)})


_FIELDS = ("fingerprint", "rule", "path", "document", "text", "reason", "author", "date")


@value
class Baseline:
    """Accepted findings, each fingerprint once."""

    entries: tuple[Accepted, ...] = ()

    @cached_property
    def by_fingerprint(self) -> Mapping[str, Accepted]:
        """The entries by what they are found by."""
        return {entry.fingerprint: entry for entry in self.entries}

    def adding(self, entries: Iterable[Accepted]) -> Baseline:
        """The baseline with further entries; one that stands keeps its words and is given those it lacks."""
        known = dict(self.by_fingerprint)
        for entry in entries:
            standing = known.get(entry.fingerprint)
            known[entry.fingerprint] = standing.filled(entry) if standing else entry
        return Baseline(tuple(known.values()))

    def without(self, fingerprints: Set[str]) -> Baseline:
        """The baseline without some entries."""
        return Baseline(tuple(entry for entry in self.entries if entry.fingerprint not in fingerprints))


def accepted(row: Row, path: str, *, reason: str = "", author: str = "", date: str = "") -> Accepted:
    """The entry of a finding; `path`: its document's, from the root."""
    document = "" if is_path_made(row["document"], row["path"]) else row["document"]
    return Accepted(row["fingerprint"], row["rule"], path, document, show(row["text"], _SHOWN), reason, author, date)


def parse(data: bytes, path: str) -> Baseline:
    """The baseline in a file's bytes. Raises FormatError with path, line where known, and cure."""
    # Most runs have no baseline.
    from tqa.engine.schema_file import read_schema_file

    none = 'not a baseline: it must read {"schema": 1, "findings": [...]}; restore it, or write it anew'
    found = read_schema_file(data, path, ("findings",), none, "no-baseline", half_characters=True).content
    return Baseline().adding(_entry(item, number, path) for number, item in enumerate(found["findings"], 1))


def _entry(item: Any, number: int, path: str) -> Accepted:
    if not isinstance(item, dict):
        raise FormatError(f"entry {number} must be an object", path=path)
    known = {name: item.get(name, "") for name in _FIELDS}
    for name, given in known.items():
        if not isinstance(given, str):
            raise FormatError(f"entry {number}: {name!r} must be a string", path=path)
    if not is_fingerprint(known["fingerprint"]):
        raise FormatError(f"entry {number}: {known['fingerprint']!r} is no fingerprint (16 hexadecimal digits)", path=path)
    return Accepted(**known, more={name: given for name, given in item.items() if name not in _FIELDS})


def serialise(baseline: Baseline) -> bytes:
    """The file: an entry a line, by path, document, rule and fingerprint, so that changes are small and merges rare."""
    listed = sorted(baseline.entries, key=lambda entry: (entry.path, entry.document, entry.rule, entry.fingerprint))
    lines = ",".join(f"\n  {_line(entry)}" for entry in listed)
    return f'{{"schema": {SCHEMA}, "findings": [{lines}\n]}}\n'.encode()


def _line(entry: Accepted) -> str:
    import json

    fields = {name: getattr(entry, name) for name in _FIELDS if getattr(entry, name)}
    written = json.dumps({**fields, **entry.more}, ensure_ascii=False)
    return written if written.isprintable() else json.dumps({**fields, **entry.more})
