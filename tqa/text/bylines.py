"""Credits of a line grouped by family, and credits without a colon: `Reporter Yang Nianming`, `Edited by Li Ming`, `责任编辑 李明`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tqa.records import NamedTuple
from tqa.text.credits import CONTACT, SIGNS, Credit, Label, is_predicate, is_preposition, label_names, labels, read_credits
from tqa.text.furniture_words import beginnings, is_han, tokens_of
from tqa.text.phrases import NAME, NUMBER, Word, has_phrase_of, is_mostly_listed, read_words
from tqa.text.pinyin import syllables
from tqa.text.regex import regex
from tqa.text.sites import is_site, may_be_site

DATED = regex("[0-9](?:[0-9]{3}[-/.年]|[:：][0-9]{2}|, ?[12][0-9]{3}|月)")
_BY = regex(
    r"(?i)^(?:photo(?:s|graph(?:s|ed|y)?)?|pictures?|images?|video|shot|taken|filmed|edited|compiled|proofread|reviewed|produced|text|written|reported)"
    r"\s+by\s"
)
# 李明 摄; 新华社记者 李明 摄
_TAKES = ("摄", "供图", "绘", "制图", "摄影", "摄影报道")
_TAKEN = regex(
    "(?:[\u4e00-\u9fff]{2,6}(?:记者|通讯员))?\\s?[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4}){0,3}\\s{0,2}(?:/\\s?)?"
    "(?:摄|供图|绘|摄影|制图|摄影报道)"
)
# A sentence names nobody's part without a colon; the point may end “Inc.”.
_STOPS = "。！？!?"
_SHOTS = ("photo", "photograph", "picture")
_BY_REPORTER = regex(r"(?i:(?:[\w'’]+ ){0,4}(?:reporter|correspondent|photographer)) (?:[A-Z][\w'’-]+ ){2,3}(?i:photo|photograph|picture)")


class Found(NamedTuple):
    """What stands from `start` to `end` of a text; see Mark."""

    family: str
    start: int
    end: int
    weak: bool = False
    heading: bool = False


def read_any_credits(text: str, *, bracketed: bool) -> list[Found]:
    """The credits a line is made of, with and without colons, those that name the line first; empty if anything else stands in it."""
    if not _may_be_credit(text):
        return []
    found = read_credits(text)
    if len(found) == 1 and found[0].bare and found[0].family == "related-links":
        return []
    if not found:
        single = _credit_without_colon(text, bracketed=bracketed)
        return [single] if single else []
    families = [label.family for label in labels()]
    groups: list[tuple[str, int, int, list[Credit]]] = []
    for credit in found:
        family = credit.family
        if family == "reporter-credit" and len({c.family for c in found}) > 1:
            family = groups[-1][0] if groups else next(c.family for c in found if c.family != "reporter-credit")
        if groups and groups[-1][0] == family:
            groups[-1] = (family, groups[-1][1], credit.end, [*groups[-1][3], credit])
        else:
            groups.append((family, credit.start, credit.end, [credit]))
    # Two empty labels are a form nobody filled in; one may be the start of a sentence.
    strong = len(found) > 1 or (bracketed and _is_labelled(text))
    if all(credit.bare for credit in found) and len(found) > 1:
        groups = [("source-line" if group[0] == "reporter-credit" else group[0], *group[1:]) for group in groups]
    spans = []
    for family, start, end, credits in groups:
        trimmed = start + len(text[start:end].rstrip(" \t\u3000|｜;；,，"))
        spans.append(Found(family, start, trimmed, weak=not strong and all(credit.weak for credit in credits)))
    return sorted(spans, key=lambda span: families.index(span.family))


def _may_be_credit(text: str) -> bool:
    """Whether a label stands before a colon or at the start, or the line is short and dated."""
    words = _label_words()
    for sign in SIGNS.finditer(text):
        before = text[max(0, sign.start() - 24) : sign.start()].rstrip(" )）]】*").replace("-", " ").rpartition(" ")[2]
        if before.lower() in words or (not before.isascii() and has_phrase_of(before[-8:], label_names())):
            return True
    if len(text) > 100:
        return False
    if DATED.search(text):
        return True
    if text[-1] in _STOPS:
        return False
    if not text.isascii():
        return has_phrase_of(text, label_names())
    return (text.split(None, 1)[0].lower() in words and is_mostly_listed(text)) or _is_given(text) or _is_by_reporter(text)


def _is_labelled(text: str) -> bool:
    """Whether a word stands before a colon or a slash."""
    words = (text[: sign.start()] for sign in SIGNS.finditer(text) if sign.group() in ":：/")
    ends = (word[-2:].rstrip()[-1:] for word in words)
    return any((end.isascii() and end.isalpha()) or "\u4e00" <= end <= "\u9fff" for end in ends)


def _is_given(text: str) -> bool:
    return text[:8].lower().startswith(_GIFTS) and _GIVEN.match(text) is not None


def _is_by_reporter(text: str) -> bool:
    return text[-10:].lower().endswith(_SHOTS) and _BY_REPORTER.fullmatch(text) is not None


@cache
def _label_words() -> frozenset[str]:
    """English words of labels and of what stands beside them."""
    return tokens_of(label_names().union(*(label.companions for label in labels())))


@cache
def _label_openings() -> frozenset[str]:
    """First characters of the Chinese phrases of those classes, and of those that function words begin."""
    names = frozenset(["glue"]).union(*([label.name, *label.companions] for label in labels()))
    return frozenset(word[0] for name in names for word in beginnings(name))


def _credit_without_colon(text: str, *, bracketed: bool) -> Found | None:
    """`Reporter Yang Nianming`, `Edited by Li Ming`, `责任编辑 李明`, `Tel 010-…`: labels and then only names, or a number."""
    if (text.endswith(_TAKES) and _TAKEN.fullmatch(text)) or _is_by_reporter(text):
        return Found("photo-credit", 0, len(text))
    if len(text) > 100 or text[-1] in _STOPS or (is_han(text[0]) and text[0] not in _label_openings()):
        return None
    words = read_words(text).words
    if not 1 < len(words) <= 14:
        return None
    for label in labels():
        if label.value in ("names", "contact"):
            found = _runs_of(label, text, words)
            judged = None if found is None else _judge_runs(label, text, *found, bracketed=bracketed)
            if judged is not None:
                return judged
    if _is_given(text) and len(text.split()) <= 8:
        return Found("photo-credit", 0, len(text))
    return None


_GIFTS = ("the ", "file ", "photo", "picture", "image", "video", "graphic")
_GIVEN = regex(
    r"(?i)(?:the )?(?:file )?(?:photos?|pictures?|images?|video|graphics?) "
    r"(?:(?:is |are |was |were )?(?:provided by|courtesy(?: of)?|supplied by|offered by)"
    r"|(?:comes? |is |are )?from)\b"
)


def _runs_of(label: Label, text: str, words: Sequence[Word]) -> tuple[int, int, int] | None:
    """How many runs of label words, how long the first is, and how many names; None if anything else stands in the text.

    Companions alone are no run: the The of The Economy in Review. Nor do names that a sentence follows make a credit: see _goes_on.
    """
    runs: list[list[bool]] = []  # of the words of each, whether they are labels
    names, in_run = 0, False
    for word in words:
        is_label = label.is_in(word)
        if is_label or (word.is_of(label.companions) and (in_run or not word.proper or not runs or word.end - word.start > 4)):
            if not in_run:
                runs.append([])
            runs[-1].append(is_label)
            in_run = True
        elif label.value == "contact":
            if word.classes is not NUMBER:
                return None
            names += 1
        elif "glue" in word.classes and text.isascii():
            continue
        elif word.proper or (text[word.start] >= "\u3400" and word.end - word.start <= 4 and "glue" not in word.classes):
            in_run = False
            names += 1
        else:
            return None
    sizes = [len(run) for run in runs if any(run)]
    if not sizes or not names or not (label.is_in(words[0]) or words[0].is_of(label.companions)) or (text.isascii() and _goes_on(label, text, words)):
        return None
    return len(sizes), sizes[0], names


_LABELS = tuple(f"{part}-label" for part in ("editor", "reporter", "photo", "source"))
"""Classes of words that name somebody's part; those of which may stand beside them end in “-word”."""


