"""JSON as the standard has it: what `json` lets pass and would do harm later is refused."""

from __future__ import annotations

import json
from typing import Any

from tqa.model import FormatError
from tqa.text.regex import regex

_HALF = regex(r"\\u[dD][89a-fA-F]")


def read_json(text: str, *, half_characters: bool = False) -> Any:  # any JSON value
    """The value. Raises FormatError with cure and, where known, line and column for what is not JSON, a key that stands twice, NaN and
    its like, half a character unless they are allowed, and what is nested too deeply."""
    try:
        value = _DECODER.decode(text)
        # Only an escape can bring in half a character; nothing could print it.
        if not half_characters and _HALF.search(text):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        reason = error.msg.partition(" (")[0]
        raise FormatError(f"not JSON: {reason[:1].lower()}{reason[1:]}", line=error.lineno, column=error.colno, code="bad-record") from None
    except RecursionError:
        raise FormatError("nested too deeply", code="bad-record") from None
    except UnicodeEncodeError:
        raise FormatError("an escape \\ud800 to \\udfff stands alone; it is half a character", code="lone-surrogate") from None
    except ValueError:
        raise FormatError("a number has too many digits to be read; write it as a string", code="bad-record") from None
    return value


def kind_of(value: Any) -> str:
    """What a JSON value is, in words."""
    if isinstance(value, list):
        return "a list that holds other things too" if any(isinstance(item, str) for item in value) else "a list"
    return {dict: "an object", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")


def _no_constant(name: str) -> Any:
    raise FormatError(f"{name} is not JSON; write null or leave it out", code="bad-record")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise FormatError(f"the key {twice!r} stands twice in one object; keep one", code="bad-record")
    return record


_DECODER = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_unique)
