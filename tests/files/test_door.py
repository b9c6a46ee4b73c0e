"""The door: only text comes in, and what is refused is refused in one line that says how to mend it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.files import ReadOptions, StoryPaths, documents, load, load_stdin, read_text, stories
from tqa.files.door import read_decoded
from tqa.formats import ENDINGS
from tqa.formats.format import Story
from tqa.model import ConfigError, Document, FormatError, Notice, Problem
from tqa.text.decoding import decode, likely_encoding

CHINESE = "塘江港第四个深水泊位于星期一正式启用，有关负责人表示新码头每年可以处理两百万个标准集装箱。\n" * 3
TRADITIONAL = "塘江港第四個深水泊位於星期一正式啟用，有關負責人表示新碼頭每年可以處理兩百萬個標準集裝箱。\n" * 3
ENGLISH = "The governor’s plan — “a café on every corner” — costs £5 million.\n" * 3


def put(folder: Path, data: bytes, name: str = "a.txt") -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_decide(tmp_path: Path, encoding: str) -> None:
    text = "𠮷野家\r\n😀"
    assert read_text(put(tmp_path, text.encode(encoding))) == text
    # Whatever was asked for: a mark is sure, a wish is not.
    if encoding != "utf-8":
        assert read_text(put(tmp_path, text.encode(encoding)), "gb18030") == text


def test_big_endian_is_read_too(tmp_path: Path) -> None:
    assert read_text(put(tmp_path, b"\xfe\xff" + "国".encode("utf-16-be"))) == "国"


@pytest.mark.parametrize(("encoding", "text"), [("gb18030", CHINESE), ("big5", TRADITIONAL), ("cp1252", ENGLISH), ("utf-16-le", CHINESE)])
def test_an_encoding_asked_for(tmp_path: Path, encoding: str, text: str) -> None:
    assert read_text(put(tmp_path, text.encode(encoding)), encoding) == text


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (CHINESE.encode("gb18030"), 1, ["byte 0xCC", "gb18030", "--encoding gb18030"]),
        (b"News\n" + CHINESE.encode("gbk"), 2, ["offset 5", "--encoding gb18030"]),
        (TRADITIONAL.encode("big5"), 1, ["--encoding big5"]),
        (ENGLISH.encode("cp1252"), 1, ["--encoding cp1252"]),
        (CHINESE.encode("utf-16-le"), 1, ["--encoding utf-16-le"]),
        (ENGLISH.encode("utf-16-be"), 1, ["--encoding utf-16-be"]),
        (CHINESE.encode("utf-8")[:-3] + b"\n", 3, ["damaged UTF-8"]),
        (b"a\nb\nsurrogate \xed\xa0\x80", 3, ["0xED"]),
        (b"overlong \xc0\xaf", 1, ["0xC0"]),
        (b"a\r\nb\x00c", 2, ["NUL"]),
        (b"\xff\xfea", 1, ["UTF-16"]),
        ("a".encode("utf-32"), None, ["UTF-32"]),
    ],
)
def test_anything_else_is_refused_in_one_line(tmp_path: Path, data: bytes, line: int | None, says: list[str]) -> None:
    with pytest.raises(FormatError) as refused:
        read_text(put(tmp_path, data))
    message = str(refused.value)
    assert all(word in message for word in says), message
    assert "\n" not in message
    assert (refused.value.line, refused.value.path) == (line, str(tmp_path / "a.txt"))


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp1252", "ascii"])
def test_an_encoding_asked_for_is_for_files_that_are_not_unicode(tmp_path: Path, encoding: str) -> None:
    assert read_text(put(tmp_path, CHINESE.encode()), encoding) == CHINESE
    assert read_decoded(put(tmp_path, CHINESE.encode()), encoding).encoding == "utf-8", "so it is written back as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-7", "hz", "iso2022_jp", "utf-16-le"])
def test_an_encoding_that_looks_like_plain_letters_is_believed(tmp_path: Path, encoding: str) -> None:
    assert read_text(put(tmp_path, "中".encode(encoding)), encoding) == "中"


def test_a_wrong_wish_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="not ascii"):
        read_text(put(tmp_path, CHINESE.encode("gb18030")), "ascii")
    for name in ("klingon", "rot13", "zip", "unicode_escape", "idna", "hex", "zlib", "../x", "a\0b"):
        with pytest.raises(ConfigError, match="unknown encoding"):
            read_text(put(tmp_path, b"a"), name)


def test_surrogates_do_not_come_in_by_another_encoding() -> None:
    with pytest.raises(ValueError, match="half a character"):
        decode(b"+2AA-", "utf-7")


def test_a_guess_may_be_none() -> None:
    assert likely_encoding(b"\xff\x81 ") is None
    # Few of its second bytes are high, and yet it is no Western text.
    assert likely_encoding("會議召開。".encode("big5") * 3) == "big5"


def test_irregular_files_are_refused(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.txt"
    os.mkfifo(fifo)
    with socket.socket(socket.AF_UNIX) as server:
        # A path of a socket has a length; the temporary folder's may be too long.
        os.chdir(tmp_path)
        server.bind("socket.txt")
        for path, said in ((str(fifo), "a pipe"), ("socket.txt", "a socket"), ("/dev/null", "a device"), (str(tmp_path), "a folder")):
            with pytest.raises(FormatError, match=said):
                read_text(path)
    for path, said in ((str(tmp_path / "none.txt"), "no such file"), ("a\0b", "NUL")):
        with pytest.raises(FormatError, match=said):
            read_text(path)


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    put(tmp_path, b"text")
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    assert read_text(str(tmp_path / "link.txt")) == "text"
    with pytest.raises(FormatError, match="no such file"):
        read_text(str(tmp_path / "dangling.txt"))


def test_size_is_bounded(tmp_path: Path) -> None:
    path = put(tmp_path, b"12345")
    assert read_text(path, most=5) == "12345"
    with pytest.raises(FormatError, match="--max-file-size"):
        read_text(path, most=4)
    # Records have their own size; the file may be longer.
    records = put(tmp_path, b'{"target": "a"}\n{"target": "b"}\n', "a.jsonl")
    options = ReadOptions(max_file_size=20)
    assert len(list(documents(load(StoryPaths("a", records), options), options))) == 2
    with pytest.raises(FormatError, match="larger"):
        load_stdin(b"x" * 21, "a.txt", options)


@pytest.mark.skipif(not os.path.exists("/proc/version"), reason="a file that says it is empty and is not")
def test_a_file_that_grows_is_read_to_its_end_and_no_further() -> None:
    text = read_text("/proc/version")
    assert text == Path("/proc/version").read_text()
    with pytest.raises(FormatError, match="larger than 10 bytes"):
        read_text("/proc/version", most=10)


def test_stdin_has_the_source_that_lies_beside_its_name(tmp_path: Path) -> None:
    put(tmp_path, "甲\n".encode(), "a.zh.txt")
    story = load_stdin(b"one\n", str(tmp_path / "a.en.txt"), ReadOptions())
    assert (story.source, story.id) == ("甲\n", str(tmp_path / "a"))
    plain = load_stdin(b"one\n", "", ReadOptions())
    assert (plain.path, plain.source, plain.id) == ("-", None, "-")
    [document] = documents(plain, ReadOptions())
    assert isinstance(document, Document)
    with pytest.raises(FormatError, match="known are"):
        load_stdin(b"one", "a.pdf", ReadOptions())


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.txt", "", "empty-target"),
        ("a.md", "\n```\ncode\n```\n", "empty-target"),
        ("a.jsonl", '{"target": ["", " "]}', "empty-target"),
        ("a.jsonl", "\n", "no-records"),
        ("a.tsv", "source\ttarget\n", "no-records"),
    ],
)
def test_where_nothing_is_to_read_it_is_said(name: str, text: str, code: str) -> None:
    options = ReadOptions()
    found = list(documents(load_stdin(text.encode(), name, options), options))
    assert [item.code for item in found if isinstance(item, Notice)] == [code]
    assert not any(type(item) is Problem for item in found)


@pytest.mark.parametrize("name", ["utf-16", "utf-8-sig"])
def test_no_mark_is_written_where_none_was_read(name: str) -> None:
    read = decode("a".encode("utf-16-le" if name == "utf-16" else "utf-8"), name)
    assert (read.text, len(read.encode("a"))) == ("a", 2 if name == "utf-16" else 1)


def test_a_long_file_of_records_comes_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqa.files.texts.PART", 100)
    lines = [f'{{"id": {number}, "target": "国{"x" * (number % 60)}"}}' for number in range(100)]
    path = put(tmp_path, b"\xef\xbb\xbf" + "\n".join(lines).encode(), "a.jsonl")
    options = ReadOptions()
    whole = list(documents(load(StoryPaths("a", path), options), options))
    in_parts = [document for story in stories(StoryPaths("a", path), options) for document in documents(story, options)]
    assert len(list(stories(StoryPaths("a", path), options))) > 10
    assert in_parts == whole
    assert len(whole) == 100


def test_a_part_that_cannot_be_read_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqa.files.texts.PART", 100)
    good = b'{"target": "abcdefgh"}\n'
    path = put(tmp_path, good * 50 + b"\xff" + good * 50, "a.jsonl")
    read: list[Story] = []
    with pytest.raises(FormatError, match=f"offset {len(good) * 50}") as refused:
        read.extend(stories(StoryPaths("a", path), ReadOptions()))
    assert len(read) > 5
    assert refused.value.line == 51
    endless = put(tmp_path, good * 50 + b"x" * 3000, "b.jsonl")
    with pytest.raises(FormatError, match="larger") as refused:
        list(stories(StoryPaths("b", endless), ReadOptions(max_file_size=1000)))
    assert refused.value.line == 51


_SYNTAX = b"""{ } [ " "target" : , \\u \\ud800 NaN 1e999 source target id ``` <!-- --- | tqa:""".split()
_BYTES = [b"\n", b"\r", b"\t", b"\xff", b"\xfe", b"\x00", b"\xef\xbb\xbf", b"\xed\xa0\x80", "国".encode(), "国".encode("gbk")]
_HOSTILE = st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(_SYNTAX + _BYTES), max_size=40).map(b"".join))


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@settings(derandomize=True, max_examples=400, deadline=None)
@given(data=_HOSTILE, encoding=st.sampled_from(["", "gb18030", "big5", "utf-16", "utf-7", "shift_jis", "hz"]))
def test_bytes_become_documents_or_problems(ending: str, data: bytes, encoding: str) -> None:
    options = ReadOptions(encoding=encoding)
    try:
        story = load_stdin(data, f"no-such-folder/a{ending}", options)
    except FormatError:
        return
    for item in documents(story, options):
        if isinstance(item, Document):
            # Whatever came in can be printed and stored.
            "".join(segment.text for segment in (*item.target, *item.source)).encode("utf-8")
