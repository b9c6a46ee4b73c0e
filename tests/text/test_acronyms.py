"""Which names an acronym's letters spell."""

from __future__ import annotations

import pytest

from tqa.text.acronyms import is_known_acronym, spelled_by


@pytest.mark.parametrize(
    ("letters", "name", "spelled"),
    [
        ("DFM", "dongfeng motor group co", "dongfeng motor"),
        ("IAEA", "un international atomic energy agency", "international atomic energy agency"),
        ("NAMC", "national art museum of china", "national art museum of china"),
        ("REC", "russian export center", "russian export center"),
        ("ACFIC", "all-china federation of industry and commerce", "all-china federation of industry and commerce"),
        ("GHKMGBA", "guangdong-hong kong-macau greater bay area", "guangdong-hong kong-macau greater bay area"),
        ("CIC", "changan investment company", "changan investment company"),  # "company" may be left out, but here it is needed
        ("SEC", "stock exchange in china", "stock exchange in china"),
        ("SE", "stock exchange in china", "stock exchange"),
        ("APF", "armed police force qinghai", None),  # the name goes on
        ("D", "dongfeng motor", None),
        ("XYZ", "dongfeng motor", None),
        ("DF", "dongfeng", None),  # one word is no name to shorten
    ],
)
def test_spelling(letters: str, name: str, spelled: str | None) -> None:
    words = name.split()
    found = spelled_by(letters, words)
    assert (None if found is None else " ".join(words[slice(*found)])) == spelled


@pytest.mark.parametrize(("letters", "known"), [("UN", True), ("SUVs", True), ("DFM", False)])
def test_known(letters: str, known: bool) -> None:
    assert is_known_acronym(letters) is known
