"""The glossary verbs from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Tqa
from tqa.cli.glossary import app

TEXT = "# house\nsource\ttarget\towner\n北约\tNATO\tpress\n两会\tTwo Sessions\t\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "house.tsv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_verb_shows_an_example_and_its_exit_statuses() -> None:
    assert len(app.registered_commands) >= 6
    for command in app.registered_commands:
        text = (command.callback.__doc__ or "") if command.callback else ""
        assert f"tqa glossary {command.name} " in text, command.name
        assert "Exit status" in text, command.name


def test_add(glossary: Tqa, house: Path) -> None:
    done = glossary("add", "house.tsv", "欧盟", "EU", "--allowed", "European Union", "--owner=desk")
    assert (done.status, done.out) == (0, "")
    assert "house.tsv:5: added" in done.err
    assert house.read_text(encoding="utf-8") == TEXT.replace("owner\n", "owner\tallowed\n") + "欧盟\tEU\tdesk\tEuropean Union\n"
    again = glossary("add", "house.tsv", "欧盟", "EU", "--format", "json")
    assert (again.status, json.loads(again.out)["changed"], json.loads(again.out)["line"]) == (0, False, 5)


def test_add_warns_of_what_is_near(glossary: Tqa, house: Path) -> None:
    assert glossary("add", "house.tsv", "北大西洋公约组织", "Nato", "--forbidden", "EU").err.startswith(
        "tqa: house.tsv:3: warning: NATO is its English too: 北约 = NATO\n"
    )
    assert "北大西洋公约组织 is nearly the same term" in glossary("add", "house.tsv", "北大西洋公約組", "Pact").err
    assert "EU is forbidden for it" in glossary("add", "house.tsv", "欧盟", "EU").err
    assert "warning" not in glossary("add", "house.tsv", "两国", "two countries").err


def test_add_begins_a_file(glossary: Tqa, tmp_path: Path) -> None:
    assert glossary("add", "new.tsv", "欧盟", "EU", "--note", "x").status == 0
    assert (tmp_path / "new.tsv").read_text(encoding="utf-8") == "source\ttarget\tnote\n欧盟\tEU\tx\n"
    assert glossary("add", "none/new.tsv", "欧盟", "EU").status == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "house.tsv", "北約", "Nato"], "house.tsv:3: '北約' is listed already"),
        (["add", "house.tsv", "北約", "Nato"], "listed already, as 'NATO'"),
        (["add", "house.tsv", "欧盟", "European", "Union"], "'Union' is one word too many"),
        (["add", "house.tsv", "欧盟", "EU", "--note"], "--note needs a value"),
        (["add", "house.tsv", "欧盟", "EU", "--note", "x", "--note=y"], "note is given twice"),
        (["add", "house.tsv", "欧盟", "EU", "--forbiden", "x"], "did you mean 'forbidden'?"),
        (["add", "house.tsv", "欧盟", "EU", "--strength", "eror"], "did you mean 'error'?"),
        (["edit", "house.tsv", "北约", "note"], "'note' must read FIELD=VALUE"),
        (["edit", "house.tsv", "欧盟", "note=x"], "'欧盟' is not listed"),
        (["edit", "none.tsv", "欧盟", "note=x"], "none.tsv: there is no such file"),
        (["edit", ".", "欧盟", "note=x"], "a folder, not a file"),
        (["remove", "house.tsv", "欧盟"], "'欧盟' is not listed"),
        (["remove", "none.tsv", "欧盟"], "none.tsv: there is no such file"),
    ],
)
def test_what_is_refused_changes_nothing(glossary: Tqa, house: Path, arguments: list[str], said: str) -> None:
    done = glossary(*arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert house.read_text(encoding="utf-8") == TEXT
    assert [path.name for path in house.parent.iterdir()] == ["house.tsv"]


def test_edit_and_remove(glossary: Tqa, house: Path) -> None:
    done = glossary("edit", "house.tsv", "北约", "target=Nato", "allowed=NATO")
    assert (done.status, done.err) == (0, "tqa: house.tsv: target: NATO → Nato\ntqa: house.tsv: allowed: (empty) → NATO\n")
    assert glossary("edit", "house.tsv", "北约", "owner=desk").err == "tqa: house.tsv: owner: press → desk\n"
    assert glossary("edit", "house.tsv", "北约", "owner=press").status == 0
    assert "so already" in glossary("edit", "house.tsv", "北约", "target=Nato").err
    assert json.loads(glossary("edit", "house.tsv", "北约", "allowed=", "--format", "json").out)["concept"]["allowed"] == []
    assert glossary("remove", "house.tsv", "兩會").err == "tqa: house.tsv: removed 两会 = Two Sessions\n"
    assert house.read_text(encoding="utf-8") == "# house\nsource\ttarget\towner\tallowed\n北约\tNato\tpress\t\n"


def test_edit_warns_of_what_it_makes_alike(glossary: Tqa, house: Path) -> None:
    alike = glossary("edit", "house.tsv", "兩會", "target=NATO")
    assert alike.status == 0
    assert "tqa: house.tsv:3: warning: NATO is its English too: 北约 = NATO\n" in alike.err
    assert "warning" not in glossary("edit", "house.tsv", "兩會", "owner=desk").err, "its forms are what they were"
    told = json.loads(glossary("edit", "house.tsv", "兩會", "source=北约组织", "target=the Pact", "--format", "json").out)
    assert [near["target"] for near in told["near"]] == []
    assert glossary("edit", "house.tsv", "北约组织", "target=its own English").err.count("warning") == 0, "it is not near itself"


def test_a_glossary_that_is_not_unicode(glossary: Tqa, tqa: Tqa, tmp_path: Path) -> None:
    path = tmp_path / "gbk.tsv"
    path.write_bytes("source\ttarget\tforbidden\n北约\tNATO\tNorth Pact\n".encode("gb18030"))
    for verb in (["check", "gbk.tsv"], ["add", "gbk.tsv", "欧盟", "EU"], ["fmt", "gbk.tsv"], ["find", "eu", "--glossary", "gbk.tsv"]):
        refused = glossary(*verb)
        assert (refused.status, "say --encoding gb18030" in refused.err) == (2, True), verb
        assert glossary(*verb, "--encoding", "gb18030").status == 0, "the cure works"
    assert path.read_bytes().decode("gb18030").endswith("欧盟\tEU\t\n")
    (tmp_path / "a.en.txt").write_text("The North Pact met at two meetings.\n")
    (tmp_path / "utf-8.tsv").write_text("source\ttarget\tforbidden\n两会\tTwo Sessions\ttwo meetings\n", encoding="utf-8")
    both = tqa("lint", "a.en.txt", "--glossary", "gbk.tsv", "--glossary", "utf-8.tsv", "--encoding", "gb18030")
    assert (both.status, both.out.count("term-forbidden")) == (1, 2)


def test_check_with_articles_names_dead_terms(glossary: Tqa, house: Path) -> None:
    (house.parent / "a.en.txt").write_text("NATO met.\n")
    refused = glossary("check", "house.tsv", "--articles", ".")
    assert (refused.status, "no article has a source" in refused.err) == (2, True)
    (house.parent / "a.zh.txt").write_text("北约开会。\n", encoding="utf-8")
    done = glossary("check", "house.tsv", "--articles", ".")
    assert (done.status, "house.tsv:4:1: info dead-term  '两会': no hit in 1 article;" in done.out) == (1, True)
    assert glossary("check", "house.tsv", "--articles", "none").status == 2


def test_a_pipe_is_no_glossary(glossary: Tqa, tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.tsv")
    done = glossary("add", "pipe.tsv", "欧盟", "EU")
    assert (done.status, "a pipe, not a file" in done.err) == (2, True)
    assert (tmp_path / "pipe.tsv").is_fifo()
