"""Forms that mean the same: which mentions are found, and what stays a word of its own."""

from __future__ import annotations

import pytest

from tqa.text.families import is_of_one_family, mixtures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the US, the U.S. and USA", ["US", "U.S.", "USA"]),
        ("the US and US$5, AUS, R&US", []),  # one form alone
        ("the U.S.A. and the US", ["U.S.A.", "US"]),
        ("5% of 6 percent, 7 per cent", ["%", "percent", "per cent"]),
        ("a%20b and a percent", []),
        ("5 million yuan, RMB 3, 4 RMB", ["… yuan", "RMB …", "… RMB"]),
        ("on May 17 and 18 June", ["May 17", "17 May"]),
        ("on May 17th and June 18", ["May 17th", "May 17"]),
        ("in 2019 May 17 it rained", []),  # the year is no day
        ("Macao's Macaulay", []),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    assert [mention.form for mention in mixtures(text)] == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Macau", "Macao", True),
        ("Macau Tower", "Macao Tower", True),
        ("U.S. Treasury", "US Treasury", True),
        ("Macau Tower", "Macao Bridge", False),
        ("Macaulay", "Macaolay", False),
        ("Macau", "Malawi", False),
    ],
)
def test_forms_of_one_family(one: str, other: str, same: bool) -> None:
    assert is_of_one_family(one, other) is same


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("the colour of colors", ["British", "American"]),
        ("the colors alone", []),  # nothing British, so nothing is mixed
        ("organised, organization", ["-ise", "-ize"]),
        ("he will fulfill and fulfil it; fulfilled", ["American", "British"]),
        ("the Labour Party's labor", []),
        ("bicentre, off-centre and a centre", ["British"]),
    ],
)
def test_spellings(text: str, styles: list[str]) -> None:
    assert [mention.form for mention in mixtures(text)] == styles


def test_what_another_form_would_read() -> None:
    [centres, color] = mixtures("centres of color")
    assert (dict(centres.others), dict(color.others)) == ({"American": "centers"}, {"British": "colour"})
