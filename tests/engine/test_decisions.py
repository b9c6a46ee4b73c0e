"""Files of decisions: what is read, and that each bad decision is named with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.engine.decisions import ACTIONS, Decision, Decisions, dump_decisions, parse_decisions
from tqa.model import FormatError

ACCEPT = {"id": "1", "action": "accept", "concept": "新质生产力", "value": "new quality productive forces"}


def read(*decisions: Any) -> Decisions:
    return parse_decisions(json.dumps({"schema": 1, "decisions": decisions}).encode(), "d.json")


def test_a_decision_says_all_there_is_to_say() -> None:
    whole = {**ACCEPT, "glossary": "terms/house.tsv", "reason": "as in the law", "author": "wei", "date": "2026-11-27"}
    assert [one._asdict() for one in read(whole).decisions] == [{**whole, "fingerprint": ""}]


@pytest.mark.parametrize(
    "decision",
    [
        {"id": "1", "action": "accept", "fingerprint": "0123456789abcdef"},  # the fix of a finding
        {"id": "1", "action": "edit", "fingerprint": "0123456789abcdef", "value": "x"},
        {"id": "1", "action": "dismiss", "fingerprint": "0123456789abcdef", "reason": "the name of a film"},
        {"id": "1", "action": "reject", "concept": "举办"},
        {"id": "1", "action": "reject", "concept": "举办", "value": "hold"},
        {"id": "1", "action": "prefer", "concept": "北约", "value": "NATO", "fingerprint": "0123456789abcdef"},
        {"id": "1", "action": "forbid", "concept": "北约", "value": "Northern Pact", "date": "2026-11-27T13:26:42.123Z"},
        {**ACCEPT, "reason": None, "glossary": ""},
    ],
)
def test_read(decision: dict[str, Any]) -> None:
    found = read(decision)
    assert not found.problems
    assert found.decisions[0].action == decision["action"]


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("accept", "decision 1: a string, not an object"),
        ({**ACCEPT, "action": "acept"}, "action 'acept' is unknown"),
        ({**ACCEPT, "action": ["accept"]}, "'action' must be a string, not a list"),
        ({**ACCEPT, "id": ""}, "no id"),
        ({**ACCEPT, "id": 7}, "'id' must be a string, not a number"),
        ({**ACCEPT, "concept": ""}, "to accept needs a concept or a fingerprint"),
        ({**ACCEPT, "value": ""}, "to accept a concept needs a value"),
        ({**ACCEPT, "valeu": "x"}, "'valeu' is no field"),
        ({**ACCEPT, "value": "new\tquality"}, "'value' holds line breaks, tabs or blanks around it"),
        ({**ACCEPT, "concept": "新质\n生产力"}, "'concept' holds line breaks"),
        ({**ACCEPT, "date": "27.11.2026"}, "is no date"),
        ({"id": "1", "action": "dismiss", "concept": "北约"}, "to dismiss needs a fingerprint"),
        ({"id": "1", "action": "forbid", "fingerprint": "0123456789abcdef", "value": "x"}, "to forbid needs a concept"),
        ({"id": "1", "action": "edit", "fingerprint": "0123456789abcdef"}, "to edit a fingerprint needs a value"),
        ({"id": "1", "action": "dismiss", "fingerprint": "ab12"}, "'ab12' is no fingerprint (16 hexadecimal digits)"),
    ],
)
def test_a_bad_decision_is_named_and_the_others_are_read(decision: Any, said: str) -> None:
    found = read(decision, {**ACCEPT, "id": "2"})
    (problem,) = found.problems
    assert said in problem.message
    assert [one.id for one in found.decisions] == ["2"]


def test_the_place_is_the_line() -> None:
    text = '{"schema": 1, "note": ["}", "]"],\n"decisions": [\n  {"id": "1",\n   "action": "no"},\n\n  {"id": "2", "action": "no"}\n]}'
    assert [(one.path, one.line) for one in parse_decisions(text.encode(), "d.json").problems] == [("d.json", 3), ("d.json", 6)]


def test_an_id_stands_once() -> None:
    (problem,) = read(ACCEPT, {**ACCEPT, "id": "2"}, ACCEPT).problems
    assert problem.message == "decision 3 (1): the id is that of decision 1 too; give each its own"


def test_a_reason_of_several_lines_becomes_one() -> None:
    assert read({**ACCEPT, "reason": "as in\n  the law\t"}).decisions[0].reason == "as in the law"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[]", "no decisions"),
        ("{}", "no decisions"),
        ('{"decisions": []}', "schema None"),
        ('{"schema": 2, "decisions": []}', "reads schema 1"),
        ('{"schema": 1, "decisions": {}}', "an object, not a list"),
        ('{"schema": 1, "schema": 1, "decisions": []}', "stands twice"),
        ('{"schema": 1, "decisions": [NaN]}', "NaN"),
        ('{"schema": 1, "decisions": ["\\ud800"]}', "half a character"),
        ("[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_file_of_decisions(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said) as raised:
        parse_decisions(text.encode(), "d.json")
    assert raised.value.path == "d.json"


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(FormatError, match="UTF-8"):
        parse_decisions('{"schema": 1, "decisions": []} 北约'.encode("gb18030"), "d.json")


def test_no_decision_is_no_fault() -> None:
    assert parse_decisions(b'\xef\xbb\xbf{"schema": 1, "decisions": []}', "d.json") == Decisions()


DATES = st.dates().map(str)
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)
FINGERPRINTS = st.from_regex(r"[0-9a-f]{16}(:[1-9])?", fullmatch=True)


@given(st.lists(st.builds(Decision, LINES, st.sampled_from(ACTIONS), LINES, FINGERPRINTS, *[LINES] * 4, DATES), max_size=4, unique_by=lambda d: d.id))
def test_what_is_written_is_read_again(decisions: list[Decision]) -> None:
    assert parse_decisions(dump_decisions(decisions).encode(), "d.json") == Decisions(tuple(decisions))
