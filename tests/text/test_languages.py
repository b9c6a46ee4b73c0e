"""The language of a segment."""

from __future__ import annotations

import random

import pytest

from tqa.text.languages import foreign_script, foreign_words

FRENCH = "Le maire de la ville a inauguré lundi le nouveau pont sur le fleuve, qui relie les deux rives depuis cette semaine."
GERMAN = "Der Bürgermeister hat am Montag die neue Brücke eröffnet, die nach zwei Jahren Bauzeit nicht nur dem Verkehr dient."


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Мэр открыл мост", "Cyrillic"),
        ("The word привет means hello", ""),
        ("市長は新しい橋を開通させました", "Japanese"),
        ("市长开通了新桥", ""),  # Chinese is another rule's business
        ("새 다리를 개통했다", "Korean"),
        ("The mayor", ""),
        ("", ""),
        ("9" * 100_000, ""),
    ],
)
def test_foreign_script(text: str, script: str) -> None:
    assert foreign_script(text) == script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "French"),
        (GERMAN, "German"),
        ("Un nouveau pont pour la ville", ""),  # a title
        ("Prices rose 5% in May; sales fell 3% year-on-year; exports grew fast; imports held steady", ""),
        ("Li Wei, Wang Fang, Zhang Min, Liu Yang, Chen Jie, Yang Jun, Zhao Lei, Huang Qiang, Zhou Tao", ""),
        ("lorem " * 20_000, ""),
    ],
)
def test_foreign_words(text: str, language: str) -> None:
    assert foreign_words(text) == language


def test_the_answer_is_the_same_at_every_call() -> None:
    state = random.getstate()
    assert {foreign_words(FRENCH) for _ in range(20)} == {"French"}
    assert random.getstate() == state
