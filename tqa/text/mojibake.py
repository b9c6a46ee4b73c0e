"""Text that was decoded with the wrong table, and what it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tqa.records import NamedTuple
from tqa.text.han import HAN
from tqa.text.regex import regex

# Written out: asking the codec would load it in every run.
_CP1252 = {character: code for code, character in enumerate("€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ", 0x80) if character != "?"}
_TRAIL = "\\x80-\\xbf" + "".join(_CP1252)
_LEADS = "".join(map(chr, range(0xC2, 0xF5)))
# One character of UTF-8 read byte by byte as Windows-1252 or Latin-1: a lead and its one, two or three trailers.
_BYTEWISE = regex(f"[\\xc2-\\xdf][{_TRAIL}]|[\\xe0-\\xef][{_TRAIL}]{{2}}|[\\xf0-\\xf4][{_TRAIL}]{{3}}|â€(?![{_TRAIL}])|(?<=[a-z])Ã (?=[a-z])|Â ")
# UTF-8 read two bytes at a time as GBK: Han and Chinese marks, with the ASCII character that lost its way into the last pair.
_PAIRWISE = regex("[\u2e80-\u9fff\ue000-\uf8ff\uff00-\uffef€]{1,400}")
# GBK read byte by byte as Latin-1.
_LATIN = regex("[\xa1-\xff]{4,400}")
_PLAUSIBLE = regex(
    "[\x00-\x7f\u00a0-\u017f\u0192\u01cd-\u01dc\u2010-\u2027\u2030-\u203a\u20ac\u2116\u2122\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff\u25a0-\u26ff"
    "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\ufeff\ufffd\u200b-\u200f\U0001f300-\U0001faff]*"
)
_TELLTALES = ("锟斤拷", "鈥", "烫烫烫", "屯屯屯")
_DEEPEST = 3
_SUSPECTS = frozenset(_LEADS) | frozenset("".join(_TELLTALES))


class Garble(NamedTuple):
    """A garbled range and what it was; `repaired` is empty where that is lost."""

    start: int
    end: int
    repaired: str


def may_be_garbled(characters: frozenset[str]) -> bool:
    """Whether a text of these characters can hold a garbled range at all."""
    return not characters.isdisjoint(_SUSPECTS) or HAN.search("".join(characters)) is not None


def find_garbles(text: str) -> list[Garble]:
    """Garbled ranges of a text, left to right, without overlap.   Cost: linear."""
    if text.isascii():
        return []
    found = [*_bytewise(text), *_runs(text, _PAIRWISE, _from_pairs), *_runs(text, _LATIN, _from_gbk)]
    kept: list[Garble] = []
    for garble in sorted(found, key=lambda garble: (garble.start, -garble.end)):
        if not kept or garble.start >= kept[-1].end:
            kept.append(garble)
    return kept


def _bytewise(text: str) -> Iterator[Garble]:
    start = end = -1
    for match in _BYTEWISE.finditer(text):
        if match.start() != end:
            if end > start:
                yield from _decoded(text, start, end)
            start = match.start()
        end = match.end()
    if end > start:
        yield from _decoded(text, start, end)


def _decoded(text: str, start: int, end: int) -> Iterator[Garble]:
    repaired = text[start:end]
    if repaired in ("Â ", "Ã "):
        # The no-break space of the pair became a plain one. A capital before it makes a word of it.
        if not text[start - 1 : start].isupper():
            yield Garble(start, end, " " if repaired == "Â " else "à ")
        return
    for _ in range(_DEEPEST):
        again = _once(repaired)
        if again is None:
            break
        repaired = again
    if repaired == text[start:end] or not _PLAUSIBLE.fullmatch(repaired) or (text[start - 1 : start].isupper() and end - start == 2):
        return
    yield Garble(start, end, "" if "\ufffd" in repaired else repaired)


def _once(text: str) -> str | None:
    data = bytearray()
    for character in text.replace("â€ ", "â€\x9d ") if not text.endswith("â€") else text + "\x9d":
        code = _CP1252.get(character, ord(character))
        if code > 0xFF:
            return None
        data.append(code)
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return decoded if decoded != text else None


def _runs(text: str, pattern: re.Pattern[str], decode: Callable[[str, str], tuple[int, str] | None]) -> Iterator[Garble]:
    for match in pattern.finditer(text):
        repaired = decode(match.group(), text[match.end() : match.end() + 1])
        if repaired is not None:
            yield Garble(match.start(), match.end() + repaired[0], repaired[1])
            continue
        for telltale in _TELLTALES if pattern is _PAIRWISE else ():
            at = match.group().find(telltale)
            if at >= 0:
                yield Garble(match.start() + at, match.start() + at + len(telltale), "")
                break


def _from_pairs(run: str, following: str) -> tuple[int, str] | None:
    """How many characters after the run belong to it, and what both were."""
    try:
        # gb18030 also knows the pairs that GBK leaves open; its codes of four bytes are none of these.
        data = run.encode("gb18030")
    except UnicodeEncodeError:
        return None
    if len(data) != 2 * len(run):
        return None
    for tail in ("", following) if following.isascii() else ("",):
        try:
            decoded = (data + tail.encode("ascii")).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _PLAUSIBLE.fullmatch(decoded) and max(decoded) >= "\u0800":
            return len(tail), "" if "\ufffd" in decoded else decoded
    return None


def _from_gbk(run: str, following: str) -> tuple[int, str] | None:
    try:
        decoded = run.encode("latin-1").decode("gbk")
    except UnicodeError:
        return None
    return (0, decoded) if all(HAN.match(character) or "\u3000" <= character <= "\u303f" or character > "\uff00" for character in decoded) else None
