"""Versions of glossary files from the command line, and in a git repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Tqa

BASE = "source\ttarget\tnote\n两会\tTwo Sessions\t\n北约\tNATO\t\n欧盟\tEU\t\n"
OURS = BASE.replace("北约\tNATO\t", "北约\tNato\t")
THEIRS = BASE.replace("欧盟\tEU\t", "欧盟\tEU\tsince 1993") + "亚太\tAsia-Pacific\t\n"
BOTH = "source\ttarget\tnote\n两会\tTwo Sessions\t\n亚太\tAsia-Pacific\t\n北约\tNato\t\n欧盟\tEU\tsince 1993\n"
RIVAL = BASE.replace("北约\tNATO\t", "北约\tthe Alliance\t")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS), ("rival", RIVAL)):
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    return tmp_path


def test_diff(glossary: Tqa, files: Path) -> None:
    assert glossary("diff", "base.tsv", "base.tsv").status == 0
    done = glossary("diff", "base.tsv", "theirs.tsv")
    assert (done.status, done.out) == (1, "~ 欧盟\n    note: (empty) → since 1993\n+ 亚太 = Asia-Pacific\n")
    assert glossary("diff", "theirs.tsv", "base.tsv").out.endswith("- 亚太 = Asia-Pacific\n")
    rows = json.loads(glossary("diff", "base.tsv", "theirs.tsv", "--format", "json").out)["changes"]
    assert rows[0] == {"kind": "changed", "source": "欧盟", "line": 4, "fields": [{"column": "note", "before": "", "after": "since 1993"}]}
    assert glossary("diff", "base.tsv", "none.tsv").status == 2


def test_merge(glossary: Tqa, files: Path) -> None:
    assert glossary("merge", "base.tsv", "ours.tsv", "theirs.tsv", "-o", "out.tsv").status == 0
    assert (files / "out.tsv").read_text(encoding="utf-8") == BOTH
    done = glossary("merge", "base.tsv", "ours.tsv", "rival.tsv", "-o", "out.tsv")
    assert (done.status, done.out) == (1, "! 北约: target\n    base   NATO\n    ours   Nato\n    theirs the Alliance\n")
    assert "<<<<<<< ours.tsv\n北约\tNato\t\n=======\n北约\tthe Alliance\t\n>>>>>>> rival.tsv\n" in (files / "out.tsv").read_text(encoding="utf-8")
    for verb in (["check"], ["add", "x", "y"], ["fmt"], ["find", "nato", "--glossary"]):
        arguments = ["out.tsv", *verb[1:]] if verb[0] != "find" else [*verb[1:], "out.tsv"]
        refused = glossary(verb[0], *arguments)
        assert (refused.status, "out.tsv:3: a conflict of a merge" in refused.err) == (2, True), verb
    rows = json.loads(glossary("merge", "base.tsv", "ours.tsv", "rival.tsv", "-o", "ours.tsv", "--format", "json").out)["conflicts"]
    assert rows == [{"source": "北约", "column": "target", "base": "NATO", "ours": "Nato", "theirs": "the Alliance"}]


def test_a_merge_that_cannot_be_done_writes_nothing(glossary: Tqa, files: Path) -> None:
    (files / "broken.tsv").write_text("source\ttarget\n甲\n", encoding="utf-8")
    done = glossary("merge", "base.tsv", "ours.tsv", "broken.tsv", "-o", "ours.tsv")
    assert (done.status, "broken.tsv:2: no target" in done.err) == (2, True)
    assert (files / "ours.tsv").read_text(encoding="utf-8") == OURS


def test_stats(glossary: Tqa, files: Path) -> None:
    done = glossary("stats", "base.tsv")
    assert (done.status, done.out.split("\n")[0]) == (0, "base.tsv: 3 concepts in 3 rows")
    rows = json.loads(glossary("stats", "base.tsv", "theirs.tsv", "--format", "json").out)["glossaries"]
    assert [(row["path"], row["concepts"], row["filled"]["note"]) for row in rows] == [("base.tsv", 3, 0), ("theirs.tsv", 4, 1), (None, 7, 1)]
    assert glossary("stats", "none.tsv").status == 2


class Repository:
    """A git repository with the merge driver set up as docs/glossary.md says."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch", "main")
        self.git("config", "merge.tqa-glossary.driver", f"'{sys.executable}' -m tqa glossary merge-driver %O %A %B %P")
        (folder / ".gitattributes").write_text("*.tsv merge=tqa-glossary\n")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run git with no one's settings but its own."""
        environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        return subprocess.run(["git", *identity, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def commit(self, branch: str, text: str | bytes) -> None:
        """Put the glossary on a branch, a new one if it is not there."""
        self.git("checkout", "--quiet", branch)
        if self.git("branch", "--show-current").stdout.strip() != branch:
            self.git("checkout", "--quiet", "-b", branch)
        (self.folder / "house.tsv").write_bytes(text.encode() if isinstance(text, str) else text)
        self.git("add", ".")
        assert self.git("commit", "--quiet", "-m", "x").returncode == 0

    def merge(self, branch: str) -> subprocess.CompletedProcess[str]:
        """Merge a branch into main."""
        self.git("checkout", "--quiet", "main")
        return self.git("merge", "--quiet", "--no-edit", branch)

    @property
    def text(self) -> str:
        """The glossary in the work tree."""
        return (self.folder / "house.tsv").read_text(encoding="utf-8")


def test_git_merges_by_concept(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit("main", BASE)
    repository.commit("theirs", THEIRS)
    repository.git("checkout", "--quiet", "main")
    repository.commit("main", OURS)
    done = repository.merge("theirs")
    assert done.returncode == 0, done.stderr
    assert repository.text == BOTH
    assert repository.git("status", "--porcelain").stdout == ""


def test_git_keeps_a_conflict_open(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit("main", BASE)
    repository.commit("rival", RIVAL.replace("两会\tTwo Sessions\t\n", ""))
    repository.git("checkout", "--quiet", "main")
    repository.commit("main", OURS)
    done = repository.merge("rival")
    assert done.returncode == 1
    assert "house.tsv: 1 conflict" in done.stderr + done.stdout
    assert "<<<<<<< ours\n北约\tNato\t\n=======\n北约\tthe Alliance\t\n>>>>>>> theirs\n" in repository.text
    assert "两会" not in repository.text, "what is not in conflict is merged"
    assert repository.git("status", "--porcelain").stdout == "UU house.tsv\n"


@pytest.mark.parametrize(("theirs", "said"), [(BASE + "甲\n", "no target for '甲'"), (BASE.encode("gb18030"), "not UTF-8")])
def test_git_keeps_both_files_where_a_side_is_broken(tmp_path: Path, theirs: str | bytes, said: str) -> None:
    repository = Repository(tmp_path)
    repository.commit("main", BASE)
    repository.commit("broken", theirs)
    repository.git("checkout", "--quiet", "main")
    repository.commit("main", OURS)
    done = repository.merge("broken")
    assert done.returncode == 1
    assert said in done.stderr + done.stdout
    data = theirs.encode() if isinstance(theirs, str) else theirs
    assert (tmp_path / "house.tsv").read_bytes() == b"<<<<<<< ours\n" + OURS.encode() + b"=======\n" + data + b">>>>>>> theirs\n"
    assert repository.git("status", "--porcelain").stdout == "UU house.tsv\n"


def test_git_merges_what_both_began(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.git("commit", "--quiet", "--allow-empty", "-m", "x")
    repository.git("branch", "theirs")
    repository.commit("main", OURS)
    repository.commit("theirs", OURS.replace("两会\tTwo Sessions\t\n", "") + "亚太\tAsia-Pacific\t\n")
    assert repository.merge("theirs").returncode == 0
    assert repository.text.count("\n") == 5
