"""`--since`: only findings on lines changed since a revision, in real repositories."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Tqa

Git = Callable[..., str]
OLD = "The bridge  opened on Monday.\nIt is 3 km long.\nThe the mayor came.\n"


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Run git in the folder of the test, with nobody's settings."""
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}
    own = ["-c", "user.name=Li", "-c", "user.email=li@example.org", "-c", "init.defaultBranch=main"]

    def run(*arguments: str, cwd: Path = tmp_path) -> str:
        done = subprocess.run(["git", *own, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=True, timeout=60)
        return done.stdout

    run("init", "-q")
    (tmp_path / "a.txt").write_text(OLD)
    run("add", "-A")
    run("commit", "-qm", "first")
    return run


def found(tqa: Tqa, *arguments: str) -> list[tuple[str, int]]:
    done = tqa("lint", *arguments, "--format", "json", "--no-glossary", "--select", "mechanics,boilerplate")
    assert done.status in (0, 1), done.err
    return [(row["path"], row["line"]) for row in json.loads(done.out)["findings"]]


def test_only_changed_lines(tqa: Tqa, git: Git, tmp_path: Path) -> None:
    assert found(tqa, "--since", "HEAD") == []
    done = tqa("lint", "--since", "HEAD")
    assert (done.status, done.out) == (0, "nothing found in 1 article (2 on unchanged lines)\n")
    # A new line before them moves both and changes neither; the one that was edited counts, committed or not.
    (tmp_path / "a.txt").write_text("A first  line.\n" + OLD.replace("The the mayor", "Then the the mayor"))
    assert found(tqa, "--since", "HEAD") == [("a.txt", 1), ("a.txt", 4)]
    git("add", "-A")
    assert found(tqa, "--since", "HEAD") == [("a.txt", 1), ("a.txt", 4)]
    git("commit", "-qm", "second")
    assert found(tqa, "--since", "HEAD") == []
    assert found(tqa, "--since", "HEAD~1") == [("a.txt", 1), ("a.txt", 4)]
    assert len(found(tqa)) == 3


def test_files_that_were_renamed_and_files_git_does_not_know(tqa: Tqa, git: Git, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("drafts/\n")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "d.txt").write_text("A  draft.\n")
    git("mv", "a.txt", '新 "闻\t.txt')
    (tmp_path / '新 "闻\t.txt').write_text(OLD + "And  more.\n")
    (tmp_path / "new.txt").write_text("Quite  new.\n")
    assert found(tqa, "--since", "HEAD") == [("new.txt", 1), ('新 "闻\t.txt', 4)]
    assert found(tqa, "drafts/d.txt", "--since", "HEAD") == [("drafts/d.txt", 1)]


def test_since_is_since_the_branch_was_made(tqa: Tqa, git: Git, tmp_path: Path) -> None:
    git("checkout", "-qb", "work")
    (tmp_path / "a.txt").write_text(OLD + "Our  line.\n")
    git("commit", "-qam", "ours")
    git("checkout", "-q", "main")
    (tmp_path / "a.txt").write_text(OLD.replace("The bridge  opened", "A bridge opened"))
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "work")
    assert found(tqa, "--since", "main") == [("a.txt", 4)]


