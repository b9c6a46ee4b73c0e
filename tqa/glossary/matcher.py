"""Finds the concepts of a glossary in text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import ahocorasick_rs

from tqa.cached import cached_property
from tqa.glossary.concept import Concept, Glossary, unite
from tqa.glossary.forbidden import Forbidden
from tqa.glossary.forms import English, Form, compile_form
from tqa.glossary.script import QUOTES, simplified, unquoted
from tqa.records import NamedTuple
from tqa.text.regex import regex

_FIRST_WORD = regex("^[^ '’/&()\n-]*", re.MULTILINE)
_MORE = 2
"""Characters behind its first word by which a listed form is looked for: the blank and the letter after it tell most forms apart."""
_OPENING = "“‘「『《〈"


_Contexts = dict[str, list[tuple[int, str]]]
"""Contexts, and where a form stands in them, by a character beside it."""


class TermHit(NamedTuple):
    """A concept named at a range of a text."""

    start: int
    end: int
    concept: Concept


class Compiled(NamedTuple):
    """The English forms of a concept, ready to be looked for.

    `full`: those that may stand for it, the preferred one, then the allowed ones; `short`: its acronyms and short names; `wrong`: those
    that are forbidden where the source has it; `nesting`: those of them that hold one that is fine, as “docking meeting” does “meeting”;
    `cased`: the forms as they are written, None where the capitals do not matter.
    """

    concept: Concept
    full: tuple[Form, ...]
    short: tuple[Form, ...]
    wrong: tuple[Form, ...]
    nesting: tuple[Form, ...]
    cased: frozenset[str] | None


class _SourceForm(NamedTuple):
    """What is asked of a source form at each hit: its concept, and the contexts in which it is another word.

    `before`: by the character before the form; `after`: those that it begins, by the character after it; `delicate`: whether it does
    not stand wherever it is found, whatever is beside it.
    """

    concept: Concept
    before: _Contexts
    after: _Contexts
    delicate: bool


class Matcher:
    """Automata over a glossary; built on first use, once a process."""

    def __init__(self, glossary: Glossary):
        self.glossary = glossary
        self._compiled: dict[int, Compiled] = {}
        self._forms: dict[int, _SourceForm] = {}
        self._listings: dict[str, tuple[Concept, ...]] = {}

    @classmethod
    def none(cls) -> Matcher:
        """The matcher that finds nothing."""
        return cls(Glossary())

    def in_source(self, text: str) -> list[TermHit]:
        """Leftmost-longest concepts in a Chinese text, traditional or simplified, quotation marks inside a term or not."""
        if not self.glossary.sources:
            return []
        folded = simplified(text)
        parts = QUOTES.split(folded)
        plain = "".join(parts)
        offsets = _Unquoted(parts)
        keys = offsets.keys
        hits = []
        free = 0
        for number, start, end in self._automaton.find_matches_as_indexes(plain):
            if start < free:
                continue
            # Numbers of marks before the first and the last character: the same where none stands inside.
            first, last = (bisect_right(keys, start), bisect_right(keys, end - 1)) if keys else (0, 0)
            concept, before, after, delicate = self._forms.get(number) or self._form(number)
            # Most forms have no contexts, and beside most hits no character of one stands.
            beside = (before and plain[start - 1 : start] in before) or (after and plain[end : end + 1] in after)
            lone = first == last and not delicate and not beside
            if lone or self._stands(number, start, end, plain, folded, offsets):
                hits.append(TermHit(start + first, end + last, concept))
                continue
            for other, begin, finish in self._inside(start, end, free, plain, folded, offsets):
                hits.append(TermHit(offsets.start(begin), offsets.end(finish), self._form(other).concept))
                free = finish
        return hits

    def compiled(self, concept: Concept) -> Compiled:
        """The English forms of a concept."""
        # By identity: hashing sixteen fields costs more than the search. The concept is kept, so its id stays its own.
        return self._compiled.get(id(concept)) or self._compile(concept)

    def _compile(self, concept: Concept) -> Compiled:
        full, short, wrong = (tuple(map(compile_form, forms)) for forms in (concept.forms, concept.short, concept.forbidden_if_source))
        nesting = tuple(form for form in wrong if any(map(form.holds, (*full, *short))))
        cased = frozenset((*concept.forms, *concept.short)) if concept.exact_case or not concept.target.islower() else None
        compiled = self._compiled[id(concept)] = Compiled(concept, full, short, wrong, nesting, cased)
        return compiled

    @cached_property
    def forbidden(self) -> Forbidden:
        """The forbidden forms."""
        return Forbidden(self.glossary)

    def listing(self, form: str) -> tuple[Concept, ...]:
        """The concepts that list a form, given in lower case, as preferred or allowed; generic ones left out."""
        if form not in self._listed:
            return ()
        known = self._listings.get(form)
        if known is None:
            concepts = map(self.glossary.concept, sorted(set(self._listed[form])))
            known = self._listings[form] = tuple(
                [concept for concept in concepts if concept.kind != "generic" and any(form == fine.lower() for fine in concept.forms)]
            )
        return known

    def listed_in(self, english: English, *, names: bool) -> list[tuple[int, int]]:
        """Ranges of a text that read like a listed form: of several words or with a capital, and where `names` are wanted with a capital.

        Left to right, at one place the longest first.
        """
        lower, spans, begun = english.lower, english.spans, self._begun
        found = [spans[number] for number in english.capitals if english.words[number] in begun]
        for start, end in [spans[number] for number in english.capitals] if names else spans:
            for form in begun.get(lower[start : end + _MORE], ()):
                if start + len(form) > end and lower.startswith(form, start):
                    found.append((start, start + len(form)))
        return sorted(found, key=lambda place: (place[0], -place[1]))

    @cached_property
    def _begun(self) -> Mapping[str, Sequence[str]]:
        """First word of listed forms, up to a blank, hyphen or apostrophe, and the characters behind it → the forms that begin so."""
        begun: dict[str, list[str]] = {}
        for first, form in zip(_FIRST_WORD.findall("\n".join(self._listed)), self._listed, strict=True):
            begun.setdefault(form[: len(first) + _MORE], []).append(form)
        return begun

    @cached_property
    def _listed(self) -> dict[str, list[int]]:
        """Form that is fine, short ones too, in lower case → the numbers of the concepts it belongs to."""
        listed: dict[str, list[int]] = {}
        for start, text in self.glossary.fine():
            for number, line in enumerate(text.lower().split("\n"), start):
                for form in line.split("|"):
                    listed.setdefault(form.strip(), []).append(number)
        return listed

    def _inside(self, start: int, end: int, free: int, plain: str, folded: str, offsets: _Unquoted) -> Iterator[tuple[int, int, int]]:
        """Terms that begin in what a refused hit covered: number of the source form, start and end in `plain`."""
        # One window as long as the longest form settles it.
        for other, begin, finish in self._automaton.find_matches_as_indexes(plain[start + 1 : end - 1 + self._longest]):
            begin, finish = begin + start + 1, finish + start + 1
            if begin >= max(free, start + 1) and begin < end and self._stands(other, begin, finish, plain, folded, offsets):
                yield other, begin, finish
                free = finish

    def _stands(self, number: int, start: int, end: int, plain: str, folded: str, offsets: _Unquoted) -> bool:
        """Whether a hit is the term: at word bounds where Latin, in no context of another word, across no quotation's edge."""
        form = self._source_forms[number]
        if form[0].isascii() and start and form[0].isalnum() and _is_latin(plain[start - 1]):
            return False
        if form[-1].isascii() and end < len(plain) and form[-1].isalnum() and _is_latin(plain[end]):
            return False
        if number in self._between_marks:
            begin = offsets.start(start)
            opening, closing = folded[max(begin - 1, 0) : begin], folded[offsets.end(end) :][:1]
            if not (opening and _opens(opening) and QUOTES.match(closing)):
                return False
        for shift, context in self._nearby(number, plain[start - 1 : start], plain[end : end + 1]):
            begin = start - shift
            # “两会”议程 is no 两会议.
            if begin >= 0 and plain.startswith(context, begin) and not offsets.cut(begin, begin + len(context)):
                return False
        return offsets.spans_whole_quotes(start, end, folded)

    def _nearby(self, number: int, before: str, after: str) -> Iterator[tuple[int, str]]:
        """Contexts of a source form that may stand where it has these characters beside it."""
        form = self._form(number)
        yield from form.before.get(before, ())
        yield from form.after.get(after, ())

    @cached_property
    def _sources(self) -> dict[str, list[int]]:
        """Folded source form → the numbers of the concepts that list it."""
        owners: dict[str, list[int]] = {}
        for number, source in enumerate(self.glossary.sources):
            for form in source:
                folded = self._folded[form]
                if folded:
                    owners.setdefault(folded, []).append(number)
        return owners

    @cached_property
    def _folded(self) -> dict[str, str]:
        """Source form → the same in simplified characters, without marks."""
        forms = [form for source in self.glossary.sources for form in source]
        # No form holds a line end.
        return dict(zip(forms, unquoted(simplified("\n".join(forms))).split("\n"), strict=True)) if forms else {}

    @cached_property
    def _source_forms(self) -> list[str]:
        return list(self._sources)

    def _form(self, number: int) -> _SourceForm:
        """A source form; one that two rows share is fine in the English of either."""
        known = self._forms.get(number)
        if known is None:
            form = self._source_forms[number]
            concept = unite([self.glossary.concept(owner) for owner in self._sources[form]])
            known = self._forms[number] = _SourceForm(concept, *_contexts_of(form, concept.not_inside), number in self._delicate)
        return known

    @cached_property
    def _between_marks(self) -> frozenset[int]:
        """Numbers of the source forms that are only listed between marks: 《求是》 is not the end of 实事求是."""
        marked = {folded for form, folded in self._folded.items() if _is_marked(form)}
        bare = {folded for form, folded in self._folded.items() if folded in marked and not _opens(form[0])}
        return frozenset(number for number, form in enumerate(self._source_forms) if form in marked and form not in bare)

    @cached_property
    def _delicate(self) -> frozenset[int]:
        """Numbers of the source forms that do not stand wherever they are found, whatever is known of their contexts."""
        latin = (n for n, form in enumerate(self._source_forms) if _is_latin(form[0]) or _is_latin(form[-1]))
        return frozenset((*latin, *self._between_marks))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._source_forms), default=0)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._source_forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False)


