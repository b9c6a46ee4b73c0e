"""Which numbers of two sides that nothing answers belong together as one fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from tqa.text.english import word_set
from tqa.text.numbers.hanzi import TWINS
from tqa.text.numbers.quantity import Quantity
from tqa.text.regex import regex

FaultKind = Literal["magnitude", "mismatch", "ratio", "ordinal", "missing", "extra"]
_DAY_WORDS = word_set(
    "on of to at until till from by and exactly january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. the"
)
_SHARES = frozenset(("pct", "points", "cheng", "zhe", "frac", "times"))


def paired(missing: list[Quantity], extra: list[Quantity]) -> list[tuple[FaultKind, Quantity, Quantity, bool]]:
    """Leftovers of both sides that belong together, each once: kind, source, target, whether sure."""
    found: list[tuple[FaultKind, Quantity, Quantity, bool]] = []
    ranked = []
    for i, source in enumerate(missing):
        for j, target in enumerate(extra):
            rank = _likeness(source, target)
            if rank:
                ranked.append((rank, abs(i - j), i, j))
    ranked.sort()
    taken_sources: set[int] = set()
    taken_targets: set[int] = set()
    for rank, _, i, j in ranked:
        if i in taken_sources or j in taken_targets:
            continue
        source, target = missing[i], extra[j]
        alone = sum(comparable(source, one) for one in extra) == 1 and sum(comparable(one, target) for one in missing) == 1
        if rank == _RATIO:
            found.append(("ratio", source, target, True))
        elif rank == _ORDINAL:
            found.append(("ordinal", source, target, alone))
        elif rank == _MAGNITUDE:
            found.append(("magnitude", source, target, True))
        elif rank == _NEAR:
            found.append(("mismatch", source, target, True))
        else:
            value, other = source.values[0], target.values[0]
            close = value <= 2 * other and other <= 2 * value
            found.append(("mismatch", source, target, alone and close and source.weight == 2 == target.weight))
        taken_sources.add(i)
        taken_targets.add(j)
    return found


_RATIO, _MAGNITUDE, _NEAR, _ORDINAL, _OTHER = 0.5, 1, 2, 3, 4
_TOLD_OTHERWISE = frozenset(("cheng", "zhe", "times"))
"""Kinds of ratio that English says with another number."""


def _likeness(source: Quantity, target: Quantity) -> float:
    """How the two belong together, best 1; 0 where they do not."""
    if not comparable(source, target):
        return 0
    if source.kind == "ordinal" and target.kind == "ordinal":
        return _ORDINAL
    digits, others = source.reading.digits, target.reading.digits
    if source.kind in _TOLD_OTHERWISE and digits == others:
        return _RATIO
    if digits == others and digits and not (source.reading.spelled and target.reading.spelled and len(digits) == 1 and source.values[0] < 100):
        return _MAGNITUDE
    if len(digits) > 1 and is_near(digits, others):
        return _NEAR
    # Numbers of quite another size stand for something else, and no place in a row is a fraction.
    value, other = source.values[0], target.values[0]
    if source.kind == "ordinal" and (other != int(other) or other >= 1000):
        return 0
    if source.reading.spelled and target.reading.spelled and value < 100 and other < 100:
        return _OTHER
    return _OTHER if value and other and value <= 10 * other and other <= 10 * value else 0


def misdated(missing: Iterable[Quantity], extra: Iterable[Quantity], chinese: str, lowered: str) -> Iterator[tuple[Quantity, Quantity]]:
    """A bare number where the source has a day or an hour: “Jan 35”, “on 23 local time”, “at seven”; the only one of both sides."""
    dates = [one for one in missing if one.kind == "moment" and not one.reading.spelled and one.values[0] < 100 and chinese[one.end - 1] != "月"]
    plain = [one for one in extra if one.kind == "num" and not one.reading.spelled and one.values[0] < 1000]
    same = [one for one in dates if plain and one.reading.digits == plain[0].reading.digits]
    if len(plain) == 1 and (len(dates) == 1 or len(same) == 1):
        before = lowered[max(0, plain[0].start - 12) : plain[0].start].split()
        if before and before[-1] in _DAY_WORDS:
            yield (same or dates)[0], plain[0]
    hours = [one for one in dates if chinese[one.end - 1] in "点时"]
    spelled = [one for one in extra if one.reading.spelled and one.values[0] <= 12 and lowered.endswith(" at ", 0, one.start)]
    if len(hours) == 1 == len(spelled):
        yield hours[0], spelled[0]


def misranked(missing: Iterable[Quantity], extra: Iterable[Quantity], chinese: str, lowered: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Another number behind “top” where the source has 百强 or 十佳, which English may say without one."""
    lists = [one for one in missing if not one.weight and chinese.startswith(("强", "佳"), one.end)]
    tops = [one for one in extra if lowered.endswith(("top ", "top-"), 0, one.start)]
    yield from zip(lists[:1], tops[:1], strict=False)


