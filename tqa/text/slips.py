"""Slips of the pen: whether two spellings may be one word."""

from __future__ import annotations


def is_within(one: str, other: str, most: int) -> bool:
    """Whether at most `most` letters were left out, put in, changed or swapped with their neighbour, no part twice.

    Cost: a few microseconds for one or two slips in words; it grows eightfold with each further slip.
    """
    same = 0
    for letter, counterpart in zip(one, other, strict=False):
        if letter != counterpart:
            break
        same += 1
    one, other = one[same:], other[same:]
    if not one or not other or not most:
        return len(one) + len(other) <= most
    return (
        is_within(one[1:], other[1:], most - 1)
        or is_within(one[1:], other, most - 1)
        or is_within(one, other[1:], most - 1)
        or (one[1:2] == other[0] and one[0] == other[1:2] and is_within(one[2:], other[2:], most - 1))
    )
