"""Paths are shown as pathlib shows them."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from tqa.text.paths import posix, relative

PATHS = ["", ".", "a", "./a//b/", "a/./b", "../a", "/", "/a", "/a/b/", "/ab", "a b/中.txt"]


@pytest.mark.parametrize("path", PATHS)
def test_posix(path: str) -> None:
    assert posix(path) == PurePosixPath(path).as_posix()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("root", PATHS[1:])
def test_relative(path: str, root: str) -> None:
    pure = PurePosixPath(path)
    assert relative(path, root) == (pure.relative_to(root) if pure.is_relative_to(root) else pure).as_posix()
