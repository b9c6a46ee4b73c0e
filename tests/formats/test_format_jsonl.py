"""JSON Lines: what a record may be, what is said of one that cannot be read, and how little a patch changes."""

from __future__ import annotations

import pytest

from tqa.formats.format import MOST_PROBLEMS, FormatOptions, Story
from tqa.formats.jsonl import Jsonl
from tqa.model import Document, Edit, Notice, Problem, Span, Where


def read(text: str, fields: dict[str, str] | None = None, most: int = 20_000_000) -> list[Document | Problem]:
    return list(Jsonl().read(Story("s", "s.jsonl", text), FormatOptions(fields=fields or {}, max_record=most)))


def one(text: str, fields: dict[str, str] | None = None) -> Document:
    [document] = read(text, fields)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("target", "source", "texts", "aligned"),
    [
        ('"a\\nb"', '"甲\\n乙"', ["a", "b"], False),  # strings are aligned by us
        ('["a", "b"]', '["甲", "乙"]', ["a", "b"], True),
        ('["a", "b"]', '["甲"]', ["a", "b"], False),
        ('["a\\nb"]', '["甲"]', ["a\nb"], True),  # a segment may hold line ends
        ('"a\\n\\nb\\n"', "null", ["a", "", "b"], False),
        ('""', '"甲"', [], False),
        ("[]", "[]", [], True),
        ('"a\\u2028b"', "null", ["a\u2028b"], False),
    ],
)
def test_sides(target: str, source: str, texts: list[str], aligned: bool) -> None:
    document = one(f'{{"id": "x", "target": {target}, "source": {source}}}')
    assert [segment.text for segment in document.target] == texts
    assert document.aligned is aligned


def test_a_record_keeps_what_it_says_of_itself() -> None:
    document = one('\n  \n{"id": 7, "target": "a", "title": "T", "meta": {"k": [1]}, "tqa_ignore": ["ignore[a, b \\"x\\"] why"], "extra": 1}')
    assert (document.id, document.title, document.meta) == ("7", "T", {"k": [1]})
    [ignore] = document.ignores
    assert (ignore.names, ignore.match, ignore.reason, ignore.segment, ignore.line) == (("a", "b"), "x", "why", None, 3)
    assert document.target[0].place.locate(0) == (3, None)


def test_ids_where_there_are_none() -> None:
    assert [item.id for item in read('{"target": "a"}\n\n{"target": "b"}\n') if isinstance(item, Document)] == ["s#1", "s#3"]


def test_names_of_fields() -> None:
    assert one('{"text": "a", "zh": "甲", "target": 1}', {"target": "text", "source": "zh"}).source[0].text == "甲"


@pytest.mark.parametrize(
    ("record", "code", "said"),
    [
        ("{", "bad-record", "not JSON"),
        ('{"target": "a"', "bad-record", "not JSON"),
        ("{'target': 'a'}", "bad-record", "not JSON"),
        ('{"target": NaN}', "bad-record", "NaN"),
        ('{"target": "a", "meta": {"n": -Infinity}}', "bad-record", "Infinity"),
        ('{"target": "a", "id": ' + "9" * 5000 + "}", "bad-record", "digits"),
        ('{"target": "a", "meta": {"x": ' + "[" * 100_000 + "]" * 100_000 + "}}", "bad-record", "deep"),
        ('{"target": "\\ud800"}', "lone-surrogate", "half a character"),
        ('{"target": "a", "meta": {"\\uDFFF": 1}}', "lone-surrogate", "half a character"),
        ("[1]", "bad-record", "jq"),
        ("[", "bad-record", "jq"),
        ('"a"', "bad-record", "a string"),
        ("12", "bad-record", "a number"),
        ('{"source": "a"}', "no-target", "--field target=NAME"),
        ('{"target": null}', "no-target", "--field"),
        ('{"target": 5}', "bad-record", "a number"),
        ('{"target": {"a": 1}}', "bad-record", "an object"),
        ('{"target": ["a", null]}', "bad-record", "list"),
        ('{"target": "a", "source": [["a"]]}', "bad-record", "list"),
        ('{"target": "a", "id": true}', "bad-record", "true or false"),
        ('{"target": "a", "id": " "}', "bad-record", "empty"),
        ('{"target": "a", "title": 3}', "bad-record", "title"),
        ('{"target": "a", "meta": []}', "bad-record", "meta"),
        ('{"target": "a", "target": "b"}', "bad-record", "twice"),
        ('{"target": "a", "tqa_ignore": 3}', "bad-record", "tqa_ignore"),
        ('\ufeff{"target": "a"}', "bad-record", "byte order mark"),
        ('{"target": "a\tb"}', "bad-record", "not JSON"),
        ('{"target": "塘江港第四个深水泊位于星期一正式启用", "source": "The port opened its fourth berth."}', "swapped", "other way round"),
    ],
)
def test_one_bad_record_is_one_problem(record: str, code: str, said: str) -> None:
    before, problem, after = read(f'{{"id": "a", "target": "a"}}\n{record}\n{{"id": "b", "target": "b"}}\n')
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line, problem.path) == (code, 2, "s.jsonl")
    assert said in problem.message
    assert "\n" not in problem.message