def _contexts_of(form: str, not_inside: Sequence[str]) -> tuple[_Contexts, _Contexts]:
    """Contexts in which a source form is another word, by the character before it, and those that it begins by the one after it."""
    before: _Contexts = {}
    after: _Contexts = {}
    for context in (unquoted(simplified(context)) for context in not_inside):
        shift = context.find(form)
        while shift >= 0:
            if shift:
                before.setdefault(context[shift - 1], []).append((shift, context))
            else:
                after.setdefault(context[len(form) : len(form) + 1], []).append((shift, context))
            shift = context.find(form, shift + 1)
    return before, after


class _Unquoted:
    """Places in a text without its quotation marks, and where they are in the text with them."""

    def __init__(self, parts: Sequence[str]):
        """`parts`: the text split at its marks; `keys`: where in the text without them each mark stood."""
        self.keys = list(accumulate(map(len, parts[:-1])))

    @cached_property
    def _marks(self) -> list[int]:
        return [key + number for number, key in enumerate(self.keys)]

    def start(self, offset: int) -> int:
        """Offset, in the whole text, of the character at `offset`."""
        return offset + bisect_right(self.keys, offset)

    def end(self, offset: int) -> int:
        """Offset, in the whole text, just behind the character before `offset`."""
        return self.start(offset - 1) + 1

    def cut(self, start: int, end: int) -> bool:
        """Whether a mark stands inside the range."""
        return bool(self.keys) and bisect_right(self.keys, start) != bisect_right(self.keys, end - 1)

    def spans_whole_quotes(self, start: int, end: int, text: str) -> bool:
        """Whether the range cuts no quotation in two: 会”议 in “两会”议程 does, “一带一路”倡议 does not.

        A quotation that begins or ends with the range is whole.
        """
        first, last = bisect_right(self.keys, start), bisect_right(self.keys, end - 1)
        if first == last:
            return True
        opened = sum(1 for _ in self._adjacent(range(first - 1, -1, -1), self.start(start) - 1, -1, text, opening=True))
        closed = sum(1 for _ in self._adjacent(range(last, len(self._marks)), self.end(end), 1, text, opening=False))
        depth = lowest = 0
        for mark in self._marks[first:last]:
            depth += 1 if _opens(text[mark]) else -1
            lowest = min(lowest, depth)
        # A straight mark does not say whether it opens.
        return text[self._marks[first]] == '"' or (-lowest <= opened and depth - lowest <= closed)

    def _adjacent(self, numbers: range, offset: int, step: int, text: str, *, opening: bool) -> Iterator[int]:
        """Marks that stand one beside the other from `offset` on and all open, or all close."""
        for number in numbers:
            if self._marks[number] != offset or _opens(text[offset]) != opening:
                return
            yield number
            offset += step


def _is_marked(form: str) -> bool:
    return len(form) > 2 and _opens(form[0]) and QUOTES.match(form[-1]) is not None and QUOTES.search(form[1:-1]) is None


def _opens(mark: str) -> bool:
    return mark in _OPENING


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
