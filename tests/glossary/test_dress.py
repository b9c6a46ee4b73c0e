"""A form in the place of another: which replacements surely suit the sentence."""

from __future__ import annotations

import pytest

from tqa.glossary.dress import keeps_grammar


@pytest.mark.parametrize(
    ("wanted", "listed", "fits"),
    [
        ("Chinese modernization", "Chinese-style modernisation", True),
        ("NATO", "Nato", True),
        ("Two Sessions", "two meetings", True),
        ("Two Sessions", "two meeting", False),
        ("Politburo", "Political Office", False),
        ("COVID-19", "new crown epidemic", False),
        ("Ministry of Culture", "Department of Agriculture", False),
        ("press conference", "press conferences", False),
    ],
)
def test_half_of_the_words_and_the_number_agree(wanted: str, listed: str, fits: bool) -> None:
    assert keeps_grammar(wanted, listed) is fits
