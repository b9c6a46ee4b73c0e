"""For people: each finding with its line, the place marked, what explains it and what mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from tqa.model import RelatedRow, Result, Row
from tqa.reporters.concise import problem_line
from tqa.reporters.reporter import Foot, Head, RenderOptions, place, plain, summary
from tqa.reporters.snippet import snippet
from tqa.tally import FEW_TERMS
from tqa.text.counted import counted

_LINES_OF_A_BLOCK = 6
_RELATED = 4
_COLORS = {"error": "1;31", "warning": "1;33", "info": "1;36", "place": "1", "mark": "1;32", "quiet": "2"}


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """Findings by file, then what was not checked, notices, figures and a summary."""
    painter = _Painter(options)
    for result in results:
        for rows in _blocks(result.rows):
            yield "".join(f"{line}\n" for line in painter.finding(rows)) + "\n"
    end = foot()
    if options.talk:
        said = [painter.talk("not checked", "error", problem_line(problem)) for problem in end.problems]
        said += [painter.talk("note", "info", problem_line(notice)) for notice in end.notices]
        yield "".join(f"{line}\n" for line in said)
    figures = _figures(end)
    if figures:
        yield f"{figures}\n"
    yield painter.summary(end) + "\n"


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows, those of one fault over several lines together."""
    numbered = enumerate(rows)
    for _, group in groupby(numbered, key=lambda item: (item[1]["rule"], item[1]["block"]) if item[1]["block"] is not None else item[0]):
        yield [row for _, row in group]


class _Painter:
    def __init__(self, options: RenderOptions):
        self._options = options

    def finding(self, rows: Sequence[Row]) -> Iterator[str]:
        """The lines of one finding, or of one fault over several lines."""
        row = rows[0]
        where = self._paint("place", place(row["path"], row["line"], row["column"]))
        over = f" (lines {row['line']}–{rows[-1]['line']})" if rows[-1]["line"] != row["line"] else ""
        guess = " (a guess)" if row["certainty"] == "guess" else ""
        yield f"{where}: {self._paint(row['severity'], row['severity'])} {plain(row['rule'])}{guess}  {plain(row['message'])}{over}"
        gutter = len(str(rows[-1]["line"])) + 1
        for shown in rows[:_LINES_OF_A_BLOCK]:
            yield from self._snippet(shown, gutter)
        if len(rows) > _LINES_OF_A_BLOCK:
            more = counted(len(rows) - _LINES_OF_A_BLOCK, "more line")
            yield f"{'':{gutter}} {self._paint('quiet', f'… and {more}')}"
        yield from self._explained(row, gutter)

    def _snippet(self, row: Row, gutter: int) -> Iterator[str]:
        found = snippet(row, self._options.width - gutter - 3)
        if found is not None:
            bar = self._paint("quiet", "|")
            yield f"{row['line']:>{gutter}} {bar} {found.text}"
            yield f"{'':{gutter}} {bar} {' ' * found.indent}{self._paint('mark', '^' * found.length)}"

    def _explained(self, row: Row, gutter: int) -> Iterator[str]:
        indent = " " * (gutter + 1)
        related = row["related"]
        for one in related[:_RELATED]:
            yield indent + self._related(one, row)
        if len(related) > _RELATED:
            yield indent + self._paint("quiet", f"= … and {counted(len(related) - _RELATED, 'more place')}")
        for fix in row["fixes"][:1]:
            word = "fix" if fix["safe"] else "fix (look at it first)"
            yield f"{indent}{self._paint('quiet', '=')} {word}: {plain(fix['title'], 160)}"

    def _related(self, one: RelatedRow, row: Row) -> str:
        at = place(one["path"], one["line"], one["column"])
        if one["path"] == row["path"]:
            at = f"line {one['line']}" + (f", record {plain(one['document'])}" if one["document"] != row["document"] else "")
        text = f" “{plain(one['text'], 60)}”" if one["text"] else ""
        message = f": {plain(one['message'], 160)}" if one["message"] else ""
        side = f"{one['side']}, " if one["side"] != row["side"] else ""
        return f"{self._paint('quiet', '=')} {side}{at}{text}{message}"

    def talk(self, word: str, color: str, line: str) -> str:
        """A problem or notice."""
        return f"{self._paint(color, word)}: {line}"

    def summary(self, end: Foot) -> str:
        """The last line."""
        totals = end.totals
        color = "error" if totals.error or totals.not_checked else "warning" if totals.warning else "place"
        return self._paint(color, summary(totals))

    def _paint(self, color: str, text: str) -> str:
        return f"\x1b[{_COLORS[color]}m{text}\x1b[0m" if self._options.color and color in _COLORS else text


def _figures(end: Foot) -> str:
    """Agreement and adherence in words, where they were measured: each with its counts, and never as one number."""
    parts = []
    for name, what in (("consistency", "consistency"), ("corpus", "across articles")):
        found = end.figures.get(name)
        if found:
            few = ", from few terms" if found["terms"] < FEW_TERMS else ""
            shares = f"agreement {found['agreement']:.2f}, dominance {found['dominance']:.2f}{few}"
            parts.append(f"{what}: {found['split']} of {counted(found['terms'], 'term')} rendered in several ways, {shares}")
    adherence = end.figures.get("adherence")
    if adherence:
        parts.append(f"glossary: {adherence['met']} of {counted(adherence['of'], 'term')} met")
    return "; ".join(parts)
