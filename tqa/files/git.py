"""What git knows of the files: which lines changed since a revision."""

from __future__ import annotations

import os

from tqa.engine.changes import Changes, read_diff
from tqa.model import ConfigError
from tqa.text.paths import below

_DIFF = ("diff", "--raw", "-z", "--patch", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--no-color", "--no-ext-diff")
_PLAIN = ("--no-textconv", "--no-relative", "--ignore-submodules=none")
_SHALLOW = "; the history here is cut short: fetch all of it (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"


def changes_since(revision: str, folder: str, root: str) -> Changes:
    """The lines changed since the work on `revision` parted from what is here; paths from `root` on.

    What is compared is the files as they lie there, committed or not, with the last commit that they have in common with `revision`.
    Raises ConfigError where git, the repository around `folder` or the revision is missing.
    """
    top = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel") or b"").rstrip("\n")
    if not top:
        raise ConfigError(f"--since {revision}: {folder} is in no git repository")
    start = _parting(top, revision)
    root = os.path.realpath(root)

    def place(path: bytes) -> str:
        return below(os.path.join(top, os.fsdecode(path)), top, root)

    diff = _git(top, *_DIFF, *_PLAIN, start, "--")
    listed = _git(top, "ls-files", "-z")
    if diff is None or listed is None:
        raise ConfigError(f"--since {revision}: git cannot compare the files of {top}; look what `git diff {revision}` says")
    changed = {place(path): lines for path, lines in read_diff(diff)}
    return Changes(changed, frozenset(map(place, listed.split(b"\0"))))


def _parting(top: str, revision: str) -> str:
    """The last commit that a revision and what is checked out have in common."""
    is_shallow = (_git(top, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    cure = _SHALLOW if is_shallow else ""
    # A revision is no option of git's.
    if revision.startswith("-") or not _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"):
        raise ConfigError(f"--since {revision}: git knows no such commit here{cure}")
    common = (_git(top, "merge-base", revision, "HEAD") or b"").strip().decode("ascii")
    if not common:
        raise ConfigError(f"--since {revision}: it has no commit in common with what is checked out{cure}")
    return common


def _git(folder: str, *arguments: str) -> bytes | None:
    """What a git command says; None if it fails. Raises ConfigError where there is no git."""
    # Most runs ask git nothing.
    import subprocess

    # What the repository's config would have git run besides is left out.
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603  # a list, no shell
    except FileNotFoundError:
        raise ConfigError("--since asks git which lines changed, and git is not installed here") from None
    return done.stdout if done.returncode == 0 else None
