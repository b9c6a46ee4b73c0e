"""Where strings stand in the text of a JSON object, so that an edit leaves every other character alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from json import decoder

from tqa.text.regex import regex

Token = tuple[int, int]
"""Start and end of a string in the text, its quotes included."""

_BLANK = regex(r"[ \t\n\r]*")
_CHARACTER = regex(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)
_VALUES = json.JSONDecoder()
_read_string: Callable[[str, int], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]  # public in CPython, not in its stubs


def top_level_strings(text: str, key: str) -> Token | list[Token]:
    """Where the string that `key` names stands, or those of the list it names; `text` is a JSON object known to hold one."""
    for name, start in _members(text):
        if name == key:
            return list(_elements(text, start)) if text[start] == "[" else (start, _end_of_string(text, start))
    raise KeyError(key)


def top_level_items(text: str, key: str) -> Iterator[int]:
    """Where each item begins of the list that `key` names; `text` is a JSON object known to hold one."""
    start = next(start for name, start in _members(text) if name == key)
    position = _skip(text, start + 1)
    while text[position] != "]":
        yield position
        position = _skip(text, _VALUES.raw_decode(text, position)[1])
        if text[position] == ",":
            position = _skip(text, position + 1)


def patched(text: str, token: Token, ranges: Sequence[tuple[int, int, str]], *, ascii_only: bool) -> Iterator[tuple[int, int, str]]:
    """The ranges of the decoded string as ranges of `text`, each with its replacement escaped."""
    at = [token[0] + 1]
    for match in _CHARACTER.finditer(text, token[0] + 1, token[1] - 1):
        at.append(match.end())
    for start, end, new in ranges:
        yield at[start], at[end], json.dumps(new, ensure_ascii=ascii_only)[1:-1]


def _members(text: str) -> Iterator[tuple[str, int]]:
    """Key and offset of the value of each member of the object."""
    position = _skip(text, 0) + 1
    while text[position := _skip(text, position)] == '"':
        name, position = _read_string(text, position + 1)
        position = _skip(text, _skip(text, position) + 1)
        yield name, position
        position = _skip(text, _VALUES.raw_decode(text, position)[1])
        if text[position] == ",":
            position += 1


def _elements(text: str, start: int) -> Iterator[Token]:
    position = start + 1
    while text[position := _skip(text, position)] == '"':
        end = _end_of_string(text, position)
        yield position, end
        position = _skip(text, end)
        if text[position] == ",":
            position += 1


def _end_of_string(text: str, start: int) -> int:
    return _read_string(text, start + 1)[1]


def _skip(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position
