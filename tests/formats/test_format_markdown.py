"""Markdown: what is text, what is masked, what an ignore speaks of, what an emptied block takes along."""

from __future__ import annotations

import pytest

from tqa.formats.format import FormatOptions, Story
from tqa.formats.markdown import Markdown
from tqa.model import Document, Edit, Notice, Problem, Where


def read(text: str) -> list[Document | Problem]:
    return list(Markdown().read(Story("a", "a.md", text), FormatOptions()))


def document(text: str) -> Document:
    [found] = [item for item in read(text) if isinstance(item, Document)]
    return found


def without(text: str, *texts: str) -> str:
    edits = [Edit(Where("target", segment.index, segment.span), "") for segment in document(text).target if segment.text in texts]
    return Markdown().write(Story("a", "a.md", text), FormatOptions(), {0: edits})


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("# Head ##\ntext", ["Head", "text"]),
        ("#no head", ["#no head"]),
        ("C# and F#\n===\ntext", ["C# and F#", "text"]),
        ("Head\n---\ntext", ["Head", "text"]),
        ("---\ntitle: x\n---\ntext", ["text"]),
        ("+++\ntitle = 1\n+++\ntext", ["text"]),
        ("---\ntext", ["text"]),  # no front matter, for nothing closes it
        ("a\n\n***\n\nb", ["a", "b"]),
        ("- one\n- two\n  goes on\n* [x] three", ["one", "two goes on", "three"]),
        ("1. one\n2. two\n10) ten", ["one", "two", "ten"]),
        ("The plan of\n2018. It failed.", ["The plan of 2018. It failed."]),  # a year, not an item
        ("- - deep", ["deep"]),
        ("> one\n> two\n\n> > three", ["one two", "three"]),
        ("```\ncode\n```\ntext", ["text"]),
        ("~~~ python\n```\n~~~~\ntext", ["text"]),
        ("> ```\n> code\n> ```\n> text", ["text"]),
        ("```\nnever closed", ["``` never closed"]),  # not passed over in silence
        ("    indented text", ["indented text"]),
        ("| A | B |\n|---|:-:|\n| c \\| d | |\n\ntext", ["A", "B", "c \\| d", "text"]),
        ("a | b\nc", ["a | b c"]),
        ("<div>\n\ntext\n\n</div>", ["text"]),
        ("<script>\nx\n</script>\ntext", ["text"]),
        ("<script>\nx", ["<script> x"]),
        ("<!-- a\nb -->\ntext", ["text"]),
        ("<!-- never closed\ntext", ["<!-- never closed text"]),
        ("<!-- a --> text", ["<!-- a --> text"]),
        ("[ref]: http://x.y\n\n[^1]: a note", ["a note"]),
        ("一行\n又一行", ["一行又一行"]),
        ("", []),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert [segment.text for segment in document(text).target] == blocks


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("see `a  b` and ``c ` d``", ["`a  b`", "``c ` d``"]),
        ("an open ` tick", []),
        ('the [page](http://x.y/a_(b) "t") here', ['(http://x.y/a_(b) "t")']),
        ("![old](a  b.png)[x][y][^2]", ["(a  b.png)", "[y][^2]"]),
        ("at https://x.y/a?b=c, or www.x.y.", ["https://x.y/a?b=c", "www.x.y"]),
        ("网址https://x.y/a，见", ["https://x.y/a"]),
        ("(https://x.y/a_(b))", ["https://x.y/a_(b)"]),
        ("mail a.b@c.org. @handle 5@6", ["a.b@c.org"]),
        ("<b>bold</b> if 3 < 4 and 5 > 4", ["<b>", "</b>"]),
        ("{name} ${x} {{y}} {0} %s %1$d %(n)s 50%d 100% sure {a b}", ["{name}", "${x}", "{{y}}", "{0}", "%s", "%1$d", "%(n)s"]),
        ("a <!-- note --> b", ["<!-- note -->"]),
        ("press <kbd>Ctrl  C</kbd> or <code>a  b</code>.", ["<kbd>Ctrl  C</kbd>", "<code>a  b</code>"]),
        ("at https://x.y/wiki/中国（地区）/z, 见https://x.y/a，的", ["https://x.y/wiki/中国（地区）/z", "https://x.y/a"]),
        ("    x = f(1 ,2)", ["x = f(1 ,2)"]),  # code by its indent
        ("\tpip install tqa", ["pip install tqa"]),
        ("    The port grew fast ,he said.", []),  # a paragraph, as a paper indents it
        ("[^1]: Source: the daily  paper", ["S"]),  # a mark in the text points here: it is never emptied
    ],
)
def test_masked(text: str, masked: list[str]) -> None:
    [segment] = document(text).target
    assert [span.of(segment.text) for span in segment.protected] == masked


