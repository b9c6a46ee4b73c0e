"""Checkstyle XML, which Jenkins, reviewdog and many others read. Holds everything until the end: a file is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tqa.model import Result
from tqa.reporters.reporter import Foot, Head, RenderOptions
from tqa.reporters.xml import exact, words


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """The files in the order they were read, clean ones too; what was not checked is an error of its file."""
    files: dict[str, list[str]] = {}
    for result in results:
        files.setdefault(head.below(result.path), [])
        for row in result.rows:
            said = _error(row["line"], row["column"], row["severity"], row["message"], f"tqa.{row['group']}.{row['rule']}")
            files.setdefault(head.below(row["path"]), []).append(said)
    for problem in foot().problems:
        said = _error(problem.line or 1, problem.column, "error", f"not checked: {problem.message}", f"tqa.{problem.code}")
        files.setdefault(head.below(problem.path) or "tqa", []).append(said)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for path, errors in files.items():
        yield f'<file name="{exact(path)}">\n{"".join(errors)}</file>\n' if errors else f'<file name="{exact(path)}"/>\n'
    yield "</checkstyle>\n"


def _error(line: int, column: int | None, severity: str, message: str, code: str) -> str:
    at = "" if column is None else f' column="{column}"'
    return f'<error line="{line}"{at} severity="{severity}" message="{words(message)}" source="{words(code)}"/>\n'
