"""Which family of site furniture a line is, or its ending; one line of either language, without the article around it."""

from __future__ import annotations

from functools import lru_cache

from tqa.model import Span
from tqa.records import NamedTuple
from tqa.text.bags import bags, may_fit
from tqa.text.bylines import DATED, Found, read_any_credits
from tqa.text.chatter import is_translation_note
from tqa.text.furniture_signs import CLOSERS, LONGEST, TAIL, is_last_prose
from tqa.text.furniture_words import holds_han, phrases_of
from tqa.text.phrases import Words, is_mostly_listed, read_words
from tqa.text.regex import regex
from tqa.text.sites import is_breadcrumb, is_site

_DRESSING = frozenset("*#>_~•·●◆▲△■□★☆–—=|｜-")
# What follows the end of a sentence, in Latin script and in any.
HEADING = regex(r"\s*#{1,6}\s")
"""What Markdown marks as a heading."""
_LATIN_SENTENCE = regex(r"[.!?。！？”\"’]\s{1,4}(?=[A-Z])")
_SENTENCE = regex(r"[.!?。！？”\"’](?:\s{1,4}(?=[A-Z\u4e00-\u9fff])|(?<=[。！？”])(?=[\u4e00-\u9fff]))")
_LABEL = regex(r"[\s(（\[【*]*([^:：】\]]{2,40}?)\s*[:：】\]]")
_TITLES = ("the original", "the former", "original", "former")
_TITLED = regex('(?i)(?:the )?(?:original|former) (?:title|headline)s?:? [“"‘《].{4,160}')


class Mark(NamedTuple):
    """A piece of furniture in one line.

    `span` is what it is, `edit` what goes with it when it is deleted. `weak`: to be believed only beside other furniture.
    `heading`: a list of other articles follows.
    """

    family: str
    span: Span
    edit: Span
    weak: bool = False
    heading: bool = False


@lru_cache(maxsize=2048)
def recognise_line(line: str) -> tuple[Mark, ...]:
    """What a whole line is: one mark, or several that share it; empty for anything that may be the article.

    The first mark is the one the line is named for; all of them are deleted together.
    """
    if not line or len(line) > LONGEST:
        return ()
    bare = _undress(line)
    text = bare.of(line)
    bracketed = len(text) > 2 and text[-1] in CLOSERS and text[0] == CLOSERS[text[-1]] and text[0] not in text[1:]
    inner = Span(bare.start + 1, bare.end - 1) if bracketed else bare
    marks = []
    for found in _families(inner.of(line), bracketed=bracketed):
        # Brackets belong to what they hold; a mark that shares the line keeps its own end.
        start = bare.start if not found.start else inner.start + found.start
        end = bare.end if found.end == len(inner) else inner.start + found.end
        marks.append(Mark(found.family, Span(start, end), Span(0, len(line)), found.weak, found.heading))
    return tuple(marks)


def _undress(line: str) -> Span:
    """The line without bullets, rules and Markdown around it."""
    start, end = 0, len(line)
    while end and (line[end - 1].isspace() or line[end - 1] in _DRESSING):
        end -= 1
    while start < end and (line[start].isspace() or line[start] in _DRESSING):
        start += 1
    return Span(start, end)


def _families(text: str, *, bracketed: bool) -> list[Found]:
    """What a line without its brackets is; places within it."""
    if not any(character.isalpha() or character == "©" for character in text) and not DATED.search(text):
        return []
    if disclaims(text):
        return [Found("disclaimer", 0, len(text))]
    if text[-1] in "。！？" and len(text) > TAIL:
        return []
    if len(text) <= 40 and not bracketed and is_site(text):
        return [Found("site-name-line", 0, len(text))]
    if len(text) <= 200 and is_breadcrumb(text):
        return [Found("breadcrumb", 0, len(text))]
    if text[:12].lower().startswith(_TITLES) and _TITLED.fullmatch(text):
        return [Found("original-title", 0, len(text))]
    credits = read_any_credits(text, bracketed=bracketed) if len(text) <= 260 else []
    if credits and not credits[0].weak:
        return credits
    return _bags(text) or credits


