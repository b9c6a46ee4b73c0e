"""Where an English form stands, whatever its dress."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.glossary.cousins import cousins
from tqa.glossary.dress import dressed, with_article
from tqa.glossary.forms import English, compile_form
from tqa.glossary.words import fold


def found(form: str, text: str) -> list[str]:
    english = English(text)
    return [text[start:end] for start, end in english.places(compile_form(form))]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("policy", "Policies’ aim", ["Policies"]),
        ("trade-in", "trade ins", ["trade ins"]),
        ("trade-in", "the tradein and the trade-in", ["trade-in"]),  # as it is listed, if anywhere
        ("trade-in", "the tradein", ["tradein"]),
        ("maker space", "makerspaces", ["makerspaces"]),
        ("makerspace", "maker spaces", ["maker spaces"]),
        ("the Belt and Road", "Belt & Road", ["Belt & Road"]),
        ("five-year plan", "5-year plans", ["5-year plans"]),
        ("20th Congress", "the Twentieth Congress and the 20th Congress", ["20th Congress"]),
        ("Café Society", "cafe society", ["cafe society"]),
        ("cafe society", "CAFÉ SOCIETY", ["CAFÉ SOCIETY"]),
        ("people’s court", "People's Courts", ["People's Courts"]),
        ("centre for defence", "centers for defense", ["centers for defense"]),
        ("Bank of China", "the Bank of the China", ["Bank of the China"]),
        ("agriculture, rural areas and farmers", "agriculture, rural areas, and farmers", ["agriculture, rural areas, and farmers"]),
        ("US", "tell us of U.S. tariffs", ["U.S"]),
        ("US", "tell us", []),
        ("Laos", "the Lao people", []),  # a name is no plural
        ("bank", "the embankment, banking", ["banking"]),
        ("art", "the party", []),
        ("term", "İ term", ["term"]),  # the one letter whose lower case is longer
        ("plan", "", []),
        ("...", "...", ["..."]),
    ],
)
def test_places(form: str, text: str, expected: list[str]) -> None:
    assert found(form, text) == expected


@given(st.text("the Policies of İé’ -\n5th’s&.", max_size=40), st.text("the policy of é’s-5&", min_size=1, max_size=12))
def test_places_are_ranges_of_the_text(text: str, form: str) -> None:
    assert len(fold(text)) == len(text)
    for start, end in English(text).places(compile_form(form)):
        assert 0 <= start < end <= len(text)


@given(st.lists(st.sampled_from(["policy", "tariff", "centre", "of", "and", "the", "5", "Chinese"]), min_size=1, max_size=5))
def test_a_form_stands_in_itself(words: list[str]) -> None:
    form = " ".join(words)
    assert English(form.upper()).holds(compile_form(form)) or not compile_form(form).stems


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("Malawi", "Malowi agreed", ["Malowi"]),
        ("Malawi", "Malaysia agreed", []),
        ("Ministry of Finance", "the Ministry of Financial", ["Ministry of Financial"]),
        ("Ministry of Finance", "the Ministry of Commerce", []),
        ("Ministry of Finance", "the Department of Finance", ["Department of Finance"]),
        ("Audit Committee standards", "Audit Purple standards", ["Audit Purple standards"]),  # in the middle any word will do
        ("policy", "the police", []),
        ("Iran", "Iraq", []),  # another country
        ("policy", "policies", []),  # inflected is right
        ("bank of the north", "bank in the north", []),
    ],
)
def test_cousins(form: str, text: str, expected: list[str]) -> None:
    assert [text[cousin.start : cousin.end] for cousin in cousins(compile_form(form), English(text))] == expected


@pytest.mark.parametrize(
    ("wanted", "place", "listed", "expected"),
    [
        ("Two Sessions", "two meetings", "two meetings", "Two Sessions"),
        ("rural policy", "village policies", "village policy", "rural policies"),
        ("Two Sessions", "TWO MEETINGS", "two meetings", "TWO SESSIONS"),
        ("modern path", "Chinese way", "chinese way", "Modern path"),
        ("NATO", "Nato", "Nato", "NATO"),
        ("policewoman", "woman constables", "woman constable", "policewomen"),
    ],
)
def test_dressed(wanted: str, place: str, listed: str, expected: str) -> None:
    assert dressed(wanted, place, listed) == expected


@pytest.mark.parametrize(
    ("before", "replacement", "expected"),
    [
        ("a ", "industrial plan", "an industrial plan"),
        ("An ", "plan", "A plan"),
        ("an ", "hour", "an hour"),
        ("a ", "unified plan", "a unified plan"),
        ("a ", "NPC deputy", "an NPC deputy"),
        ("Sparta ", "industry", "Sparta industry"),
        ("the ", "the Party", "the Party"),
    ],
)
def test_with_article(before: str, replacement: str, expected: str) -> None:
    start, text = with_article(before + "x", len(before), replacement)
    assert before[:start] + text == expected


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("industrial chain supply chain", "the industrial chain, supply chain"),
        ("trade fair", "a big trade. Fairs are held"),
        ("National Team", "National (Team)"),
        ("Real-Time Gross Settlement systems", "the Real Time Gross Settlement (systems)"),
        ("law reform", 'the law" reforms'),
        ("press conference", "the press; conferences"),
    ],
)
def test_a_mark_parts_a_form(form: str, text: str) -> None:
    assert not English(text).holds(compile_form(form))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Belt and Road Initiative", "the “Belt and Road” Initiatives"),
        ("Belt and Road Initiative", 'the "Belt and Road" Initiatives'),
        ("AML/CFT control", "financing (AML/CFT) controls"),
        ("US dollar", "the U.S. dollars"),
        ("St Petersburg forum", "St. Petersburg forums"),
        ("one country, two systems", "One-country, two-systems"),
        ("51020 plan", "51,020 plans"),
    ],
)
def test_a_whole_quotation_an_initial_and_a_number_part_nothing(form: str, text: str) -> None:
    assert English(text).holds(compile_form(form))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("cooperation", "co-operations"),
        ("ecommerce platform", "e-commerce platforms"),
        ("counter-terrorism law", "counterterrorism laws"),
        ("favourite colours", "favorite color"),
        ("think tank", "thought tanks"),
        ("the sceptics", "skeptic"),
        ("theatre festival", "theater festivals"),
        ("organised labour", "organized labor"),
        ("city policy", "cities' policies"),
        ("liter bottle", "litre bottles"),
        ("life science", "lives sciences"),
        ("WTO", "the W.T.O. said"),
        ("bus line", "buses’ lines"),
        ("and fly", "& flies"),
    ],
)
def test_the_beginnings_of_words_miss_no_dress(form: str, text: str) -> None:
    assert English(text).holds(compile_form(form))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("the security theory council", True),
        ("securities-theories-councils", True),
        ("these cu rities the-ory council", True),  # blanks may part what the list has solid
        ("a council for the theory of security", False),  # in another order
        ("security is what a theory of nothing less than the whole world asks of a council", False),  # too far apart
        ("security council", False),
    ],
)
def test_the_beginnings_of_words_stand_in_order_and_near(text: str, may: bool) -> None:
    assert compile_form("Security Theory Council").may_stand(English(text).squeezed) is may


WORD = st.sampled_from(["trade", "trades", "policy", "policies", "five", "5", "co", "operation", "the", "e", "fair's"])
WORDS = st.lists(WORD, min_size=1, max_size=4)


@given(WORDS, st.lists(WORDS, max_size=3), st.sampled_from([" ", "-", "", " the "]), st.sampled_from([" ", "-", ""]))
def test_what_stands_in_any_dress_may_stand(form: list[str], text: list[list[str]], between: str, blank: str) -> None:
    listed = compile_form(" ".join(form))
    english = English(" ".join(between.join(words) for words in [*text, form]).replace("  ", blank))
    assert not english.in_any_dress(listed) or listed.may_stand(english.squeezed)


@given(st.text(alphabet="aBé中7'’s&_-. “\n", max_size=30))
def test_words_are_cut_as_a_pattern_cuts_them(text: str) -> None:
    english = English(text)
    found = [match for match in re.finditer(r"[^\W_]+(?:'[^\W_]+)?|&", english.lower) if match.group() != "the"]
    assert english.words == [match.group().removesuffix("'s") for match in found]
    assert [(start, english.lower[start:end]) for start, end in english.spans] == [
        (match.start(), word) for match, word in zip(found, english.words, strict=True)
    ]


def test_a_part_is_a_text_of_its_own() -> None:
    english = English("The Two Sessions opened.\nTwo sessions’ end")
    form = compile_form("Two Sessions")
    assert english.as_listed(form, 4, 24) == [(4, 16)]
    assert english.part(25, 42).places(form) == [(0, 12)]


def test_a_word_elsewhere_is_a_whole_word() -> None:
    english = English("Lena met Elena. Lena's dog met O'Lena.")
    assert english.has_word_outside("lena", 0, 4)
    assert not english.has_word_outside("elena", 9, 14)
    assert not English("Lena met Elena and O'Lena").has_word_outside("lena", 0, 4)
