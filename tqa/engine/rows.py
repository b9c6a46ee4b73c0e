"""Findings as flat rows: located and worded while their document is at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tqa.model import Document, EditRow, Finding, Fix, FixRow, Related, RelatedRow, Row, Segment, Where
from tqa.rule.card import Card
from tqa.rule.kinds import Rule
from tqa.text.positions import utf16_length

Say = Callable[[str], str]
"""A template in the language that is asked for."""


def in_english(template: str) -> str:
    """The template itself: rules speak English."""
    return template


def to_rows(found: Sequence[tuple[Finding, str]], document: Document, rules: Mapping[str, Rule | Card], say: Say = in_english) -> list[Row]:
    """One row a finding and its fingerprint, in the same order."""
    rows = []
    for finding, fingerprint in found:
        rule = rules[finding.rule]
        segment = document.side(finding.where.side)[finding.where.segment]
        line, column, end_line, end_column = _lines(segment, finding.where)
        fixes = [_fix_row(fix, say) for fix in finding.fixes]
        row = Row(
            rule=finding.rule,
            group=rule.group,
            mqm=rule.mqm,
            severity=finding.severity.word,
            certainty=finding.certainty.word,
            message=worded(say(finding.message), finding.values),
            path=segment.place.path,
            document=document.id,
            side=finding.where.side,
            segment=finding.where.segment,
            start=finding.where.span.start,
            end=finding.where.span.end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            text=finding.where.span.of(segment.text),
            block=finding.block,
            related=[_related_row(related, document, say) for related in finding.related],
            edits=fixes[0]["edits"] if fixes else [],
            fixes=fixes,
            fingerprint=fingerprint,
            line_text=segment.text,
        )
        runs = segment.place.runs
        if len(runs) > 1 or runs[0].column not in (1, None):
            row["runs"] = [(run.offset, run.line, run.column, run.wider) for run in runs]
        rows.append(row)
    return rows


def worded(message: str, values: Mapping[str, object]) -> str:
    """The message with its values in place; braces in values stay as they are."""
    return message.format_map(values) if values else message


def _lines(segment: Segment, where: Where) -> tuple[int, int | None, int, int | None]:
    line, column = segment.place.locate(where.span.start)
    if where.span.end == where.span.start:
        return line, column, line, column
    end_line, last = segment.place.locate(where.span.end - 1)
    return line, column, end_line, None if last is None else last + 1


def _related_row(related: Related, document: Document, say: Say) -> RelatedRow:
    where = related.where
    message = worded(say(related.message), related.values)
    place = related.elsewhere
    if place is not None:
        return RelatedRow(
            document=place.document,
            path=place.path,
            side=where.side,
            segment=where.segment,
            start=where.span.start,
            end=where.span.end,
            line=place.line,
            column=place.column,
            end_line=place.end_line,
            end_column=place.end_column,
            text=place.text,
            message=message,
        )
    segment = document.side(where.side)[where.segment]
    line, column, end_line, end_column = _lines(segment, where)
    row = RelatedRow(
        document=document.id,
        path=segment.place.path,
        side=where.side,
        segment=where.segment,
        start=where.span.start,
        end=where.span.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=where.span.of(segment.text),
        message=message,
    )
    if column is not None and end_column is not None and _is_wider(segment):
        first, last = where.span.start, max(where.span.start, where.span.end - 1)
        start, end = _more_units(segment, first, first), _more_units(segment, last, where.span.end)
        if start or end:
            row["utf16_column"], row["utf16_end_column"] = column + start, end_column + end
    return row


def _is_wider(segment: Segment) -> bool:
    """Whether UTF-16 counts the lines of the segment otherwise than code points do."""
    runs = segment.place.runs
    return utf16_length(segment.text) != len(segment.text) or bool(runs[0].wider[0]) or (len(runs) > 1 and any(run.wider[0] for run in runs))


def _more_units(segment: Segment, within: int, end: int) -> int:
    """By how many UTF-16 units the line of the offset `within` exceeds its code points up to `end`."""
    run = segment.place.runs[0]
    for candidate in segment.place.runs[1:]:
        if candidate.offset > within:
            break
        run = candidate
    before = segment.text[run.offset : end]
    return run.wider[0] + utf16_length(before) - len(before)


def _fix_row(fix: Fix, say: Say) -> FixRow:
    edits = [
        EditRow(
            side=edit.where.side,
            segment=edit.where.segment,
            start=edit.where.span.start,
            end=edit.where.span.end,
            replacement=edit.text,
            safe=fix.safe,
        )
        for edit in fix.edits
    ]
    return FixRow(title=worded(say(fix.title), fix.values), safe=fix.safe, edits=edits)
