"""Glossaries in the formats of other tools: bytes in, concepts out, and the way back. One module a family of formats."""

from __future__ import annotations

from importlib import import_module

from tqa.glossary.exchange.format import Format
from tqa.model import ConfigError
from tqa.records import NamedTuple


class Known(NamedTuple):
    """A format's class as `module:name`, and the endings of its files, the first preferred."""

    where: str
    endings: tuple[str, ...]


_PACKAGE = "tqa.glossary.exchange"
FORMATS = {
    "tsv": Known(f"{_PACKAGE}.tables:Tsv", (".tsv",)),
    "csv": Known(f"{_PACKAGE}.tables:Csv", (".csv",)),
    "xlsx": Known(f"{_PACKAGE}.spreadsheet:Xlsx", (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")),
    "tbx": Known(f"{_PACKAGE}.tbx:Tbx3", (".tbx",)),
    "tbx-dct": Known(f"{_PACKAGE}.tbx:Tbx3Dct", (".tbx",)),
    "tbx-2": Known(f"{_PACKAGE}.tbx:Tbx2", (".tbx", ".xml")),
    "weblate": Known(f"{_PACKAGE}.tbx:Weblate", (".tbx",)),
    "tmx": Known(f"{_PACKAGE}.tmx:Tmx", (".tmx",)),
    "omegat": Known(f"{_PACKAGE}.pairs:Omegat", (".txt", ".utf8", ".tab")),
    "deepl": Known(f"{_PACKAGE}.pairs:Deepl", (".tsv", ".csv")),
    "google": Known(f"{_PACKAGE}.pairs:Google", (".tsv", ".csv", ".tmx")),
    "google-set": Known(f"{_PACKAGE}.pairs:GoogleSet", (".csv",)),
    "azure": Known(f"{_PACKAGE}.pairs:Azure", (".tsv", ".csv")),
}
"""Format → where it is written and what its files end in; a module is loaded when its format is asked for."""


def format_of(path: str, name: str = "") -> Format:
    """The format called `name`, else the one the path's ending says. Raises ConfigError for what is unknown."""
    ending = ending_of(path)
    if not name:
        name = next((known for known, format_ in FORMATS.items() if ending in format_.endings), "")
    if name not in FORMATS:
        said = f"unknown format {name!r}" if name else f"{path}: the ending {ending!r} says no format; name it with --to or --from"
        raise ConfigError(f"{said}; known are {', '.join(FORMATS)}")
    module, _, kind = FORMATS[name].where.partition(":")
    made: Format = getattr(import_module(module), kind)()
    return made


def ending_of(path: str) -> str:
    """The ending of a path in lower case, with its dot; "" without one."""
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""
