"""The picture of a corpus: findings by rule, by folder, and by whatever the articles say of themselves: desk, system, week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tqa.model import Result
from tqa.reporters.json import dumps, problem, summary_fields
from tqa.reporters.reporter import SEVERITIES, Foot, Head, RenderOptions, plain, summary
from tqa.text.regex import regex
from tqa.text.show import cells
from tqa.value import value

_DATE = regex(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][0-9]{2}:.*)?")
_MOST_ROWS = 30
_WIDEST = 50
_NONE = "(none)"


@value
class Tally:
    """Findings of the articles that have something in common; of a rule, `articles` are those in which it found something."""

    value: str
    articles: int
    error: int
    warning: int
    info: int

    @property
    def findings(self) -> int:
        """All of them."""
        return self.error + self.warning + self.info


@value
class Table:
    """Tallies by one property of findings or articles, in the order they are read."""

    by: str
    tallies: tuple[Tally, ...]


def tables(results: Iterable[Result], head: Head) -> list[Table]:
    """By rule; by folder, where there are several; by each field of the articles' meta that groups them, dates by week.

    A field that is different in every article groups nothing and is left out, so is one that holds lists or objects.
    """
    listed = list(results)
    made = [Table("rule", _by_rule(listed))]
    folders = [head.below(result.path).rpartition("/")[0] or "." for result in listed]
    if len(set(folders)) > 1:
        made.append(Table("folder", _by_article(listed, folders)))
    for name in sorted({name for result in listed for name in result.meta}):
        by, values = _values(name, [result.meta.get(name) for result in listed])
        if 1 < len(set(values)) < len(values) or (len(set(values)) == 1 and len(values) > 1):
            made.append(Table(by, _by_article(listed, values, in_order=by != name)))
    return made


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """Each table in columns, then the summary."""
    for table in tables(results, head):
        if table.tallies:
            yield from _lines(table)
            yield "\n"
    yield f"{summary(foot().totals)}\n"


def render_json(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """One JSON object with every tally."""
    listed = ",\n  ".join(dumps({"by": table.by, "tallies": [_tally(tally) for tally in table.tallies]}) for table in tables(results, head))
    end = foot()
    yield f'{{"schema": 1, "tool": {dumps({"name": "tqa", "version": head.version})},\n "statistics": [\n  {listed}],\n'
    yield f' "problems": {dumps([problem(one) for one in end.problems])},\n "summary": {dumps(summary_fields(end.totals))}}}\n'


def _tally(tally: Tally) -> Mapping[str, Any]:
    return {"value": tally.value, "articles": tally.articles, "error": tally.error, "warning": tally.warning, "info": tally.info}


def _by_rule(results: Sequence[Result]) -> tuple[Tally, ...]:
    counts: dict[str, list[int]] = {}
    for result in results:
        for rule in {row["rule"] for row in result.rows}:
            counts.setdefault(rule, [0, 0, 0, 0])[3] += 1
        for row in result.rows:
            counts[row["rule"]][SEVERITIES.index(row["severity"])] += 1
    return _most_first(counts)


def _by_article(results: Sequence[Result], values: Sequence[str], *, in_order: bool = False) -> tuple[Tally, ...]:
    counts: dict[str, list[int]] = {}
    for result, given in zip(results, values, strict=True):
        count = counts.setdefault(given, [0, 0, 0, 0])
        count[3] += 1
        for number, severity in enumerate(SEVERITIES):
            count[number] += result.count(severity)
    found = _most_first(counts)
    return tuple(sorted(found, key=lambda tally: tally.value)) if in_order else found


def _most_first(counts: Mapping[str, Sequence[int]]) -> tuple[Tally, ...]:
    found = [Tally(given, articles, *numbers) for given, (*numbers, articles) in counts.items()]
    return tuple(sorted(found, key=lambda tally: (-tally.findings, tally.value)))


def _values(name: str, given: Sequence[Any]) -> tuple[str, list[str]]:
    """What the field's table is called and each article's value: of dates, the ISO week."""
    said = [_NONE if one is None else str(one) for one in given]
    dates = [_DATE.fullmatch(one) for one in said if one != _NONE]
    if not dates or not all(dates):
        return name, said
    weeks = [_week(one) for one in said]
    return (f"{name} (week)", weeks) if all(weeks) else (name, said)


def _week(text: str) -> str:
    """The ISO week of a date, as 2026-W48; "" for a day there is not."""
    from datetime import date

    match = _DATE.fullmatch(text)
    if match is None:
        return _NONE
    try:
        year, week, _ = date(int(match[1]), int(match[2]), int(match[3])).isocalendar()
    except ValueError:
        return ""
    return f"{year}-W{week:02}"


def _lines(table: Table) -> Iterator[str]:
    shown = table.tallies[:_MOST_ROWS]
    names = [plain(tally.value, _WIDEST) for tally in shown]
    width = max(map(cells, [plain(table.by, _WIDEST), *names]))
    yield _line(plain(table.by, _WIDEST), width, ("articles", *SEVERITIES, "an article"))
    for name, tally in zip(names, shown, strict=True):
        mean = f"{tally.findings / tally.articles:.2f}"
        yield _line(name, width, (str(tally.articles), str(tally.error), str(tally.warning), str(tally.info), mean))
    if len(table.tallies) > len(shown):
        yield f"… and {len(table.tallies) - len(shown)} more\n"


def _line(name: str, width: int, columns: Sequence[str]) -> str:
    return name + " " * (width - cells(name)) + "".join(f"{column:>12}" for column in columns) + "\n"
