"""Numbers in English text: figures, words, scales, and the dress of machine translation."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.numbers.causes import cause_of, mended
from tqa.text.numbers.dress import currency_span, unit_after
from tqa.text.numbers.english import find_quantities, loose_groups
from tqa.text.numbers.forms import find_odd_forms
from tqa.text.numbers.quantity import Quantity, Reading, spoken
from tqa.text.numbers.words import SMALL, TENS

_NAMES = {value: word for word, value in (TENS | SMALL).items()}


def find(text: str) -> list[Quantity]:
    return find_quantities(text, text.lower())


def spell(number: int) -> str:
    """A number in English words."""
    if number < 20 or (number < 100 and number % 10 == 0):
        return _NAMES[number]
    if number < 100:
        return f"{_NAMES[number // 10 * 10]}-{_NAMES[number % 10]}"
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            whole, rest = divmod(number, size)
            return f"{spell(whole)} {word}" + (f" {'and ' if rest < 100 else ''}{spell(rest)}" if rest else "")
    raise AssertionError


@given(st.integers(1, 10**11))
def test_words_are_read_as_they_are_spelled(number: int) -> None:
    assert [one.values[0] for one in find(f"It has {spell(number)} parts.")] == [number]


@given(st.integers(0, 10**15))
def test_figures_are_read_in_every_dress(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        assert number in find(f"It has {written} cars.")[0].values


@given(
    st.integers(1, 9999),
    st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9), ("trillion", 10**12), ("bn", 10**9), ("K", 10**3)]),
)
def test_scales_multiply(number: int, scale: tuple[str, int]) -> None:
    assert find(f"It sold {number} {scale[0]} cars.")[0].values[0] == number * scale[1]


@given(st.text(alphabet="0123456789.,-–:/%$£ \nabc thousandmilliontwosixhalf'’𠮷😀", max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    found = find(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    list(find_odd_forms(text, text.lower()))


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1," * 50_000, "9 " * 50_000, "two " * 25_000, "1, 500" * 10_000, "million " * 12_000, "$" * 100_000, "half a " * 14_000]
)
def test_bulk_is_read_in_linear_time(text: str) -> None:
    find(text)
    list(find_odd_forms(text, text.lower()))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("more than 1,100 people", [1100]),
        ("62.3 billion yuan", [62_300_000_000]),
        ("50K", [50_000]),
        ("US$5.2bn", [5_200_000_000]),
        ("RMB5 million", [5_000_000]),
        ("USD11 million", [11_000_000]),
        ("MOP5 million", [5_000_000]),
        ("RM5 million", [5_000_000]),
        ("Rs5 million", [5_000_000]),
        ("yuan5 million", [5_000_000]),
        ("6.23 billon", [6_230_000_000]),
        ("3 hundred million", [300_000_000]),
        ("two hundred and five", [205]),
        ("twenty-one", [21]),
        ("one hundred thousand", [100_000]),
        ("a hundred thousand", [100_000]),
        ("half a million", [500_000]),
        ("two and a half million", [2_500_000]),
        ("two and a quarter", [Decimal("2.25")]),
        ("two dozen", [24]),
        ("three decades", [30]),
        ("a decade", [10]),
        ("a dozen", [12]),
        ("twenty-first", [21]),
        ("the 14th", [14]),
        ("centenary", [100]),
        ("five or six", [5, 6]),
        ("ten first-batch units", [10, 1]),
        ("2000 people", [2000]),
        ("30 and 40 buses", [30, 40]),
    ],
)
def test_values(text: str, values: list[int]) -> None:
    assert [one.values[0] for one in find(text)] == values


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("a third of them", {Decimal("0.333333")}),
        ("one-third", {Decimal("0.333333")}),
        ("two thirds", {Decimal("0.666667")}),
        ("three-quarters", {Decimal("0.75"), 75}),
        ("half", {Decimal("0.5"), 50}),
        ("doubled", {2, 100}),
        ("twice", {2}),
        ("threefold", {3, 200}),
        ("3 times", {3, 200}),
        ("35%", {35, Decimal("0.35")}),
        ("5 p.m.", {5, 17}),
        ("the 1980s", {1980, 80}),
        ("100 m", {100, 100_000_000}),
        ("4 to 6 million", {4, 4_000_000}),
        ("4-6 million", {4_000_000}),
        ("$4-$6 million", {4_000_000}),
        ("five or six hundred", {5, 500}),
        ("between four and six billion", {4_000_000_000}),
        ("three decades", {30, 3}),
        ("two-and-a-half years", {Decimal("2.5")}),
    ],
)
def test_readings(text: str, readings: set[object]) -> None:
    assert readings <= set(find(text)[0].values)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("6.8 percent", "pct"),
        ("6.8 per cent", "pct"),
        ("6.8%", "pct"),
        ("0.5 percentage points", "points"),
        ("0.5 percentage point", "points"),
        ("10-15 percent", "pct"),
        ("1 to 2 percentage points", "points"),
        ("the 26th", "ordinal"),
        ("September 27", "moment"),
        ("27 September", "moment"),
        ("27 of May", "moment"),
        ("in 2018", "moment"),
        ("5 p.m.", "moment"),
        ("COVID-19", "code"),
        ("G20", "code"),
        ("ARM5 million", "code"),
        ("XRM5", "code"),
        ("5G", "code"),
        ("13:30", "code"),
        ("dozens", "vague"),
        ("thousands of", "vague"),
        ("5-fold", "times"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert find(text)[0].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "one by one",
        "first",
        "both",
        "a couple",
        "COVID-19",
        "F-16",
        "in 2018",
        "since 1949",
        "May 5",
        "13:30",
        "dozens of",
        "the second",
        "once",
        "phone",
        "often",
        "attention",
        "none",
        "someone often listens to a phone at nineteenfold",
    ],
)
def test_what_needs_no_answer(text: str) -> None:
    assert not [one for one in find(text) if one.weight]


@pytest.mark.parametrize(
    ("text", "value"), [("30 000 people", 30_000), ("1, 500,000 yuan", 1_500_000), ("1 500 000", 1_500_000), ("1 ,500 cars", 1500)]
)
def test_loose_groups(text: str, value: int) -> None:
    assert [one.values[0] for one in loose_groups(text)] == [value]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("5 million yuan", "yuan"),
        ("RMB 5 million", "RMB"),
        ("US$5 million", "US$"),
        ("HK$5 million", "HK$"),
        ("$5 million", "$"),
        ("€5 million", "€"),
        ("5 million US dollars", "US dollars"),
        ("5 million Hong Kong dollars", "Hong Kong dollars"),
        ("5 million Chinese yuan", "yuan"),
        ("a 5-million-yuan plan", "yuan"),
        ("He took 5 and won", ""),
        ("5 million people", ""),
    ],
)
def test_currency_beside_a_number(text: str, form: str) -> None:
    one = find(text)[0]
    span = currency_span(text.lower(), one.start, one.end)
    assert (text[slice(*span)] if span else "") == form


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 km", "kilometre"),
        ("5 square kilometers", "square kilometre"),
        ("15 mu of land", "mu"),
        ("15-acre", "acre"),
        ("25 degrees Celsius", "celsius"),
        ("5 people", ""),
    ],
)
def test_unit_after_a_number(text: str, unit: str) -> None:
    assert unit_after(text, find(text)[0].end) == unit


@pytest.mark.parametrize(
    ("right", "wrong", "chinese", "cause"),
    [
        (62_300_000_000, 6_230_000_000, "623亿元", "亿 read as 10⁷"),
        (5_000_000_000, 50_000_000_000, "50亿", "亿 read as 10⁹"),
        (8_200_000, 82_000_000, "820万", "万 read as 10⁵"),
        (1500, 15_000, "1500人", "10 times too much"),
        (1500, 15, "1500人", "100 times too little"),
    ],
)
def test_cause(right: int, wrong: int, chinese: str, cause: str) -> None:
    template, values = cause_of(Decimal(right), Decimal(wrong), chinese)
    assert template.format_map(values) == cause


@pytest.mark.parametrize(
    ("value", "written", "better"),
    [
        (62_300_000_000, "6.23 billion", "62.3 billion"),
        (Decimal("6.5"), "65%", "6.5%"),
        (Decimal("6.5"), "65 percent", "6.5 percent"),
        (3, "seven", "three"),
        (3, "Seven", "Three"),
        (1500, "15,000", "1,500"),
        (300_000, "3 million", "300,000"),
    ],
)
def test_mended(value: Decimal, written: str, better: str) -> None:
    assert mended(Quantity(0, 1, Reading((Decimal(value),))), written) == better


@pytest.mark.parametrize(
    ("value", "words"), [(62_300_000_000, "62.3 billion"), (1100, "1,100"), (Decimal("0.5"), "0.5"), (10**6, "1 million"), (1_234_567, "1,234,567")]
)
def test_spoken(value: Decimal, words: str) -> None:
    assert spoken(Decimal(value)) == words


_FROM = (
    "Three million", "twenty-five", "two", "Three", "three million", "two and a half", "a million", "two decades", "a dozen", "one", "half a million",
    "one hundred and five", "5 million", "5-million", "5.6bn", "42.08%", "6 percent", "2.5 times", "3-fold", "20 dozen", "3 and a half", "1,100",
    "40251",
    "5m", "2 hundred thousand",
)  # fmt: skip


@given(st.sampled_from(_FROM), st.one_of(st.integers(1, 10**13), st.integers(1, 100), st.sampled_from(("2.1", "0.666667", "0.333333", "35.5"))))
def test_a_mended_number_is_one_number_of_the_right_value(written: str, value: int | str) -> None:
    better = mended(Quantity(0, 1, Reading((Decimal(value),))), written)
    if not better:
        return
    assert re.fullmatch(r"[a-zA-Z]+(?:-[a-z]+)?|[0-9][0-9,.]*(?:[ -](?:million|billion|trillion))?(?:%| percent| times|-fold)?", better)
    found = find_quantities(better, better.lower())
    assert [Decimal(value) in one.values for one in found] == [True]