def _goes_on(label: Label, text: str, words: Sequence[Word]) -> bool:
    """Whether more than names and parts follows a name: Editor Li Ming Attends Forum, Editor Li Ming in Beijing for Talks.

    That is a verb, a preposition, or behind a whole name in pinyin a word that is no pinyin, nor the beginning of a site's name.
    """
    pinyin, named = 0, False
    for number, word in enumerate(words):
        written = text[word.start : word.end]
        following = text[words[number + 1].start : words[number + 1].end] if number + 1 < len(words) else ""
        # Issue Zhao Liu is a part, Organized by begins another credit.
        is_verb = is_predicate(written, is_named=True) and syllables(following) is None
        is_companion = any(word.holds(f"{part}-word") for part in _LABELS) and not is_verb
        if is_companion or any(word.holds(part) for part in _LABELS) or following.lower() == "by":
            pinyin, named = 0, False
            continue
        if number and text[words[number - 1].end : word.start].strip():
            pinyin = 0
        if named and (is_predicate(written, is_named=pinyin > 1) or (is_preposition(written) and label.family != "reporter-credit")):
            return True
        if "glue" in word.classes:
            pinyin = 0
        elif syllables(written) is not None:
            pinyin += 1
        elif pinyin > 1 and word.classes is NAME and not may_be_site(_up_to_label(text, words[number:])):
            return True
        named = named or "glue" not in word.classes
    return False


def _up_to_label(text: str, words: Sequence[Word]) -> str:
    """The text of the words before the next label or mark."""
    end = words[0].end
    for word in words[1:]:
        if text[end : word.start].strip() or any(word.holds(label) for label in _LABELS):
            break
        end = word.end
    return text[words[0].start : end]


def _judge_runs(label: Label, text: str, runs: int, first: int, names: int, *, bracketed: bool) -> Found | None:
    if label.value == "contact":
        return Found(label.family, 0, len(text)) if CONTACT.search(text) else None
    if label.family == "source-line":
        sure = is_site(text.split(None, 1)[1]) if " " in text else False
        return Found(label.family, 0, len(text)) if sure and names <= 4 else None
    by = "by" in text.lower() and _BY.match(text) is not None
    han = text[0] >= "\u3400"
    if runs > 1 or bracketed or by:
        return Found(label.family, 0, len(text))
    if han and (len(text) > 24 or " " not in text.replace("\u3000", " ")):
        return None
    if han and len(text) <= 16 and text.split()[0] not in label.weak_words:
        return Found(label.family, 0, len(text))
    if label.family == "reporter-credit" or first > 1 or han:
        return Found(label.family, 0, len(text), weak=label.family != "reporter-credit")
    return None
