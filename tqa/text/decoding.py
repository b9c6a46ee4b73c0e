"""Bytes to text: a byte order mark, else strict UTF-8, else a refusal that names the likely encoding."""

from __future__ import annotations

import codecs

from tqa.text.positions import LINE_END
from tqa.text.regex import regex
from tqa.value import value

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = regex(rb"\r\n|\n|\r")
_SURROGATE = regex("[\ud800-\udfff]")
_SAMPLE = 200_000
_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}
"""Encodings that would write a mark where none was read."""
_NO_ENCODINGS = frozenset({"unicode-escape", "raw-unicode-escape", "undefined", "idna", "punycode"})
"""Codecs Python calls text encodings though no text is written in them."""
_PLAUSIBLE = regex("[\t\n\r -~\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_PAIR = regex(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")


class Undecodable(ValueError):
    """Bytes that are no text; `line` is 1-based."""

    def __init__(self, message: str, *, line: int | None = None, code: str = "undecodable"):
        super().__init__(message)
        self.line = line
        self.code = code


@value
class Decoded:
    """A text, the encoding it came in, and the byte order mark that stood before it."""

    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """Another text in the same encoding, behind the same mark; UnicodeEncodeError if the encoding lacks a character."""
        return self.mark + text.encode(self.encoding)


def known_encoding(name: str) -> str | None:
    """Python's name of a text encoding, or None if there is none of that name."""
    try:
        found = codecs.lookup(name)
        # zip, rot13 and their like are codecs too, but no text encodings; those refuse here.
        b"a".decode(name)
    except UnicodeError:
        pass
    except (LookupError, ValueError):
        return None
    return None if found.name in _NO_ENCODINGS else found.name


def decode(data: bytes, encoding: str = "", *, offset: int = 0, line: int = 1) -> Decoded:
    """The text of `data`; `encoding` is asked for only where no byte order mark decides. Raises Undecodable.

    `offset`, `line`: where in its file `data` begins.
    """
    mark, name = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", _WITHOUT_MARK.get(encoding, encoding) or "utf-8"))
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise Undecodable("UTF-32 is not read; save the file as UTF-8")
    body = data[len(mark) :]
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        where = f"byte 0x{body[error.start]:02X} at offset {offset + len(mark) + error.start}"
        line += len(_LINE_END.findall(body, 0, error.start))
        raise Undecodable(_refusal(body, name, where, said_by_user=bool(encoding) and not mark), line=line) from None
    except UnicodeError as error:
        raise Undecodable(f"not {name} ({error}); leave --encoding out or name another") from None
    if "\0" in text:
        raise _nul(body, line + len(LINE_END.findall(text, 0, text.index("\0"))))
    # In UTF-8 there can be none.
    if name != "utf-8" and _SURROGATE.search(text):
        raise Undecodable(f"the text holds half a character (a lone surrogate) in {name}", code="lone-surrogate")
    return Decoded(text, name, mark)


def _refusal(body: bytes, name: str, where: str, *, said_by_user: bool) -> str:
    if name.startswith("utf-16"):
        return f"not {name.upper()}, though it begins like it ({where}); save the file as UTF-8"
    if said_by_user:
        return f"not {name} ({where}); leave --encoding out or name another"
    likely = likely_encoding(body)
    if likely is None:
        return f"not UTF-8 ({where}), and no other encoding fits; save the file again as UTF-8"
    if likely == "utf-8":
        return f"damaged UTF-8 ({where}); the rest of the file is UTF-8: mend that place or fetch the file again"
    return f"not UTF-8 ({where}); it looks like {likely}: say --encoding {likely}, or save the file as UTF-8"


def _nul(body: bytes, line: int) -> Undecodable:
    likely = likely_encoding(body)
    if likely is not None and likely.startswith("utf-16"):
        return Undecodable(f"not UTF-8; it looks like UTF-16 without a byte order mark: say --encoding {likely}, or save the file as UTF-8", line=1)
    return Undecodable("a NUL character stands in the text; this is no text file, or a damaged one", line=line, code="nul")


def likely_encoding(data: bytes) -> str | None:
    """The encoding bytes that are not plain UTF-8 probably have: a guess to show, never to read with."""
    sample = data[:_SAMPLE]
    wide = _wide(sample)
    if wide:
        return wide
    text = sample.decode("utf-8", "replace")
    good, bad = sum(character > "\x7f" and character != "\ufffd" for character in text), text.count("\ufffd")
    if good > 10 * bad:
        return "utf-8"
    pairs = _PAIR.findall(sample)
    high = sum(byte >= 0x80 for byte in sample)
    # In Chinese nearly every high byte belongs to a pair; in a Western text they stand alone between letters.
    if pairs and 2 * len(pairs) >= 0.9 * high and _followed_by_high(pairs):
        # GB 2312 has only high second bytes; in Big5 about two of five are low.
        low = sum(pair[1] < 0xA1 for pair in pairs) / len(pairs)
        order = ("gb18030", "big5hkscs") if low < 0.15 else ("big5hkscs", "gb18030")
        for name in order:
            if _reads(sample, name):
                return "big5" if name == "big5hkscs" and _reads(sample, "big5") else name
    # A Western text is ASCII for the most part.
    others = ("big5", "gb18030") if high > 0.3 * len(sample) else ("cp1252",)
    return next((name for name in others if _reads(sample, name)), None)


def _followed_by_high(pairs: list[bytes]) -> bool:
    return sum(pair[1] >= 0x80 for pair in pairs) >= 0.4 * len(pairs)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: its letters, blanks and line ends bring NUL bytes, and read in pairs it is nearly all text."""
    if b"\0" not in sample:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(name, "replace")
        if len(_PLAUSIBLE.findall(text)) > 0.95 * len(text):
            return name
    return None


def _reads(sample: bytes, name: str) -> bool:
    # The sample may end inside a character.
    decoder = codecs.getincrementaldecoder(name)()
    try:
        decoder.decode(sample)
    except UnicodeDecodeError:
        return False
    return True
