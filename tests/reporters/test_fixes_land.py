"""A fix that a program applies by SARIF or by reviewdog's JSON mends what tqa mends: in their units, on the real file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tqa.api import Linted, lint
from tqa.cli.output import foot, head
from tqa.config.settings import Settings
from tqa.reporters import RenderOptions, reporter

FILES = {
    "a.en.txt": "𠮷野家 😀 met  here.\r\n\r\nThe the plan “works,” 😀 he  said.\r\n",
    "t.tsv": "id\tsource\ttarget\na\t𠮷野家😀开会。\t😀 They met  here and and left.\n",
    "m.md": "| 𠮷 | The the plan |\n|---|---|\n| 😀 | He met  her. |\n\n- 😀 It it works.\n\n> 国  x  wrapped\n> line line here.\n",
    "w.en.txt": "".join(
        f"　😀 The harbour of the town was opened by the  governor on day {n}\nand he said that the the work would go on for two more years.\n\n"
        for n in range(6)
    ),
}
SETTINGS = Settings(plugins=False, select=("double-space", "doubled-word"))


def linted(path: str) -> Linted:
    return lint([path], SETTINGS)


def report(done: Linted, format_: str) -> Any:
    return json.loads("".join(reporter(format_)(head(done), done.report.results, lambda: foot(done), RenderOptions())))


def places(text: str) -> list[str]:
    """The lines with their ends."""
    return text.replace("\r\n", "\r\n\0").replace("\n", "\n\0").replace("\n\0\0", "\n\0").split("\0")


def spliced(text: str, start: tuple[int, int], end: tuple[int, int], new: str, encoding: str, width: int) -> str:
    """`text` with the region replaced; columns count `width` bytes of the encoding."""
    lines = [line.encode(encoding) for line in places(text)]
    before = b"".join(lines[: start[0] - 1]) + lines[start[0] - 1][: width * (start[1] - 1)]
    after = lines[end[0] - 1][width * (end[1] - 1) :] + b"".join(lines[end[0] :])
    return (before + new.encode(encoding) + after).decode(encoding)


def sarif_fixes(done: Linted) -> list[tuple[str, tuple[int, int], tuple[int, int], str]]:
    found = []
    for result in report(done, "sarif")["runs"][0]["results"]:
        for fix in result.get("fixes", [])[:1]:
            (replacement,) = fix["artifactChanges"][0]["replacements"]
            region = replacement["deletedRegion"]
            start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
            found.append((result["partialFingerprints"]["primaryLocationLineHash"], start, end, replacement["insertedContent"]["text"]))
    return found


def rdjson_fixes(done: Linted) -> list[tuple[str, tuple[int, int], tuple[int, int], str]]:
    found = []
    prints = [row["fingerprint"] for row in done.report.rows]
    for print_, one in zip(prints, report(done, "rdjson")["diagnostics"], strict=True):
        for suggestion in one.get("suggestions", [])[:1]:
            start, end = suggestion["range"]["start"], suggestion["range"]["end"]
            found.append((print_, (start["line"], start["column"]), (end["line"], end["column"]), suggestion["text"]))
    return found


@pytest.mark.parametrize("name", FILES)
def test_each_fix_mends_its_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    path.write_bytes(FILES[name].encode())
    before = linted(name)
    found = sorted(row["text"] for row in before.report.rows)
    assert len(found) >= 2
    for fixes, encoding, width in ((sarif_fixes(before), "utf-16-le", 2), (rdjson_fixes(before), "utf-8", 1)):
        assert fixes
        for _, start, end, new in fixes:
            path.write_bytes(spliced(FILES[name], start, end, new, encoding, width).encode())
            after = sorted(row["text"] for row in linted(name).report.rows)
            assert len(after) == len(found) - 1
        path.write_bytes(FILES[name].encode())
