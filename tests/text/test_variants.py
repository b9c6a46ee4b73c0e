"""Filters on the two words that stand in one place of a name: each stays silent or speaks for a reason."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tqa.text import variants
from tqa.text.variants import Words

ROWS: list[tuple[str, str, str, bool]] = [
    ("are_renderings", "committee", "commission", True),
    ("are_renderings", "centers", "hub", True),  # number aside
    ("are_renderings", "finance", "commerce", False),
    ("are_renderings", "smart city", "intelligent", False),  # word by word only
    ("are_posts", "chairman", "president", True),
    ("are_posts", "committee", "commission", False),
    ("are_contrasts", "north", "south", True),
    ("are_contrasts", "winter", "summer", True),
    ("are_contrasts", "court", "procuratorate", True),
    ("are_contrasts", "imports", "exports", True),
    ("are_contrasts", "german", "french", True),
    ("are_contrasts", "committee", "commission", False),
    ("has_number", "5th", "sixth", True),
    ("has_number", "g7", "g20", True),
    ("has_number", "leader", "excellence", False),
    ("are_names", "nanchang", "wuhan", True),
    ("are_names", "leader", "wuhan", False),
    ("has_small_word", "of", "party", True),
    ("has_small_word", "state", "party", False),
    ("is_short_form", "textile merchandising", "textile", True),
    ("is_short_form", "member countries", "members", True),  # number aside
    ("is_short_form", "us", "united states", True),
    ("is_short_form", "u.s.", "united states", True),
    ("is_short_form", "leader", "excellence", False),
    ("same_stem", "sign", "signs", True),
    ("same_stem", "saving", "save", True),
    ("same_stem", "sign", "signal", False),
    ("same_root", "finance", "financial", True),
    ("same_root", "science", "scientific", True),
    ("same_root", "north", "northern", True),
    ("same_root", "court", "county", False),
    ("same_root", "signs", "sign", False),  # one word, not two
    ("differ_in_marks_only", "trade-in", "tradein", True),
    ("differ_in_marks_only", "trade-in", "trade", False),
]


@pytest.mark.parametrize(("claim", "one", "other", "holds"), ROWS)
def test_claims_hold_both_ways(claim: str, one: str, other: str, holds: bool) -> None:
    judge = getattr(variants, claim)
    left: Words = tuple(one.split(" "))
    right: Words = tuple(other.split(" "))
    assert judge(left, right) is holds
    assert judge(right, left) is holds


@pytest.mark.parametrize(("word", "is_type"), [("bureau", True), ("bureaus", True), ("national", True), ("sany", False)])
def test_type_words(word: str, is_type: bool) -> None:
    assert variants.is_type_word(word) is is_type


@pytest.mark.parametrize(("word", "plural"), [("bureaus", True), ("bureau", False), ("news", False), ("games", False), ("hunans", False)])
def test_plural_types(word: str, plural: bool) -> None:
    assert variants.is_plural_type(word) is plural


@pytest.mark.parametrize(("name", "columns"), [("renderings.tsv", 3), ("contrasts.tsv", 2), ("known-acronyms.tsv", 2)])
def test_every_row_has_a_reason_and_stands_once(name: str, columns: int) -> None:
    lines = (files("tqa.data") / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    assert all(len(row) == columns and all(cell.strip() == cell != "" for cell in row) for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)
    words = "words" if name != "known-acronyms.tsv" else ""
    if words:
        index = 1 if name == "renderings.tsv" else 0
        assert all(len(set(row[index].split())) == len(row[index].split()) >= 2 for row in rows)
