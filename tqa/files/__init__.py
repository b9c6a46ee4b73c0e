"""The only place that opens, writes or locks: which files are meant, one door in, one writer out."""

from tqa.files.discover import Found, StoryPaths, discover
from tqa.files.door import read_bytes, read_text
from tqa.files.entries import Damaged, Entries, cache_folder
from tqa.files.git import changes_since
from tqa.files.options import ReadOptions
from tqa.files.stamps import changed, stamps
from tqa.files.texts import documents, is_long, is_of_records, load, load_stdin, size_of, stories
from tqa.files.writer import append, locked, update, write_atomic, write_bytes, write_copy

__all__ = [
    "Damaged",
    "Entries",
    "Found",
    "ReadOptions",
    "StoryPaths",
    "append",
    "cache_folder",
    "changed",
    "changes_since",
    "discover",
    "documents",
    "is_long",
    "is_of_records",
    "load",
    "load_stdin",
    "locked",
    "read_bytes",
    "read_text",
    "size_of",
    "stamps",
    "stories",
    "update",
    "write_atomic",
    "write_bytes",
    "write_copy",
]