def test_what_is_missing_is_where_the_line_stood(tqa: Tqa, git: Git, tmp_path: Path) -> None:
    """The finding stands in the source, which did not change; its place in the translation did."""
    source = "大桥周一在武汉开通，历时三年建成，全长3公里。\n市长说，这座桥将缓解交通拥堵，每天可通行10万辆汽车。\n下一座桥将于2030年开工建设。\n"
    lines = [
        "The bridge opened in Wuhan on Monday after three years of work and is 3 km long.\n",
        "The mayor said the bridge would ease traffic jams and carry 100,000 cars a day.\n",
        "Work on the next bridge will begin in 2030.\n",
    ]
    (tmp_path / "b.zh.txt").write_text(source, encoding="utf-8")
    (tmp_path / "b.en.txt").write_text("".join(lines))
    git("add", "-A")
    git("commit", "-qm", "a pair")
    (tmp_path / "b.en.txt").write_text(lines[0] + lines[2])
    done = tqa("lint", "b.en.txt", "--since", "HEAD", "--select", "omission", "--format", "json")
    assert [(row["rule"], row["side"]) for row in json.loads(done.out)["findings"]] == [("omission", "source")]
    (tmp_path / "b.en.txt").write_text("".join(lines))
    (tmp_path / "b.zh.txt").write_text(source.replace("10万", "70万"), encoding="utf-8")
    done = tqa("lint", "b.en.txt", "--since", "HEAD", "--select", "numbers", "--format", "json")
    assert {row["path"] for row in json.loads(done.out)["findings"]} == {"b.en.txt"}, "the source changed, and so did what the line must say"


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"One  line.\rThe the end.\r", [1, 2]),  # git sees one line
        ("One  line.\nThe the end.\n".encode("utf-16"), [1, 2]),  # git sees no text
        (b"One  line.\r\nThe the end.\r\n", [2]),
    ],
)
def test_files_whose_lines_git_does_not_count_as_we_do(tqa: Tqa, git: Git, tmp_path: Path, data: bytes, lines: list[int]) -> None:
    before = data.replace(b"the end", b"end") if b"\x00" not in data else "One  line.\nEnd.\n".encode("utf-16")
    (tmp_path / "c.txt").write_bytes(before)
    git("add", "-A")
    git("commit", "-qm", "c")
    (tmp_path / "c.txt").write_bytes(data)
    assert found(tqa, "c.txt", "--since", "HEAD") == [("c.txt", line) for line in lines]


def test_a_changed_kind_of_file_shifts_no_other(tqa: Tqa, git: Git, tmp_path: Path) -> None:
    (tmp_path / "0.txt").symlink_to("a.txt")
    git("add", "-A")
    git("commit", "-qm", "a link")
    (tmp_path / "0.txt").unlink()
    (tmp_path / "0.txt").write_text("No  link.\ndiff --git a/x b/x\n@@ -1 +1 @@\n")
    (tmp_path / "a.txt").write_text(OLD + "+++ b/x  y\n")
    assert found(tqa, "--since", "HEAD") == [("0.txt", 1), ("a.txt", 4)]


def test_from_another_folder_with_a_config(tqa: Tqa, git: Git, tmp_path: Path) -> None:
    (tmp_path / "tqa.toml").write_text("")
    (tmp_path / "a.txt").write_text(OLD + "More  lines.\n")
    assert found(tqa, str(tmp_path / "a.txt"), "--since", "HEAD") == [(str(tmp_path / "a.txt"), 4)]


def test_a_shallow_clone_says_so(tqa: Tqa, git: Git, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD + "More  lines.\n")
    git("commit", "-qam", "second")
    git("tag", "old", "HEAD~1")
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "shallow"))
    for revision in ("HEAD~1", "old", "origin/nothing"):
        command = [sys.executable, "-m", "tqa", "lint", "a.txt", "--since", revision]
        done = subprocess.run(command, cwd=tmp_path / "shallow", capture_output=True, text=True, timeout=60)
        assert done.returncode == 2
        assert "git knows no such commit here; the history here is cut short: fetch all of it" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "nosuch"], "git knows no such commit here"),
        (["--since=--output=x"], "git knows no such commit here"),
        (["--since", "HEAD:a.txt"], "git knows no such commit here"),
        (["--since", "HEAD", "--fix"], "goes neither with --fix"),
        (["--since", "HEAD", "-"], "nor with standard input"),
    ],
)
def test_what_is_refused(tqa: Tqa, git: Git, tmp_path: Path, arguments: list[str], said: str) -> None:
    done = tqa("lint", *arguments)
    assert done.status == 2
    assert said in done.err
    assert not (tmp_path / "x").exists()


def test_no_repository_and_no_git(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD)
    done = tqa("lint", "--since", "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.status, "is in no git repository" in done.err) == (2, True)
    done = tqa("lint", "--since", "HEAD", PATH="")
    assert (done.status, "git is not installed here" in done.err) == (2, True)


def test_branches_without_a_common_commit(tqa: Tqa, git: Git) -> None:
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-qm", "another beginning")
    done = tqa("lint", "--since", "main")
    assert (done.status, "no commit in common" in done.err) == (2, True)
