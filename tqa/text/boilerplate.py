"""Which family of site furniture a line is, or its ending; one line of either language, without the article around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice

import ahocorasick_rs

from tqa.model import Span
from tqa.records import NamedTuple
from tqa.text.bags import bags, has_open_core, lines_with_open_core, may_fit
from tqa.text.bylines import DATED, Found, lines_with_label, read_any_credits
from tqa.text.chatter import TALK, greets, is_translation_note
from tqa.text.english import lower
from tqa.text.furniture_words import holds_han, phrases_of
from tqa.text.phrases import Words, ends_unlisted, has_unlisted_han, is_mostly_listed, read_words, unknown_han
from tqa.text.regex import regex
from tqa.text.sites import is_breadcrumb, is_site

LONGEST = 600
"""Longer lines are never furniture as a whole."""
SHORT = 160
TAIL = 120
_DRESSING = frozenset("*#>_~•·●◆▲△■□★☆–—=|｜-")
_STOPS = frozenset('.!?。！？”"')
_HAN_STOPS = frozenset("。！？")
_OPEN = {")": "(", "]": "[", "】": "【", "）": "（", "］": "［", "〕": "〔"}
# What follows the end of a sentence, in Latin script and in any.
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


class Signs(NamedTuple):
    """What a Chinese line may hold: the words of an open bag, a label of a credit. True where nobody has looked."""

    core: bool = True
    label: bool = True


MAYBE = Signs()


@lru_cache(maxsize=2048)
def recognise_line(line: str, signs: Signs = MAYBE) -> tuple[Mark, ...]:
    """What a whole line is: one mark, or several that share it; empty for anything that may be the article.

    The first mark is the one the line is named for; all of them are deleted together.
    """
    if not line or len(line) > LONGEST:
        return ()
    bare = _undress(line)
    text = bare.of(line)
    bracketed = len(text) > 2 and text[-1] in _OPEN and text[0] == _OPEN[text[-1]] and text[0] not in text[1:]
    inner = Span(bare.start + 1, bare.end - 1) if bracketed else bare
    marks = []
    for found in _families(inner.of(line), signs, bracketed=bracketed):
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


def _families(text: str, signs: Signs, *, bracketed: bool) -> list[Found]:
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
    credits = read_any_credits(text, bracketed=bracketed, labelled=signs.label) if len(text) <= 260 else []
    if credits and not credits[0].weak:
        return credits
    return _bags(text, signs) or credits


def _bags(text: str, signs: Signs) -> list[Found]:
    unlisted = has_unlisted_han(text)
    if (unlisted and not signs.core) or not _may_be_bag(text, unlisted=unlisted):
        return []
    words = read_words(text)
    for bag in bags():
        if not (unlisted and bag.is_closed) and bag.fits(words):
            second = None if bag.weak else _second(bag.family, words)
            end = second.start if second else len(text)
            return [Found(bag.family, 0, end, bag.weak, bag.heading), *([second] if second else [])]
    return []


def _may_be_bag(text: str, *, unlisted: bool) -> bool:
    """Two guesses, the one first that ends most lines of the script."""
    if holds_han(text):
        return may_fit(text, unlisted=unlisted) and is_mostly_listed(text)
    return is_mostly_listed(text) and may_fit(text, unlisted=unlisted)


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
    head = _LABEL.match(text) if any(sign in text for sign in ":：】]") else None
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
def recognise_ending(line: str, signs: Signs = MAYBE) -> tuple[Mark, ...]:
    """The furniture a line ends in: a credit in brackets, or a last sentence that would be furniture on a line of its own."""
    text = line.rstrip()
    if len(text) < 12:
        return ()
    if text[-1] in _OPEN:
        start = text.rfind(_OPEN[text[-1]])
        if start <= 0 or len(text) - start > 220:
            return ()
        family = _strong_family(text[start + 1 : -1].strip(), signs, bracketed=True)
        return (_at_end(line, start, len(text), family),) if family in _IN_BRACKETS else ()
    ends = _SENTENCE if holds_han(text) else _LATIN_SENTENCE
    for match in ends.finditer(text, max(0, len(text) - TAIL - 1)):
        last = text[match.end() :].strip()
        prose = last[-1:] in _HAN_STOPS and _may_be_prose(last) and not (signs.core and has_open_core(last))
        family = "" if prose else _strong_family(last, signs, bracketed=False)
        if family in _LAST_WORDS:
            return (_at_end(line, match.end(), len(text), family),)
    return ()


def _strong_family(text: str, signs: Signs, *, bracketed: bool) -> str:
    found = _families(text, signs, bracketed=bracketed) if text else []
    return "" if not found or found[0].weak else found[0].family


# What may stand in brackets at the end of a paragraph and is not part of it.
_IN_BRACKETS = frozenset(
    (
        *("editor-credit", "source-line", "original-title", "photo-credit", "reporter-credit", "reprint-notice", "copyright-notice", "disclaimer"),
        *("qr-or-app-prompt", "contact-or-licence-line", "read-counter", "share-bar"),
    )
)
_LAST_WORDS = frozenset(
    (
        *("editor-credit", "source-line", "back-to-top", "share-bar", "photo-credit", "original-title", "reprint-notice", "copyright-notice"),
        *("font-size-widget"),
    )
)


def _at_end(line: str, start: int, end: int, family: str) -> Mark:
    return Mark(family, Span(start, end), Span(len(line[:start].rstrip()), len(line)))


# What a sentence that is furniture holds, and what a last sentence or bracket that is furniture holds.
_STATES = (
    *("print", "reproduc", "repost", "republish", "copyright", "©", "rights reserved", "disclaim", "statement:", "statement]", "not represent"),
    *(
        "only represent",
        "represents only",
        "not reflect",
        "necessarily",
        "reference only",
        "constitute",
        "risky",
        "cautious",
        "infring",
        "those of the",
    ),
    *("scan ", "qr", "dimension", " code", " app", "client", "wechat", "weibo", "official account", "public account", "follow us", "follow our"),
    *("follow the", "attention to", "subscribe", "download", "share ", "licen", "icp", "contact us", "personal opinion", "personal view", "view of"),
    *(
        "views of",
        "opinion of",
        "转载",
        "版权",
        "声明",
        "代表",
        "投资",
        "侵权",
        "扫",
        "二维码",
        "客户端",
        "公众号",
        "关注",
        "下载",
        "分享",
        "备案",
        "许可证",
    ),
)
_ENDS = ["editor", "source", "photo", "edited", "reporter", "title", " top", "责编", "编辑", "来源", "摄", "记者", "校对", "顶部"]
_BOTH = frozenset(["share ", "copyright", "print"])


class Look(NamedTuple):
    """Numbers of lines: where a model may talk, and what can be furniture or end in it; and which signs the latter hold."""

    talk: set[int]
    furniture: set[int]
    cores: frozenset[int] | None = None
    labels: frozenset[int] | None = None

    def signs(self, number: int) -> Signs:
        """What is known of a line."""
        return MAYBE if self.cores is None or self.labels is None else Signs(number in self.cores, number in self.labels)


def look_over(lines: Sequence[str], folded: str, starts: Sequence[int]) -> Look:
    """Which lines are worth reading; `folded`: the lines in lower case, each beginning at its start.

    A cheap scan that most lines of an article end at: sentences need a word that furniture has.
    """
    opening = islice((number for number, line in enumerate(lines) if line and not line.isspace()), 3)
    talk = {number for number in opening if greets(lines[number])}
    found, prose = set(), set()
    telling = labels = None
    for number, line in enumerate(lines):
        if not line:
            continue
        last = line[-1] if line[-1] != " " else line.rstrip()[-1:]
        if last in _OPEN:
            found.add(number)
        elif len(line) <= SHORT:
            if last in _HAN_STOPS and _may_be_prose(line):
                if telling is None:
                    telling, labels = lines_with_open_core(folded, starts), lines_with_label(folded, starts)
                if number not in telling:
                    prose.add(number)
                    continue
            # A sentence of few words can be furniture all the same.
            if last not in _STOPS or line.count(" ") < 5:
                found.add(number)
    for literal, start, _ in _scan().find_matches_as_indexes(folded, overlapping=True):
        number = bisect_right(starts, start) - 1
        if literal < len(TALK):
            talk.add(number)
            continue
        if number in found or number in prose or (literal == _APP and not _APPS.match(folded, start)):
            continue
        size, place = len(lines[number]), start - starts[number]
        states, ends = literal < _FIRST_END, literal >= _FIRST_END or _STATES[literal - len(TALK)] in _BOTH
        if (states and size <= LONGEST and (size <= 260 or place < SHORT)) or (ends and place >= size - TAIL):
            found.add(number)
    return Look(talk, found, telling, labels)


_FIRST_END = len(TALK) + len(_STATES)
_APP = len(TALK) + _STATES.index(" app")
# No applause, and nothing that appears.
_APPS = regex(" app(?:s|lets?|lications?)?(?![a-z])")


@cache
def _scan() -> ahocorasick_rs.AhoCorasick:
    # Over a hundred words the library would choose a kind that is quicker to build and three times slower to search.
    return ahocorasick_rs.AhoCorasick([*TALK, *_STATES, *_ENDS], implementation=ahocorasick_rs.Implementation.DFA)


# Signs that a credit, a label or a way through sections may stand in a line; and that a date may.
_TELLING = regex(r"[:：/|｜>»›→＞\]】&\\–-]")
_DATE_SIGN = regex(r"[0-9](?:\s?[.年月时]\s?[0-9]|[,snrtSNRT\s])")
_QUOTES = frozenset('“”"《》「」【】')
_ENDING = " \u3000。！？”）)"
_BOUNDS = "。！？” \u3000\t"
_SITE_LONGEST = 14
_DATED_LONGEST = 100


def _may_be_prose(line: str) -> bool:
    """Whether a line is a Chinese sentence that cannot be furniture, but for the words of a family.

    It tells no family by a sign or word, and has words that no list knows.
    """
    if len(line) < _SITE_LONGEST or _TELLING.search(line) or len(line.strip()) < _SITE_LONGEST:
        return False
    # What stands behind the last sentence or blank could be furniture of its own, if it has letters; all that ends the line holds it.
    last = line.rstrip(_ENDING)
    if not ends_unlisted(last, _BOUNDS) or "title" in lower(line):
        return False
    if _DATE_SIGN.search(line) is None:
        return True
    # A date among names is furniture, unless a word stands beside them that is neither.
    last = last[max(map(last.rfind, _BOUNDS)) + 1 :]
    if len(last) > _DATED_LONGEST:
        return True
    return _QUOTES.isdisjoint(last) and any(start and not last[start - 1].isdigit() for start, _ in unknown_han(last))
