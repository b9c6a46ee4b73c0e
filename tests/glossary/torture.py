"""Glossary files under parallel writers, killed writers and a full disk: nothing acknowledged is lost, no file is ever a mixture.

    python -m tests.glossary.torture [--writers 32] [--rounds 200]

Prints what was done and exits 1 at the first loss. test_torture.py runs a short version of it.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tqa.glossaries import add_concept
from tqa.glossary.tsv import parse

HEAD = "# kept\nsource\ttarget\towner\n"
SIZE = 3_000
"""Concepts of the file that is written while writers are killed: enough that writing takes a while."""


class Lost(AssertionError):
    """A promise was broken."""


def begin(path: Path, size: int) -> str:
    """A glossary with comments and a column of its own; its text."""
    rows = [f"词条{number}\tterm {number}\tdesk \n" for number in range(size)]
    text = HEAD + "".join(rows[: size // 2]) + "\n# half\n" + "".join(rows[size // 2 :])
    path.write_text(text, encoding="utf-8")
    return text


def parallel_adds(folder: Path, writers: int) -> str:
    """As many processes of `tqa glossary add` at once, one term each; what was seen."""
    path = folder / "parallel.tsv"
    before = begin(path, 100)
    command = [sys.executable, "-m", "tqa", "glossary", "add", str(path)]
    running = [subprocess.Popen([*command, f"新词{number}", f"word {number}"], stderr=subprocess.DEVNULL) for number in range(writers)]
    statuses = [process.wait(120) for process in running]
    after = path.read_text(encoding="utf-8")
    added = after.removeprefix(before)
    if any(statuses) or not after.startswith(before) or sorted(added.split("\n")) != sorted(["", *(f"新词{n}\tword {n}\t" for n in range(writers))]):
        raise Lost(f"{writers} writers, statuses {statuses}, {added.count(chr(10))} terms arrived")
    if leftovers := [one.name for one in folder.iterdir() if one.name.startswith(".")]:
        raise Lost(f"left behind: {leftovers}")
    return f"{writers} parallel adds: {writers} terms arrived, every other byte stayed"


def killed_adds(folder: Path, rounds: int, seed: int = 0) -> str:
    """A process that adds terms is killed at a random moment, again and again; what was seen."""
    path = folder / "killed.tsv"
    text = begin(path, SIZE)
    draw = random.Random(seed)
    acknowledged, unfinished = 0, 0
    for number in range(rounds):
        words = _kill_one(path, f"{number}-", draw.uniform(0.0, 0.06))
        after = path.read_text(encoding="utf-8")
        rows = [f"词{number}-{word}\tword\t\n" for word in range(words)]
        expected = text + "".join(rows)
        # The last one may have been written before it could be acknowledged.
        one_more = f"{expected}词{number}-{words}\tword\t\n"
        if after not in (expected, one_more):
            raise Lost(f"round {number}: neither the old nor the new file after {words} acknowledged adds")
        parse(after, str(path))
        acknowledged += words
        unfinished += after == one_more
        text = after
    add_concept(str(path), {"source": "最后", "target": "last"})
    if path.read_text(encoding="utf-8") != f"{text}最后\tlast\t\n":
        raise Lost("after the last kill the file cannot be written")
    return f"{rounds} kills: {acknowledged} acknowledged adds all there, {unfinished} more written and not yet acknowledged, never a mixture"


def _kill_one(path: Path, prefix: str, after: float) -> int:
    """Let a process add terms and kill it some seconds after its first; how many adds it has acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        for number in range(1_000):
            add_concept(str(path), {"source": f"词{prefix}{number}", "target": "word"})
            os.write(writer, b".")
        os._exit(0)
    os.close(writer)
    select.select([reader], [], [], 10)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    acknowledged = 0
    while data := os.read(reader, 10_000):
        acknowledged += len(data)
    os.close(reader)
    return acknowledged


def full_disk(folder: Path) -> str:
    """Adds on a small file system until it is full; what was seen."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True, check=False)
    if mounted.returncode:
        return "full disk: not tried, no right to mount a small one (test_writer.py stands in for it)"
    try:
        path = disk / "full.tsv"
        text = begin(path, SIZE)
        for number in range(10_000):
            command = [sys.executable, "-m", "tqa", "glossary", "add", str(path), f"新{number}", "long " * 2_000]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            after = path.read_text(encoding="utf-8")
            if done.returncode == 2 and "No space left" in done.stderr and after == text and len(list(disk.iterdir())) == 1:
                return f"full disk: refused with “No space left” after {number} adds, the old file stands"
            if done.returncode or not after.startswith(text):
                raise Lost(f"full disk: status {done.returncode}, {done.stderr}")
            text = after
        raise Lost("full disk: never full")
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--writers", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=200)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seen in (parallel_adds(folder, wanted.writers), killed_adds(folder, wanted.rounds), full_disk(folder)):
            sys.stdout.write(f"{seen}\n")


if __name__ == "__main__":
    main()
