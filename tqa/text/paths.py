"""Paths as they are shown and compared: with slashes, without what says nothing.

Not pathlib: it loads urllib and ipaddress, a quarter of a bare interpreter's start.
"""

from __future__ import annotations

import os


def posix(path: str) -> str:
    """The path with slashes: `./a//b/` is `a/b`, nothing is `.`."""
    path = path.replace(os.sep, "/")
    root = "/" if path.startswith("/") else ""
    return root + "/".join([part for part in path.split("/") if part not in ("", ".")]) or "."


def relative(path: str, root: str) -> str:
    """The path from `root` on, with slashes; the whole of it where it does not lie below, or there is no root."""
    path = posix(path)
    if root:
        above = posix(root)
        if path == above:
            return "."
        above = "" if above == "." and not path.startswith("/") else above.rstrip("/") + "/"
        if path.startswith(above):
            return path[len(above) :]
    return path


def below(path: str, folder: str, root: str) -> str:
    """The path from `root` on, with `..` where it lies elsewhere; a relative one starts in `folder`."""
    if path in ("", "-") or not root:
        return path
    full = os.path.normpath(os.path.join(folder, path))
    found = relative(full, root)
    if not os.path.isabs(found):
        return found
    try:
        return posix(os.path.relpath(full, root))
    except ValueError:  # another drive
        return found