def _bags(text: str) -> list[Found]:
    if not may_fit(text) or not is_mostly_listed(text):
        return []
    words = read_words(text)
    for bag in bags():
        if bag.fits(words):
            second = None if bag.weak else _second(bag.family, words)
            end = second.start if second else len(text)
            return [Found(bag.family, 0, end, bag.weak, bag.heading), *([second] if second else [])]
    return []


_SECONDS = {"read-counter": ("comment-counter", {"comment", "like"}), "copyright-notice": ("contact-or-licence-line", {"licence", "contact"})}
_FIRSTS = frozenset(["copyright", "copyright-lead", "rights", "view"])


def _second(family: str, words: Words) -> Found | None:
    """The other family that shares the line, from its first word on."""
    if family not in _SECONDS:
        return None
    other, classes = _SECONDS[family]
    number = next((n for n, word in enumerate(words.words) if word.classes & classes and not word.classes & _FIRSTS), 0)
    before = words.words[number - 1] if number else None
    if before is not None and "licence-word" in before.classes and before.end - before.start == 1:
        number -= 1  # 陕ICP备: the province belongs to the number
    return Found(other, words.words[number].start, len(words.text)) if number else None


def disclaims(text: str) -> bool:
    """Whether the line begins as a disclaimer does: by its label, or by a weaker label and disowning words after it."""
    head = _LABEL.match(text) if ":" in text or "：" in text or "】" in text or "]" in text else None
    if head is None:
        return False
    label = head.group(1).strip().lower()
    if label in phrases_of("disclaimer-label"):
        return not is_translation_note(text)
    if label in phrases_of("weak-disclaimer-label"):
        words = read_words(text[head.end() :])
        return {"outlook", "disown"} <= words.classes or {"reprint", "permit"} <= words.classes
    return False


@lru_cache(maxsize=2048)
def recognise_ending(line: str) -> tuple[Mark, ...]:
    """The furniture a line ends in: a credit in brackets, or a last sentence that would be furniture on a line of its own."""
    text = line.rstrip()
    if len(text) < 12:
        return ()
    if text[-1] in CLOSERS:
        start = text.rfind(CLOSERS[text[-1]])
        if start <= 0 or len(text) - start > 220:
            return ()
        family = _strong_family(text[start + 1 : -1].strip(), bracketed=True)
        return (_at_end(line, start, len(text), family),) if family in _IN_BRACKETS else ()
    ends = _SENTENCE if holds_han(text) else _LATIN_SENTENCE
    for match in ends.finditer(text, max(0, len(text) - TAIL - 1)):
        last = text[match.end() :].strip()
        family = "" if is_last_prose(last) else _strong_family(last, bracketed=False)
        if family in _LAST_WORDS:
            return (_at_end(line, match.end(), len(text), family),)
    return ()


def _strong_family(text: str, *, bracketed: bool) -> str:
    found = _families(text, bracketed=bracketed) if text else []
    return "" if not found or found[0].weak else found[0].family


# What may stand in brackets at the end of a paragraph and is not part of it.
_IN_BRACKETS = frozenset(
    (
        *("editor-credit", "source-line", "original-title", "photo-credit", "reporter-credit", "reprint-notice", "copyright-notice", "disclaimer"),
        *("qr-or-app-prompt", "contact-or-licence-line", "read-counter", "share-bar"),
    )
)
_LAST_WORDS = frozenset(
    ("editor-credit", "source-line", "back-to-top", "share-bar", "photo-credit", "original-title", "reprint-notice", "copyright-notice")
)


def _at_end(line: str, start: int, end: int, family: str) -> Mark:
    return Mark(family, Span(start, end), Span(len(line[:start].rstrip()), len(line)))
