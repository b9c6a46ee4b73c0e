"""Frames: the same words around different ones, in the names of one article.

Two capitalised phrases that agree but for one place of one or two words may be one name rendered two ways (the Russian Export
Center, the Russian Export Hub) or two things of a kind (the Ministries of Finance and Commerce). What tells them apart is judged
here from English alone: how much of the frame is shared, what the two fillers are, and where else the two forms stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, islice, product, takewhile

from tqa.analysis.article import Text
from tqa.analysis.capitals import Run, word_starts
from tqa.analysis.sentences import share_a_sentence
from tqa.records import NamedTuple
from tqa.text.english import WORD, word_set
from tqa.text.inflection import plural
from tqa.text.punctuation import CLOSE_QUOTES, OPEN_QUOTES
from tqa.text.slots import Slot, best_slot
from tqa.text.variants import (
    JOINING,
    Words,
    are_renderings,
    differ_in_marks_only,
    is_plural_type,
    is_short_form,
    is_type_word,
    name_two_things,
    same_root,
    same_stem,
)

MOST_FORMS = 30
"""A word that more names than this share says nothing about any two of them."""
MOST_PAIRS = 10
"""Pairs looked at for each form of an article, so that a list of names costs no more than a text."""

_AROUND = 90
"""Characters beside a phrase in which shared words are counted."""
_GLANCE, _ALIKE = 12, 8
"""Of so many characters beside two phrases so many must be the same before a word is looked at."""
_SAMPLE = 4
"""Mentions of a form whose surroundings are compared."""
_MARKS = " \"“”‘’'"
_EMPTY = JOINING | word_set(
    """is are was were not no or this that it its he she they his her their we our you i be been being has have had will would can could
    may said say says also which who but more than after before during into over about there where when"""
)
"""Words that tie nothing together where they stand beside two names."""


_GOING_ON = (" of ", " for ", " on ")
"""Behind a name: the name goes on, or tells of which of several it is."""
_NO_NEIGHBOURS = frozenset(("", "and", "&"))
"""What may stand beside a name in its phrase and is no part of it."""


class Mention(NamedTuple):
    """A form in the article: article offsets, and the words of its phrase on both sides ("" where it ends)."""

    start: int
    end: int
    left: str
    right: str


class Rival(NamedTuple):
    """Two forms that may name one thing, each with its mentions in order.

    `around`: content words shared beyond the phrase. `quoted`: how many of the two stand in quotation marks of their own somewhere.
    `together`: a sentence holds both.
    """

    slot: Slot
    one: tuple[Mention, ...]
    other: tuple[Mention, ...]
    around: int
    quoted: int
    together: bool = False

    @property
    def competes(self) -> bool:
        """Whether the two fillers are known to render one Chinese word, or are made from one word."""
        return may_compete(self.slot)

    def witnesses(self, lower: str) -> list[tuple[int, int]]:
        """Where either form stands in other letters or another frame, as article offsets: what is not among its mentions."""
        counted = {mention.start for mention in (*self.one, *self.other)}
        found = []
        for mention in (self.one[0], self.other[0]):
            form = lower[mention.start : mention.end]
            start = lower.find(form)
            while start >= 0:
                end = start + len(form)
                if start not in counted and not (start and lower[start - 1].isalnum()) and not lower[end : end + 1].isalnum():
                    found.append((start, end))
                start = lower.find(form, end)
        return sorted(found)

    def reworded(self, mention: Mention, model: Mention, text: str) -> str:
        """What `mention` reads with the model's words in the place where they differ; case, number and possessive stay."""
        slot = self.slot
        mine, theirs = (slot.one, slot.other) if mention in self.one else (slot.other, slot.one)
        words = text[mention.start : mention.end].split(" ")
        begin, end = len(slot.before), len(slot.before) + len(mine)
        old, new = words[begin:end], text[model.start : model.end].split(" ")[begin : begin + len(theirs)]
        filler = " ".join([bare_ending(word)[0] for word in new])
        if not slot.after and is_plural_type(mine[-1]) and not is_plural_type(theirs[-1]):
            filler = plural(filler)
        if old[0].islower():
            filler = filler.lower()
        elif old[0].isupper() and len(old[0]) > 1:
            filler = filler.upper()
        return " ".join([*words[:begin], filler + bare_ending(old[-1])[1], *words[end:]])