def run_together(missing: Iterable[Quantity], extra: Iterable[Quantity], chinese: str) -> Iterator[tuple[Quantity, Quantity]]:
    """三四元, three or four yuan, as 34 yuan."""
    for source in [one for one in missing if chinese[one.start : one.start + 2] in TWINS and len(one.values) > 1]:
        read_out = 10 * source.values[0] + source.values[1]
        yield from [(source, target) for target in extra if target.values[:1] == (read_out,)][:1]


def miscoded(missing: Iterable[Quantity], extra: Iterable[Quantity], chinese: str, text: str) -> Iterator[tuple[Quantity, Quantity, bool]]:
    """Codes with the letters of one in the source and another figure, F-16 as F-15, iPhone 15 as iPhone 16, 神舟十八号 as Shenzhou-19.

    The last of each says whether that is sure.
    """
    free = list(extra)
    for source in missing:
        letters = _letters(chinese, source) if source.kind == "code" else None
        target = next((one for one in free if one.kind == "code" and _letters(text, one) == letters), None) if letters else None
        if target is None and source.kind in _NUMBERED and (word := _word_before(chinese, source)):
            target = next((one for one in free if one.kind in _NUMBERED and _word_before(text, one) == word), None)
        if target is not None:
            free.remove(target)
            yield source, target, True
    numbered = [one for one in missing if one.kind == "moment" and chinese[one.end - 1] == "号" and _IS_OF_NAME.match(chinese, one.start - 1)]
    named = [one for one in free if one.kind in ("num", "code") and _AFTER_NAME.search(text, max(0, one.start - _LONGEST_NAME), one.start)]
    if len(numbered) == 1 == len(named):
        yield numbered[0], named[0], False


def _letters(text: str, code: Quantity) -> tuple[str, str] | None:
    """The Latin letters right before and behind a figure, without dashes; None where there are none."""
    before, after = _LETTERS_BEFORE.search(text, max(0, code.start - _LONGEST_NAME), code.start), _LETTERS_BEHIND.match(text, code.end)
    return (before[1] if before else "", after[1] if after else "") if before or after else None


def _word_before(text: str, number: Quantity) -> str:
    """The Latin word that a number follows, in small letters: iphone of iPhone 15 and iPhone15."""
    match = _WORD_BEFORE.search(text, max(0, number.start - _LONGEST_NAME), number.start)
    return match[1].lower() if match else ""


_NUMBERED = frozenset(("num", "code"))
_LONGEST_NAME = 16
_WORD_BEFORE = regex("(?<![A-Za-z])([A-Za-z]{2,}) ?$")
_LETTERS_BEFORE = regex("([A-Za-z]+)-?$")
_LETTERS_BEHIND = regex("([A-Za-z]+)(?![a-z])")
_IS_OF_NAME = regex("[一-鿿](?<![月日年至到和、])")
_AFTER_NAME = regex(r"(?:[A-Z][\w'’]+|No\.)[- ]$")


def comparable(source: Quantity, target: Quantity) -> bool:
    if target.kind == "ordinal" or (source.kind == "ordinal" and target.reading.spelled):
        return source.kind == target.kind
    return (source.kind in _SHARES) == (target.kind in _SHARES)


def is_near(one: str, other: str) -> bool:
    """Whether one digit was changed, lost or added, or two neighbours changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    if len(one) == len(other):
        places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(places) == 1:
            return True
        return len(places) == 2 and places[1] == places[0] + 1 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
