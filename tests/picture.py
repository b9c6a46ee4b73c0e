"""The picture of the report in README: `python -m tests.picture` makes docs/report.png anew, tests/test_readme.py tells when it must.

Browsers and fonts differ, so that no two machines paint the same bytes. The picture carries what it was made of instead: a digest of the
page's own files and of the findings it shows.
"""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reporters.browser import address, launched
from tqa.api import Linted, lint
from tqa.cli.output import foot, head
from tqa.config.settings import Settings
from tqa.reporters import RenderOptions, reporter
from tqa.value import replace

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "report.png"
PAGE = ROOT / "tqa" / "reporters" / "html"
RULES = ("number-magnitude", "name-misspelled", "split-title", "leftover-han", "date-mismatch")
SHOWN = "number-magnitude"
"""The finding that is open in the picture."""
_KEY = b"tqa-made-of"


def shown() -> Linted:
    """What the picture shows: a few findings of one sample. To be called in the checkout's folder."""
    return lint(["samples/river-port"], Settings(select=RULES, min_severity="warning", plugins=False, root=str(ROOT)), articles=True)


def made_of(linted: Linted) -> str:
    """A digest of all that decides how the picture looks."""
    digest = sha256()
    for path in sorted(PAGE.iterdir()):
        if path.suffix in (".html", ".css", ".js"):
            digest.update(path.read_bytes())
    for found in linted.report.rows:
        digest.update(repr((found["rule"], found["segment"], found["start"], found["end"], found["message"])).encode())
    return digest.hexdigest()


def says_it_is_made_of(picture: bytes) -> str:
    """The digest a picture carries, or ""."""
    _, found, rest = picture.partition(_KEY + b"\x00")
    return rest[:64].decode("ascii") if found else ""


def paint() -> bytes:
    """The picture, with what it was made of. Needs Chromium and playwright."""
    linted = shown()
    with TemporaryDirectory() as folder, launched() as browser:
        path = Path(folder) / "report.html"
        told = replace(head(linted), version="", root=str(ROOT))
        path.write_text("".join(reporter("html")(told, linted.report.results, lambda: foot(linted), RenderOptions())), encoding="utf-8")
        page = browser.new_context(viewport={"width": 1360, "height": 760}, device_scale_factor=1.25, color_scheme="light").new_page()
        page.goto(address(path, "articles"))
        fingerprint = next(found["fingerprint"] for found in linted.report.rows if found["rule"] == SHOWN)
        page.goto(address(path, f"articles?finding={fingerprint}"))
        page.locator(".note.current").wait_for()
        return _with_text(page.screenshot(), made_of(linted))


def _with_text(picture: bytes, text: str) -> bytes:
    """A PNG with a text in its metadata, right after its head (8 bytes of signature, 25 of IHDR)."""
    chunk = b"tEXt" + _KEY + b"\x00" + text.encode("ascii")
    return picture[:33] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + picture[33:]


if __name__ == "__main__":
    PICTURE.write_bytes(paint())
