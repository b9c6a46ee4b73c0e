"""Rows made by hand, for the reporters' tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tqa.model import ArticleRow, EditRow, FixRow, Notice, Problem, RelatedRow, Result, Row
from tqa.reporters import Foot, Head, RenderOptions, Totals, reporter

NASTY = [
    "line\nbreak",
    "carriage\r::error::x",
    "\x1b[31mred\x1b]8;;http://x\x07",
    "\x9b31m",
    "::error file=a::x",
    "::stop-commands::x",
    "##[error]x",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[buildStatus]",
    "rtl \u202e override",
    "zero\u200bwidth",
    "tag\U000e0041",
    "line\u2028separator\x85",
    "nul\x00",
    "half \ud800",
    "100%25 %0A",
    "[/red] [link=x]",
    "<script>alert(1)</script>",
]
"""Words that would act on a terminal, a CI log or a page."""


def row(text: str = "The plan  works.", start: int = 8, end: int = 10, **changes: Any) -> Row:
    """A finding in a one-line segment."""
    made = Row(
        rule="double-space",
        group="mechanics",
        mqm="linguistic-conventions/typography/whitespace",
        severity="warning",
        certainty="likely",
        message="more than one space",
        path="a.en.txt",
        document="a",
        side="target",
        segment=0,
        start=start,
        end=end,
        line=11,
        column=start + 1,
        end_line=11,
        end_column=end + 1,
        text=text[start:end],
        block=None,
        related=[],
        edits=[],
        fixes=[],
        fingerprint="0123456789abcdef",
        line_text=text,
    )
    made.update(changes)  # type: ignore[typeddict-item]  # the callers give fields of a Row
    return made


def fix(text: str = " ", safe: bool = True, title: str = "leave one space") -> FixRow:
    """A fix of the row above."""
    return FixRow(title=title, safe=safe, edits=[EditRow(side="target", segment=0, start=8, end=10, replacement=text, safe=safe)])


def related(**changes: Any) -> RelatedRow:
    """A place in the source."""
    made = RelatedRow(
        document="a",
        path="a.zh.txt",
        side="source",
        segment=0,
        start=0,
        end=2,
        line=11,
        column=1,
        end_line=11,
        end_column=3,
        text="计划",
        message="the source",
    )
    made.update(changes)  # type: ignore[typeddict-item]  # the callers give fields of a RelatedRow
    return made


def article(target: list[str], source: list[str] | None = None, furniture: list[int] | None = None) -> ArticleRow:
    """An article of these segments, side by side where there is a source."""
    return ArticleRow(
        title="", source=source or [], target=target, lines=[*range(1, len(target) + 1)],
        passages=[{"source": [number] if source else [], "target": [number], "moved": False} for number in range(len(target))],
        reference=[], mentions=[],
        source_furniture=[], target_furniture=furniture or [],
    )  # fmt: skip


def hostile_result(nasty: str) -> Result:
    """A document that says the words wherever a document can."""
    text = f"twelve more {nasty} y"
    found = row(
        text=text, start=12, end=12 + len(nasty), path=nasty or "a", message=nasty, document=nasty, rule=nasty or "r", group=nasty or "g",
        fixes=[fix(nasty, title=nasty)], related=[related(text=nasty, message=nasty, path=nasty, document=nasty)], fingerprint=nasty,
    )  # fmt: skip
    return Result(nasty, nasty or "a", (found,), article=article([text, nasty], [nasty, nasty]))


def render(
    name: str,
    rows: Iterable[Row],
    problems: tuple[Problem, ...] = (),
    notices: tuple[Notice, ...] = (),
    options: RenderOptions | None = None,
    **figures: Any,
) -> str:
    """One document's rows in a format."""
    result = Result("a", "a.en.txt", tuple(rows), hidden=2, suppressed=1)
    totals = Totals(1, result.count("error"), result.count("warning"), result.count("info"), 2, 1, 0, len(problems))
    return "".join(reporter(name)(Head("1.2.3"), [result], lambda: Foot(problems, notices, figures, totals), options or RenderOptions()))
