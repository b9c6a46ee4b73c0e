"""Words said over and over."""

from __future__ import annotations

import pytest

from tqa.text.loops import loops, may_loop, may_say_twice, repeated_sentences, source_repeats


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one of the best, one of the worst, one of the oldest", []),
        ("we will work hard, we will work hard", []),  # twice is rhetoric
        ("again and again and again and again", []),
        ("1 2 3 1 2 3 1 2 3", []),
        ("ha ha ho ha ha ho ha ha ho", []),
        ("it built the east port of the east port of the east port", []),  # not three times in full
        ("the east port of the east port of the east port of the east", ["the east port of the east port of the east port of the east"]),
        ("so We will work hard, we will work hard, we will work hard. Then", ["We will work hard, we will work hard, we will work hard."]),
        ("in the " * 12, ["in the " * 11 + "in the"]),
        ("x" * 300 + " the plan of the plan of the plan of", ["the plan of the plan of the plan of"]),
        ("", []),
    ],
)
def test_loops(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, _, end in loops(text)] == found
    assert may_loop(text) or not found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He came. He came.", 0),  # too short to tell
        ("The mayor came to town. The mayor came to town.", 1),
        ("The mayor came to town. It rained. The mayor came to town.", 1),
        ("The mayor came to town today! The mayor came to town today!", 0),  # a chant
        ("River port opens its fourth berth River port opens its fourth berth", 1),
        ("“The mayor came to town.” “The mayor came to town.”", 1),
    ],
)
def test_repeated_sentences(text: str, count: int) -> None:
    assert len(repeated_sentences(text)) == count
    assert may_say_twice(text) or not count


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("The mayor came to town. It rained all day long.", False),
        ("The mayor came. It rained. The mayor came.", True),
        ("The mayor came to town.\nIt rained.\nThe mayor came to town.", True),
        ("Did the mayor come? It rained! Did the mayor come?", True),
        ("He said: “The mayor came.” The mayor came.", False),  # where a quotation begins no sentence does
        ("“The mayor came.” The mayor came.", True),
        ("River port opens River port opens", True),
        ("", False),
    ],
)
def test_what_may_be_said_twice(text: str, may: bool) -> None:
    assert may_say_twice(text) == may


def test_what_the_source_repeats() -> None:
    assert source_repeats("干好活，干好活，他说。", sentence=False)
    assert not source_repeats("我们将努力工作。", sentence=False)
    assert source_repeats("市长来到城里。下雨了。市长来到城里。", sentence=True)


@pytest.mark.parametrize(
    "text", ["a b " * 25_000, "9" * 100_000, "the plan of " * 8_000, "very " * 20_000, "A long sentence of words. " * 4_000, "😀𠮷 ab " * 14_000]
)
def test_hostile_text_costs_little(text: str) -> None:
    may_loop(text)
    may_say_twice(text)
    assert len(loops(text)) <= 1
    repeated_sentences(text)
