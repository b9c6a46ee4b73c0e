"""JUnit XML: an article is a test case, so that a clean one passes. Holds everything until the end, which is told first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tqa.model import Problem, Result, Row
from tqa.reporters.reporter import Foot, Head, RenderOptions, place, plain
from tqa.reporters.xml import exact, words
from tqa.text.counted import counted


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """One suite. Errors and warnings fail an article, info does not; what was not checked is an error."""
    done = list(results)
    end = foot()
    cases = [_case(head, result, shared=_shares_its_file(number, done)) for number, result in enumerate(done)]
    cases += [_problem(head, problem) for problem in end.problems]
    failures = sum(map(_fails, done))
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{len(end.problems)}" skipped="0" time="0"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tqa" {counts}>\n<testsuite name="tqa" {counts}>\n'
    yield from cases
    yield "</testsuite>\n</testsuites>\n"


def _shares_its_file(number: int, results: list[Result]) -> bool:
    """Whether the file holds several articles: those of one file come together."""
    around = results[max(number - 1, 0) : number] + results[number + 1 : number + 2]
    return any(other.path == results[number].path for other in around)


def _fails(result: Result) -> bool:
    return any(row["severity"] != "info" for row in result.rows)


def _case(head: Head, result: Result, *, shared: bool) -> str:
    path = head.below(result.path)
    name = f"{path} ({result.document})" if shared else path
    begin = f'<testcase classname="tqa" name="{words(name)}" file="{exact(path)}" time="0"'
    if not result.rows:
        return f"{begin}/>\n"
    counts = ", ".join(counted(result.count(severity), severity) for severity in ("error", "warning") if result.count(severity))
    listed = "".join(f"{words(_line(head, row))}\n" for row in result.rows)
    if _fails(result):
        worst = "error" if result.count("error") else "warning"
        return f'{begin}>\n<failure message="{counts}" type="{worst}">\n{listed}</failure>\n</testcase>\n'
    return f"{begin}>\n<system-out>\n{listed}</system-out>\n</testcase>\n"


def _line(head: Head, row: Row) -> str:
    at = place(head.below(row["path"]), row["line"], row["column"])
    return f"{at}: {row['severity']} {plain(row['rule'])}  {plain(row['message'])}"


def _problem(head: Head, problem: Problem) -> str:
    path = head.below(problem.path)
    file = f' file="{exact(path)}"' if path else ""
    name = words(f"not checked: {path or problem.code}")
    said = words(f"{place(path, problem.line, problem.column)}: {problem.message}" if path else problem.message)
    error = f'<error message="{words(problem.message)}" type="{words(problem.code)}">{said}</error>'
    return f'<testcase classname="tqa" name="{name}"{file} time="0">\n{error}\n</testcase>\n'
