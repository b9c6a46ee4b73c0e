"""A headless Chromium for the tests of the HTML report: the system's own, driven by playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Quiet on a machine without network; as root Chromium has no sandbox.
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """The path of a Chromium: TQA_CHROMIUM, else the first that is installed; "" if none is."""
    return os.environ.get("TQA_CHROMIUM") or next((found for name in _NAMES if (found := shutil.which(name))), "")


def missing() -> str:
    """What the tests of the page lack on this machine, and the cure; "" if nothing."""
    if find_spec("playwright") is None or find_spec("axe_playwright_python") is None:
        return "playwright or axe-playwright-python is not installed; make test installs both"
    return "" if chromium() else "no Chromium is installed; apt-get install chromium, or name one in TQA_CHROMIUM"


@contextmanager
def launched() -> Iterator[Any]:  # playwright's Browser; the type is not there where the package is not
    """A running browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*_FLAGS])
        yield browser
        browser.close()


def address(path: Path, place: str = "") -> str:
    """The address of a file, as a person would open it."""
    return path.as_uri() + (f"#{place}" if place else "")
