"""Punctuation: full-width marks and what stands for them in English, pairs, and which way a quotation mark points."""

from __future__ import annotations

from tqa.text.regex import regex

_FULL_WIDTH_FORMS = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
ENGLISH_MARKS = _FULL_WIDTH_FORMS | {
    "\u3000": " ",
    "。": ".",
    "、": ",",
    "〈": "‹",
    "〉": "›",
    "《": "“",
    "》": "”",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "【": "[",
    "】": "]",
    "〔": "(",
    "〕": ")",
    "〖": "[",
    "〗": "]",
    "〜": "~",
    "｟": "(",
    "｠": ")",
    "｡": ".",
    "､": ",",
    "｢": "“",
    "｣": "”",
    "･": "·",
    "￠": "¢",
    "￡": "£",
    "￥": "¥",
    "￦": "₩",
}
"""Every full-width mark, letter and digit, and the English character that takes its place."""

TITLE_MARKS = frozenset("〈〉《》「」『』【】〔〕〖〗｢｣")
"""Brackets of Chinese print that English has no single answer for: quotation marks, italics or nothing."""

FULL_WIDTH = regex("[" + "".join(ENGLISH_MARKS) + "]+")
_CLOSING = ",.:;?!)]}%”’"
_AFTER_SPACE = ",:;.?!)]"
_QUOTES_AFTER_COLON = "\"'“‘(["


def english_marks(text: str, start: int, end: int) -> tuple[int, int, str]:
    """What stands for the full-width run `text[start:end]` in English, with one space where English has one.

    The range grows over the spaces around it. Between figures no space is put: 10：30, 1，000.
    """
    run = "".join(ENGLISH_MARKS[character] for character in text[start:end])
    while start > 0 and text[start - 1] in " \u00a0" and run[0] in _CLOSING + " ":
        start -= 1
    opens = run.rstrip()[-1:] in ("(", "[", "“", "‘")
    while end < len(text) and text[end] in " \u00a0" and (opens or run[-1] == " "):
        end += 1
    before = text[start - 1 : start]
    after = text[end : end + 1]
    run = run.strip(" ")
    if not run:
        return start, end, " " if before.strip() and after.strip() and after not in _CLOSING else ""
    if run[0] in "([“‘" and before and (before.isalnum() or before in ",.:;?!)]%”"):
        run = " " + run
    if run[-1] in _AFTER_SPACE and after and (after.isalnum() or after in _QUOTES_AFTER_COLON) and not _inside_figure(run, before, after):
        run += " " if after.isalnum() or run[-1] not in ".?!" or after in "“‘([" else ""
    return start, end, run


def _inside_figure(run: str, before: str, after: str) -> bool:
    return (len(run) == 1 and run in ",.:" and before.isdigit() and after.isdigit()) or (run == ":" and after == "/")


QUOTES = '"“”„＂'
"""Double quotation marks; ＂ and „ are rare enough to be looked for only where they stand."""
OPEN_QUOTES, CLOSE_QUOTES = "“\"‘'«", "”\"’'»"
"""Marks that may open a quotation, and their partners; a straight mark may do either."""
_BEFORE_OPENING = " \u00a0\t\n([{—–-/“‘'"
_AFTER_CLOSING = " \u00a0\t\n)]}—–-/,.;:?!…”’'"


def opens_quote(text: str, offset: int) -> bool | None:
    """Whether the mark at `offset` opens a quotation, by its neighbours; None where they leave it open."""
    before = text[offset - 1 : offset]
    after = text[offset + 1 : offset + 2]
    may_open = (not before or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
    may_close = bool(before) and not before.isspace() and (not after or after in _AFTER_CLOSING)
    if may_open == may_close:
        return None
    return may_open


BRACKETS = {")": "(", "]": "[", "）": "(", "】": "[", "］": "["}
"""Closing brackets and what opens them, width aside."""
OPENING = {"(": "(", "[": "[", "（": "(", "【": "[", "［": "["}
"""Opening brackets, width aside."""
