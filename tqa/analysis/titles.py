"""Quoted titles and slogans, and phrases of the article that are almost the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import islice

from tqa.analysis.article import Text
from tqa.analysis.capitals import bare
from tqa.analysis.quotes import Quotes
from tqa.records import NamedTuple
from tqa.text.english import WORD
from tqa.text.regex import regex
from tqa.text.slots import content
from tqa.text.variants import (
    JOINING,
    Words,
    are_renderings,
    differ_in_marks_only,
    name_two_things,
    same_root,
    same_stem,
)

_CHINESE = regex(r"《([^《》\n]{3,130})》")
_SINGLE = regex(r"[‘'](?! )([^‘“”\"\n]{3,130}?)(?<! )[’'](?!\w)")
_MOST_WORDS = 18
_MOST_PLACES = 60
"""Places looked at for one word; a word that stands more often is no anchor."""
_REACH = 160
_LONGEST = 130
_STOPS = tuple(".!?")
_ENDING = ",.;:!?， "


class Title(NamedTuple):
    """A quoted phrase: article offsets without marks and end punctuation, its words in small letters, and whether capitals mark it as a
    title."""

    start: int
    end: int
    words: Words
    titled: bool


class Place(NamedTuple):
    """Where a form stands in the article, whether in quotation marks of its own, and whether capitals mark it as a title."""

    start: int
    end: int
    quoted: bool
    titled: bool


class SplitPhrase(NamedTuple):
    """A quoted phrase and another form of it, each with its places in order: in quotation marks of its own, or marked by capitals.

    `one` and `other`: the words in which they differ. `shared`: words with content that they have in common.
    """

    title: tuple[Place, ...]
    twin: tuple[Place, ...]
    one: Words
    other: Words
    shared: int

    @property
    def says_one_thing(self) -> bool:
        """Whether the words in which they differ are forms or renderings of one word."""
        return is_one_word(self.one, self.other)


def find_titles(article: Text, quotes: Quotes) -> tuple[Title, ...]:
    """The quoted phrases of two to eighteen words that are no sentence."""
    text, lower = article.text, article.lower
    found = []
    for start, end in _quoted(text, quotes):
        if end - start > _LONGEST:
            continue
        end = start + len(text[start:end].rstrip(_ENDING))
        if text[end : end + 1] in _STOPS:
            continue  # a sentence
        spans = [match.span() for match in WORD.finditer(lower, start, end)]
        if spans and lower[slice(*spans[0])] in JOINING:
            del spans[0]
        if 2 <= len(spans) <= _MOST_WORDS:
            words = _bare_words([lower[a:b] for a, b in spans])
            if content(words) >= 2:
                found.append(Title(spans[0][0], spans[-1][0] + len(words[-1]), words, _is_titled(text, spans, words)))
    return tuple(found)


def _quoted(text: str, quotes: Quotes) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks, double or single, or in Chinese title marks."""
    for opening, closing in quotes.pairs:
        yield opening + 1, closing
    for mark in "‘'":
        place = text.find(mark)
        while place >= 0:
            # A straight mark is looked for alone, which is quicker than with the blank before it.
            match = _SINGLE.match(text, place) if mark == "‘" or text[place - 1 : place] == " " else None
            if match:
                yield match.span(1)
            place = text.find(mark, place + 1)
    if "《" in text:
        yield from (match.span(1) for match in _CHINESE.finditer(text))


def _is_titled(text: str, spans: list[tuple[int, int]], words: Words) -> bool:
    """Whether all words with content begin with a capital or a figure."""
    for (start, _), word in zip(spans, words, strict=True):
        first = text[start]
        if not (first.isupper() or first.isdigit() or word in JOINING):
            return False
    return True