def test_text_behind_a_list_item_goes_on_in_it() -> None:
    assert [segment.protected for segment in document("- one\n\n    two  words\n\n        three").target] == [(), (), ()]
    assert document("one\n    two  words").target[0].protected == ()


def test_places() -> None:
    segments = document("> # Head\n> one\n> two\n\n| a | bc |\n|--|--|\n- [ ] item").target
    places = [(segment.text, segment.place.locate(0)) for segment in segments]
    assert places == [("Head", (1, 5)), ("one two", (2, 3)), ("a", (5, 3)), ("bc", (5, 7)), ("item", (7, 7))]
    assert segments[1].place.locate(4) == (3, 3)


def test_markers_are_known() -> None:
    text = "# Title\n\none\n\n## Two ##\n- a\n  - b\n1. c\n> * d\n\nSet\n===\n\nSub\n---\n\n[^1]: note\n\n| a |\n|--|\n"
    assert [(segment.text, segment.place.mark) for segment in document(text).target] == [
        ("Title", "#"),
        ("one", ""),
        ("Two", "##"),
        ("a", "-"),
        ("b", "-"),
        ("c", "1."),
        ("d", "*"),
        ("Set", "#"),
        ("Sub", "##"),
        ("note", ""),
        ("a", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- tqa: ignore[calque] why -->\none\n\ntwo", [(("calque",), "", 0, "why", 1)]),
        ("one\n<!-- tqa: ignore[calque] -->\n\ntwo", [(("calque",), "", 1, "", 2)]),
        ('one\ntwo <!-- tqa: ignore[a, b "It’s"] x -->\n\nthree', [(("a", "b"), "It’s", 0, "x", 2)]),
        ("one\n\n<!-- tqa:ignore-file[style]\nlong reason -->", [(("style",), "", None, "long reason", 3)]),
        ("one\n<!-- tqa: ignore[a] -->", [(("a",), "", 0, "", 2)]),  # nothing follows: the last block
        ("one <!-- a remark --> two", []),
    ],
)
def test_ignores(text: str, expected: list[object]) -> None:
    found = [(note.names, note.match, note.segment, note.reason, note.line) for note in document(text).ignores]
    assert found == expected


def test_an_ignore_nobody_can_read_is_noticed() -> None:
    notices = [item for item in read("one\n\n<!-- tqa: ignroe[a] -->\n\ntwo") if isinstance(item, Notice)]
    assert [(notice.code, notice.line) for notice in notices] == [("bad-ignore", 3)]


@pytest.mark.parametrize(
    ("text", "emptied", "after"),
    [
        ("# x\n\na\n", ["x"], "a\n"),
        ("a\n\nx\n===\n\nb\n", ["x"], "a\n\nb\n"),
        ("a\n\nx\ny\n\nb\n", ["x y"], "a\n\nb\n"),
        ("- a\n- x\n- b\n", ["x"], "- a\n- b\n"),
        ("| A | x |\n|---|---|\n| c | d |\n", ["x"], "| A |  |\n|---|---|\n| c | d |\n"),
        ("> x\n\na\n", ["x"], "a\n"),
    ],
)
def test_an_emptied_block_takes_its_lines(text: str, emptied: list[str], after: str) -> None:
    assert without(text, *emptied) == after


@pytest.mark.parametrize("line", ["```a", "<!-- a", "<script>", "](", "`" * 3 + "x `", "> " * 50, "[" * 50, "- " * 50, "| a", "&lt;<a", "a@" * 20])
def test_hostile_text_is_read_whole(line: str) -> None:
    text = "\n".join([line] * 2000)
    assert all(isinstance(item, Document | Notice) for item in read(text))
