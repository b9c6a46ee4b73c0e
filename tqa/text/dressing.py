"""A wording put in the place of another: letters, number and possessive stay as they are there."""

from __future__ import annotations

from tqa.text.inflection import is_plural, plural

_POSSESSIVES = ("'s", "’s")


def dressed_as(wording: str, model: str, *, keeps_number: bool = True) -> str:
    """`wording` in small letters or capitals, in the plural and with the possessive of `model`, which it is to replace.

    `keeps_number`: False where the number is what was wrong.
    """
    ending = next((ending for ending in _POSSESSIVES if model.endswith(ending)), "")
    bare = wording.removesuffix("'s").removesuffix("’s")
    own = model.removesuffix(ending) if ending else model
    if keeps_number and is_plural(own.rpartition(" ")[2]) and not is_plural(bare.rpartition(" ")[2]):
        bare = plural(bare) if " " not in bare else f"{bare.rpartition(' ')[0]} {plural(bare.rpartition(' ')[2])}"
    if own.islower() and not bare.isupper():
        bare = bare.lower()
    elif own.isupper() and len(own) > 1:
        bare = bare.upper()
    elif own[:1].isupper() and bare[:1].islower():
        bare = bare[:1].upper() + bare[1:]
    return bare + ending
