"""What a format is: text in, Documents out; edits in, text out. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, Protocol

from tqa.model import Document, Edit, Problem
from tqa.value import fresh, value

Unit = Literal["auto", "line", "paragraph"]
Changes = Mapping[int, Sequence[Edit]]
"""Edits of the target side that do not overlap, by the document's place among the documents `read` gives (the first is 0)."""

MOST_PROBLEMS = 50
"""Problems listed for one file; the rest is counted in one more."""


@value
class Story:
    """The texts that belong together, decoded. `id`: the target's path without codes and ending.

    A long file may come in several stories: this one's target begins at line `first_line` of the file.
    """

    id: str
    path: str
    target: str
    source_path: str = ""
    source: str | None = None
    reference_path: str = ""
    reference: str | None = None
    first_line: int = 1


@value
class FormatOptions:
    """How files are read. `fields`: our name → the name JSONL records and TSV headers use. `max_record`: bytes a record."""

    unit: str = "auto"
    fields: Mapping[str, str] = fresh(factory=dict)
    max_record: int = 20_000_000


class Format(Protocol):
    """One file format."""

    @property
    def name(self) -> str:
        """What users call it."""

    def read(self, story: Story, options: FormatOptions) -> Iterator[Document | Problem]:
        """The documents of a story, in order; what cannot be read is a Problem and stops nothing."""

    def write(self, story: Story, options: FormatOptions, changes: Changes) -> str:
        """The target file's new text; whatever no edit touches stays as it is."""
