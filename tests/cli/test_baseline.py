"""`tqa baseline`: what was accepted stays out of sight while it stands, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import Done, Tqa

FAULTY = "The bridge  opened on Monday in Wuhan, the the governor said.\n"
NEW = "The port opened opened in May.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "a.en.txt").write_text(FAULTY)
    return tmp_path / "a.en.txt"


def entries(tmp_path: Path, name: str = "tqa-baseline.json") -> list[dict[str, Any]]:
    read = json.loads((tmp_path / name).read_text(encoding="utf-8"))
    assert read["schema"] == 1
    found: list[dict[str, Any]] = read["findings"]
    return found


def rules(done: Done) -> list[str]:
    return [row["rule"] for row in json.loads(done.out)["findings"]]


def test_only_new_findings_are_shown(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    done = tqa("baseline", "write", "a.en.txt", "--reason", "published", "--author", "Li", SOURCE_DATE_EPOCH="86400")
    assert (done.status, done.out) == (0, "")
    assert "tqa-baseline.json: 2 added, 0 dropped, 0 kept" in done.err
    known = {"path": "a.en.txt", "reason": "published", "author": "Li", "date": "1970-01-02"}
    assert [entry["rule"] for entry in entries(tmp_path)] == ["double-space", "doubled-word"]
    assert all(known.items() <= entry.items() for entry in entries(tmp_path))
    done = tqa("lint", "a.en.txt")
    assert (done.status, done.out) == (0, "nothing found in 1 article (2 in the baseline)\n")
    story.write_text(f"A line before it.\n{NEW}\n{FAULTY}")
    done = tqa("lint", "a.en.txt", "--format", "json")
    assert (done.status, rules(done)) == (1, ["doubled-word"])
    assert json.loads(done.out)["summary"]["baselined"] == 2
    assert len(rules(tqa("lint", "a.en.txt", "--format", "json", "--no-baseline"))) == 3
    assert len(rules(tqa("lint", "a.en.txt", "--format", "json", "--isolated"))) == 3


def test_what_is_not_shown_can_be_listed(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    tqa("baseline", "write", "--select", "double-space", "--reason", "published")
    (tmp_path / "b.md").write_text('<!-- tqa: ignore[doubled-word "the the"] a quotation -->\n\nSo the the man said.\n')
    listed = ["lint", "--show-suppressed", "--select", "double-space,doubled-word", "--format"]
    report = json.loads(tqa(*listed, "json").out)
    said = [(row["path"], row["rule"], row["silence"]) for row in report["silenced"]]
    assert said == [
        ("a.en.txt", "double-space", {"by": "baseline", "reason": "published"}),
        ("b.md", "doubled-word", {"by": "ignore", "reason": "a quotation"}),
    ]
    assert (report["summary"]["suppressed"], report["summary"]["baselined"], len(report["findings"])) == (1, 1, 1)
    schema = json.loads((Path(__file__).parents[2] / "tqa" / "data" / "schema" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    results = json.loads(tqa(*listed, "sarif").out)["runs"][0]["results"]
    assert [[one["kind"] for one in result["suppressions"]] for result in results] == [[], ["external"], ["inSource"]]


def test_writing_again_keeps_reasons_and_drops_what_is_mended(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    tqa("baseline", "write", "--reason", "first", SOURCE_DATE_EPOCH="0")
    story.write_text(FAULTY.replace("  ", " ") + NEW)
    assert "1 added, 1 dropped, 1 kept" in tqa("baseline", "write", "--reason", "second", SOURCE_DATE_EPOCH="86400").err
    assert sorted((entry["text"], entry["reason"], entry["date"]) for entry in entries(tmp_path)) == [
        ("opened opened", "second", "1970-01-02"),
        ("the the", "first", "1970-01-01"),
    ]
    before = (tmp_path / "tqa-baseline.json").read_bytes()
    assert "0 added, 0 dropped, 2 kept" in tqa("baseline", "write", "--reason", "third").err
    assert (tmp_path / "tqa-baseline.json").read_bytes() == before


def test_pruning(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    (tmp_path / "b.txt").write_text(NEW)
    (tmp_path / "c.txt").write_text(NEW)
    tqa("baseline", "write")
    assert len(entries(tmp_path)) == 4
    story.write_text("The bridge opened on Monday in Wuhan, the governor said.\n")
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c.txt").write_text("The port opened in May.\n")
    done = tqa("lint", "a.en.txt")
    assert "3 of its entries match nothing any more; tqa baseline prune drops them [stale-baseline]" in done.err
    assert done.status == 0
    # What is gone, and what was mended in the article that was checked, with the rule that ran.
    assert "2 dropped, 2 kept" in tqa("baseline", "prune", "a.en.txt", "--select", "double-space").err
    assert "1 dropped, 1 kept" in tqa("baseline", "prune", "a.en.txt").err
    (tmp_path / "c.txt").write_bytes(b"\xff\xff\n")
    done = tqa("baseline", "prune")
    assert done.status == 2, "c.txt was not checked"
    assert [entry["path"] for entry in entries(tmp_path)] == ["c.txt"]
    (tmp_path / "c.txt").write_text("The port opened in May.\n")
    assert tqa("baseline", "prune").status == 0
    assert entries(tmp_path) == []


def test_it_is_the_same_from_every_folder(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    (tmp_path / "sub").mkdir()
    story.rename(tmp_path / "sub" / "a.en.txt")
    (tmp_path / "sub" / "r.jsonl").write_text(json.dumps({"id": "news-1", "target": FAULTY}) + "\n" + json.dumps({"target": NEW}) + "\n")
    (tmp_path / "tqa.toml").write_text('baseline = "known/b.json"\n')
    (tmp_path / "known").mkdir()
    assert tqa("lint").status == 2, "it is named and not there"
    assert "5 added" in tqa("baseline", "write").err
    written = (tmp_path / "known" / "b.json").read_bytes()
    for path in ("sub", str(tmp_path), "./sub/../sub/r.jsonl", "sub/*.txt"):
        assert tqa("lint", path).status == 0, path
    config = str(tmp_path / "tqa.toml")
    assert tqa("baseline", "write", "--config", config, str(tmp_path / "sub")).status == 0
    assert (tmp_path / "known" / "b.json").read_bytes() == written
    # A record put before it moves the others, and the one without an id too.
    records = (tmp_path / "sub" / "r.jsonl").read_text()
    (tmp_path / "sub" / "r.jsonl").write_text(json.dumps({"target": "A new record."}) + "\n" + records)
    assert tqa("lint", "sub").status == 0


def test_a_baseline_elsewhere_without_a_config(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    (tmp_path / "ci").mkdir()
    assert "2 added" in tqa("baseline", "write", "--baseline", "ci/b.json").err
    assert {entry["path"] for entry in entries(tmp_path, "ci/b.json")} == {"../a.en.txt"}
    assert tqa("lint", "--baseline", "ci/b.json").status == 0
    assert tqa("lint", TQA_BASELINE="ci/b.json").status == 0
    assert "0 dropped, 2 kept" in tqa("baseline", "prune", "--baseline", "ci/b.json").err
    assert tqa("lint").status == 1


def test_what_is_known_is_not_mended(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    tqa("baseline", "write", "--select", "double-space")
    assert tqa("lint", "--fix").status == 0
    assert story.read_text() == FAULTY.replace("the the", "the")


def test_all_of_a_rule_is_written_not_only_what_is_shown(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("".join(f"Town {number}  is near.\n" for number in range(120)))
    assert "120 added" in tqa("baseline", "write", "--select", "double-space").err
    assert tqa("lint", "--select", "double-space").status == 0


def test_what_the_report_dismisses(tqa: Tqa, tmp_path: Path, story: Path) -> None:
    rows = json.loads(tqa("lint", "--format", "json").out)["findings"]
    (spaces,) = [row["fingerprint"] for row in rows if row["rule"] == "double-space"]
    decisions: list[dict[str, str]] = [
        {"id": "1", "action": "dismiss", "fingerprint": spaces, "reason": "as printed", "author": "Wei", "date": "2026-01-05"},
        {"id": "2", "action": "dismiss", "fingerprint": "0" * 16},
        {"id": "3", "action": "forbid", "concept": "桥", "value": "brigde"},
    ]
    (tmp_path / "d.json").write_text(json.dumps({"schema": 1, "decisions": decisions}))
    for added in ("1 added, 0 dropped, 0 kept", "0 added, 0 dropped, 1 kept"):
        done = tqa("baseline", "write", "--decisions", "d.json")
        assert done.status == 0, done.err
        assert added in done.err
        assert "1 dismissed findings are not found here" in done.err
    (entry,) = entries(tmp_path)
    assert (entry["rule"], entry["reason"], entry["author"], entry["date"]) == ("double-space", "as printed", "Wei", "2026-01-05")
    assert rules(tqa("lint", "--format", "json")) == ["doubled-word"]
    decisions.append({"id": "4", "action": "dismis", "fingerprint": spaces})
    (tmp_path / "d.json").write_text(json.dumps({"schema": 1, "decisions": decisions}))
    done = tqa("baseline", "write", "--decisions", "d.json")
    assert (done.status, "action 'dismis' is unknown" in done.err) == (2, True)
    assert tqa("baseline", "write", "--decisions", "d.json", "--reason", "x").status == 2
    assert tqa("baseline", "write", "--decisions", "no.json").status == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "--baseline", "no.json"], "no.json: there is no such file; tqa baseline write makes it"),
        (["lint", "--baseline", "bad.json"], "bad.json:1: not JSON"),
        (["lint", "--baseline", "folder"], "a folder, not a file"),
        (["lint", "--baseline", "b.json", "--no-baseline"], "cannot both be given"),
        (["baseline", "write", "--no-baseline"], "no baseline is wanted here"),
        (["baseline", "write", "--isolated"], "no baseline is wanted here"),
        (["baseline", "write", "-"], "standard input is none"),
        (["baseline", "write", "--baseline", "bad.json"], "bad.json:1: not JSON"),
        (["baseline", "write", "--baseline", "no/folder/b.json"], "cannot be written"),
        (["baseline", "prune"], "tqa-baseline.json: there is no baseline to prune"),
        (["baseline", "write", "--select", "nosuch"], "unknown rule or group"),
        (["baseline", "write", "nowhere"], "there is no such file or folder"),
    ],
)
def test_what_is_refused(tqa: Tqa, tmp_path: Path, story: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "bad.json").write_text("no\n")
    (tmp_path / "folder").mkdir()
    done = tqa(*arguments)
    assert done.status == 2
    assert said in done.err
    assert (tmp_path / "bad.json").read_text() == "no\n"
    assert "Traceback" not in done.err