def find_split_phrases(article: Text, titles: tuple[Title, ...]) -> tuple[SplitPhrase, ...]:
    """Each quoted phrase with the phrases that differ from it in one word, in order of the titles.

    A phrase without quotation marks differs by a word left out, or by two words that say one thing.

    Cost: for each title in capitals a search for its first and last word.
    """
    forms = {title.words: title for title in reversed(titles)}
    ends: dict[str, list[Words]] = {}
    for words in forms:
        for word in {words[0], words[-1]}:
            ends.setdefault(word, []).append(words)
    written, places = _Occurrences(article.text), _Places(article, titles)
    found: dict[frozenset[Words], SplitPhrase] = {}
    for words, title in reversed(forms.items()):
        for twin, one, other in _twins(title, article, ends, written):
            key = frozenset((words, twin))
            if key in found or twin[0] in JOINING or twin[-1] in JOINING or may_differ(one, other):
                continue
            if one and other and twin not in forms and not is_one_word(one, other):
                continue  # only quotation marks could make a title of it
            if places[twin] and places[words]:
                shared = sum([word not in JOINING for word in words if word not in one])
                found[key] = SplitPhrase(places[words], places[twin], one, other, shared)
    return tuple(found.values())


def may_differ(one: Words, other: Words) -> bool:
    """Whether two titles that differ in these words are known to be two, or one written with other marks."""
    return bool(one and other) and (differ_in_marks_only(one, other) or (name_two_things(one, other) and not same_stem(one, other)))


def is_one_word(one: Words, other: Words) -> bool:
    """Whether the words in which two titles differ say one thing: forms or renderings of one word."""
    return same_stem(one, other) or are_renderings(one, other) or same_root(one, other)


def _twins(title: Title, article: Text, ends: Mapping[str, list[Words]], written: Mapping[str, list[int]]) -> Iterator[tuple[Words, Words, Words]]:
    """Forms that differ from the title in one word, left out or another: the form, and the words of each in which they differ.

    `ends`: first or last word → the quoted phrases with it. `written`: word → where it stands, capitals as they are.
    A title in small letters is compared with other quoted phrases only: without marks it is a phrase like any other.
    """
    words = title.words
    seen = {words}
    for form in [*ends[words[0]], *ends[words[-1]], *(_near(title, article, written) if title.titled else ())]:
        if form not in seen:
            seen.add(form)
            difference = differing(words, form)
            if difference is not None:
                yield form, *difference


def _near(title: Title, article: Text, written: Mapping[str, list[int]]) -> Iterator[Words]:
    """Word sequences that begin with the first word of the title or end with its last, of its length or one word less or more."""
    text, lower = article.text, article.lower
    words, length = title.words, len(title.words)
    reach = title.end - title.start + 30
    first = text[title.start : title.start + len(words[0])]
    last = text[title.end - len(words[-1]) : title.end]
    passing: Set[str] = JOINING if length > 2 else frozenset()
    for place in written[first]:
        if place == title.start or _is_small(_word_after(text, place + len(first)), passing):
            continue
        line_end = _line_end(lower, place, place + reach)
        if _holds_most(lower[place:line_end], words):
            window = _words(lower, place, line_end)
            # The title itself, and what it is part of, differ from it by nothing or at an end.
            if window[:length] != words and _is_close(words, window[:length]):
                yield from (window[:count] for count in (length, length - 1, length + 1) if 2 <= count <= len(window))
    for place in written[last]:
        end = place + len(last)
        if end == title.end or _is_small(_word_before(text, place), passing):
            continue
        line_start = max(lower.rfind("\n", 0, place) + 1, end - reach)
        if _holds_most(lower[line_start:end], words):
            window = _words(lower, line_start, end)
            if _is_close(words, window[-length:]):
                yield from (window[-count:] for count in (length, length - 1, length + 1) if 2 <= count <= len(window))


def _holds_most(text: str, words: Words) -> bool:
    """Whether the text may hold all words but one, or two words of which one is another: its letters tell before it is cut into words."""
    return sum(map(text.__contains__, words)) >= len(words) - 1


