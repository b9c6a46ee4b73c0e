"""SARIF 2.1.0, for code scanning on GitHub and for editors. Holds everything until the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from tqa.model import FixRow, Problem, RelatedRow, Result, Row
from tqa.reporters.columns import Region, changes_of, region_of
from tqa.reporters.json import dumps
from tqa.reporters.reporter import Foot, Head, RenderOptions, Totals, plain, worst_first
from tqa.text.counted import counted

MOST_RESULTS = 25_000
"""GitHub refuses a run of more."""
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_KINDS = {"error": "error", "warning": "warning", "info": "recommendation"}
_PRECISIONS = {"certain": "very-high", "likely": "high", "guess": "low"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LONGEST = 1000
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def render(head: Head, results: Iterable[Result], foot: Callable[[], Foot], options: RenderOptions) -> Iterator[str]:
    """One log of one run. Of more results than GitHub takes, the worst.

    What is suppressed or in the baseline is counted, and listed only where that is asked for: GitHub opens an alert for each result, also
    for one that says it is suppressed (github/codeql-action#1230).
    """
    rows = list(chain.from_iterable((*result.rows, *(result.silenced if options.silenced else ())) for result in results))
    end = foot()
    listed = rows if len(rows) <= MOST_RESULTS else worst_first(rows)[:MOST_RESULTS]
    rules = _rules(head, listed)
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n'
    version = head.version or "0.0.0"
    # A package URL: what names the tool and its version wherever it came from.
    said = f'"name": "tqa", "semanticVersion": {dumps(version)}, "informationUri": {dumps(f"pkg:generic/tqa@{version}")}'
    yield f' "tool": {{"driver": {{{said}, "rules": {_listed(rules)}}}}},\n'
    yield ' "columnKind": "utf16CodeUnits",\n'
    yield f' "automationDetails": {dumps({"id": "tqa/"})},\n'
    yield f' "invocations": [{dumps(_invocation(head, end, len(rows) - len(listed)))}],\n'
    yield f' "properties": {dumps(_uncounted(end.totals))},\n'
    yield ' "results": ['
    between = "\n  "
    for row in listed:
        yield between + dumps({**_result(head, row, places), **(_suppressions(row) if options.silenced else {})})
        between = ",\n  "
    yield "]\n}]}\n"


def _uncounted(totals: Totals) -> dict[str, int]:
    return {"hidden": totals.hidden, "suppressed": totals.suppressed, "baselined": totals.baselined, "cut": totals.cut}


def _listed(items: Iterable[Mapping[str, Any]]) -> str:
    return "[" + ",".join(f"\n  {dumps(item)}" for item in items) + "]"


def _rules(head: Head, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """The rules that found something, as they say of themselves."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["rule"], row)
    return [_rule(head, row) for _, row in sorted(first.items())]


def _rule(head: Head, row: Row) -> dict[str, Any]:
    name = row["rule"]
    page = head.page(name)
    summary = page.summary if page else f"a rule of this house: {name}"
    text = page.page if page else summary
    severity = page.severity if page else row["severity"]
    return {
        "id": name,
        **({"name": "".join(part.capitalize() for part in name.split("-"))} if "-" in name else {}),
        "shortDescription": {"text": plain(summary, _LONGEST)},
        "fullDescription": {"text": plain(summary, _LONGEST)},
        "help": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {
            "tags": [row["group"], f"mqm/{row['mqm']}"],
            "precision": _PRECISIONS[page.certainty if page else row["certainty"]],
            "problem.severity": _KINDS[severity],
        },
    }


def _invocation(head: Head, end: Foot, over: int) -> dict[str, Any]:
    said = [_notification(head, problem, "error") for problem in end.problems]
    said += [_notification(head, notice, "note") for notice in end.notices]
    if end.totals.cut:
        told = f"left out: {counted(end.totals.cut, 'finding')} over the cap of a rule in an article; --max-findings 0 lists them"
        said.append({"descriptor": {"id": "over-the-cap"}, "level": "note", "message": {"text": told}})
    if over:
        told = f"left out: {counted(over, 'finding')}, the least severe ones: GitHub takes {MOST_RESULTS}"
        said.append({"descriptor": {"id": "too-many"}, "level": "warning", "message": {"text": told}})
    return {"executionSuccessful": not end.problems, "toolExecutionNotifications": said}


def _notification(head: Head, problem: Problem, level: str) -> dict[str, Any]:
    said: dict[str, Any] = {"descriptor": {"id": plain(problem.code)}, "level": level, "message": {"text": _words(problem.message)}}
    if problem.path:
        region = None if problem.line is None else {"startLine": problem.line}
        said["locations"] = [_location(head, problem.path, region)]
    return said


def _result(head: Head, row: Row, rules: Mapping[str, int]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "ruleId": row["rule"],
        "ruleIndex": rules[row["rule"]],
        "level": _LEVELS[row["severity"]],
        "message": {"text": _words(row["message"])},
        "locations": [_location(head, row["path"], {**_region(region_of(row, "utf16")), **_snippet(row["text"])})],
        "partialFingerprints": {"primaryLocationLineHash": row["fingerprint"]},
        "properties": {"certainty": row["certainty"], "document": row["document"], "side": row["side"]},
    }
    if row["related"]:
        said["relatedLocations"] = [{"id": number, **_related(head, one)} for number, one in enumerate(row["related"], 1)]
    fixes = [made for fix in row["fixes"] if (made := _fix(head, row, fix))]
    if fixes:
        said["fixes"] = fixes
    return said


def _suppressions(row: Row) -> dict[str, Any]:
    """Why the result is not shown; that there is no reason must be said too, once one result of the run has one."""
    silence = row.get("silence")
    if silence is None:
        return {"suppressions": []}
    kind = "inSource" if silence["by"] == "ignore" else "external"
    return {"suppressions": [{"kind": kind, **({"justification": plain(silence["reason"], _LONGEST)} if silence["reason"] else {})}]}


def _related(head: Head, one: RelatedRow) -> dict[str, Any]:
    column, end_column = one.get("utf16_column", one["column"]), one.get("utf16_end_column", one["end_column"])
    if one["path"] == "" or column is None or end_column is None:
        column = end_column = None
    region = {**_region(Region(one["line"], column, one["end_line"], end_column)), **_snippet(one["text"])}
    return {**_location(head, one["path"], region), "message": {"text": _words(one["message"] or one["text"] or one["side"])}}


def _fix(head: Head, row: Row, fix: FixRow) -> dict[str, Any] | None:
    changes = changes_of(row, fix, "utf16")
    if not changes:
        return None
    replacements = [{"deletedRegion": _region(change.region), "insertedContent": {"text": change.text}} for change in changes]
    title = fix["title"] if fix["safe"] else f"{fix['title']} (look at it first)"
    artifact = {"uri": uri(head.below(row["path"]))}
    return {"description": {"text": _words(title)}, "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}]}


def _location(head: Head, path: str, region: Mapping[str, Any] | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(head.below(path))}}
    if region:
        physical["region"] = region
    return {"physicalLocation": physical}


def _region(region: Region) -> dict[str, Any]:
    if region.column is None or region.end_column is None:
        return {"startLine": region.line, "endLine": region.end_line}
    return {"startLine": region.line, "startColumn": region.column, "endLine": region.end_line, "endColumn": region.end_column}


def _snippet(text: str) -> dict[str, Any]:
    return {"snippet": {"text": text}} if text else {}


def _words(text: str) -> str:
    """Words for people; none of them is taken for a link, which in SARIF reads [text](place)."""
    shown = plain(text, _LONGEST) or "(no message)"
    return shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in shown else shown


def uri(path: str) -> str:
    """A path as a URI reference: percent-encoded, relative unless the path is absolute."""
    try:
        # The very bytes of a name that is no UTF-8.
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    quoted = "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in data)
    if path.startswith("/"):
        return "file:///" + quoted.lstrip("/")
    return f"file:///{quoted.replace('%3A', ':', 1)}" if path[1:3] == ":/" else quoted
