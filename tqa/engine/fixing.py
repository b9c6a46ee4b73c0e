"""Which fixes are applied together, and what the text then reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqa.model import Document, Edit, Finding, Fix, Segment
from tqa.value import value


@value
class Applied:
    """Edits of the target side that do not overlap, by place; `count` fixes gave them."""

    edits: tuple[Edit, ...]
    count: int

    def texts(self, document: Document) -> tuple[str, ...]:
        """Text of each target segment after the edits."""
        by_segment: dict[int, list[Edit]] = {}
        for edit in self.edits:
            by_segment.setdefault(edit.where.segment, []).append(edit)
        return tuple(edited(segment.text, by_segment.get(segment.index, ())) for segment in document.target)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` after edits that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.where.span, reverse=True):
        text = text[: edit.where.span.start] + edit.text + text[edit.where.span.end :]
    return text


def apply_fixes(document: Document, findings: Sequence[Finding], *, unsafe: bool = False) -> Applied:
    """The first fix of each finding, as far as they are safe and do not overlap; the rest waits for the next round.

    Deletions of whole segments go first, then by start, end, rule. A fix that touches a protected span or another side is left.
    """
    candidates = [
        (finding, fix)
        for finding in findings
        for fix in finding.fixes[:1]
        if (unsafe or fix.safe) and fix.edits and all(_allowed(edit, document) for edit in fix.edits)
    ]
    candidates.sort(key=lambda pair: (not _empties(pair[1], document), *_place(pair[1]), pair[0].rule))
    chosen: list[Edit] = []
    taken: dict[int, list[Edit]] = {}
    count = 0
    for _, fix in candidates:
        fresh = [edit for edit in fix.edits if edit not in chosen]
        if any(_clash(edit, other) for edit in fresh for other in taken.get(edit.where.segment, ())):
            continue
        count += 1
        for edit in fresh:
            chosen.append(edit)
            taken.setdefault(edit.where.segment, []).append(edit)
    return Applied(tuple(sorted(chosen, key=lambda edit: edit.where.order)), count)


def _segment(edit: Edit, document: Document) -> Segment:
    return document.target[edit.where.segment]


def _allowed(edit: Edit, document: Document) -> bool:
    if edit.where.side != "target":
        return False
    segment = _segment(edit, document)
    if edit.where.span == segment.span and not edit.text:
        return not segment.protected
    return not any(span.overlaps(edit.where.span) for span in segment.protected)


def _empties(fix: Fix, document: Document) -> bool:
    return all(not edit.text and edit.where.span == _segment(edit, document).span for edit in fix.edits)


def _place(fix: Fix) -> tuple[int, int, int]:
    first = min(fix.edits, key=lambda edit: edit.where.order).where
    return first.segment, first.span.start, first.span.end


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits of one segment cannot both be made: they overlap, or insert at the same place."""
    a, b = one.where.span, other.where.span
    if len(a) == 0 and len(b) == 0:
        return a == b
    return a.start < b.end and b.start < a.end
