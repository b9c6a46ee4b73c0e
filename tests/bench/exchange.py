"""Time and memory of importing what nobody should import: a cell of 90 MB, a zip bomb, a million rows. Usage: python tests/bench/exchange.py

One line a file: how `tqa glossary import` ended, seconds, megabytes at the peak, and what it said last.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from tqa.text.workbook import Column, workbook

MILLION = 1_000_000
HEAD = "中文,英文\n"


def big_cell() -> Iterator[str]:
    """A quoted cell of 90 MB that never closes."""
    yield HEAD + '国务院,"'
    for _ in range(90):
        yield "x" * MILLION


def long_line() -> Iterator[str]:
    """A line of 90 MB of commas."""
    for _ in range(90):
        yield "," * MILLION


def many_quotes() -> Iterator[str]:
    """A million lines, each of which opens a cell."""
    yield HEAD
    for _ in range(1000):
        yield '国务院,"State Council\n' * 1000


def many_rows() -> Iterator[str]:
    """A million good rows."""
    yield HEAD
    for number in range(MILLION):
        yield f"国务院{number},State Council {number}\n"


def most_rows() -> Iterator[str]:
    """As many rows as are read."""
    yield HEAD
    for number in range(299_000):
        yield f"国务院{number},State Council {number}\n"


def many_entries() -> Iterator[str]:
    """A TBX of 400,000 entries."""
    yield '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body>'
    sections = '<langSec xml:lang="{}"><termSec><term>{}</term></termSec></langSec>'
    entry = "<conceptEntry>" + sections.format("zh", "国务院{}") + sections.format("en", "State Council {}") + "</conceptEntry>\n"
    for number in range(400_000):
        yield entry.format(number, number)
    yield "</body></text></tbx>"


def laughs() -> Iterator[str]:
    """A billion laughs."""
    names = "abcdefghij"
    rest = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names))
    yield f'<!DOCTYPE martif [<!ENTITY a "lol">{rest}]><martif><text><body><termEntry>&j;</termEntry></body></text></martif>'


def bomb() -> bytes:
    """A workbook of 1 MB that unpacks to 1 GB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w") as part:
        for _ in range(1000):
            part.write(b" " * MILLION)
    return packed.getvalue()


def rows_of_a_workbook() -> bytes:
    """A workbook of 300,001 rows."""
    rows = [[f"国务院{number}", f"State Council {number}"] for number in range(300_001)]
    return workbook("terms", [Column("source"), Column("target")], rows)


FILES: dict[str, Callable[[], Iterator[str] | bytes]] = {
    "big-cell.csv": big_cell,
    "long-line.csv": long_line,
    "many-quotes.csv": many_quotes,
    "many-rows.csv": many_rows,
    "most-rows.csv": most_rows,
    "many-entries.tbx": many_entries,
    "laughs.tbx": laughs,
    "bomb.xlsx": bomb,
    "many-rows.xlsx": rows_of_a_workbook,
}


def main() -> None:
    """Make each file, import it, and tell."""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in FILES.items():
            path = Path(folder, name)
            made = make()
            if isinstance(made, bytes):
                path.write_bytes(made)
            else:
                with path.open("w", encoding="utf-8") as file:
                    file.writelines(made)
            print(name.ljust(18), measured(path))
            path.unlink()


def measured(path: Path) -> str:
    """How the import of one file ended."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "tqa", "glossary", "import", str(path), "--into", str(path.with_suffix(".out.tsv"))]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert child.stderr
    said = child.stderr.read().strip().split("\n")[-1].replace(str(path.parent) + "/", "")
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    return f"status {os.waitstatus_to_exitcode(status)}  {seconds:5.1f} s  {usage.ru_maxrss // 1024:5} MB  {said[:110]}"


if __name__ == "__main__":
    main()
