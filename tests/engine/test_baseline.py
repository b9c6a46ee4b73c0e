"""The baseline's file: what is read, what is refused, what is written back."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.engine.baseline import Accepted, Baseline, parse, serialise
from tqa.model import FormatError

PRINT, OTHER = "0123456789abcdef", "fedcba9876543210:2"


def entries() -> st.SearchStrategy[Accepted]:
    words = st.text(max_size=12)
    fingerprint = st.from_regex(r"[0-9a-f]{16}(:[1-9])?", fullmatch=True)
    return st.builds(Accepted, fingerprint, words, words, words, words, words, words, words)


@given(st.lists(entries(), max_size=6))
def test_what_is_written_is_read_again(given: list[Accepted]) -> None:
    baseline = Baseline().adding(given)
    again = parse(serialise(baseline), "b.json")
    assert again.by_fingerprint == baseline.by_fingerprint
    assert serialise(again) == serialise(baseline)


def test_an_entry_is_a_line_and_their_order_is_by_place() -> None:
    written = serialise(Baseline((Accepted(PRINT, "double-space", "b.txt", text="  "), Accepted(OTHER, "doubled-word", "a.txt", reason="a title"))))
    assert written.decode() == (
        '{"schema": 1, "findings": [\n'
        '  {"fingerprint": "fedcba9876543210:2", "rule": "doubled-word", "path": "a.txt", "reason": "a title"},\n'
        '  {"fingerprint": "0123456789abcdef", "rule": "double-space", "path": "b.txt", "text": "  "}\n'
        "]}\n"
    )
    assert serialise(Baseline()) == b'{"schema": 1, "findings": [\n]}\n'


def test_half_characters_and_what_terminals_obey_are_written_as_escapes() -> None:
    entry = Accepted(PRINT, path="\udcff\x1b[31m.txt")
    written = serialise(Baseline((entry,)))
    assert written.isascii()
    assert parse(written, "b.json").entries == (entry,)


def test_the_first_of_two_entries_stands_and_is_filled() -> None:
    """Two branches accept the same finding: a merge keeps both lines."""
    one = f'{{"fingerprint": "{PRINT}", "reason": "mine"}}'
    two = f'{{"fingerprint": "{PRINT}", "reason": "theirs", "author": "Li"}}'
    assert parse(f'{{"schema": 1, "findings": [{one}, {two}]}}'.encode(), "b").entries == (Accepted(PRINT, reason="mine", author="Li"),)


def test_fields_of_a_later_version_are_kept() -> None:
    written = f'{{"schema": 1, "findings": [{{"fingerprint": "{PRINT}", "expires": "2027-01-01"}}]}}'.encode()
    assert b'"expires": "2027-01-01"' in serialise(parse(written, "b"))


def test_without() -> None:
    baseline = Baseline((Accepted(PRINT), Accepted(OTHER)))
    assert baseline.without({PRINT}).entries == (Accepted(OTHER),)
    assert pickle.loads(pickle.dumps(baseline)) == baseline


@pytest.mark.parametrize(
    ("data", "said", "line"),
    [
        (b"\xff\x81", "not UTF-8", 1),
        (b'{"schema": 1,\n "findings": [\n<<<<<<< HEAD\n', "a merge left its marks", 3),
        (b'{"schema": 1, "findings": [', "not JSON", 1),
        (b"[]", "not a baseline", 1),
        (b"null", "not a baseline", 1),
        (b'{"schema": 1}', "not a baseline", 1),
        (b'{"schema": 2, "findings": []}', "schema 2", 1),
        (b'{"findings": []}', "schema None", 1),
        (b'{"schema": 1, "findings": [3]}', "entry 1 must be an object", None),
        (b'{"schema": 1, "findings": [{}]}', "entry 1: '' is no fingerprint", None),
        (b'{"schema": 1, "findings": [{"fingerprint": "0123456789ABCDEF"}]}', "is no fingerprint", None),
        (b'{"schema": 1, "findings": [{"fingerprint": ["x"]}]}', "'fingerprint' must be a string", None),
        (b'{"schema": 1, "findings": [{"fingerprint": "0123456789abcdef", "reason": 1}]}', "'reason' must be a string", None),
        (b"[" * 200_000, "nested too deep", None),
    ],
)
def test_what_is_refused(data: bytes, said: str, line: int | None) -> None:
    with pytest.raises(FormatError, match=said) as refused:
        parse(data, "b.json")
    assert (refused.value.path, refused.value.line) == ("b.json", line)
