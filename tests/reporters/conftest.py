"""The browser the tests of the HTML report share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reporters.browser import address, launched, missing
from tests.reporters.pages import Open, Page, samples


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:  # playwright's Browser
    """A browser, or a skip that says why; in CI a missing browser fails."""
    lack = missing()
    if lack and os.environ.get("CI"):
        pytest.fail(f"the HTML report cannot be tested: {lack}")
    if lack:
        pytest.skip(f"the HTML report was not tested in a browser: {lack}")
    with launched() as found:
        yield found


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples(tmp_path_factory.mktemp("english"), "en")


@pytest.fixture
def opened(browser: Any, report: Path) -> Iterator[Open]:
    """Open the report at a place; at the end nothing may have failed or asked the network for anything."""
    faults: list[str] = []
    contexts = []

    def open_(place: str = "", path: Path = report, **look: Any) -> Page:
        context = browser.new_context(accept_downloads=True, **{"viewport": {"width": 1440, "height": 900}, **look})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: None if request.url.startswith(("file:", "blob:")) else faults.append(request.url))
        page.goto(address(path, place))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
