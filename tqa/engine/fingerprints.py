"""What a finding is known by while its lines move: what was found, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from tqa.model import Document, Finding, Segment
from tqa.text.digest import blake2b
from tqa.text.regex import regex

_WORD = regex(r"\w+")
_TWIN = regex(r"~\d+$")
_RECORD = regex(r"#\d+$")
_FINGERPRINT = regex(r"[0-9a-f]{16}(?::[1-9]\d{0,9})?")
_WORDS_BESIDE = 3
_NEAR = 120
"""Characters in which those words are looked for."""
_CLOSE = 40
"""Characters in which they mostly stand."""
_NEXT_THREE = regex(r"\W*(\w+)(?:\W+(\w+))?(?:\W+(\w+))?")


def fingerprints(findings: Sequence[Finding], document: Document, path: str) -> list[str]:
    """The fingerprint of each finding, in the same order; of several alike, the second ends in `:2`. `path`: the document's, from the root.

    Never a line number: a finding keeps its fingerprint when lines are put before it, paragraphs change places or white space changes.
    """
    record = _record(document)
    seen: dict[str, int] = {}
    found = []
    for finding in findings:
        segment = document.side(finding.where.side)[finding.where.segment]
        print_ = _digest(finding.rule, path, record, *_context(finding, segment))
        seen[print_] = seen.get(print_, 0) + 1
        found.append(print_ if seen[print_] == 1 else f"{print_}:{seen[print_]}")
    return found


def is_fingerprint(text: str) -> bool:
    """Whether the text may be one: 16 hexadecimal digits, and a twin's number."""
    return bool(_FINGERPRINT.fullmatch(text))


def _record(document: Document) -> str:
    """What tells the document from others of its file.

    An id made of the path says nothing more than the path, and differs with the working folder. One that counts records would change with
    each record put before: such a record is known by its title, else by its longest text, of the source if there is one.
    """
    id_ = _TWIN.sub("", document.id)
    if is_path_made(id_, document.path):
        return ""
    if not is_path_made(_RECORD.sub("", id_), document.path):
        return id_
    return _digest(document.title or _longest([segment.text for segment in document.source or document.target]))


def _longest(texts: Sequence[str]) -> str:
    """The longest of the texts with single blanks between their words, of equals the last in order of their letters."""
    longest = ""
    # White space only makes a text longer: what is shorter as it stands need not be cut into words.
    for text in sorted(texts, key=len, reverse=True):
        if len(text) < len(longest):
            break
        longest = max(longest, " ".join(text.split()), key=lambda one: (len(one), one))
    return longest


def is_path_made(id_: str, path: str) -> bool:
    """Whether a document's id is its path without codes and ending, and so says nothing more."""
    return path.startswith(id_) and not path[len(id_) : len(id_) + 1].isalnum()


def _context(finding: Finding, segment: Segment) -> tuple[str, str, str]:
    """The words found, and three on each side within the paragraph."""
    span, text = finding.where.span, segment.text
    start, end = _paragraph(text, span.start)
    after = _NEXT_THREE.match(text, span.end, min(end, span.end + _NEAR))
    match = " ".join(_WORD.findall(span.of(text))).casefold() or span.of(text)
    return match, " ".join(_last_words(text, start, span.start)), " ".join(filter(None, after.groups())) if after else ""


def _last_words(text: str, start: int, end: int) -> list[str]:
    """The last words of `text[start:end]`, at most three."""
    words: list[str] = []
    for near in (_CLOSE, _NEAR):
        begin = max(start, end - near)
        words = _WORD.findall(text, begin, end)
        # The first of them may be cut.
        if len(words) > _WORDS_BESIDE or begin == start:
            break
    return words[-_WORDS_BESIDE:]


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _paragraph(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the line of `text` that holds the offset: a segment of a record may hold several."""
    if "\n" not in text and "\r" not in text:
        return 0, len(text)
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1, min(ends, default=len(text))