def find_rivals(article: Text, phrases: tuple[Run, ...]) -> tuple[Rival, ...]:
    """Pairs of forms that may name one thing, in order of their first mention.

    Cost: linear in the phrases, and in the pairs of forms that share a word with content.
    """
    forms: dict[Words, list[Run]] = {}
    for run in phrases:
        forms.setdefault(run.words, []).append(run)
    holders = _holders(forms)
    before, after = _Before(forms, article.lower), _After(forms, article.lower)
    found: dict[tuple[Words, Words], Rival] = {}
    for one, other in islice(_neighbours(holders), MOST_PAIRS * len(forms)):
        slot = best_slot(one, other)
        if slot is None or not (is_framed(slot) or may_compete(slot) or (before if slot.after else after).meet(one, other)):
            continue
        if slot.forms in found or tells_apart(slot):
            continue
        rival = _meet(slot, article, forms, holders)
        if rival is not None:
            together = share_a_sentence([m.start for m in rival.one], [m.start for m in rival.other], article)
            found[slot.forms] = rival._replace(together=together)
    return tuple(sorted(_without_series(list(found.values())), key=lambda rival: (rival.one[0], rival.other[0])))


class _Beside(dict[Words, set[str]]):
    """Form → the few letters on one side of its first two mentions, cut out once."""

    def __init__(self, forms: Mapping[Words, list[Run]], lower: str):
        super().__init__()
        self._forms = forms
        self._lower = lower

    def meet(self, one: Words, other: Words) -> bool:
        """Whether the same text stands there beside a mention of each."""
        return not self[one].isdisjoint(self[other])


class _Before(_Beside):
    def __missing__(self, form: Words) -> set[str]:
        letters = self[form] = set()
        for run in self._forms[form][:2]:
            letters.add(_before(run.start, self._lower, _GLANCE)[-_ALIKE:])
        return letters


class _After(_Beside):
    def __missing__(self, form: Words) -> set[str]:
        letters = self[form] = set()
        for run in self._forms[form][:2]:
            letters.add(_after(run.end, self._lower, _GLANCE)[:_ALIKE])
        return letters


def is_framed(slot: Slot) -> bool:
    """Whether words with content stand on both sides of the place."""
    return bool(slot.before and slot.after) and all(slot.shared)


def _before(start: int, lower: str, reach: int) -> str:
    return lower[max(0, start - reach) : start].rpartition("\n")[2].rstrip(_MARKS)


def _after(end: int, lower: str, reach: int) -> str:
    return lower[end : end + reach].partition("\n")[0].lstrip(_MARKS)


def may_compete(slot: Slot) -> bool:
    """Whether the two fillers are known to render one Chinese word, or are made from one word."""
    one, other = slot.one, slot.other
    return len(one) == len(other) == 1 and (are_renderings(one, other) or same_root(one, other))


def tells_apart(slot: Slot) -> bool:
    """Whether the fillers alone say that two things are meant, or that the difference is another rule's."""
    one, other = slot.one, slot.other
    return name_two_things(one, other) or is_short_form(one, other) or same_stem(one, other) or differ_in_marks_only(one, other)


