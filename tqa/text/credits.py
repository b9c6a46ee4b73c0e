"""Credits: a label, a colon, a name; and the dates and site names that stand among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.records import NamedTuple
from tqa.text.common_words import is_verb
from tqa.text.furniture_words import english_classes, entries, table
from tqa.text.phrases import NAME, NUMBER, UNKNOWN, Word, Words, read_words, unknown_han
from tqa.text.pinyin import syllables
from tqa.text.regex import regex

_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?"
DATE = regex(
    rf"""(?ix)
    [0-9]{{4}}\s?[-/.年]\s?[0-9]{{1,2}}\s?[-/.月]\s?[0-9]{{1,2}}日?          # 2024-05-18, 2024年5月18日
    | [0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.][0-9]{{4}}                           # 18/05/2024
    | {_MONTH}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}}                   # May 18, 2024
    | [0-9]{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s[0-9]{{4}}                   # 18 May 2024
    | [0-9]{{1,2}}月[0-9]{{1,2}}日
    """
)
TIME = regex(r"(?i)[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?(?:\s?[ap]\.?m\b\.?)?|[0-9]{1,2}时[0-9]{1,2}分")
SIGNS = regex("[:：/\\]】]")
"""What ends a label."""
_BOUND = regex(r"[|｜;；\t\u3000)\]】）·•]|\s{2,}")
_SENTENCE = regex(r"[.!?](?:[”\"']?)\s+[A-Z\u4e00-\u9fff][a-z\u4e00-\u9fff]+\s[a-z]|[。！？].")
# Labels of this kind whose value is words: a street, a law firm.
_PLACE = regex(r"(?i)(?:address|counsel|advis[eo]r|consultant|lawyer)\s*[:：]$|(?:地址|顾问)\s*[:：]$")
CONTACT = regex(r"[0-9][0-9 ()（）转-]{3,}|@|www\.|https?://|[a-z0-9]\.(?:com|cn|net|org)\b", re.IGNORECASE)
_VERBS = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "being", "will", "would", "can", "could", "should", "has", "have", "had", "do", "does", "did"),
        *("not", "says", "said", "say", "told", "tells", "shows", "show", "showed", "to", "he", "she", "they", "we", "his", "her", "their", "it"),
        *("its", "who", "when", "where", "why", "how", "what", "than", "then", "but", "because", "announces", "announced"),
    )
)
# Verbs and pronouns that are also names.
_SURNAMES = frozenset(["He", "She", "Will", "Has", "Be", "Can", "May"])
_BESIDE_DATES = frozenset(["source-label", "source-label-word", "section"])
_TIMELY = regex("\\b(?:time|date)\\b|时间|日期")
_PROSE = frozenset(["a", "an", "at", "in", "on", "about", "with", "without", "for", "no", "more", "as", "after", "before", "into"])
_SHORT = 4
_DIGIT = regex("[0-9]")
_DOCUMENT = regex(
    r"(?i)(?=.*\b(?:report|survey|yearbook|census|white paper|blue book|communiqué|bulletin|dataset|database)s?\b)"
    r"(?:.*(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[“\"'‘《](?:\S+ ){4})"
    "|.*(?:报告|報告|调查|調查|年鉴|年鑑|公报|公報|白皮书|白皮書|蓝皮书|藍皮書|普查)[》”」』]$"
)
"""A report with its year, or with so long a name in quotation marks that it is no newspaper: what a chart's or a figure's source is."""
_NAMES_LONGEST = 90
_STOPS = ".!?。！？"


class Label(NamedTuple):
    """A kind of credit, as labels.tsv describes it."""

    family: str
    name: str
    value: str
    weak_words: frozenset[str]
    needs_word: bool

    @property
    def companions(self) -> frozenset[str]:
        """The class of the words that may stand beside the label."""
        return frozenset([f"{self.name}-word"])

    def is_in(self, word: Word) -> bool:
        """Whether the word is the label, or a phrase of it and such words."""
        return self.name in word.classes or (word.holds(self.name) and word.is_of(self.companions | {self.name}))


class Credit(NamedTuple):
    """One label with its value; `weak`: believed only in company; `bare`: the value is empty."""

    family: str
    start: int
    end: int
    weak: bool
    bare: bool


@cache
def labels() -> tuple[Label, ...]:
    """Every kind of credit, in the order in which they win a line that holds several."""
    return tuple(
        Label(row["family"], row["label"], row["value"], frozenset(entries(row["weak_words"])), row["traits"] == "needs-word")
        for row in table("labels")
    )


@cache
def label_names() -> frozenset[str]:
    """The classes of labels."""
    return frozenset(label.name for label in labels())


def read_credits(line: str) -> tuple[Credit, ...]:
    """The credits a line is made of from end to end; empty if anything else stands in it."""
    dates = [match.span() for pattern in (DATE, TIME) for match in pattern.finditer(line)] if _DIGIT.search(line) else []
    signs = list(_label_ends(line))
    if not signs and not (dates and all(_is_within(word, dates) for word in unknown_han(line))):
        return ()
    found: list[tuple[int, int, Label, Sequence[Word]]] = []
    words = read_words(line)
    position = 0
    for sign, behind in signs:
        if any(start <= sign < end for start, end in dates):
            continue
        labelled = _label_before(words, position, sign)
        if labelled is not None:
            label, used = labelled
            found.append((used[0].start, behind, label, used))
            position = behind
    if not found:
        return _dated(words, dates)
    if not _is_lead(words, found[0][0], dates):
        return ()
    timed = any(line[a:b].count(":") for a, b in dates) and len(dates) > 1
    credits = []
    for number, (start, begin, label, used) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(line)
        value = line[begin:end]
        bare = not any(c.isalnum() for c in value)
        plain = " ".join(line[word.start : word.end].lower() for word in used)
        timeless = _TIMELY.search(plain) is not None and not any(c.isdigit() for c in value)
        if not _is_value(label, value, begin, words, dates) or (timeless and not bare):
            return ()
        # Photo/Xinhua is a credit; Photo: … may be a headline.
        slashed = label.family == "photo-credit" and "/" in line[begin - 2 : begin]
        weak = (plain in label.weak_words and not timed and not slashed) or (
            bare and label.family not in ("original-title", "contact-or-licence-line")
        )
        weak |= label.needs_word and not _is_han(plain[0]) and not any(word.holds(f"{label.name}-word") for word in used)
        credits.append(Credit(label.family, 0 if number == 0 else start, end, weak, bare))
    return tuple(credits)


def _is_within(place: tuple[int, int], dates: Sequence[tuple[int, int]]) -> bool:
    """Whether the whole of a word is part of a date: the 日 of 18日, but not 日赈灾."""
    return any(start <= place[0] and place[1] <= end for start, end in dates)


def _label_ends(line: str) -> Iterator[tuple[int, int]]:
    """Where labels may end: at a colon, a bracket before a name, or the slash of 文/张三; not at the colon of a time or of an address."""
    for sign in SIGNS.finditer(line):
        start, end = sign.span()
        after = line[end : end + 2]
        if sign.group() in ":：":
            ends = after[:1].isspace() or (after != "//" and not "0" <= line[start - 1 : start] <= "9")
        else:
            spaced = after[:1].isspace()
            ends = _is_capital(after[spaced:][:1])
            if sign.group() == "/":
                start -= line[start - 1 : start].isspace()
                before = line[start - 1 : start]
                ends = ends and ("a" <= before <= "z" or _is_ideograph(before))
                end += spaced
        if ends:
            yield start, end


def _is_ideograph(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_capital(character: str) -> bool:
    """Whether a name may begin with it."""
    return "A" <= character <= "Z" or _is_ideograph(character)


def _label_before(words: Words, position: int, colon: int) -> tuple[Label, Sequence[Word]] | None:
    """The longest label that ends at the colon, of the first kind that has one."""
    inside = [word for word in words.words if word.start >= position and word.end <= colon]
    if not inside or words.text[inside[-1].end : colon].strip(" )]】）*"):
        return None
    best: tuple[Label, Sequence[Word]] | None = None
    for label in labels():
        used = _used(words, inside, label)
        if used and (best is None or len(used) > len(best[1])):
            best = (label, used)
    return best


def _used(words: Words, inside: Sequence[Word], label: Label) -> Sequence[Word]:
    first = len(inside)
    has_label = False
    for number in range(len(inside) - 1, max(-1, len(inside) - 8), -1):
        word = inside[number]
        is_label, is_word = label.is_in(word), word.is_of(label.companions)
        if not (is_label or is_word or word.is_glue):
            break
        if number + 1 < len(inside) and _BOUND.search(words.text, word.end, inside[number + 1].start):
            break
        has_label |= is_label
        if is_label or is_word:
            first = number
    if not has_label:
        return ()
    return inside[first:]


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _is_lead(words: Words, end: int, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether what stands before the first label is nothing, a date, or a name or two."""
    names = 0.0
    for word in words.words:
        if word.start >= end:
            break
        if any(start <= word.start < stop for start, stop in dates) or word.classes is NUMBER or "glue" in word.classes:
            continue
        if word.classes & _BESIDE_DATES:
            continue
        if word.proper and word.classes is not NAME:
            names += word.weight
            continue
        if word.classes is not NAME or words.text[:end].count("(") > words.text[:end].count(")"):
            return False
        names += word.weight
    return names <= 4


def _is_value(label: Label, value: str, offset: int, words: Words, dates: Sequence[tuple[int, int]]) -> bool:
    plain = value.strip(" \t\u3000()[]【】（）|｜*·;；,，")
    if not plain:
        return True
    if label.value == "title":
        return len(plain) <= 200
    if label.value == "contact":
        if _PLACE.search(words.text[:offset][-24:]):
            return _is_names(label, plain)
        prose = sum(w.classes is UNKNOWN for w in words.words if offset <= w.start < offset + len(value))
        return len(plain) <= 120 and CONTACT.search(plain) is not None and (prose <= 1 or "@" in plain or "." in plain)
    if label.value == "number":
        listed = [w for w in words.words if offset <= w.start < offset + len(value)]
        return any(c.isdigit() for c in plain) and all(w.classes is NUMBER or w.classes & {"count", "glue", "view", "number"} for w in listed)
    return _is_names(label, plain)


def is_predicate(word: str, *, is_named: bool) -> bool:
    """Whether a word behind a name goes on to say something of it.

    `is_named`: the name has two words in pinyin, so that Share is no part of it; one more syllable, Ran, may be.
    """
    lower = word.lower()
    if lower in _VERBS and word not in _SURNAMES:
        return True
    pinyin = syllables(lower)
    return is_verb(lower) and (pinyin is None or (is_named and len(pinyin) > 1))


def is_preposition(word: str) -> bool:
    """Whether a word is one that no credit holds; short ones in small letters only, since A and In are names."""
    return (word if len(word) < _SHORT else word.lower()) in _PROSE


def _joins(word: str) -> bool:
    """Whether a small word may stand among people's names."""
    return word in ("and", "de", "von", "al", "the") or bool(english_classes().get(word, UNKNOWN) & _PEOPLE)


_PEOPLE = frozenset(["editor-label", "editor-label-word", "reporter-label", "reporter-label-word"])


def _is_names(label: Label, plain: str) -> bool:
    """Whether the value holds names, not a sentence, and as a source no report that a chart was drawn from."""
    if label.family == "source-line" and _DOCUMENT.match(plain):
        return False
    if len(plain) > _NAMES_LONGEST or (any(stop in plain for stop in _STOPS) and _SENTENCE.search(plain)):
        return False
    english = [w for w in plain.replace("/", " ").split() if w[0].isalpha() and w[0].isascii()]
    if any(w.strip(".,;:").lower() in _VERBS and w not in _SURNAMES for w in english):
        return False
    people = label.family in ("editor-credit", "reporter-credit")
    if people and any(is_predicate(w.strip(".,;:"), is_named=False) for w in english[1:]):
        return False
    small = [w.strip(".,;:") for w in english if w[0].islower()]
    if len(small) > 3 or len(english) > 14 or any(w in _PROSE for w in small):
        return False
    if people and not all(_joins(w) for w in small):
        return False
    pieces = [piece for piece in re.split("[、，,;；/&\\s\u3000]+", plain) if piece and _is_han(piece[0])]
    return all(len(piece) <= (4 if people and "·" not in piece else 16) and "的" not in piece for piece in pieces)


def _dated(words: Words, dates: Sequence[tuple[int, int]]) -> tuple[Credit, ...]:
    """A date and a time, perhaps with a site's name, and nothing else."""
    if not dates:
        return ()
    line = words.text
    names = 0.0
    for word in words.words:
        inside = _is_within((word.start, word.end), dates)
        if inside or word.classes is NUMBER or "glue" in word.classes or word.proper or word.classes & _BESIDE_DATES:
            names += word.weight if word.proper and not inside and word.classes is not NUMBER else 0.0
            continue
        if word.classes is not NAME:
            return ()
        names += word.weight
    timed = TIME.search(line) is not None and DATE.search(line) is not None
    if names > 5 or (names and not timed):
        return ()
    return (Credit("source-line", 0, len(line), weak=not timed, bare=False),)