def _word_after(text: str, end: int) -> str:
    """The word, or its first letters, that follows after one blank; "" if something else does."""
    return text[end + 1 : end + 9].partition(" ")[0] if text[end : end + 1] == " " else ""


def _word_before(text: str, start: int) -> str:
    """The word that stands before one blank; "" if something else does."""
    return text[max(0, start - 30) : start - 1].rpartition(" ")[2] if text[start - 1 : start] == " " else ""


def _is_small(word: str, passing: Set[str]) -> bool:
    """Whether no title goes on with the word: it is in small letters, and none that titles leave so."""
    return word.isalpha() and word.islower() and word not in passing


def _is_close(words: Words, window: Words) -> bool:
    """Whether so many words are the same that no more than one may differ; of two words the other must say the same thing."""
    if len(words) == 2 == len(window):
        return any(is_one_word((a,), (b,)) for a, b in zip(words, window, strict=True) if a != b)
    return len(set(words).intersection(window)) >= len(words) - 2 + (len(words) == 3)


class _Occurrences(dict[str, list[int]]):
    """Word → where it stands by itself in the text, looked for once; nowhere if it has no content or stands in too many places."""

    def __init__(self, text: str):
        super().__init__()
        self._text = text

    def __missing__(self, word: str) -> list[int]:
        text = self._text
        found: list[int] = []
        place = text.find(word) if word not in JOINING else -1
        while place >= 0:
            end = place + len(word)
            if not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum():
                found.append(place)
                if len(found) > _MOST_PLACES:
                    found = []
                    break
            place = text.find(word, end)
        self[word] = found
        return found


def _line_end(lower: str, start: int, most: int) -> int:
    end = lower.find("\n", start, most)
    return min(most, len(lower)) if end < 0 else end


def differing(one: Words, other: Words) -> tuple[Words, Words] | None:
    """The one word in which two phrases differ, or the one left out; None if they differ in more, or at an end by leaving it out."""
    if len(one) != len(other) and (abs(len(one) - len(other)) > 1 or one[0] != other[0] or one[-1] != other[-1]):
        return None
    front = 0
    while front < min(len(one), len(other)) and one[front] == other[front]:
        front += 1
    back = 0
    while back < min(len(one), len(other)) - front and one[-1 - back] == other[-1 - back]:
        back += 1
    left, right = one[front : len(one) - back], other[front : len(other) - back]
    if len(left) > 1 or len(right) > 1 or not (left or right):
        return None
    if not (left and right) and not (front and back):
        return None
    return left, right


class _Places(dict[Words, tuple[Place, ...]]):
    """Words → where they stand in a row, in quotation marks of their own or marked by capitals."""

    def __init__(self, article: Text, titles: tuple[Title, ...]):
        super().__init__()
        self._article = article
        self._quoted = {(title.start, title.end) for title in titles}
        self._occurrences = _Occurrences(article.lower)

    def __missing__(self, words: Words) -> tuple[Place, ...]:
        text, lower = self._article.text, self._article.lower
        found = []
        for start in self._occurrences[words[0]]:
            after = start + len(words[0])
            if words[1] not in lower[after : after + len(words[1]) + 6]:
                continue
            spans = [match.span() for match in islice(WORD.finditer(lower, start, _line_end(lower, start, start + _REACH)), len(words))]
            if _bare_words([lower[a:b] for a, b in spans]) == words:
                end = spans[-1][0] + len(words[-1])
                place = Place(start, end, (start, end) in self._quoted, _is_titled(text, spans, words))
                if place.quoted or place.titled:
                    found.append(place)
        self[words] = tuple(found)
        return self[words]


def _words(lower: str, start: int, end: int) -> Words:
    return _bare_words(WORD.findall(lower, start, end))


def _bare_words(words: list[str]) -> Words:
    # Most have no mark that could go.
    return tuple(words) if "".join(words).isalnum() else tuple(map(bare, words))
