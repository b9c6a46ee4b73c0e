"""The browser the tests of the HTML report share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.reporters.browser import launched, missing


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
