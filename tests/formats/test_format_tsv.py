"""TSV: headers, documents of several rows, cells that are patched."""

from __future__ import annotations

import pytest

from tqa.formats.format import FormatOptions, Story
from tqa.formats.tsv import Tsv, is_glossary_header
from tqa.model import Document, Edit, Notice, Problem, Span, Where


def read(text: str, fields: dict[str, str] | None = None) -> list[Document | Problem]:
    return list(Tsv().read(Story("s", "s.tsv", text), FormatOptions(fields=fields or {})))


def documents(text: str, fields: dict[str, str] | None = None) -> list[Document]:
    return [item for item in read(text, fields) if isinstance(item, Document)]


def test_without_header_there_are_two_columns() -> None:
    [document] = documents("甲\ta\n乙\tb\n")
    assert document.id == "s"
    assert document.aligned
    assert [(source.text, target.text) for source, target in zip(document.source, document.target, strict=True)] == [("甲", "a"), ("乙", "b")]
    assert document.target[1].place.locate(0) == (2, 3)


def test_rows_of_one_id_are_a_document() -> None:
    found = documents("Target\tid\tsource\nа1\tx\t甲\nb1\ty\t乙\n\na2\tx\t丙\n")
    assert [(document.id, [segment.text for segment in document.target]) for document in found] == [("x", ["а1", "a2"]), ("y", ["b1"])]
    assert found[0].target[1].place.locate(0) == (5, 1)


def test_a_header_may_name_the_target_alone() -> None:
    [document] = documents("target\na\nb\n")
    assert not document.aligned
    assert document.source == ()


def test_quotes_are_data() -> None:
    [document] = documents('source\ttarget\n"甲\t"a\n乙\tb"\n')
    assert [segment.text for segment in document.target] == ['"a', 'b"']


def test_names_of_columns() -> None:
    assert documents("zh\ten\n甲\ta\n", {"target": "en", "source": "zh"})[0].target[0].text == "a"


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a\tb\nc\n", 2, "bad-row"),
        ("a\tb\tc\n", 1, "bad-row"),
        ("target\tsource\na\tb\tc\n", 2, "bad-row"),
        ("target\tid\na\t \n", 2, "bad-row"),
        ("source\ttarget\tforbidden\n甲\ta\tb\n", 1, "not-an-article"),
        ("target\tsource\ttarget\na\t甲\tb\n", 1, "bad-header"),
    ],
)
def test_rows_that_cannot_be_read(text: str, line: int, code: str) -> None:
    [problem] = [item for item in read(text) if isinstance(item, Problem)]
    assert (problem.line, problem.code) == (line, code)


def test_glossaries_are_known_by_their_columns() -> None:
    assert is_glossary_header("# a comment\nsource\ttarget\tStrength\n")
    assert not is_glossary_header("id\tsource\ttarget\tnote\n")
    assert not is_glossary_header("")


def test_ignores_stand_in_a_column_of_their_own() -> None:
    notice, document = read("target\ttqa_ignore\na\tignore[calque] quoted\nb\tignore-file[style]\nc\tnonsense\n")
    assert isinstance(notice, Notice)
    assert isinstance(document, Document)
    assert [(ignore.names, ignore.segment) for ignore in document.ignores] == [(("calque",), 0), (("style",), None)]


def test_a_cell_is_emptied_or_patched_in_its_place() -> None:
    text = "id\tsource\ttarget\r\nx\t甲\tone  two\r\ny\t乙\tthree\r\nx\t丙\tfour"
    changes = {0: [Edit(Where("target", 0, Span(3, 5)), " "), Edit(Where("target", 1, Span(0, 4)), "")]}
    assert Tsv().write(Story("s", "s.tsv", text), FormatOptions(), changes) == "id\tsource\ttarget\r\nx\t甲\tone two\r\ny\t乙\tthree\r\nx\t丙\t"
