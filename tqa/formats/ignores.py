"""Ignores written into a text: `ignore[rule "text"] reason` and `ignore-file[group] reason`."""

from __future__ import annotations

import re

from tqa.model import Ignore, Notice
from tqa.text.regex import regex
from tqa.value import value

_NOTE = regex(r"\s*(?:tqa:\s*)?(ignore-file|ignore)\s*\[([^\]\"“”]*)(?:[\"“”]([^\"“”]*)[\"“”])?\s*\]\s*(.*)", re.DOTALL)
_MARK = regex(r"\s*tqa:")


@value
class Note:
    """One ignore as written; `whole`: it covers the document."""

    names: tuple[str, ...]
    match: str
    reason: str
    whole: bool

    def ignore(self, segment: int | None, line: int) -> Ignore:
        """What it silences: a target segment, or everything if it covers the document."""
        return Ignore(self.names, self.match, None if self.whole else segment, self.reason, line)


def is_meant_for_us(comment: str) -> bool:
    """Whether a comment speaks to tqa."""
    return _MARK.match(comment) is not None


def read_note(written: str) -> Note | None:
    """The ignore a comment or `tqa_ignore` string holds, or None if it cannot be read as one."""
    match = _NOTE.fullmatch(written)
    if match is None:
        return None
    kind, listed, text, reason = match.groups()
    names = tuple(name for name in re.split(r"[\s,]+", listed) if name)
    return Note(names, text or "", " ".join(reason.split()), kind == "ignore-file") if names else None


def bad_note(written: str, path: str, line: int) -> Notice:
    """What is said of a note that cannot be read: it silences nothing."""
    shown = written.strip()[:80]
    return Notice("bad-ignore", f'{shown!r} silences nothing; write: tqa: ignore[rule "text"] reason, or tqa: ignore-file[group] reason', path, line)
