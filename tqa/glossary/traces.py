"""Traces of a form in a text that does not hold the form: an acronym, a part, its words in another order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from tqa.glossary.cousins import FUNCTION_WORDS, demonyms, shares_root
from tqa.glossary.forms import English, Form, compile_form
from tqa.text.english import word_set
from tqa.text.regex import regex

PRONOUNS = word_set("both he her hers him his it its one she such that their them these they this those which who whose")
Ranges = list[tuple[int, int]]


def wrong_forms(forms: Iterable[Form], english: English) -> Iterator[tuple[Form, int, int]]:
    """Which of the forms stand in the text, and where."""
    for form in forms:
        if form.words and form.words[0][:3] in english.lower:
            for start, end in english.places(form):
                yield form, start, end


def longest(found: Iterable[tuple[Form, int, int]]) -> list[tuple[Form, int, int]]:
    """What is found without what overlaps it: the leftmost stays, the longest where several begin."""
    kept: list[tuple[Form, int, int]] = []
    for one in sorted(found, key=lambda one: (one[1], -one[2])):
        if not kept or one[1] >= kept[-1][2]:
            kept.append(one)
    return kept


def is_inside(place: tuple[int, int], ranges: Ranges) -> bool:
    """Whether one of the ranges holds the whole place: a docking meeting is a meeting, and wrong all the same."""
    return any(start <= place[0] and place[1] <= end for start, end in ranges)


def is_abbreviated(form: Form, english: English) -> bool:
    """Whether the form's acronym, or its full form where it is one, stands in the text."""
    return bool(_acronyms(form, english)) or (form.acronym and _spelled_out(form.plain.replace(".", ""), english))


def has_people(form: Form, english: English, times: int) -> bool:
    """Whether the word for the people of the country that the form names stands in the text, `times` times or more."""
    return 0 < times <= _people(form, english)


def stand_ins(form: Form, english: English) -> int:
    """How often the form's acronym or the word for its people stands in the text."""
    return _acronyms(form, english) + _people(form, english)


def _acronyms(form: Form, english: English) -> int:
    """How often the form's initials stand in the text; in brackets they only follow what they stand for."""
    initials = "".join(word[0] for word in form.words if word not in FUNCTION_WORDS)
    return english.initialisms.get(initials, 0) if len(initials) > 1 and initials in english.lower else 0


def _people(form: Form, english: English) -> int:
    return sum(len(english.places(word)) for word in demonyms().get(form.plain, ()))


def _spelled_out(letters: str, english: English) -> bool:
    """Whether a run of words has the letters as its initials."""
    initials = "".join(word[0] for _, _, word in english.words if word not in FUNCTION_WORDS)
    return len(letters) > 2 and letters in initials


def is_reworded(form: Form, english: English) -> bool:
    """Whether all words of the form stand in the text, inflected or derived: in any order, and close together if it is a name."""
    words = [word for word in form.words if word not in FUNCTION_WORDS]
    if not words:
        return False
    found = []
    for word in words:
        numbers = [number for number in english.beginning(word[:3]) if _is_of(word, english.bare[number], form)]
        if not numbers:
            return False
        found.append(numbers)
    reach = len(form.words) + 1
    return not form.capital or any(all(_is_near(first, numbers, reach) for numbers in found) for first in found[0])


def _is_near(one: int, numbers: list[int], reach: int) -> bool:
    """Whether one of the ascending numbers is within reach of another."""
    place = bisect_left(numbers, one - reach)
    return place < len(numbers) and numbers[place] <= one + reach


def _is_of(word: str, other: str, form: Form) -> bool:
    if form.capital:
        length = max(len(word) - 1, min(4, len(word)))
        return other[:length] == word[:length]
    return word == other or shares_root(word, other)


_NAME_GOES_ON = regex("[ -][A-Z]")


def is_shortened(form: Form, english: English, taken: Ranges) -> bool:
    """Whether the beginning or the end of the form stands in the text, in no other term: half of it, and two words of a long one.

    Of a name in two words the first is too little before another capital, and the second (Yale University) unless an article points
    back to it: the university.
    """
    size = len(form.words)
    for length in range(size - 1, 0, -1):
        if length * 2 < size or (size > 2 and length < 2):
            return False
        lone = length == 1 and form.capital
        first, last = form.words[:length], form.words[size - length :]
        if _tells(first) and any(
            not lone or (english.text[start].isupper() and not _NAME_GOES_ON.match(english.text, end)) for start, end in _free(first, english, taken)
        ):
            return True
        if _tells(last) and any(not lone or english.lower[max(start - 4, 0) : start] == "the " for start, _ in _free(last, english, taken)):
            return True
    return False


def _free(words: tuple[str, ...], english: English, taken: Ranges) -> Iterator[tuple[int, int]]:
    """Places of a part of a form that belong to no other term; a single word as it is listed."""
    part = compile_form(" ".join(words))
    for start, end in english.places(part) if len(words) > 1 else english.as_listed(part):
        if not overlaps(start, end, taken):
            yield start, end


def _tells(words: tuple[str, ...]) -> bool:
    """Whether at least half of the words are no function words."""
    return sum(word not in FUNCTION_WORDS for word in words) * 2 > len(words)


def joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """The same in ascending order, with those that overlap as one, as `overlaps` asks them."""
    found: Ranges = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def overlaps(start: int, end: int, taken: Ranges) -> bool:
    """Whether the range shares a character with one that is taken; `taken` are ascending, and none overlaps another."""
    place = bisect_right(taken, start, key=itemgetter(1))
    return place < len(taken) and taken[place][0] < end
