"""Which files are taken, which belong together, and what is said of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tqa.files import Found, ReadOptions, discover
from tqa.formats.naming import Codes, Name, read_pair
from tqa.model import ConfigError, Notice
from tqa.text.patterns import is_below_named, is_named, read_patterns


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("source\ttarget\n" if path.endswith(".tsv") else "text\n", encoding="utf-8")


def pairs(found: Found) -> list[tuple[str, str, str]]:
    return [(story.path, story.source, story.reference) for story in found.stories]


def targets(*paths: str, options: ReadOptions | None = None) -> list[str]:
    return [story.path for story in discover(paths, options or ReadOptions()).stories]


def said(found: Found) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in (*found.problems, *found.notices)]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("story.txt", Name("story", "", "", ".txt")),
        ("story.en.txt", Name("story", "target", "en", ".txt")),
        ("story.EN-US.MD", Name("story", "target", "en-us", ".md")),
        ("story.zh.txt", Name("story", "source", "zh", ".txt")),
        ("story.zh_CN.txt", Name("story", "source", "zh-cn", ".txt")),
        ("story.zh-Hans.txt", Name("story", "source", "zh-hans", ".txt")),
        ("story-zh.txt", Name("story", "source", "zh", ".txt")),
        ("story_en.txt", Name("story", "target", "en", ".txt")),
        ("story.chi.txt", Name("story", "source", "chi", ".txt")),
        ("tai-chi.txt", Name("tai-chi", "", "", ".txt")),
        ("cross-ref.txt", Name("cross-ref", "", "", ".txt")),
        ("garden.txt", Name("garden", "", "", ".txt")),
        ("story.ref.txt", Name("story", "reference", "ref", ".txt")),
        ("en.txt", Name("en", "", "", ".txt")),
        ("a.b.en.jsonl", Name("a.b", "target", "en", ".jsonl")),
        (".md", None),
        ("story.pdf", None),
        ("README", None),
    ],
)
def test_names(name: str, read: Name | None) -> None:
    assert Codes().read(name) == read


def test_a_folder_is_walked_in_order_and_its_files_paired() -> None:
    make("s/b.en.txt", "s/b.zh.txt", "s/b.ref.txt", "s/a.txt", "s/a.zh.txt", "s/c/d.md", "s/c.en.txt", "s/table.tsv", "s/x.pdf", "s/r.jsonl")
    found = discover(["s"], ReadOptions())
    assert pairs(found) == [
        ("s/a.txt", "s/a.zh.txt", ""),
        ("s/b.en.txt", "s/b.zh.txt", "s/b.ref.txt"),
        ("s/c/d.md", "", ""),
        ("s/c.en.txt", "", ""),
        ("s/r.jsonl", "", ""),
    ]
    assert [story.id for story in found.stories] == ["s/a", "s/b", "s/c/d", "s/c", "s/r"]
    assert said(found) == []
    assert targets("./s//") == targets("s")
    os.chdir("s")
    assert targets(".")[0] == "a.txt"


def test_a_source_is_known_with_and_without_its_target() -> None:
    make("a.zh.txt", "a.en.txt", "b.zh.txt", "c.ref.txt", "d.zh.md", "d.en.txt")
    assert pairs(discover(["a.zh.txt"], ReadOptions())) == [("a.en.txt", "a.zh.txt", "")]
    found = discover(["."], ReadOptions())
    assert targets(".") == ["a.en.txt", "d.en.txt"]
    assert said(found) == [("source-without-target", "b.zh.txt"), ("reference-without-target", "c.ref.txt"), ("source-without-target", "d.zh.md")]
    # Named alone, nothing at all is left to check.
    assert said(discover(["b.zh.txt"], ReadOptions()))[0] == ("nothing-matched", "")


def test_the_first_code_is_preferred() -> None:
    make("a.en.txt", "a.zh-hant.txt", "a.zh-cn.txt", "a.chi.txt")
    assert pairs(discover(["a.en.txt"], ReadOptions()))[0][1] == "a.zh-cn.txt"
    assert pairs(discover(["a.en.txt"], ReadOptions(source_codes=("zh-hant", "zh-cn"))))[0][1] == "a.zh-hant.txt"


def test_ids_are_unique_and_no_file_is_taken_twice() -> None:
    make("a.en.txt", "a.txt", "a.md")
    Path("link.txt").symlink_to("a.txt")
    found = discover([".", "a.txt", "./a.txt", "link.txt", os.path.abspath("a.md")], ReadOptions())
    assert [(story.id, story.path) for story in found.stories] == [("a", "a.en.txt"), ("a.md", "a.md"), ("a.txt", "a.txt")]


def test_pairs_by_pattern() -> None:
    make("zh/a.txt", "en/a.txt", "en/b.txt", "zh/c.txt", "deep/zh/d.txt", "deep/en/d.txt")
    options = ReadOptions(pair="zh/{stem}.txt:en/{stem}.txt")
    found = discover(["."], options)
    assert pairs(found) == [("deep/en/d.txt", "deep/zh/d.txt", ""), ("en/a.txt", "zh/a.txt", ""), ("en/b.txt", "", "")]
    assert said(found) == [("source-without-target", "zh/c.txt")]
    assert pairs(discover(["zh/a.txt"], options)) == [("en/a.txt", "zh/a.txt", "")]
    for wrong in ("a", "{stem}", "{stem}:{stem}", "{stem}.a:b", "a:b:c:d", ":"):
        with pytest.raises(ConfigError, match="SOURCE:TARGET"):
            read_pair(wrong)


def test_a_source_by_name_or_in_a_folder_of_its_own() -> None:
    make("t.txt", "original.txt", "en/a.txt", "en/b.en.txt", "zh/a.txt", "zh/b.zh.txt")
    assert pairs(discover(["t.txt"], ReadOptions(source="original.txt"))) == [("t.txt", "original.txt", "")]
    assert pairs(discover(["en"], ReadOptions(source="zh"))) == [("en/a.txt", "zh/a.txt", ""), ("en/b.en.txt", "zh/b.zh.txt", "")]
    assert pairs(discover(["t.txt", "original.txt"], ReadOptions(source="./original.txt"))) == [("t.txt", "./original.txt", "")]
    with pytest.raises(ConfigError, match="one file, but 2 targets"):
        discover(["en"], ReadOptions(source="original.txt"))


def test_what_cannot_be_found_is_a_problem() -> None:
    make("a.txt", "README", "x.pdf", "s/none.pdf")
    assert said(discover(["nope.txt"], ReadOptions())) == [("missing-path", "nope.txt")]
    assert said(discover(["*.md"], ReadOptions())) == [("nothing-matched", "*.md")]
    assert said(discover(["README", "x.pdf"], ReadOptions())) == [("unknown-format", "README"), ("unknown-format", "x.pdf")]
    assert said(discover(["a.txt", "s"], ReadOptions())) == [("empty-folder", "s")]
    assert said(discover(["s"], ReadOptions()))[0][0] == "nothing-matched"
    assert said(discover([], ReadOptions()))[0][0] == "nothing-matched"
    os.mkfifo("pipe")
    os.mkfifo("s/pipe.txt")
    assert said(discover(["pipe"], ReadOptions())) == [("not-a-file", "pipe")]
    found = discover(["s"], ReadOptions())
    assert ("not-a-file", "s/pipe.txt") in said(found)
    assert not any(isinstance(item, Notice) for item in found.problems), "what was not read is no mere notice"


def test_patterns_a_shell_left_alone_are_expanded() -> None:
    make("s/a.en.txt", "s/b.en.txt", "s/c/d.en.txt", "s/[x].txt", "s/e.zh.txt")
    assert targets("s/*.en.txt") == ["s/a.en.txt", "s/b.en.txt"]
    assert targets("s/**/*.en.txt") == ["s/a.en.txt", "s/b.en.txt", "s/c/d.en.txt"]
    assert targets("*/?.en.txt") == ["s/a.en.txt", "s/b.en.txt"]
    assert targets("s/[x].txt") == ["s/[x].txt"]  # there is a file of that very name
    assert targets(os.path.abspath("s") + "/[ab].en.txt") == [os.path.abspath("s/a.en.txt"), os.path.abspath("s/b.en.txt")]


def test_links_are_not_followed_in_a_walk() -> None:
    make("outside/secret.txt", "s/a.txt", "s/b.en.txt")
    Path("s/loop").symlink_to("..")
    Path("s/c.txt").symlink_to("../outside/secret.txt")
    Path("s/b.zh.txt").symlink_to("../outside/secret.txt")
    Path("s/odd.bin").symlink_to("nowhere")
    found = discover(["s"], ReadOptions())
    assert pairs(found) == [("s/a.txt", "", ""), ("s/b.en.txt", "", "")]
    assert said(found) == [("link-not-followed", "s/b.zh.txt")]
    assert "2 more" in found.notices[0].message
    assert targets("s/c.txt") == ["s/c.txt"]


def test_hidden_and_ignored_files_are_passed_by() -> None:
    make("s/.git/a.txt", "s/.x.txt", "s/node_modules/a.md", "s/a.txt", "s/drafts/b.txt", "s/keep/b.txt", "s/sub/c.txt", "s/sub/d.txt")
    Path("s/.gitignore").write_text("drafts/\n*.txt\n!a.txt\n!sub/\n!/keep/*.txt\n", encoding="utf-8")
    Path("s/sub/.gitignore").write_text("!d.txt\n", encoding="utf-8")
    assert targets("s") == ["s/a.txt", "s/keep/b.txt", "s/sub/d.txt"]
    # The repository's patterns hold below it too, and a named file is read whatever they say.
    assert targets("s/sub", "s/drafts/b.txt") == ["s/sub/d.txt", "s/drafts/b.txt"]


def test_exclude_holds_in_walks_and_by_force_for_named_files() -> None:
    make("s/a.txt", "s/drafts/b.txt", "s/old-c.txt")
    options = ReadOptions(exclude=("drafts/", "old-*"))
    assert targets("s", options=options) == ["s/a.txt"]
    assert targets("s/drafts/b.txt", "s/old-c.txt", options=options) == ["s/drafts/b.txt", "s/old-c.txt"]
    forced = ReadOptions(exclude=("drafts/", "old-*"), force_exclude=True)
    assert targets("s/a.txt", "s/drafts/b.txt", "s/old-c.txt", options=forced) == ["s/a.txt"]
    assert targets("s", options=ReadOptions(exclude=("/drafts",), root=os.path.abspath("s"))) == ["s/a.txt", "s/old-c.txt"]


def test_tables_and_our_own_files_are_not_articles_unasked() -> None:
    make("a.txt", "rows.tsv", "terms.tsv", "memory.jsonl")
    Path("terms.tsv").write_text("source\ttarget\tforbidden\n", encoding="utf-8")
    assert targets(".") == ["a.txt", "memory.jsonl"]
    assert targets(".", options=ReadOptions(include=("*.tsv",), not_articles=frozenset({"./memory.jsonl"}))) == ["a.txt", "rows.tsv"]
    assert targets("rows.tsv") == ["rows.tsv"]


def test_names_that_are_no_text_are_carried_as_they_are() -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    try:
        make(name)
    except OSError:
        pytest.skip("this file system has no such names")
    make("line\nbreak.txt", "::error::x.txt", "新 闻.en.txt")
    assert set(targets(".")) == {name, "line\nbreak.txt", "::error::x.txt", "新 闻.en.txt"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list everything")
def test_a_folder_that_cannot_be_listed_is_a_problem() -> None:
    make("s/a.txt", "s/shut/b.txt")
    os.chmod("s/shut", 0)
    try:
        assert said(discover(["s"], ReadOptions())) == [("unreadable-folder", "s/shut")]
    finally:
        os.chmod("s/shut", 0o700)


@pytest.mark.parametrize(
    ("patterns", "path", "named"),
    [
        (["a"], "a", True),
        (["a"], "x/a", True),
        (["a"], "a/x", True),
        (["/a"], "x/a", False),
        (["a/b"], "x/a/b", False),
        (["**/a/b"], "x/a/b", True),
        (["a/**"], "a/b/c", True),
        (["a/**/c"], "a/c", True),
        (["a/**/c"], "a/b/b/c", True),
        (["*.md"], "x/y.md", True),
        (["x*y"], "x/y", False),
        (["?"], "ab", False),
        (["[a-c].txt"], "b.txt", True),
        (["[!a-c].txt"], "b.txt", False),
        (["a/"], "a", False),  # a file of that name is no folder
        (["a/"], "x/a/b", True),
        (["*", "!keep"], "keep", False),
        (["# a"], "# a", False),
        ([r"\#a"], "#a", True),
        (["a "], "a", True),
        ([r"a\ "], "a ", True),
        (["[z-a]"], "z", False),  # unreadable: names nothing, as with git
        (["***"], "x/y", True),
        (["a*b*c"], "abxbc", True),
        (["a*b*c"], "acb", False),
        (["**/a/**/b"], "x/a/a/x/b", True),
        (["a/**/b/**/c"], "a/b/b/x/c", True),
        (["**"], "x", True),
        (["[!a]"], "b", True),
        (["", "!", "/"], "x", False),
    ],
)
def test_patterns(patterns: list[str], path: str, named: bool) -> None:
    assert is_below_named(read_patterns(patterns), path) is named


def test_a_taken_back_pattern_says_so() -> None:
    assert is_named(read_patterns(["a", "!a"]), "a") is False
    assert is_named(read_patterns(["a"]), "b") is None


def test_a_hostile_pattern_takes_no_time() -> None:
    stars = read_patterns(["*a" * 100 + "b", "**/" * 100 + "x", "/".join(["**", "a"] * 50) + "/b"])
    assert not is_below_named(stars, "a" * 200 + "/" + "a/" * 200 + "c")


def test_a_link_that_may_not_be_followed_stops_no_walk() -> None:
    make("a.txt")
    Path("round").symlink_to("round")
    Path("nowhere").symlink_to("gone")
    found = discover(["."], ReadOptions())
    assert [story.id for story in found.stories] == ["a"]
    assert found.problems == ()
