"""The samples' expected output: `python -m tests.snapshots` writes it anew, tests/test_samples.py holds tqa to it."""

from __future__ import annotations

import os
from pathlib import Path

from tqa.api import Session, clean_settings, lint
from tqa.cli.output import foot
from tqa.config.settings import Settings
from tqa.reporters import Head, RenderOptions, reporter
from tqa.value import replace

ROOT = Path(__file__).parents[1]
STORIES = sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_dir())
EXPECTED = ROOT / "tests" / "expected"
SETTINGS = Settings(min_severity="info", plugins=False, root=str(ROOT))


def linted(story: str) -> str:
    """Every finding of a story, a line each, and its related places and fixes."""
    done = lint([f"samples/{story}"], SETTINGS)
    assert not done.report.problems
    return "".join(reporter("text")(Head(version=""), done.report.results, lambda: foot(done), RenderOptions()))


def cleaned(story: str) -> str:
    """The story's target after `clean`."""
    ((_, _, mended),) = Session([f"samples/{story}"], clean_settings(SETTINGS)).mended()
    assert not mended.problems
    return mended.after


OPENS_README = ("number-magnitude", "name-misspelled", "split-title")
"""The rules whose first finding in the first sample opens README."""


def readme(text: str) -> str:
    """README with the findings it opens with as they are now."""
    found = linted("river-port").split("\n\n")
    shown = "\n\n".join(next(one for one in found if f" {rule}  " in one) for rule in OPENS_README)
    before, fence, rest = text.partition("```\nsamples/river-port")
    assert fence, "README opens with findings of samples/river-port"
    return f"{before}```\n{shown}\n{rest[rest.index('```') :]}"


FORMATS = ("sarif", "junit", "gitlab", "rdjson", "checkstyle", "azure", "github", "markdown", "tsv")
_STEADY = ("double-space", "doubled-word", "leftover-han", "missing-space", "site-name-line", "unlinked-acronym", "html-entity-left")


def reported(format_: str) -> str:
    """A few findings of all stories in a format."""
    done = lint(["samples"], replace(SETTINGS, select=_STEADY))
    assert not done.report.problems
    return "".join(reporter(format_)(Head(version="1.0", root=str(ROOT)), done.report.results, lambda: foot(done), RenderOptions()))


if __name__ == "__main__":
    os.chdir(ROOT)
    EXPECTED.mkdir(exist_ok=True)
    for name in STORIES:
        (EXPECTED / f"{name}.lint.txt").write_text(linted(name), encoding="utf-8", newline="\n")
        (EXPECTED / f"{name}.clean.txt").write_text(cleaned(name), encoding="utf-8", newline="\n")
    page = ROOT / "README.md"
    page.write_text(readme(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for name in FORMATS:
        (EXPECTED / f"report.{name}.txt").write_text(reported(name), encoding="utf-8", newline="\n")
