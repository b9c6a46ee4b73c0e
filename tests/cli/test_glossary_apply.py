"""Decisions from the command line: glossary, then baseline, each once, all or nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tqa

HOUSE = "source\ttarget\n北约\tNATO\n"
ACCEPT = {"id": "a", "action": "accept", "concept": "两会", "value": "Two Sessions"}
ALLOW = {"id": "b", "action": "accept", "concept": "北约", "value": "the Alliance", "author": "wei", "date": "2026-11-27"}
REJECT = {"id": "c", "action": "reject", "concept": "举办", "reason": "a verb"}
FIX = {"id": "d", "action": "accept", "fingerprint": "0123456789abcdef"}
DISMISS = {"id": "e", "action": "dismiss", "fingerprint": "0123456789abcdef", "reason": "the name of a film"}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "house.tsv"
    path.write_text(HOUSE, encoding="utf-8")
    return path


def decide(folder: Path, *decisions: dict[str, Any]) -> None:
    (folder / "d.json").write_text(json.dumps({"schema": 1, "decisions": decisions}), encoding="utf-8")


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.name != "d.json"}


def test_decisions_reach_glossary_memory_and_baseline(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    decide(tmp_path, ACCEPT, ALLOW, REJECT, FIX, DISMISS)
    done = tqa("glossary", "apply", "d.json", "--glossary", "house.tsv")
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "tqa: 4 decisions carried out\ntqa: about the text of articles: 1 decision; tqa lint --fix --decisions makes the accepted fixes\n"
    )
    assert house.read_text(encoding="utf-8") == "source\ttarget\tallowed\n北约\tNATO\tthe Alliance\n两会\tTwo Sessions\n"
    memory = (tmp_path / "house.decided.tsv").read_text(encoding="utf-8").split("\n")[1:]
    assert memory == [
        "id\taction\tconcept\tfingerprint\tvalue\treason\tauthor\tdate",
        "a\taccept\t两会\t\tTwo Sessions\t\t\t",
        "b\taccept\t北约\t\tthe Alliance\t\twei\t2026-11-27",
        "c\treject\t举办\t\t\ta verb\t\t",
        "",
    ]
    (entry,) = json.loads((tmp_path / "tqa-baseline.json").read_text(encoding="utf-8"))["findings"]
    assert entry == {"fingerprint": "0123456789abcdef", "reason": "the name of a film"}


def test_each_is_carried_out_once(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    decide(tmp_path, ACCEPT, DISMISS)
    assert tqa("glossary", "apply", "d.json", "--glossary", "house.tsv").status == 0
    before = texts(tmp_path)
    again = tqa("glossary", "apply", "d.json", "--glossary", "house.tsv", "--format", "json")
    assert json.loads(again.out) == {"schema": 1, "done": [], "known": ["a", "e"], "left": [], "problems": []}
    assert texts(tmp_path) == before
    house.write_text(HOUSE, encoding="utf-8")  # somebody thought better of it
    assert tqa("glossary", "apply", "d.json", "--glossary", "house.tsv").status == 0
    assert house.read_text(encoding="utf-8") == HOUSE, "what was decided and undone by hand stays undone"


@pytest.mark.parametrize("lost", [["house.decided.tsv"], ["tqa-baseline.json", "tqa-baseline.decided.tsv"], ["tqa-baseline.decided.tsv"]])
def test_a_run_that_broke_off_is_finished(tqa: Tqa, tmp_path: Path, house: Path, lost: list[str]) -> None:
    decide(tmp_path, ACCEPT, ALLOW, DISMISS)
    assert tqa("glossary", "apply", "d.json", "--glossary", "house.tsv").status == 0
    whole = texts(tmp_path)
    for name in lost:
        (tmp_path / name).unlink()
    assert tqa("glossary", "apply", "d.json", "--glossary", "house.tsv").status == 0
    assert texts(tmp_path) == whole


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ([{**ACCEPT, "action": "acept"}], "tqa: d.json:1: decision 3 (a): action 'acept' is unknown"),
        ([{**ACCEPT, "glossary": "other.tsv"}], "the glossary 'other.tsv' is not one in use; if it is meant: --glossary other.tsv"),
        ([{**ACCEPT, "glossary": "press"}], "'press' is shipped with tqa and not yours to change"),
        ([{**ACCEPT, "concept": "# 北约"}], "begins a comment"),
        # In the baseline it would stop every later run.
        ([{**DISMISS, "id": "f", "fingerprint": "a film"}], "d.json:1: decision 3 (f): 'a film' is no fingerprint"),
        ([{**ACCEPT, "concept": "欧盟|欧共体|"}, {**ACCEPT, "id": "f", "concept": "欧盟|北约"}], "'欧盟' is listed already"),
    ],
)
def test_if_one_cannot_be_carried_out_none_is(tqa: Tqa, tmp_path: Path, house: Path, decisions: list[dict[str, Any]], said: str) -> None:
    decide(tmp_path, ALLOW, DISMISS, *decisions)
    refused = tqa("glossary", "apply", "d.json", "--glossary", "house.tsv")
    assert refused.status == 2
    assert said in refused.err
    assert "nothing was written" in refused.err
    assert texts(tmp_path) == {"house.tsv": HOUSE}


def test_a_file_of_decisions_names_no_file_to_write(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "other.tsv").write_text(HOUSE, encoding="utf-8")
    decide(tmp_path, {**ACCEPT, "glossary": "other.tsv"})
    refused = tqa("glossary", "apply", "d.json")
    assert (refused.status, "name one: tqa glossary apply --glossary FILE" in refused.err) == (2, True)
    assert texts(tmp_path) == {"other.tsv": HOUSE}


def test_the_config_names_glossary_and_baseline(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    (tmp_path / "tqa.toml").write_text('glossary = ["press", "house.tsv"]\nbaseline = "known.json"\n')
    (tmp_path / "known.json").write_text('{"schema": 1, "findings": []}')
    decide(tmp_path, {**ACCEPT, "glossary": "./house.tsv"}, DISMISS)
    assert tqa("glossary", "apply", "d.json").status == 0
    assert "Two Sessions" in house.read_text(encoding="utf-8")
    assert "0123456789abcdef" in (tmp_path / "known.json").read_text()


def test_a_glossary_is_begun(tqa: Tqa, tmp_path: Path) -> None:
    decide(tmp_path, ACCEPT)
    assert tqa("glossary", "apply", "d.json", "--glossary", "new.tsv").status == 0
    assert (tmp_path / "new.tsv").read_text(encoding="utf-8") == "source\ttarget\n两会\tTwo Sessions\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("house.tsv", "no header\n", "no header"),
        ("house.decided.tsv", "id\taction\n", "no column 'concept'"),
        ("tqa-baseline.json", "{", "not JSON"),
        ("d.json", "[]", "no decisions"),
    ],
)
def test_a_broken_file_is_named_and_nothing_written(tqa: Tqa, tmp_path: Path, house: Path, name: str, text: str, said: str) -> None:
    decide(tmp_path, ALLOW, DISMISS)
    (tmp_path / name).write_text(text, encoding="utf-8")
    before = texts(tmp_path)
    refused = tqa("glossary", "apply", "d.json", "--glossary", "house.tsv")
    assert (refused.status, name in refused.err, said in refused.err) == (2, True, True), refused.err
    assert texts(tmp_path) == before


def test_no_file(tqa: Tqa) -> None:
    refused = tqa("glossary", "apply", "none.json", "--glossary", "house.tsv")
    assert (refused.status, "none.json: there is no such file" in refused.err) == (2, True)
