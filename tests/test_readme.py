"""What README shows is what tqa prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Tqa
from tests.picture import PICTURE, made_of, says_it_is_made_of, shown
from tests.snapshots import readme

ROOT = Path(__file__).parents[1]
BLOCKS: list[str] = re.findall(r"^```\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def block(beginning: str) -> str:
    (found,) = [text for text in BLOCKS if text.startswith(beginning)]
    return found


def test_the_sixty_seconds(tqa: Tqa, tmp_path: Path) -> None:
    (tmp_path / "story.en.txt").write_text(block("People's Network"), encoding="utf-8")
    linted = tqa("lint", "story.en.txt")
    assert linted.status == 1
    shown = block("story.en.txt:8:26").split("\n\n")
    assert len(shown) == 3
    for finding in shown:
        assert finding.strip("\n") in linted.out
    cleaned = tqa("clean", "story.en.txt").out
    for line in block("-People's Network").splitlines():
        assert line == "…" or f"{line}\n" in cleaned


def test_it_opens_with_what_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme(page) == page, "run: make snapshots"


def test_the_picture_is_of_this_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert says_it_is_made_of(PICTURE.read_bytes()) == made_of(shown()), "run: make picture, and look at it"


def test_the_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
