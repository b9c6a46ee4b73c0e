"""The whole samples, as they are linted and cleaned: a change of a rule shows its ripples here."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.conftest import Tqa
from tests.snapshots import EXPECTED, FORMATS, ROOT, STORIES, cleaned, linted, reported
from tqa.api import lint
from tqa.config.settings import Settings


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def expected(name: str) -> str:
    return (EXPECTED / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("story", STORIES)
def test_lint(story: str) -> None:
    assert linted(story) == expected(f"{story}.lint.txt"), "if it is meant: make snapshots, and read the difference"


@pytest.mark.parametrize("story", STORIES)
def test_clean(story: str) -> None:
    assert cleaned(story) == expected(f"{story}.clean.txt"), "if it is meant: make snapshots, and read the difference"


@pytest.mark.parametrize("format_", FORMATS)
def test_reports(format_: str) -> None:
    assert reported(format_) == expected(f"report.{format_}.txt"), "if it is meant: make snapshots, and read the difference"


@pytest.mark.parametrize("story", STORIES)
def test_the_references_are_clean(story: str) -> None:
    """A good translation of the same story, with the same source beside it, gives no finding."""
    found = lint([f"samples/{story}/{story}.ref.txt"], Settings(plugins=False, root=str(ROOT)), source=f"samples/{story}/{story}.zh.txt")
    assert [(row["rule"], row["text"]) for row in found.report.rows] == []


def test_the_report_is_what_the_schema_says(tqa: Tqa) -> None:
    schema = json.loads((ROOT / "tqa" / "data" / "schema" / "report.schema.json").read_text(encoding="utf-8"))
    report = json.loads(tqa("lint", str(ROOT / "samples"), "--format", "json", "--min-severity", "info").out)
    jsonschema.validate(report, schema)
    assert report["summary"]["documents"] == len(STORIES)
    assert {row["document"] for row in report["findings"]} == {document["document"] for document in report["documents"]}
