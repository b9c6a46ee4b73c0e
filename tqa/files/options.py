"""How files are found and read."""

from __future__ import annotations

from collections.abc import Mapping

from tqa.formats.format import FormatOptions
from tqa.formats.naming import REFERENCE_CODES, SOURCE_CODES, TARGET_CODES, Codes
from tqa.value import fresh, value

MOST_BYTES = 20_000_000


@value
class ReadOptions:
    """What the command line and the config say about reading.

    `exclude`, `include`: patterns as in .gitignore, relative to `root` (the config's folder; empty: the working folder).
    `not_articles`: the glossary, memory and baseline. `source`: the source of the one target, or a folder of sources.
    """

    encoding: str = ""
    max_file_size: int = MOST_BYTES
    fields: Mapping[str, str] = fresh(factory=dict)
    unit: str = "auto"
    source_codes: tuple[str, ...] = SOURCE_CODES
    target_codes: tuple[str, ...] = TARGET_CODES
    reference_codes: tuple[str, ...] = REFERENCE_CODES
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    force_exclude: bool = False
    root: str = ""
    not_articles: frozenset[str] = frozenset()
    pair: str = ""
    source: str = ""

    @property
    def format(self) -> FormatOptions:
        """The part a format needs."""
        return FormatOptions(self.unit, self.fields, self.max_file_size)

    @property
    def codes(self) -> Codes:
        """The codes that mark a side in a name."""
        return Codes(self.source_codes, self.target_codes, self.reference_codes)
