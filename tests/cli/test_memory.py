"""A term memory is written from articles, and gives its verdict on one of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Tqa

SOURCE = ["他参观了上海证券交易所。", "他很高兴。"]


def story(folder: Path, name: str, exchange: str) -> None:
    (folder / f"{name}.zh.txt").write_text("\n".join(SOURCE) + "\n", encoding="utf-8")
    (folder / f"{name}.en.txt").write_text(f"He visited the {exchange}.\nHe was glad.\n", encoding="utf-8")


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name in ("a", "b", "c"):
        story(folder, name, "Shanghai Stock Exchange")
    return folder


def test_a_minority_is_marked_across_articles(tqa: Tqa, stories: Path) -> None:
    story(stories, "d", "Shanghai Stock Market")
    done = tqa("lint", "stories", "--select", "corpus-variant", "--format", "json")
    (found,) = json.loads(done.out)["findings"]
    assert (found["path"], found["text"], found["severity"]) == ("stories/d.en.txt", "Shanghai Stock Market", "warning")
    assert found["message"] == "上海证券交易所 is “Shanghai Stock Market” here, “Shanghai Stock Exchange” in 3 of 4 articles"
    source, *others = found["related"]
    assert (source["side"], source["text"]) == ("source", "上海证券交易所")
    assert {(one["path"], one["line"], one["column"], one["text"]) for one in others} >= {("stories/a.en.txt", 1, 16, "Shanghai Stock Exchange")}
    assert found["edits"][0]["replacement"] == "Shanghai Stock Exchange"
    assert found["edits"][0]["safe"] is False


def test_a_memory_speaks_for_articles_that_are_not_there(tqa: Tqa, stories: Path, tmp_path: Path) -> None:
    first = tqa("glossary", "suggest", "--memory", "memory.tsv", "stories")
    assert (first.status, first.out) == (0, "")
    rows = [line.split("\t") for line in (tmp_path / "memory.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["source", "rendering", "count", "documents", "example"]
    assert ["上海证券交易所", "Shanghai Stock Exchange", "3", "3", "He visited the Shanghai Stock Exchange."] in rows
    before = (tmp_path / "memory.tsv").read_bytes()
    assert "nothing changed" in tqa("glossary", "suggest", "--memory", "memory.tsv", "stories").err
    assert (tmp_path / "memory.tsv").read_bytes() == before
    story(tmp_path, "new", "Shanghai Stock Market")
    alone = tqa("lint", "new.en.txt", "--select", "corpus-variant")
    assert (alone.status, alone.out.splitlines()[-1]) == (0, "nothing found in 1 article")
    remembered = tqa("lint", "new.en.txt", "--select", "corpus-variant", "--memory", "memory.tsv", "--format", "concise")
    assert remembered.status == 1
    assert "“Shanghai Stock Exchange” in 3 of 3 articles" in remembered.out


def test_the_config_names_the_memory_which_is_no_article(tqa: Tqa, stories: Path, tmp_path: Path) -> None:
    tqa("glossary", "suggest", "--memory", "stories/memory.tsv", "stories")
    (tmp_path / "tqa.toml").write_text('memory = "stories/memory.tsv"\ninclude = ["*.tsv"]\n')
    story(tmp_path, "new", "Shanghai Stock Market")
    assert tqa("lint", "new.en.txt", "--select", "corpus-variant").status == 1
    done = tqa("lint", "stories", "--select", "corpus-variant")
    assert (done.status, done.out.splitlines()[-1]) == (0, "nothing found in 3 articles")


def test_a_correction_is_written_on_request(tqa: Tqa, stories: Path) -> None:
    story(stories, "d", "Shanghai Stock Market")
    tqa("lint", "stories", "--select", "corpus-variant", "--fix", "--unsafe-fixes")
    assert (stories / "d.en.txt").read_text() == "He visited the Shanghai Stock Exchange.\nHe was glad.\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no such file"),
        ("source\ttarget\n", "memory.tsv:1: a term memory begins with the line"),
        ("source\trendering\tcount\tdocuments\texample\n北京\tBeijing\tx\t1\t\n", "memory.tsv:2: count is 'x'"),
    ],
)
def test_a_broken_memory_is_one_clear_error(tqa: Tqa, stories: Path, tmp_path: Path, content: str | None, said: str) -> None:
    if content is not None:
        (tmp_path / "memory.tsv").write_text(content, encoding="utf-8")
    done = tqa("lint", "stories", "--memory", "memory.tsv")
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    if content is not None:
        done = tqa("glossary", "suggest", "--memory", "memory.tsv", "stories")
        assert (done.status, (tmp_path / "memory.tsv").read_text(encoding="utf-8")) == (2, content), "and nothing is lost"


def test_a_memory_needs_a_name_and_checked_articles(tqa: Tqa, stories: Path, tmp_path: Path) -> None:
    assert tqa("glossary", "suggest", "stories").status == 2
    (stories / "bad.en.txt").write_bytes(b"caf\xe9 \xff\xfe\n")
    done = tqa("glossary", "suggest", "--memory", "memory.tsv", "stories")
    assert done.status == 2
    assert "left as it was" in done.err
    assert not (tmp_path / "memory.tsv").exists()
