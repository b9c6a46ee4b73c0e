"""docs/json.md names every field of the schema and every code of a problem or notice."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NAMED = set(re.findall(r"`([\w-]+)`", (ROOT / "docs/json.md").read_text(encoding="utf-8")))


def fields(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from fields(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from fields(part)


def codes(tree: ast.AST) -> Iterator[str]:
    """The literal codes of problems and notices, and of the errors that become problems."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            given += node.args[:1] if name in ("Problem", "Notice") else []
            yield from (value.value for value in given if isinstance(value, ast.Constant) and isinstance(value.value, str))


def test_every_field_is_named() -> None:
    schema = json.loads(files("tqa.data").joinpath("schema/report.schema.json").read_text(encoding="utf-8"))
    # Those of figures have a page of their own.
    figures = {"agreement", "dominance", "terms", "split", "met", "of"}
    assert set(fields(schema)) - figures - NAMED == set()


def test_every_code_is_named() -> None:
    found = {code for path in (ROOT / "tqa").rglob("*.py") for code in codes(ast.parse(path.read_text(encoding="utf-8")))}
    assert len(found) > 40, "the search finds them"
    assert found - NAMED == set()
