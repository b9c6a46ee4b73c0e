"""A finding is known again after its lines moved, and no other is taken for it."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.engine.fingerprints import fingerprints
from tqa.model import Document, Finding, Place, Run, Segment, Severity, Span, Where
from tqa.text.regex import regex

_FAULT = regex(r"fault|slip")


def document(texts: list[str], id_: str = "a", path: str = "a.txt", title: str = "") -> Document:
    segments = [Segment("target", index, text, Place(path, (Run(0, index + 1, 1),))) for index, text in enumerate(texts)]
    return Document(id_, path, tuple(segments), title=title)


def prints(found: Document) -> list[str]:
    """The fingerprint of each "fault" and each "slip" in the text."""
    findings = [
        Finding(match.group(), found.id, Where("target", segment.index, Span(*match.span())), "x", Severity.ERROR)
        for segment in found.target
        for match in _FAULT.finditer(segment.text)
    ]
    return fingerprints(findings, found, found.path)


WORDS = st.sampled_from(["fault", "slip", "the", "of", "a", "plan", "city", "江", "😀"])
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=12), max_size=6)


@given(PARAGRAPHS, PARAGRAPHS, st.integers(0, 99))
def test_moved_paragraphs_new_ones_and_other_white_space(old: list[list[str]], new: list[list[str]], seed: int) -> None:
    before = Counter(prints(document([" ".join(words) for words in old])))
    random = Random(seed)
    spaced = ["".join(word + random.choice([" ", "  ", "\t", " \u3000"]) for word in words) for words in old]
    random.shuffle(spaced)
    after = Counter(prints(document([" ".join(words) for words in new] + spaced)))
    assert before <= after, "every old one is known again"
    assert max(after.values(), default=1) == 1, "each has its own"
    assert (after - before).total() == sum(word in ("fault", "slip") for words in new for word in words), "and no new one is taken for an old one"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("far, counterrevolutionary electroencephalographer incomprehensibilities fault then ends here", True),  # words longer than most
        ("one counterrevolutionary electroencephalographer incomprehensibilities fault then ends here", True),  # the fourth is not asked
        ("far, contrarevolutionary electroencephalographer incomprehensibilities fault then ends here", False),
        ("far, counterrevolutionary electroencephalographer incomprehensibilities fault — then (ends) here. And", True),
        ("far, counterrevolutionary electroencephalographer incomprehensibilities fault then ends there", False),
    ],
)
def test_three_words_on_each_side_are_asked(text: str, same: bool) -> None:
    known = prints(document(["far, counterrevolutionary electroencephalographer incomprehensibilities fault then ends here"]))
    assert (prints(document([text])) == known) is same


@pytest.mark.parametrize(
    ("id_", "path", "same"),
    [
        ("a", "a.txt", True),
        ("stories/a", "stories/a.en.txt", True),
        ("a~2", "a.txt", True),
        ("a#1", "a.jsonl", True),  # a record without an id, and one was put before it
        ("news-1", "a.jsonl", False),
        ("a-1", "a.jsonl", False),
    ],
)
def test_what_of_the_id_counts(id_: str, path: str, same: bool) -> None:
    other = {"a#1": "a#7", "a~2": "a~3", "stories/a": "stories/a"}.get(id_, "other" if not same else id_)
    assert (prints(document(["a fault"], id_, path)) == prints(document(["a fault"], other, path))) is same


def test_records_without_an_id_are_told_apart() -> None:
    one, two = (document(["a fault", f"{text}  and more"], f"a#{number}", "a.jsonl") for number, text in enumerate(["the long one", "a longer one"]))
    assert prints(one) != prints(two)
    assert prints(document(["x", "and a fault"], "a#1", "a.jsonl", "t")) != prints(document(["x", "and a fault"], "a#1", "a.jsonl", "u"))


def test_an_empty_document_has_none() -> None:
    assert fingerprints([], document([]), "a.txt") == []
