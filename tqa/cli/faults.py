"""Glossary faults as text and as rows for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tqa.text.show import show

if TYPE_CHECKING:
    from tqa.glossary.health import Fault


def faults_text(faults: list[tuple[str, Fault]]) -> str:
    """A line a fault: `path:line:column: severity rule message`."""
    lines = []
    for path, fault in faults:
        column = f":{fault.column}" if fault.column else ""
        lines.append(f"{show(path)}:{fault.line}{column}: {fault.severity.word} {fault.rule}  {show(fault.message, 300)}\n")
    return "".join(lines)


def fault_rows(faults: list[tuple[str, Fault]]) -> list[dict[str, Any]]:
    """The faults as rows for JSON."""
    return [
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
