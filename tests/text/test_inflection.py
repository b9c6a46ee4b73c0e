"""English word forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.text.inflection import is_plural_of, plural, stem


@pytest.mark.parametrize(
    "forms",
    [
        "policy policies",
        "bank banks banked banking",
        "organise organised organizing organizes organize",
        "analysis analyses analyze analysed",
        "box boxes",
        "case cases",
        "crisis crises",
        "plan plans planned planning",
        "travel travelling traveled",
        "colour colors",
        "centre centers",
        "defence defenses",
        "labour labor",
        "carry carries carried carrying",
        "woman women",
        "build built builds building",
        "virus viruses",
        "programme program programs",
        "sme smes",
        "agree agreed agrees",
    ],
)
def test_forms_of_one_word_share_a_key(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "regulation regulate",
        "minister ministry",
        "police policy",
        "beijing beijig",
        "news new",
        "four for",
        "united nations",
        "save safe",
        "malawi malowi",
    ],
)
def test_words_stay_apart(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


@pytest.mark.parametrize(
    ("word", "many"),
    [("policy", "policies"), ("day", "days"), ("church", "churches"), ("woman", "women"), ("Man", "Men"), ("SME", "SMEs"), ("crisis", "crises")],
)
def test_plural(word: str, many: str) -> None:
    assert plural(word) == many
    assert is_plural_of(many, word)
    assert not is_plural_of(word, many)


@given(st.text("abceginosuy", min_size=1, max_size=8))
def test_a_possessive_has_the_key_of_its_word(word: str) -> None:
    assert stem(word + "'s") == stem(word)
