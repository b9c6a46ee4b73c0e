"""The HTML report opened in a browser, for the tests that use it as a person does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tqa.api import lint
from tqa.cli.output import foot, head
from tqa.config.settings import Settings
from tqa.model import Result
from tqa.reporters import Foot, Head, RenderOptions, reporter
from tqa.value import replace

ROOT = Path(__file__).parents[2]
VIEWS = ("overview", "articles", "terms", "decisions")
Page = Any  # playwright's Page; the type is not there where the package is not
Open = Callable[..., Page]


def samples(folder: Path, lang: str) -> Path:
    """The report of the samples."""
    settings = Settings(min_severity="info", plugins=False, root=str(ROOT), lang=lang)
    linted = lint([str(ROOT / "samples")], settings, articles=True)
    assert not linted.report.problems
    path = folder / "report.html"
    pieces = reporter("html")(replace(head(linted), root=str(ROOT)), linted.report.results, lambda: foot(linted), RenderOptions())
    path.write_text("".join(pieces), encoding="utf-8")
    return path


def written(tmp_path: Path, *results: Result, **more: Any) -> Path:
    """The report of made-up results."""
    path = tmp_path / "made.html"
    path.write_text("".join(reporter("html")(Head("1", **more), results, Foot, RenderOptions())), encoding="utf-8")
    return path


def go(page: Page, view: str) -> None:
    """Show a view by its link."""
    page.click(f"nav a[data-view={view}]")
    page.locator(f"#view-{view}").wait_for()


def count(page: Page) -> tuple[int, int]:
    """Findings that the list shows, and all there are."""
    shown, all_ = page.inner_text("#shown").split(" / ")
    return int(shown), int(all_)


# --- what it shows
