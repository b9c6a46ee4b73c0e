"""What a run found, read back from its JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from tqa.engine.schema_file import read_schema_file
from tqa.formats.strict_json import kind_of
from tqa.model import UNSHOWN, ArticleRow, FormatError, Notice, Problem, Report, Result, Row
from tqa.value import replace

_ROW: Mapping[str, tuple[type, ...]] = {
    "rule": (str,), "group": (str,), "mqm": (str,), "severity": (str,), "certainty": (str,), "message": (str,), "path": (str,),
    "document": (str,), "side": (str,), "segment": (int,), "start": (int,), "end": (int,), "line": (int,), "column": (int, type(None)),
    "end_line": (int,), "end_column": (int, type(None)), "text": (str,), "block": (str, type(None)), "related": (list,), "edits": (list,),
    "fixes": (list,), "fingerprint": (str,),
}  # fmt: skip
_RELATED: Mapping[str, tuple[type, ...]] = {
    name: _ROW[name]
    for name in ("document", "path", "side", "segment", "start", "end", "line", "column", "end_line", "end_column", "text", "message")
}
_FIX: Mapping[str, tuple[type, ...]] = {"title": (str,), "safe": (bool,), "edits": (list,)}
_EDIT: Mapping[str, tuple[type, ...]] = {name: _ROW[name] for name in ("side", "segment", "start", "end")} | {"replacement": (str,)}
_MORE_OF_DOCUMENT: Mapping[str, tuple[type, ...]] = {"figures": (dict,), "meta": (dict,), **dict.fromkeys(UNSHOWN, (int,))}
_MORE_OF_REPORT: Mapping[str, tuple[type, ...]] = {"problems": (list,), "notices": (list,), "figures": (dict,)}
_MORE_OF_PROBLEM: Mapping[str, tuple[type, ...]] = {"path": (str, type(None)), "line": (int, type(None)), "column": (int, type(None))}
_FIGURES: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "consistency": {"agreement": (int, float), "terms": (int,), "split": (int,)},
    "adherence": {"met": (int,), "of": (int,)},
}
"""The figures a report shows."""
_CHOICES = {
    "severity": ("error", "warning", "info"),
    "certainty": ("certain", "likely", "guess"),
    "side": ("target", "source", "reference"),
}


def parse_findings(data: bytes, path: str) -> Report:
    """The report that `tqa lint --format json` wrote. Raises FormatError, with the place and the cure, for anything else."""
    none = "no findings; write them with tqa lint --format json --output FILE"
    found = read_schema_file(data, path, ("findings", "documents"), none, "no-findings").content
    reader = _Reader(path)
    reader.check_given(found, _MORE_OF_REPORT, "the report")
    rows: dict[str, list[Row]] = {}
    for number, item in enumerate(found["findings"], 1):
        row = reader.row(item, f"finding {number}")
        rows.setdefault(row["document"], []).append(row)
    results = [reader.result(item, f"document {number}", rows) for number, item in enumerate(found["documents"], 1)]
    if rows:
        raise FormatError(f"findings of {min(rows)!r}, which “documents” does not list", code="bad-finding", path=path)
    problems = tuple(Problem(*reader.problem(item)) for item in found.get("problems", ()))
    notices = tuple(Notice(*reader.problem(item)) for item in found.get("notices", ()))
    return Report(tuple(results), problems, notices, reader.figures(found.get("figures", {})))


def rejoined(found: Report, read: Report) -> Report:
    """The findings of `found` with the articles of `read`; a finding that no longer stands where it was is a problem."""
    articles = {result.document: result.article for result in read.results}
    results = tuple([replace(result, article=articles.get(result.document)) for result in found.results])
    moved = tuple(_moved(result) for result in results if not all(_stands(row, result.article) for row in result.rows))
    return Report(results, (*found.problems, *read.problems, *moved), found.notices, found.figures)


def _moved(result: Result) -> Problem:
    reason = "the article has changed since the findings were written, so they may stand elsewhere; run tqa lint again"
    return Problem("file-changed", reason, result.path)


def _stands(row: Row, article: ArticleRow | None) -> bool:
    """Whether the words of the finding are where it says; also where the article is not known, which is said elsewhere."""
    if article is None or row["side"] == "reference":
        return True
    texts = article["source"] if row["side"] == "source" else article["target"]
    return row["segment"] < len(texts) and texts[row["segment"]][row["start"] : row["end"]] == row["text"]


class _Reader:
    """Checks that items are what their place in the file says."""

    def __init__(self, path: str):
        self._path = path

    def row(self, item: Any, name: str) -> Row:
        """A finding."""
        self._check(item, _ROW, name)
        for number, related in enumerate(item["related"], 1):
            self._check(related, _RELATED, f"{name}, related place {number}")
        for number, fix in enumerate(item["fixes"], 1):
            self._check(fix, _FIX, f"{name}, fix {number}")
            for edit in fix["edits"]:
                self._check(edit, _EDIT, f"{name}, an edit of fix {number}")
        return cast("Row", item)

    def result(self, item: Any, name: str, rows: dict[str, list[Row]]) -> Result:
        """A document with its findings, which are taken out of `rows`."""
        self._check(item, {"document": (str,), "path": (str,)}, name)
        self.check_given(item, _MORE_OF_DOCUMENT, name)
        meta = {field: content for field, content in item.get("meta", {}).items() if isinstance(content, str | int | float)}
        counts = {count: item.get(count, 0) for count in UNSHOWN}
        found = tuple(rows.pop(item["document"], ()))
        return Result(item["document"], item["path"], found, figures=item.get("figures", {}), meta=meta, **counts)

    def problem(self, item: Any) -> tuple[str, str, str, int | None, int | None]:
        """The fields of a problem or notice."""
        self._check(item, {"code": (str,), "message": (str,)}, "a problem")
        self.check_given(item, _MORE_OF_PROBLEM, "a problem")
        return item["code"], item["message"], item.get("path") or "", item.get("line"), item.get("column")

    def figures(self, found: Mapping[str, Any]) -> Mapping[str, Any]:
        """What was measured."""
        for name, fields in _FIGURES.items():
            if found.get(name):
                self._check(found[name], fields, f"figure {name!r}")
        return found

    def check_given(self, item: Mapping[str, Any], fields: Mapping[str, tuple[type, ...]], name: str) -> None:
        """Check those of the fields that are there."""
        self._check(item, {field: types for field, types in fields.items() if field in item}, name)

    def _check(self, item: Any, fields: Mapping[str, tuple[type, ...]], name: str) -> None:
        if not isinstance(item, dict):
            self._refuse(f"{name} is {kind_of(item)}, not an object")
        for field, types in fields.items():
            content = item.get(field)
            if field not in item or not isinstance(content, types) or (isinstance(content, bool) and bool not in types):
                self._refuse(f"{name}: {field!r} is {kind_of(content) if field in item else 'missing'}")
            if isinstance(content, int) and content < 0:
                self._refuse(f"{name}: {field!r} is below 0")
            if field in _CHOICES and content not in _CHOICES[field]:
                self._refuse(f"{name}: {field!r} is {content!r}, not one of {', '.join(_CHOICES[field])}")

    def _refuse(self, reason: str) -> None:
        raise FormatError(f"{reason}; write the file anew with tqa lint --format json", code="bad-finding", path=self._path)