def whole(found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions after which no word of the phrase goes on: CPC National (Congress) is no name."""
    return tuple([mention for mention in found if not mention.right or mention.right in JOINING])


def stands_alone(mention: Mention, others: tuple[Mention, ...], lower: str) -> bool:
    """Whether a mention is no part of a longer name, nor one of several: not the National Council for Social Security, not a Security Committee."""
    if lower[max(0, mention.start - 3) : mention.start].strip() in ("a", "an") or lower.startswith(_GOING_ON, mention.end):
        return False
    return mention.right in _NO_NEIGHBOURS and (mention.left in _NO_NEIGHBOURS or mention.left in {other.left for other in others})


def have_other_neighbours(one: tuple[Mention, ...], other: tuple[Mention, ...]) -> bool:
    """Whether both forms are parts of longer names that differ: Beijing Film Academy, Nanjing Arts Academy."""
    return _differ([m.left for m in one], [m.left for m in other]) or _differ([m.right for m in one], [m.right for m in other])


def _differ(one: list[str], other: list[str]) -> bool:
    """Whether words stand there on both sides, all of them, and none is the same."""
    return all(one) and all(other) and JOINING.isdisjoint(one + other) and set(one).isdisjoint(other)


def is_series(fillers: set[Words]) -> bool:
    """Whether a frame with so many fillers names members of a series: the Jade, the Wetland and the Drinking-Water Dream."""
    return len(fillers) >= 3


def _without_series(rivals: list[Rival]) -> list[Rival]:
    """The rivals that are no members of a series; words known to compete for one Chinese word make none."""
    fillers: dict[tuple[Words, Words], set[Words]] = {}
    for rival in rivals:
        fillers.setdefault((rival.slot.before, rival.slot.after), set()).update((rival.slot.one, rival.slot.other))
    return [r for r in rivals if are_renderings(r.slot.one, r.slot.other) or not is_series(fillers[r.slot.before, r.slot.after])]


def _holders(forms: Mapping[Words, list[Run]]) -> Mapping[str, list[Words]]:
    """Word with content → the forms that hold it."""
    holders: dict[str, list[Words]] = defaultdict(list)
    for form in forms:
        for word in form:
            if word not in JOINING:
                holders[word].append(form)
    return holders


def _neighbours(holders: Mapping[str, list[Words]]) -> Iterator[tuple[Words, Words]]:
    """Pairs of forms that share a word with content, each once."""
    seen: set[tuple[Words, Words]] = set()
    for held in holders.values():
        if 2 <= len(held) <= MOST_FORMS:
            for pair in combinations(held, 2):
                if pair not in seen and pair[0] != pair[1]:
                    seen.add(pair)
                    yield pair


def _meet(slot: Slot, article: Text, forms: Mapping[Words, list[Run]], holders: Mapping[str, list[Words]]) -> Rival | None:
    """The two forms with their mentions; None where they are parts of longer names that differ."""
    one, other = (_mentions(form, forms, holders, article.lower) for form in slot.forms)
    if not slot.after:
        one, other = whole(one), whole(other)
    if not one or not other or (sum(slot.shared) <= 2 and have_other_neighbours(one, other)):
        return None
    around = 0
    if not (slot.before and slot.after):
        around = _around(slot, article.lower, one[:_SAMPLE], other[:_SAMPLE])
    text = article.text
    quoted = any(_is_quoted(text, mention) for mention in one) + any(_is_quoted(text, mention) for mention in other)
    return Rival(slot, one, other, around, quoted)


def _mentions(window: Words, forms: Mapping[Words, list[Run]], holders: Mapping[str, list[Words]], lower: str) -> tuple[Mention, ...]:
    """Where the words stand next to each other in a phrase, in order."""
    found = []
    length = len(window)
    rarest = min((holders[word] for word in window if word in holders), key=len)
    for form in dict.fromkeys(rarest):
        index = _index(window, form)
        if index >= 0:
            left, right = form[index - 1] if index else "", form[index + length] if index + length < len(form) else ""
            for run in forms[form]:
                starts = word_starts(run, lower)
                found.append(Mention(starts[index], starts[index + length - 1] + len(window[-1]), left, right))
    return tuple(sorted(found))


def _index(window: Words, form: Words) -> int:
    """Where the words begin in the form, or -1."""
    length = len(window)
    for index in range(len(form) - length + 1):
        if form[index : index + length] == window:
            return index
    return -1


def _is_quoted(text: str, mention: Mention) -> bool:
    start = mention.start
    if text[max(0, start - 4) : start].lower() == "the ":
        start -= 4
    before, after = text[max(0, start - 1) : start], text[mention.end : mention.end + 1]
    return bool(before and after) and before in OPEN_QUOTES and after in CLOSE_QUOTES


def _around(slot: Slot, lower: str, one: tuple[Mention, ...], other: tuple[Mention, ...]) -> int:
    """Most words with content that follow two mentions where the place is at their end, or precede both where it is at their head."""
    most = 0
    if slot.after:
        lefts, rights = ([_before(mention.start, lower, _AROUND) for mention in mentions] for mentions in (one, other))
        for left, right in product(lefts, rights):
            if left[-_ALIKE:] == right[-_ALIKE:]:
                most = max(most, _shared(WORD.findall(left)[::-1], WORD.findall(right)[::-1]))
    else:
        lefts, rights = ([_after(mention.end, lower, _AROUND) for mention in mentions] for mentions in (one, other))
        for left, right in product(lefts, rights):
            if left[:_ALIKE] == right[:_ALIKE]:
                most = max(most, _shared(WORD.findall(left), WORD.findall(right)))
    return most


def _shared(one: list[str], other: list[str]) -> int:
    """Words with content in which both begin."""
    # The last word of a cut text may be cut too; it equals another only by chance.
    return sum([a not in _EMPTY for a, _ in takewhile(_is_pair, zip(one, other, strict=False))])


def _is_pair(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def bare_ending(word: str) -> tuple[str, str]:
    """The word and its possessive ending."""
    ending = next((ending for ending in ("'s", "’s") if word.endswith(ending)), "")
    return word.removesuffix(ending), ending


def is_name_like(word: str, text: str) -> bool:
    """Whether a word of a name is a name itself: no kind of thing, and nowhere in the article in small letters."""
    return not is_type_word(word) and f" {word}" not in text
