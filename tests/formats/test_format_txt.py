"""Plain text: lines, wrapped paragraphs, and what goes with an emptied line."""

from __future__ import annotations

import pytest

from tqa.formats.format import FormatOptions, Story
from tqa.formats.txt import Txt
from tqa.model import Document, Edit, Problem, Segment, Span, Where

WRAPPED = """Tangjiang port opens new berth

The port of Tangjiang opened its fourth deep-water berth on Monday, and
officials said that the new terminal would handle two million containers
a year once the cranes have been installed and tested by engineers.

Shippers welcomed the berth. "We used to wait for two days outside the
harbour," said a captain who has sailed the river since the year 2001,
"and now we go straight in."
"""
HEADLINES = """Tangjiang port opens its fourth deep-water berth on the river
Grain fair draws three hundred and twelve firms from abroad
Chip park begins production after a trial run of ten months
Ministry says plan for shore power will be ready by spring
Yanhu trains engineers together with six universities
Photo exhibition on the old town walls runs until Sunday
"""
WRAPPED_HAN = """塘江港第四个深水泊位于星期一正式启用，有关负责人表示，新码头
在起重机安装调试完成之后，每年可以处理两百万个标准集装箱，将
大大缩短船舶等待的时间，对整个流域的航运业来说都是一个好消息
也有利于降低沿江企业的物流成本，提高各地港口之间的协作水平。
记者在现场看到，第一艘货轮已经靠泊，工人们正在忙碌地卸货，现
场一片繁忙。
"""


def segments(text: str, unit: str = "auto") -> tuple[Segment, ...]:
    [document] = Txt().read(Story("a", "a.txt", text), FormatOptions(unit))
    assert isinstance(document, Document)
    return document.target


def without(text: str, *indices: int, unit: str = "auto") -> str:
    """The text after those segments are emptied."""
    own = segments(text, unit)
    edits = [Edit(Where("target", index, own[index].span), "") for index in indices]
    return Txt().write(Story("a", "a.txt", text), FormatOptions(unit), {0: edits})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n", [""]),
        ("a\n\nb\n", ["a", "", "b"]),
        ("a\r\nb\rc\n", ["a", "b", "c"]),
        ("a\u2028b\x0bc\x85d", ["a\u2028b\x0bc\x85d"]),  # no line ends, though str.splitlines() thinks so
        ("no final line end", ["no final line end"]),
        ("\n\n", ["", ""]),
    ],
)
def test_a_line_is_a_segment(text: str, expected: list[str]) -> None:
    assert [segment.text for segment in segments(text)] == expected
    assert [segment.place.locate(0) for segment in segments(text)] == [(line, 1) for line in range(1, len(expected) + 1)]


def test_columns_are_code_points() -> None:
    text = "first\r\n𠮷野家 said 国务院 met 😀 State Council"
    segment = segments(text)[1]
    assert segment.place.locate(segment.text.index("State")) == (2, 20)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (WRAPPED, 5),  # headline, blank, paragraph, blank, paragraph
        (WRAPPED.replace("\n", "\r\n"), 5),
        (HEADLINES, 6),  # lines of one length, but each begins anew
        (WRAPPED_HAN, 1),
        ("Tangjiang Daily\nTangjiang Daily\nJune 3\nShare\nPrint\nClose\n", 6),
    ],
)
def test_wrapped_lines_are_joined(text: str, count: int) -> None:
    assert len(segments(text)) == count


def test_joined_text_reads_on_and_keeps_its_places() -> None:
    paragraph = segments(WRAPPED)[2]
    assert "Monday, and officials said" in paragraph.text
    assert paragraph.place.locate(paragraph.text.index("officials")) == (4, 1)
    assert paragraph.place.locate(paragraph.text.index("installed")) == (5, WRAPPED.split("\n")[4].index("installed") + 1)
    assert " " not in segments(WRAPPED_HAN)[0].text


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("a well-\nknown man", "a well-known man"),
        ("a man \n  of parts", "a man of parts"),
        ("他说：\n“好”", "他说：“好”"),
        ("国务院\nState Council", "国务院 State Council"),
    ],
)
def test_how_lines_join(text: str, joined: str) -> None:
    assert [segment.text for segment in segments(text, "paragraph")] == [joined]


def test_an_edit_over_a_joint_takes_the_line_end() -> None:
    text = "one\r\n  two three\r\n"
    edit = Edit(Where("target", 0, Span(2, 5)), "-")
    assert Txt().write(Story("a", "a.txt", text), FormatOptions("paragraph"), {0: [edit]}) == "on-wo three\r\n"


@pytest.mark.parametrize(
    ("text", "emptied", "after"),
    [
        ("a\nx\nb\n", [1], "a\nb\n"),
        ("a\n\nx\n\nb\n", [2], "a\n\nb\n"),
        ("a\n\nx\nb\n", [2], "a\n\nb\n"),
        ("a\r\n\r\nx\r\n\r\nb\r\n", [2], "a\r\n\r\nb\r\n"),
        ("x\n\na\n", [0], "a\n"),
        ("a\n\nx\n", [2], "a\n"),
        ("a\n\nx", [2], "a\n"),
        ("a\n\nx\n\ny\n\nb\n", [2, 4], "a\n\nb\n"),
        ("a\n\n\nx\n\nb\n", [3], "a\n\n\nb\n"),  # the wider gap was the author's
        ("\na\n\nx\n\nb\n", [3], "\na\n\nb\n"),  # the blank line at the top has nothing to do with it
        ("x\n", [0], ""),
        ("x\n\ny\n", [0, 2], ""),
    ],
)
def test_an_emptied_line_goes_with_the_surplus_blank_line(text: str, emptied: list[int], after: str) -> None:
    assert without(text, *emptied) == after


def test_a_line_left_with_blanks_goes_too() -> None:
    text = "a\n  x  \nb\n"
    assert Txt().write(Story("a", "a.txt", text), FormatOptions(), {0: [Edit(Where("target", 1, Span(2, 3)), "")]}) == "a\nb\n"


def test_an_emptied_paragraph_takes_all_its_lines() -> None:
    assert without("a\n\nx\ny\n\nb\n", 2, unit="paragraph") == "a\n\nb\n"


def test_a_new_line_end_is_the_files_own() -> None:
    text = "ab\r\nc\r\n"
    assert Txt().write(Story("a", "a.txt", text), FormatOptions(), {0: [Edit(Where("target", 0, Span(1, 1)), "\n")]}) == "a\r\nb\r\nc\r\n"


def test_swapped_sides_are_refused() -> None:
    english, chinese = "The port of Tangjiang opened its fourth berth on Monday.\n", "塘江港第四个深水泊位于星期一正式启用。\n"
    [swapped] = Txt().read(Story("a", "a.txt", chinese, "b.txt", english), FormatOptions())
    assert isinstance(swapped, Problem)
    assert swapped.code == "swapped"
    for source, target in ((chinese, english), (chinese, chinese), (english, english), ("iPhone\n", "苹果\n"), (english, ""), ("", chinese)):
        [document] = Txt().read(Story("a", "a.txt", target, "b.txt", source), FormatOptions())
        assert isinstance(document, Document), (source, target)
