"""Glossary faults and concepts found, as text and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tqa.text.show import show

if TYPE_CHECKING:
    from tqa.glossary.find import Hit
    from tqa.glossary.health import Fault


def faults_text(faults: list[tuple[str, Fault]]) -> str:
    """A line a fault: `path:line:column: severity rule message`."""
    lines = []
    for path, fault in faults:
        column = f":{fault.column}" if fault.column else ""
        lines.append(f"{show(path)}:{fault.line}{column}: {fault.severity.word} {fault.rule}  {show(fault.message, 300)}\n")
    return "".join(lines)


def faults_json(faults: list[tuple[str, Fault]]) -> str:
    """The faults as a JSON object."""
    rows = [
        {
            "rule": fault.rule,
            "severity": fault.severity.word,
            "path": path,
            "line": fault.line,
            "column": fault.column,
            "message": fault.message,
        }
        for path, fault in faults
    ]
    return json.dumps({"schema": 1, "faults": rows}, ensure_ascii=False) + "\n"


def hits_text(hits: list[Hit]) -> str:
    """A line a concept: Chinese forms, English forms."""
    lines = []
    for hit in hits:
        concept = hit.concept
        english = " | ".join((concept.target, *concept.allowed, *concept.short))
        avoid = f"  (not: {' | '.join(concept.forbidden)})" if concept.forbidden else ""
        lines.append(f"{show('|'.join(concept.source))}  {show(english)}{show(avoid)}\n")
    return "".join(lines)


def hits_json(hits: list[Hit]) -> str:
    """The concepts as a JSON object, best first."""
    rows = [
        {
            "source": list(hit.concept.source),
            "target": hit.concept.target,
            "allowed": list(hit.concept.allowed),
            "short": list(hit.concept.short),
            "forbidden": list(hit.concept.forbidden),
            "note": hit.concept.note,
            "score": hit.score,
        }
        for hit in hits
    ]
    return json.dumps({"schema": 1, "hits": rows}, ensure_ascii=False) + "\n"
