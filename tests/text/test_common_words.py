"""English words that are no name."""

from __future__ import annotations

import pytest

from tqa.text.common_words import is_verb


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("attend", True),
        ("attends", True),
        ("visits", True),
        ("killed", True),
        ("retire", True),
        ("share", True),  # also two syllables of pinyin
        ("launch", True),
        ("reporting", False),  # behind a name, what somebody does there
        ("global", False),
        ("new", False),
        ("daily", False),
        ("long", False),  # a name in pinyin
        ("fan", False),
        ("nianming", False),
        ("mark", False),  # a name in English
        ("", False),
    ],
)
def test_is_verb(word: str, verb: bool) -> None:
    assert is_verb(word) == verb
