"""Files that tqa writes and reads again: a JSON object that names its schema and holds lists. Pure: bytes in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tqa.formats.strict_json import kind_of, read_json
from tqa.model import FormatError
from tqa.records import NamedTuple
from tqa.text.decoding import Undecodable, decode

SCHEMA = 1
_CONFLICT = "\n<<<<<<< "


class SchemaFile(NamedTuple):
    """What such a file holds, and its text, in which its items have their lines."""

    content: dict[str, Any]
    text: str


def read_schema_file(data: bytes, path: str, keys: Sequence[str], none: str, code: str, *, half_characters: bool = False) -> SchemaFile:
    """The object of a file; each of `keys` is a list. `none`, with `code`, is said of JSON that is no such file.

    `half_characters`: whether it may quote text that held some; nothing prints it then unescaped.
    Raises FormatError with path, cure and, where known, line, for anything else.
    """
    try:
        text = decode(data).text
    except Undecodable as error:
        raise FormatError(str(error), line=error.line, code=error.code, path=path) from None
    try:
        found = read_json(text, half_characters=half_characters)
    except FormatError as error:
        cure = "; a merge left its marks: keep the lines of both sides" if _CONFLICT in "\n" + text else ""
        raise FormatError(f"{error}{cure}", line=error.line, column=error.column, code=error.code, path=path) from None
    if not isinstance(found, dict) or any(key not in found for key in keys):
        raise FormatError(none, line=1, code=code, path=path)
    if found.get("schema") != SCHEMA:
        raise FormatError(f"schema {found.get('schema')!r}; this tqa reads schema {SCHEMA}", line=1, code="unknown-schema", path=path)
    for key in keys:
        if not isinstance(found[key], list):
            raise FormatError(f"“{key}” is {kind_of(found[key])}, not a list", line=1, code=code, path=path)
    return SchemaFile(found, text)