def test_an_id_stands_for_one_record() -> None:
    first, problem, other = read('{"id": "a", "target": "a"}\n{"id": "a", "target": "b"}\n{"id": "c", "target": "c"}')
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line) == ("duplicate-id", 2)
    assert "line 1" in problem.message
    assert isinstance(first, Document)
    assert isinstance(other, Document)


def test_a_record_has_a_size() -> None:
    problem, fine = read('{"target": "国国国国国国国国国国"}\n{"target": "a"}', most=30)
    assert isinstance(problem, Problem)
    assert problem.code == "too-large"
    assert isinstance(fine, Document)


def test_a_flood_of_bad_records_is_counted() -> None:
    found = read("x\n" * 1000)
    assert len(found) == MOST_PROBLEMS + 1
    assert isinstance(found[-1], Problem)
    assert f"{1000 - MOST_PROBLEMS} more" in found[-1].message


def test_an_ignore_nobody_can_read_is_noticed() -> None:
    notice, document = read('{"target": "a", "tqa_ignore": "ignore calque"}')
    assert isinstance(notice, Notice)
    assert notice.code == "bad-ignore"
    assert isinstance(document, Document)


RECORD = '  { "target" :  ["caf\\u00e9  \\/ x", "\\ud83d\\ude00 b 国"] ,"meta":{"target":["no"]},"n":1.0 }  '


@pytest.mark.parametrize(
    ("segment", "span", "text", "after"),
    [
        (0, Span(4, 6), " ", '  { "target" :  ["caf\\u00e9 \\/ x", "\\ud83d\\ude00 b 国"] ,"meta":{"target":["no"]},"n":1.0 }  '),
        (0, Span(3, 4), "e", '  { "target" :  ["cafe  \\/ x", "\\ud83d\\ude00 b 国"] ,"meta":{"target":["no"]},"n":1.0 }  '),
        (1, Span(0, 2), "", '  { "target" :  ["caf\\u00e9  \\/ x", "b 国"] ,"meta":{"target":["no"]},"n":1.0 }  '),
        (1, Span(4, 5), '"\n', '  { "target" :  ["caf\\u00e9  \\/ x", "\\ud83d\\ude00 b \\"\\n"] ,"meta":{"target":["no"]},"n":1.0 }  '),
        (1, Span(0, 5), "", '  { "target" :  ["caf\\u00e9  \\/ x", ""] ,"meta":{"target":["no"]},"n":1.0 }  '),
    ],
)
def test_a_patch_leaves_every_other_character(segment: int, span: Span, text: str, after: str) -> None:
    lines = ["", '{"target":"other"}', RECORD, "broken", '{"target":"last"}']
    changes = {1: [Edit(Where("target", segment, span), text)]}
    new = Jsonl().write(Story("s", "s.jsonl", "\r\n".join(lines)), FormatOptions(), changes)
    assert new == "\r\n".join([*lines[:2], after, *lines[3:]])


def test_a_line_of_a_string_is_emptied_in_its_place() -> None:
    changes = {0: [Edit(Where("target", 1, Span(0, 1)), "")]}
    assert Jsonl().write(Story("s", "s.jsonl", '{"target": "a\\nx\\nb"}'), FormatOptions(), changes) == '{"target": "a\\n\\nb"}'


def test_a_file_of_escapes_stays_one() -> None:
    changes = {0: [Edit(Where("target", 0, Span(0, 1)), "“")]}
    assert Jsonl().write(Story("s", "s.jsonl", '{"target": "a", "source": "\\u56fd"}'), FormatOptions(), changes).isascii()
