"""What holds for every format: places are exact, and an edit changes nothing but its place."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.formats import ENDINGS, format_of
from tqa.formats.format import Format, FormatOptions, Story
from tqa.model import Document, Edit, Problem, Segment, Span, Where
from tqa.text.positions import line_and_column, line_starts

LAWFUL = settings(derandomize=True, max_examples=250, deadline=None)
_INK = ["a", "The plan", "国务院", "𠮷", "😀", "é", ".", "。", "“", '"', "\\"]
_BLANKS = [" ", "  ", "\t", "\u2028", "\x85", "\x0b", "\n", "\n\n", "\r\n", "\r"]
_MARKS = ["# ", "> ", "- ", "1. ", "```", "---", "|", "|-|", "`", "<!--", "-->", "<b>", "[x](y)", "http://a.b/c", "**", "===", "tqa: ignore[a]"]
PIECES = st.sampled_from(_INK + _BLANKS + _MARKS)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def read(format_: Format, text: str, unit: str = "auto") -> list[Document]:
    found = list(format_.read(Story("x", f"x.{format_.name}", text), FormatOptions(unit)))
    return [document for document in found if isinstance(document, Document)]


def offset_of(segment: Segment, offset: int, text: str) -> int:
    line, column = segment.place.locate(offset)
    assert column is not None
    return line_starts(text)[line - 1] + column - 1


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("unit", ["auto", "paragraph", "line"])
@LAWFUL
@given(text=TEXTS)
def test_each_character_stands_where_its_place_says(ending: str, unit: str, text: str) -> None:
    format_ = format_for(ending)
    for document in read(format_, text, unit):
        for segment in document.target:
            runs = [run.offset for run in segment.place.runs]
            for offset, character in enumerate(segment.text):
                joint = character == " " and offset + 1 in runs
                at = offset_of(segment, offset, text)
                # A space that joins two lines stands at the end of the first.
                assert joint or text[at] == character
                assert line_and_column(line_starts(text), at) == segment.place.locate(offset)


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("unit", ["auto", "paragraph"])
@LAWFUL
@given(text=TEXTS, data=st.data())
def test_an_edit_changes_its_characters_only(ending: str, unit: str, text: str, data: st.DataObject) -> None:
    format_ = format_for(ending)
    documents = read(format_, text, unit)
    segments = [segment for document in documents for segment in document.target if segment.text]
    if not segments:
        return
    segment = data.draw(st.sampled_from(segments))
    start = data.draw(st.integers(0, len(segment.text) - 1))
    end = data.draw(st.integers(start, len(segment.text)))
    first, last = offset_of(segment, start, text), offset_of(segment, max(end - 1, start), text)
    new = write(format_, text, [Edit(Where("target", segment.index, Span(start, end)), "Z")], unit)
    kept = len(text) - last - 1 if end > start else len(text) - first
    assert new.startswith(text[:first] + "Z")
    # The space that joins two lines may take their line end and indent with it.
    assert text.endswith(new[first + 1 :])
    assert len(new) - first - 1 <= kept


def write(format_: Format, text: str, edits: Sequence[Edit], unit: str = "auto", ordinal: int = 0) -> str:
    return format_.write(Story("x", f"x.{format_.name}", text), FormatOptions(unit), {ordinal: edits} if edits else {})


def format_for(ending: str) -> Format:
    found = format_of(f"a{ending}")
    assert found is not None
    return found


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@LAWFUL
@given(text=TEXTS)
def test_without_edits_the_text_stays(ending: str, text: str) -> None:
    assert write(format_for(ending), text, []) == text


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@LAWFUL
@given(text=TEXTS)
def test_nothing_makes_a_reader_raise(ending: str, text: str) -> None:
    story = Story("x", f"x{ending}", text, "x.zh" + ending, text, "x.ref" + ending, text)
    assert all(isinstance(item, Document | Problem) for item in format_for(ending).read(story, FormatOptions()))


@LAWFUL
@given(cells=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), end=st.sampled_from(["\n", "\r\n", "\r"]), data=st.data())
def test_a_cell_is_patched_alone(cells: list[tuple[str, str]], end: str, data: st.DataObject) -> None:
    rows = [[" ".join(cell.replace("\t", " ").split("\n")).replace("\r", " ") for cell in row] for row in cells]
    text = end.join(["source\ttarget", *("\t".join(row) for row in rows), ""])
    tsv = format_for(".tsv")
    documents = read(tsv, text)
    segments = [segment for document in documents for segment in document.target]
    for segment in segments:
        line, column = segment.place.locate(0)
        assert column is not None
        start = line_starts(text)[line - 1] + column - 1
        assert text[start : start + len(segment.text)] == segment.text
    if segments:
        segment = data.draw(st.sampled_from(segments))
        start = offset_of(segment, 0, text)
        new = write(tsv, text, [Edit(Where("target", segment.index, segment.span), "Z\tZ")])
        assert new == text[:start] + "Z Z" + text[start + len(segment.text) :]


@LAWFUL
@given(
    sides=st.lists(st.one_of(TEXTS, st.lists(TEXTS, max_size=4)), min_size=1, max_size=4),
    ascii_only=st.booleans(),
    spaced=st.booleans(),
    data=st.data(),
)
def test_a_record_is_patched_alone(sides: list[str | list[str]], ascii_only: bool, spaced: bool, data: st.DataObject) -> None:
    separators = (" , ", " : ") if spaced else (",", ":")
    lines = [
        json.dumps({"meta": {"target": "decoy"}, "target": side, "id": number}, ensure_ascii=ascii_only, separators=separators)
        for number, side in enumerate(sides)
    ]
    text = "\n".join(lines)
    jsonl = format_for(".jsonl")
    documents = read(jsonl, text)
    assert len(documents) == len(sides)
    candidates = [(number, segment) for number, document in enumerate(documents) for segment in document.target]
    if not candidates:
        return
    number, segment = data.draw(st.sampled_from(candidates))
    new = write(jsonl, text, [Edit(Where("target", segment.index, segment.span), 'Z"\\\n国')], ordinal=number)
    after = read(jsonl, new)
    assert [line for other, line in enumerate(new.split("\n")) if other != number] == [line for other, line in enumerate(lines) if other != number]
    changed = json.loads(new.split("\n")[number])
    assert changed["meta"] == {"target": "decoy"}
    if isinstance(sides[number], list):
        assert [one.text for one in after[number].target] == [
            'Z"\\\n国' if one.index == segment.index else one.text for one in documents[number].target
        ]
    else:
        assert 'Z"\\\n国' in changed["target"]
    # A file of escapes stays one.
    assert not (ascii_only and text.isascii() and "\\u" in lines[number]) or new.isascii()
