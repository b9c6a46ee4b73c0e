"""Traces of a form in a text that does not hold the form: an acronym, a part, its words in another order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from tqa.glossary.cousins import demonyms, shares_root
from tqa.glossary.forms import English, Form, compile_form
from tqa.glossary.words import FUNCTION_WORDS
from tqa.records import NamedTuple
from tqa.text.english import word_set
from tqa.text.regex import regex

PRONOUNS = word_set("both he her hers him his it its one she such that their them these they this those which who whose")
Ranges = list[tuple[int, int]]


def wrong_forms(forms: Iterable[Form], english: English) -> Iterator[tuple[Form, int, int]]:
    """Which of the forms stand in the text, and where."""
    for form in perhaps_wrong(forms, english):
        for start, end in english.places(form):
            yield form, start, end


def perhaps_wrong(forms: Iterable[Form], english: English) -> list[Form]:
    """Those of the forms that may stand in the text: the first letters are there, and so are the beginnings of the words."""
    return [form for form in forms if form.words and form.words[0][:3] in english.lower and form.may_stand(english.squeezed)]


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


def is_abbreviated(forms: Sequence[Form], english: English) -> bool:
    """Whether the acronym of one of the forms, or its full form where it is one, stands in the text."""
    told = [form for form in forms if form.initials in english.lower]
    spelled = [form.plain.replace(".", "") for form in forms if form.acronym]
    return any(_acronyms(form, english) for form in told) or any(_spelled_out(letters, english) for letters in spelled)


def has_people(forms: Sequence[Form], english: English, times: int) -> bool:
    """Whether the word for the people of a country that is one of the forms stands in the text, `times` times or more."""
    countries = [form for form in forms if form.plain in demonyms()]
    return any(0 < times <= _people(form, english) for form in countries)


def stand_ins(form: Form, english: English) -> int:
    """How often the form's acronym or the word for its people stands in the text."""
    return _acronyms(form, english) + _people(form, english)


def _acronyms(form: Form, english: English) -> int:
    """How often the form's initials stand in the text; in brackets they only follow what they stand for."""
    numbers = english.initialisms.get(form.initials, ()) if len(form.initials) > 1 else ()
    starts = [english.spans[number][0] for number in numbers]
    return sum(english.text[start - 1 : start] != "(" for start in starts)


def _people(form: Form, english: English) -> int:
    return sum(len(english.places(word)) for word in demonyms().get(form.plain, ()))


def _spelled_out(letters: str, english: English) -> bool:
    """Whether a run of words has the letters as its initials."""
    initials = "".join(word[0] for word in english.words if word not in FUNCTION_WORDS)
    return len(letters) > 2 and letters in initials


def is_reworded(forms: Sequence[Form], english: English) -> bool:
    """Whether all words of one of the forms stand in the text, inflected or derived: in any order, and close together if it is a name."""
    return any(_is_reworded(form, english) for form in forms if not [word for word in form.content if word[:3] not in english.lower])


def _is_reworded(form: Form, english: English) -> bool:
    found = [[number for number in english.beginning(word[:3]) if _is_of(word, english.words[number], form)] for word in form.content]
    if not found or not all(found):
        return False
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


class _Part(NamedTuple):
    """The beginning of a form (`leads`) or its end; `lone`: one word of a name."""

    form: Form
    leads: bool
    lone: bool


def is_shortened(form: Form, english: English, taken: Ranges) -> bool:
    """Whether the beginning or the end of the form stands in the text, in no other term: half of it, and two words of a long one.

    Of a name in two words the first is too little before another capital, and the second (Yale University) unless an article points
    back to it: the university.
    """
    return any(_stands_for_all(part, english, taken) for part in _parts(form.text))


def _stands_for_all(part: _Part, english: English, taken: Ranges) -> bool:
    """Whether the part stands in the text so that the whole is meant; a single word as it is listed."""
    for start, end in english.as_listed(part.form) if len(part.form.words) == 1 else english.places(part.form):
        if not part.lone:
            means = True
        elif part.leads:
            means = english.text[start].isupper() and not _NAME_GOES_ON.match(english.text, end)
        else:
            means = english.lower[max(start - 4, 0) : start] == "the "
        if means and not overlaps(start, end, taken):
            return True
    return False


@lru_cache(maxsize=100_000)
def _parts(text: str) -> tuple[_Part, ...]:
    """The parts of a form that are enough to tell it, half of their words no function words, the longest first."""
    form = compile_form(text)
    size = len(form.words)
    return tuple(
        _Part(compile_form(" ".join(words)), leads, lone=length == 1 and form.capital)
        for length in range(size - 1, 0, -1)
        if length * 2 >= size and (size < 3 or length > 1)
        for leads, words in ((True, form.words[:length]), (False, form.words[size - length :]))
        if sum(word not in FUNCTION_WORDS for word in words) * 2 > length
    )


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
