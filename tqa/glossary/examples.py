"""The examples of a glossary row: what they say, and whether they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqa.glossary.concept import Concept
from tqa.glossary.forms import English, compile_form
from tqa.glossary.matcher import Matcher
from tqa.glossary.rows import split_list
from tqa.glossary.traces import has_people, is_abbreviated, is_inside, wrong_forms
from tqa.text.english import lower
from tqa.text.regex import regex

_EXAMPLE = regex(r"(good|bad)\s*:\s*(?:(.*?)\s*=>\s*)?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """English that is right or wrong for the concept, perhaps with the Chinese it renders."""

    good: bool
    source: str
    target: str


def examples_of(cell: str) -> Iterator[Example | str]:
    """The examples of a cell, in order; what is none comes as the text it is."""
    for item in split_list(cell):
        match = _EXAMPLE.fullmatch(item)
        if match is None or not match.group(3):
            yield item
        else:
            yield Example(match.group(1) == "good", match.group(2) or "", match.group(3))


def complaint(concept: Concept, example: Example, matcher: Matcher) -> str:
    """What the glossary finds wrong with the example's English for the concept; "" if nothing.

    Judges as the rules do: forbidden forms always, missing and changed ones where the example has a source that names the concept.
    """
    for hit in matcher.forbidden.find(example.target, lower(example.target)):
        if any(_is_same(concept, other) for other in hit.concepts):
            return f"{hit.form!r} is forbidden"
    hits = [hit for hit in matcher.in_source(example.source) if _is_same(concept, hit.concept)]
    if not hits or not concept.target:
        return ""
    english = English(example.target)
    forms = [compile_form(form) for form in (*concept.forms, *concept.short)]
    places = [place for form in forms for place in english.places(form)]
    for form, *wrong in wrong_forms(map(compile_form, concept.forbidden_if_source), english):
        place = (wrong[0], wrong[1])
        if not is_inside(place, places) and len({fine for fine in places if not is_inside(fine, [place])}) < len(hits):
            return f"{form.text!r} is forbidden for it"
    exact = concept.keep or concept.exact_case
    if exact and not any(english.holds_exactly(form) for form in forms):
        return f"{concept.target!r} is not there letter for letter"
    if places or is_abbreviated(forms, english) or has_people(forms, english, len(hits)):
        return ""
    return f"{concept.target!r} is missing"


def is_named(concept: Concept, source: str, matcher: Matcher) -> bool:
    """Whether a Chinese text names the concept."""
    return any(_is_same(concept, hit.concept) for hit in matcher.in_source(source))


def _is_same(concept: Concept, other: Concept) -> bool:
    return not set(concept.source).isdisjoint(other.source)
