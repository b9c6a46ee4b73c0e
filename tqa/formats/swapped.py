"""The one mistake that would make every finding nonsense: source and target given the wrong way round."""

from __future__ import annotations

from collections.abc import Iterable

from tqa.model import Document, FormatError, Problem, Segment
from tqa.text.han import HAN, han_count, latin_count

_SAMPLE = 2000
_LEAST_HAN = 8
_LEAST_LATIN = 20
_FEW_HAN, _FEW_WORDS = 4, 4
"""What a side must hold at the least where the other writes none of its script: a TSV row can be as short as 港口启用."""


def refuse_swapped(document: Document, line: int | None = None) -> Document:
    """The document, unless its source is English and its target Chinese: then FormatError.

    A Chinese target whose source is Chinese too, or missing, is an untranslated article and none of our business here.
    """
    if document.source and document.target:
        target = _sample(document.target)
        if not target.isascii() and HAN.search(target) and _is_chinese(target):
            source = _sample(document.source)
            if latin_count(source) >= max(_LEAST_LATIN, 4 * han_count(source)) and (_is_long(target) or _are_apart(source, target)):
                raise FormatError("swapped: the source is English and the target Chinese; give them the other way round", line=line, code="swapped")
    return document


def unless_swapped(document: Document, line: int | None = None) -> Document | Problem:
    """The document, or the Problem that its sides are swapped."""
    try:
        return refuse_swapped(document, line)
    except FormatError as error:
        return error.problem(document.path)


def _is_chinese(text: str) -> bool:
    count = han_count(text)
    return count >= _FEW_HAN and latin_count(text) <= 2 * count


def _is_long(text: str) -> bool:
    return han_count(text) >= _LEAST_HAN


def _are_apart(source: str, target: str) -> bool:
    """Whether neither side has a letter of the other's script, and the source is a sentence rather than a name."""
    return latin_count(target) == 0 and HAN.search(source) is None and len(source.split()) >= _FEW_WORDS


def _sample(segments: Iterable[Segment]) -> str:
    """The beginning of a side: enough to know its script."""
    parts: list[str] = []
    length = 0
    for segment in segments:
        parts.append(segment.text)
        length += len(segment.text)
        if length >= _SAMPLE:
            break
    return "\n".join(parts)[:_SAMPLE]
