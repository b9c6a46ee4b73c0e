"""Markdown: a comment on a pull request, or the summary of a CI step. Holds all rows; the worst come first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tqa.model import Problem, Result, Row
from tqa.reporters.reporter import Foot, Head, RenderOptions, place, plain, summary, worst_first
from tqa.text.counted import counted
from tqa.text.regex import regex

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 of them in a comment."""
_MOST_ROWS = 200
_MOST_PROBLEMS = 50
_LONGEST = 300
# A backslash makes any of these itself; but a mention, a reference and a bare address are looked for after that, so something empty
# must stand inside them.
_PUNCTUATION = regex(r"[\\`*_{}\[\]<>()!|~&$\"'^]")
_BEGINS = regex(r"@|#|(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\.")
_EMPTY = "<!-- -->"


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """What was not checked, how much each rule found, the worst findings."""
    rows = worst_first(row for result in results for row in result.rows)
    end = foot()
    text = f"### tqa\n\n{_words(summary(end.totals))}\n"
    text += _table("Not checked", ("place", "why"), [_problem(head, problem) for problem in end.problems[:_MOST_PROBLEMS]])
    if len(end.problems) > _MOST_PROBLEMS:
        text += f"\n… and {len(end.problems) - _MOST_PROBLEMS} more\n"
    text += _table("", ("rule", "severity", "findings"), _tally(rows))
    yield text
    room = MOST_CHARACTERS - len(text) - 200
    lines = []
    for row in rows[:_MOST_ROWS]:
        line = _row(_finding(head, row))
        room -= len(line)
        if room < 0:
            break
        lines.append(line)
    if lines:
        yield "\n" + _row(("place", "severity", "rule", "finding")) + "|---|---|---|---|\n" + "".join(lines)
    if len(rows) > len(lines):
        yield f"\n… and {len(rows) - len(lines)} more, less severe or later ones\n"


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    titled = f"\n**{title}**\n" if title else ""
    return f"{titled}\n{_row(head)}|{'---|' * len(head)}\n{''.join(map(_row, rows))}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _tally(rows: Iterable[Row]) -> list[tuple[str, str, str]]:
    """Rule, severity, how many; the worst first, then the most."""
    tally: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["rule"], row["severity"]
        tally[key] = tally.get(key, 0) + 1
    order = {"error": 0, "warning": 1, "info": 2}
    listed = sorted(tally.items(), key=lambda item: (order[item[0][1]], -item[1], item[0]))
    shown = [(_words(rule), severity, str(number)) for (rule, severity), number in listed[:_MOST_PROBLEMS]]
    return shown if len(listed) <= _MOST_PROBLEMS else [*shown, (f"… {counted(len(listed) - _MOST_PROBLEMS, 'more rule')}", "", "")]


def _finding(head: Head, row: Row) -> tuple[str, ...]:
    message = row["message"] + (f" (fix: {row['fixes'][0]['title']})" if row["fixes"] else "")
    at = place(head.below(row["path"]), row["line"], row["column"])
    return _words(at), row["severity"], _words(row["rule"]), _words(message)


def _problem(head: Head, problem: Problem) -> tuple[str, str]:
    at = place(head.below(problem.path), problem.line, problem.column) if problem.path else "tqa"
    return _words(at), _words(problem.message)


def _words(text: str) -> str:
    """Words that Markdown shows as they are, on one line, and that nothing acts on."""
    return _BEGINS.sub(_parted, _PUNCTUATION.sub(r"\\\g<0>", plain(text, _LONGEST)))


def _parted(match: re.Match[str]) -> str:
    return f"{_EMPTY}{match.group()}{_EMPTY}"
