"""What every format promises: what it carries comes back as it was, and what it does not carry is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.glossary.exchange.glossaries import glossaries, incoming
from tqa.glossary.concept import Concept
from tqa.glossary.exchange import FORMATS, format_of
from tqa.glossary.exchange.format import written
from tqa.glossary.rows import COLUMNS, cells_of
from tqa.model import ConfigError

WRITTEN = [(name, ending) for name, known in FORMATS.items() for ending in known.endings if ending not in (".xlsm", ".xls", ".xlsb", ".ods")]


@pytest.mark.parametrize(("name", "ending"), WRITTEN)
@given(glossary=glossaries())
@settings(max_examples=15)
def test_what_is_carried_comes_back(name: str, ending: str, glossary: tuple[Concept, ...]) -> None:
    if name == "xlsx":
        pytest.importorskip("python_calamine")
    format_ = format_of(f"terms{ending}", name)
    out = written(format_, glossary, ending)
    left_out = {rejected.place for rejected in out.left_out}
    held = tuple(part for concept in glossary if concept.source[0] not in left_out for part in format_.carry(concept).concepts)
    if not held:
        return
    read = format_.read(incoming(out.data, f"terms{ending}"))
    assert (read.concepts, read.rejected, out.concepts) == (held, (), len(held))


@pytest.mark.parametrize("name", ["tsv", "csv", "xlsx"])
@given(glossary=glossaries())
@settings(max_examples=10)
def test_a_table_carries_everything(name: str, glossary: tuple[Concept, ...]) -> None:
    out = written(format_of(f"terms.{name}"), glossary, f".{name}")
    assert (out.losses, out.left_out) == ((), ())


@pytest.mark.parametrize(("name", "ending"), WRITTEN)
@given(glossary=glossaries())
@settings(max_examples=10)
def test_what_is_lost_is_told(name: str, ending: str, glossary: tuple[Concept, ...]) -> None:
    """A concept that is neither left out nor among the losses of a column has that column's cell after the way there and back."""
    format_ = format_of(f"terms{ending}", name)
    out = written(format_, glossary, ending)
    left_out = {rejected.place for rejected in out.left_out}
    for concept in glossary:
        parts = format_.carry(concept).concepts
        assert bool(parts) != (concept.source[0] in left_out)
        lost = {loss.column for loss in out.losses if concept.source[0] in loss.concepts}
        for column in {*COLUMNS} - lost if parts else ():
            assert cells_of(parts[0])[column] == cells_of(concept)[column]


@pytest.mark.parametrize(
    ("path", "name", "format_"), [("a.CSV", "", "csv"), ("a.tbx", "", "tbx"), ("a.tsv", "deepl", "deepl"), ("a.txt", "", "omegat")]
)
def test_the_ending_names_the_format(path: str, name: str, format_: str) -> None:
    assert format_of(path, name).name == format_


@pytest.mark.parametrize(("path", "name"), [("a.doc", ""), ("a", ""), ("a.csv", "excel")])
def test_an_unknown_format_is_refused(path: str, name: str) -> None:
    with pytest.raises(ConfigError, match="known are tsv, csv, xlsx"):
        format_of(path, name)
