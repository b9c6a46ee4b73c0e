"""A list of findings as an Excel workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tqa.model import Result
from tqa.reporters.reporter import Foot, Head, RenderOptions, plain
from tqa.reporters.tsv import COLUMNS, cells, problem_cells
from tqa.text.workbook import MOST_ROWS, Column, workbook

_NUMBERS = ("line", "column")
_WIDTHS = {"path": 30, "line": 7, "column": 8, "rule": 24, "text": 32, "message": 60, "fix": 32, "related": 48}
_LONGEST = 1000


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> bytes:
    """A workbook of one sheet with a frozen head and filters; a row a finding, then what was not checked."""
    listed = [cells(head, row) for result in results for row in result.rows]
    listed += [problem_cells(head, problem) for problem in foot().problems]
    if len(listed) > MOST_ROWS:
        listed[MOST_ROWS - 1 :] = [["", "", "", "", "", "", "", "", f"{len(listed) - MOST_ROWS + 1} more findings: Excel has no more rows"]]
    columns = [Column(name, _WIDTHS.get(name, 13), number=name in _NUMBERS) for name in COLUMNS]
    return workbook("findings", columns, ([plain(cell, _LONGEST) for cell in row] for row in listed))
