"""The picture of a corpus: which rule, which folder, which desk, which system, which week."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tqa
from tests.reporters.rows import NASTY, row
from tqa.model import Result
from tqa.reporters import Foot, Head, RenderOptions, counting
from tqa.reporters.statistics import Tally, tables

DESKS = [("xinhua", "a", "2026-01-05"), ("xinhua", "b", "2026-01-11T08:00:00Z"), ("people", "a", "2025-12-31"), ("people", "b", "2026-01-01")]


def result(number: int, *severities: str, path: str = "a.txt", **meta: str | int) -> Result:
    return Result(str(number), path, tuple(row(severity=severity) for severity in severities), meta=meta)


def tallied(*results: Result) -> dict[str, list[Tally]]:
    return {table.by: list(table.tallies) for table in tables(results, Head(""))}


def test_by_what_the_articles_say_of_themselves() -> None:
    found = tallied(
        result(1, "error", "warning", desk="xinhua", url="x/1", when="2026-01-05", votes=1),
        result(2, "error", desk="xinhua", url="x/2", when="2026-01-11T08:00:00Z", votes=1),
        result(3, desk="people", url="x/3", when="2026-01-01", votes=1),
        result(4, "info", when="2025-12-29", url="x/4"),
    )
    assert found["rule"] == [Tally("double-space", 3, 2, 1, 1)]
    assert found["desk"] == [Tally("xinhua", 2, 2, 1, 0), Tally("(none)", 1, 0, 0, 1), Tally("people", 1, 0, 0, 0)]
    assert found["when (week)"] == [Tally("2026-W01", 2, 0, 0, 1), Tally("2026-W02", 2, 2, 1, 0)], (
        "in the order of time; the year is that of the week"
    )
    assert "url" not in found, "it tells every article from every other"
    assert found["votes"] == [Tally("1", 3, 2, 1, 0), Tally("(none)", 1, 0, 0, 1)]
    assert "folder" not in found


def test_by_folder() -> None:
    found = tallied(result(1, "error", path="x/a.txt"), result(2, path="x/b.txt"), result(3, "error", "error", path="c.txt"))
    assert found["folder"] == [Tally(".", 1, 2, 0, 0), Tally("x", 2, 1, 0, 0)]


@pytest.mark.parametrize("when", ["2026-02-30", "0000-01-01", "2026-13-01", "2026", "0001-01-01 or so", ""])
def test_what_is_no_date_is_itself(when: str) -> None:
    found = tallied(result(1, when=when), result(2, when=when), result(3, when="2026-01-01"))
    assert {tally.value for tally in found["when"]} == {when, "2026-01-01"}


def test_nothing_at_all() -> None:
    assert tallied() == {"rule": []}
    assert "".join(counting("text")(Head(""), [], Foot, RenderOptions())) == "nothing found in 0 articles\n"


@pytest.mark.parametrize("nasty", NASTY)
def test_what_articles_say_acts_nowhere(nasty: str) -> None:
    results = [result(number, "error", path=f"{nasty}/{number}.txt", **{nasty: nasty}) for number in range(2)] + [result(3)]
    text = "".join(counting("text")(Head(""), results, Foot, RenderOptions()))
    assert text.replace("\n", "").isprintable()
    assert not any(line.startswith("##vso[") for line in text.split("\n"))
    read = json.loads("".join(counting("json")(Head(""), results, Foot, RenderOptions())).encode("utf-8"))
    assert [table["by"] for table in read["statistics"]][:2] == ["rule", "folder"]


def write(path: Path) -> None:
    faulty = "The bridge  opened on Monday in Wuhan, the the governor said."
    records: list[dict[str, Any]] = [
        {"id": str(number), "target": faulty if desk == "xinhua" else "The bridge opened.", "meta": {"desk": desk, "system": system, "date": date}}
        for number, (desk, system, date) in enumerate(DESKS)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))


def test_from_the_command_line(tqa: Tqa, tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl")
    done = tqa("lint", "a.jsonl", "--statistics", "--no-glossary")
    assert done.status == 1
    assert done.out == (
        "rule            articles       error     warning        info  an article\n"
        "double-space           2           0           2           0        1.00\n"
        "doubled-word           2           2           0           0        1.00\n"
        "\n"
        "date (week)    articles       error     warning        info  an article\n"
        "2026-W01              2           0           0           0        0.00\n"
        "2026-W02              2           2           2           0        2.00\n"
        "\n"
        "desk      articles       error     warning        info  an article\n"
        "xinhua           2           2           2           0        2.00\n"
        "people           2           0           0           0        0.00\n"
        "\n"
        "system    articles       error     warning        info  an article\n"
        "a                2           1           1           0        1.00\n"
        "b                2           1           1           0        1.00\n"
        "\n"
        "2 errors, 2 warnings in 4 articles\n"
    )
    read = json.loads(tqa("lint", "a.jsonl", "--statistics", "--format", "json").out)
    assert [table["by"] for table in read["statistics"]] == ["rule", "date (week)", "desk", "system"]
    assert json.loads(tqa("lint", "a.jsonl", "--format", "json").out)["documents"][0]["meta"] == {
        "desk": "xinhua",
        "system": "a",
        "date": "2026-01-05",
    }


def test_all_findings_are_counted_not_only_those_a_list_would_show(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("".join(f"Town {number}  is near.\n" for number in range(120)))
    assert "120 warnings" in tqa("lint", "a.txt", "--statistics", "--select", "double-space").out


def test_other_formats_are_refused_before_anything_is_written(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A  b.\n")
    done = tqa("lint", "a.txt", "--statistics", "--format", "sarif", "--report", "junit:j.xml")
    assert (done.status, "comes as text or json" in done.err) == (2, True)
    assert not (tmp_path / "j.xml").exists()
