"""Rows say where a segment stands, for programs that count in other units; for an ordinary line they say nothing more."""

from __future__ import annotations

from tqa.engine.rows import to_rows
from tqa.formats import format_of
from tqa.formats.format import FormatOptions, Story
from tqa.model import Document, Finding, Related, RelatedRow, Row, Severity, Side, Span, Where
from tqa.registry import own_rules


def row_of(document: Document, place: Where, *related: Where) -> Row:
    finding = Finding("double-space", document.id, place, "x", Severity.WARNING, related=tuple(map(Related, related)))
    (made,) = to_rows([(finding, "0")], document, {"double-space": own_rules()["double-space"]()})
    return made


def read(path: str, target: str, source: str | None = None) -> Document:
    form = format_of(path)
    assert form is not None
    story = Story(id="a", path=path, target=target, source=source, source_path="a.zh.txt" if source else "")
    (document,) = form.read(story, FormatOptions())
    assert isinstance(document, Document)
    return document


def where(document: Document, match: str, side: Side = "target") -> Where:
    (found,) = [
        Where(side, segment.index, Span(segment.text.index(match), segment.text.index(match) + len(match)))
        for segment in document.side(side)
        if match in segment.text
    ]
    return found


def test_an_ordinary_line_needs_no_runs() -> None:
    document = read("a.en.txt", "One line.\n😀 two lines.\n")
    assert "runs" not in row_of(document, where(document, "two"))


def test_a_cell_says_what_stands_before_it() -> None:
    document = read("a.tsv", "source\ttarget\n𠮷野\tA word.\n")
    # Three code points and the tab: one character takes two UTF-16 units; four and three bytes.
    assert row_of(document, where(document, "word"))["runs"] == [(0, 2, 4, (1, 5))]


def test_a_table_in_markdown_too() -> None:
    document = read("a.md", "| 😀 | A word. |\n|---|---|\n| x | 国 y |\n")
    assert row_of(document, where(document, "word"))["runs"] == [(0, 1, 7, (1, 3))]
    assert row_of(document, where(document, "y"))["runs"] == [(0, 3, 7, (0, 0))]


def test_many_cells_are_read_in_linear_time() -> None:
    document = read("a.md", "|😀" * 50_000 + "|\n|" + "---|" * 50_000 + "\n")
    assert len(document.target) == 50_000
    assert document.target[-1].place.runs[0].wider == (49_999, 149_997)


def related_of(target: str, source: str, match: str) -> RelatedRow:
    document = read("a.en.txt", target, source)
    (related,) = row_of(document, where(document, "word"), where(document, match, "source"))["related"]
    return related


def test_a_related_place_tells_utf16_only_where_it_differs() -> None:
    plain = related_of("A word.\n", "这是一个词。\n", "词")
    assert "utf16_column" not in plain
    wide = related_of("A word.\n", "😀这是一个𠮷词。\n", "𠮷词")
    assert (wide["column"], wide["utf16_column"], wide["end_column"], wide["utf16_end_column"]) == (6, 7, 8, 10)
