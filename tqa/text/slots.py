"""Where two phrases differ: the words each has in a place, and the words both have around it."""

from __future__ import annotations

from tqa.records import NamedTuple
from tqa.text.variants import JOINING, Words


class Slot(NamedTuple):
    """The place where two phrases differ: the words before it, those of either in it, the words after it."""

    before: Words
    one: Words
    other: Words
    after: Words

    @property
    def shared(self) -> tuple[int, int]:
        """Words with content before and after the place."""
        return content(self.before), content(self.after)

    @property
    def forms(self) -> tuple[Words, Words]:
        """The two phrases as far as they are compared."""
        return (*self.before, *self.one, *self.after), (*self.before, *self.other, *self.after)


def best_slot(one: Words, other: Words) -> Slot | None:
    """The place of one or two words where the phrases differ with most in common around it, or None if they share no such place.

    Places are looked for around the first word with content that both share.
    """
    for shared in one:
        if shared in other and shared not in JOINING:
            break
    else:
        return None
    i, j = one.index(shared), other.index(shared)
    end, stop = i + 1, j + 1
    while end < len(one) and stop < len(other) and one[end] == other[stop]:
        end, stop = end + 1, stop + 1
    while i and j and one[i - 1] == other[j - 1]:
        i, j = i - 1, j - 1
    behind = _behind(one, i, end, other, stop) if end < len(one) and stop < len(other) else None
    ahead = _ahead(one, i, end, other, j) if i and j else None
    if behind is None or (ahead is not None and _weight(ahead) > _weight(behind)):
        behind = ahead
    return None if behind is None else _trimmed(behind)


def _behind(one: Words, i: int, end: int, other: Words, stop: int) -> Slot:
    """The place behind a block of equal words, which is `one[i:end]` and ends before `other[stop]`."""
    wide, broad, rest = 1, 1, _equal(one, end + 1, other, stop + 1)
    if not rest and len(one) - end + len(other) - stop > 4:
        # More than one word only between words they share.
        for wider, broader in ((2, 1), (1, 2)):
            more = _equal(one, end + wider, other, stop + broader)
            if more > rest:
                wide, broad, rest = wider, broader, more
    return Slot(one[i:end], one[end : end + wide], other[stop : stop + broad], one[end + wide : end + wide + rest])


def _ahead(one: Words, i: int, end: int, other: Words, j: int) -> Slot:
    """The place of one word ahead of a block of equal words, which is `one[i:end]` and begins at `other[j]`."""
    begin, start = i - 1, j - 1
    while begin and start and one[begin - 1] == other[start - 1]:
        begin, start = begin - 1, start - 1
    return Slot(one[begin : i - 1], one[i - 1 : i], other[j - 1 : j], one[i:end])


def _equal(one: Words, i: int, other: Words, j: int) -> int:
    """How many words are the same from `one[i]` and `other[j]` on."""
    start = i
    while i < len(one) and j < len(other) and one[i] == other[j]:
        i, j = i + 1, j + 1
    return i - start


def _weight(slot: Slot) -> int:
    return 4 * (len(slot.before) + len(slot.after)) - len(slot.one) - len(slot.other)


def _trimmed(slot: Slot) -> Slot:
    """The slot without small words at the ends of its frame."""
    before, after = slot.before, slot.after
    if not ((before and before[0] in JOINING) or (after and after[-1] in JOINING)):
        return slot
    while before and before[0] in JOINING:
        before = before[1:]
    while after and after[-1] in JOINING:
        after = after[:-1]
    return Slot(before, slot.one, slot.other, after)


def content(words: Words) -> int:
    """Number of words with content."""
    return len(words) - sum(map(JOINING.__contains__, words))
