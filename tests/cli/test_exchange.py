"""`tqa glossary import` and `export` from the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Tqa
from tqa.glossary.concept import Concept
from tqa.glossary.exchange import FORMATS, format_of
from tqa.glossary.rows import cells_of

EXCEL = "原文,译文,备注\r\n国务院,State Council,\r\n新质生产力,new quality productive forces,set phrase\r\n两会,,\r\n"
HOUSE = "source\ttarget\tnote\towner\n国务院\tthe Cabinet\t\tLi\n两会\tTwo Sessions\tannual\t\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "house.tsv"
    path.write_text(HOUSE, encoding="utf-8")
    return path


def test_import_adds_lists_and_overwrites_nothing(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    (tmp_path / "terms.csv").write_bytes(EXCEL.encode("utf-8-sig"))
    preview = tqa("glossary", "import", "terms.csv", "--into", "house.tsv", "--dry-run")
    assert (preview.status, house.read_text(encoding="utf-8")) == (1, HOUSE)
    done = tqa("glossary", "import", "terms.csv", "--into", "house.tsv")
    assert (done.status, done.out) == (1, preview.out)
    assert done.out.split("\n") == [
        "rejected   row 4: no target for '两会'; write the English or delete the row [两会 |  | ]",
        "conflict   国务院 (line 2): target: 'the Cabinet' here, 'State Council' there",
        "added      新质生产力 = new quality productive forces",
        "",
    ]
    assert done.err.split("\n")[0] == "tqa: terms.csv: csv, cells divided by “,”; header; 原文 = source, 译文 = target, 备注 = note"
    assert "tqa: house.tsv: 1 added, 1 in conflict, 1 rejected; now run: tqa glossary check house.tsv" in done.err
    assert house.read_text(encoding="utf-8") == HOUSE + "新质生产力\tnew quality productive forces\tset phrase\t\n"
    replaced = tqa("glossary", "import", "terms.csv", "--into", "house.tsv", "--replace")
    assert "replaced   国务院 (line 2): target: the Cabinet → State Council" in replaced.out
    assert "国务院\tState Council\t\tLi\n" in house.read_text(encoding="utf-8")


def test_import_begins_a_glossary_and_is_clean_the_second_time(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(EXCEL.replace("两会,,\r\n", ""), encoding="utf-8", newline="")
    first = tqa("glossary", "import", "terms.csv", "--into", "new.tsv")
    assert (first.status, tqa("glossary", "check", "new.tsv").status) == (0, 0)
    text = (tmp_path / "new.tsv").read_text(encoding="utf-8")
    assert text == "source\ttarget\tnote\n国务院\tState Council\t\n新质生产力\tnew quality productive forces\tset phrase\n"
    again = tqa("glossary", "import", "terms.csv", "--into", "new.tsv", "--format", "json")
    assert again.status == 0
    assert [taken["outcome"] for taken in json.loads(again.out)["taken"]] == ["same", "same"]
    assert (tmp_path / "new.tsv").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("data", "likely"),
    [(EXCEL.encode("gb18030"), "gb18030"), (EXCEL.encode("utf-16-le"), "utf-16-le")],
    ids=["gbk", "utf-16"],
)
def test_an_encoding_is_never_guessed(tqa: Tqa, tmp_path: Path, data: bytes, likely: str) -> None:
    (tmp_path / "terms.csv").write_bytes(data)
    refused = tqa("glossary", "import", "terms.csv", "--into", "new.tsv")
    assert (refused.status, refused.out, (tmp_path / "new.tsv").exists()) == (2, "", False)
    assert "say --encoding" in refused.err
    read = tqa("glossary", "import", "terms.csv", "--into", "new.tsv", "--encoding", likely)
    assert (read.status, "2 added, 1 rejected" in read.err) == (1, True)
    assert "国务院\tState Council" in (tmp_path / "new.tsv").read_text(encoding="utf-8")


def test_utf_16_with_its_mark_is_read(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_bytes(EXCEL.encode("utf-16"))
    assert "2 added" in tqa("glossary", "import", "terms.csv", "--into", "new.tsv").err


def test_what_holds_no_term_is_status_2_and_begins_no_file(tqa: Tqa, tmp_path: Path) -> None:
    for text, said in (("中文,英文\n国务院,\n", "no term was found in it"), ("a,b\n", "a.csv: no column of Chinese beside one of English")):
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        done = tqa("glossary", "import", "a.csv", "--into", "new.tsv")
        assert (done.status, said in done.err, (tmp_path / "new.tsv").exists()) == (2, True, False), done.err


def test_a_file_over_the_limit_is_refused(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("中文,英文\n" + "x" * 1000, encoding="utf-8")
    assert "larger than 500 bytes" in tqa("glossary", "import", "a.csv", "--into", "new.tsv", "--max-file-size", "500").err


def test_export_says_what_it_could_not_carry(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    done = tqa("glossary", "export", "house.tsv", "--output", "out.csv", "--to", "deepl")
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "国务院,the Cabinet\n两会,Two Sessions\n"
    assert done.err.split("\n")[:3] == [
        "tqa: not carried by deepl: note, in 1 of 2 concepts (两会)",
        "tqa: not carried by deepl: owner, in 1 of 2 concepts (国务院)",
        "tqa: out.csv: 2 of 2 concepts written",
    ]
    told = json.loads(tqa("glossary", "export", "house.tsv", "--output", "out.tmx", "--format", "json").out)
    assert (told["format"], told["losses"]) == ("tmx", [{"column": "owner", "concepts": ["国务院"]}])


def test_export_comes_back(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    for ending in ("xlsx", "tbx"):
        assert tqa("glossary", "export", "house.tsv", "-o", f"out.{ending}").status == 0
        back = tqa("glossary", "import", f"out.{ending}", "--into", "house.tsv")
        assert (back.status, "2 there already; nothing to change" in back.err) == (0, True), back.err
    assert house.read_text(encoding="utf-8") == HOUSE


def test_export_for_an_article(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    (tmp_path / "a.zh.txt").write_text("國務院今天开会。\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The Cabinet met today.\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b", "source": "两会闭幕。", "target": "The Two Sessions closed."}) + "\n", encoding="utf-8")
    for article, line in (("a.zh.txt", "国务院\tthe Cabinet"), ("a.en.txt", "国务院\tthe Cabinet"), ("b.jsonl", "两会\tTwo Sessions")):
        done = tqa("glossary", "export", "house.tsv", "--output", "-", "--to", "deepl", "--for", article)
        assert (done.status, done.out) == (0, line + "\n"), done.err
    (tmp_path / "c.en.txt").write_text("Nothing.\n", encoding="utf-8")
    refused = tqa("glossary", "export", "house.tsv", "--output", "c.tsv", "--for", "c.en.txt")
    assert (refused.status, (tmp_path / "c.tsv").exists()) == (2, False)
    assert "no Chinese is found in it or beside it" in refused.err


def test_an_export_that_cannot_be_is_status_2(tqa: Tqa, house: Path) -> None:
    done = tqa("glossary", "export", "house.tsv", "--output", "house.tsv")
    assert (done.status, "is the glossary itself" in done.err, house.read_text(encoding="utf-8")) == (2, True, HOUSE)


def test_excel_reads_a_marked_file(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    tqa("glossary", "export", "house.tsv", "--output", "out.csv", "--excel")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfsource,")


PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")


def test_the_page_shows_what_is_printed(tqa: Tqa, tmp_path: Path, house: Path) -> None:
    (table,) = re.findall(r"^```csv\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    (tmp_path / "terms.csv").write_text(table, encoding="utf-8")
    (tmp_path / "gbk.csv").write_bytes(EXCEL.encode("gbk"))
    (tmp_path / "story.zh.txt").write_text("今年兩會闭幕。\n", encoding="utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL):
        house.write_text(HOUSE, encoding="utf-8")
        for command, shown in re.findall(r"^\$ tqa (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            done = tqa(*command.split(" "))
            for line in shown.split("\n"):
                assert line in (done.out + done.err).split("\n"), f"{command}\n{done.out}{done.err}"


FULL = Concept(
    source=("两会", "全国两会"),
    target="Two Sessions",
    allowed=("two sessions",),
    forbidden=("two meetings",),
    forbidden_if_source=("two conferences",),
    short=("NPC",),
    strength="error",
    kind="name",
    exact_case=True,
    keep=True,
    only_if_source=True,
    not_inside=("两会议",),
    origin="desk",
    note="annual",
    examples="good: the Two Sessions | bad: the two meetings",
)


def test_the_page_says_what_each_format_carries() -> None:
    rows = re.findall(r"^\| `(.*?)` \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)
    assert [name for name, _, _ in rows] == sorted(FORMATS, key=[name for name, _, _ in rows].index)
    filled = {column for column, cell in cells_of(FULL).items() if cell}
    for name, files, said in rows:
        assert set(re.findall(r"\.[a-z0-9]+", files)) == {*FORMATS[name].endings}, name
        parts = format_of(f"a{FORMATS[name].endings[0]}", name).carry(FULL).concepts
        carried = {column for column in filled if cells_of(parts[0])[column] == cells_of(FULL)[column]} | {"source" + "*" * (len(parts) > 1)}
        assert {*said.split(" ")} == carried or (said == "all" and carried == filled), name
