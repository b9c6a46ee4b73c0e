"""Finds the concepts of a glossary in text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

import ahocorasick_rs

from tqa.cached import cached_property
from tqa.glossary.concept import Concept, Glossary, unite
from tqa.glossary.forbidden import Forbidden
from tqa.glossary.forms import Form, compile_form
from tqa.glossary.script import QUOTES, simplified, unquoted
from tqa.records import NamedTuple
from tqa.text.regex import regex

_FIRST_WORD = regex("^[^ '’/&()\n-]*", re.MULTILINE)
_MORE = 2
"""Characters behind its first word by which a listed form is looked for: the blank and the letter after it tell most forms apart."""
_OPENING = "“‘「『《〈"


_Contexts = dict[str, list[tuple[int, str]]]
"""Contexts, and where a form stands in them, by a character beside it."""
_Compiled = tuple[tuple[Form, ...], tuple[Form, ...], tuple[Form, ...], Concept]


class TermHit(NamedTuple):
    """A concept named at a range of a text."""

    start: int
    end: int
    concept: Concept


class Matcher:
    """Automata over a glossary; built on first use, once a process."""

    def __init__(self, glossary: Glossary):
        self.glossary = glossary
        self._forms: dict[int, _Compiled] = {}
        self._owners: dict[int, Concept] = {}
        self._listings: dict[str, tuple[Concept, ...]] = {}
        self._beside: dict[int, tuple[_Contexts, _Contexts] | None] = {}

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
        keys, delicate = offsets.keys, self._delicate
        hits = []
        free = 0
        for number, start, end in self._automaton.find_matches_as_indexes(plain):
            if start < free:
                continue
            # Numbers of marks before the first and the last character: the same where none stands inside.
            first, last = (bisect_right(keys, start), bisect_right(keys, end - 1)) if keys else (0, 0)
            lone = number not in delicate and first == last
            if lone and (beside := self._contexts(number)):
                before, after = beside
                # Beside most hits no character of a context stands.
                lone = plain[start - 1 : start] not in before and plain[end : end + 1] not in after
            if lone or self._stands(number, start, end, plain, folded, offsets):
                hits.append(TermHit(start + first, end + last, self._owner(number)))
                continue
            for other, begin, finish in self._inside(start, end, free, plain, folded, offsets):
                hits.append(TermHit(offsets.start(begin), offsets.end(finish), self._owner(other)))
                free = finish
        return hits

    def full(self, concept: Concept) -> tuple[Form, ...]:
        """The full forms that may stand for a concept in English: the preferred one, then the allowed ones."""
        return (self._forms.get(id(concept)) or self._compiled(concept))[0]

    def short(self, concept: Concept) -> tuple[Form, ...]:
        """The acronyms and short names of a concept."""
        return self._compiled(concept)[1]

    def wrong(self, concept: Concept) -> tuple[Form, ...]:
        """The forms that are forbidden where the source has the concept."""
        return self._compiled(concept)[2]

    def _compiled(self, concept: Concept) -> _Compiled:
        # By identity: hashing sixteen fields costs more than the search. The concept is kept, so its id stays its own.
        found = self._forms.get(id(concept))
        if found is None:
            full, short, wrong = (tuple(map(compile_form, forms)) for forms in (concept.forms, concept.short, concept.forbidden_if_source))
            found = self._forms[id(concept)] = (full, short, wrong, concept)
        return found

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

    def perhaps_listed(self, lower: str, words: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, int]]:
        """Where listed forms may stand in a text in lower case: start, end of the first word, end; at one place the longest first.

        `words`: start, end and text of each word.
        """
        lengths = self._lengths
        return [
            (start, end, start + length)
            for start, end, word in words
            for beginning in (lower[start : end + _MORE], word)
            for length in lengths.get(beginning, ())
        ]

    @cached_property
    def _lengths(self) -> Mapping[str, Sequence[int]]:
        """First word of a listed form, up to a blank, hyphen or apostrophe, and the characters behind it → lengths of forms that begin so."""
        lengths: dict[str, set[int]] = {}
        for first, form in zip(_FIRST_WORD.findall("\n".join(self._listed)), self._listed, strict=True):
            lengths.setdefault(form[: len(first) + _MORE], set()).add(len(form))
        return {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}

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
        if beside := self._contexts(number):
            yield from beside[0].get(before, ())
            yield from beside[1].get(after, ())

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

    def _owner(self, number: int) -> Concept:
        """The concept of a source form; a form that two rows share is fine in the English of either."""
        owner = self._owners.get(number)
        if owner is None:
            numbers = self._sources[self._source_forms[number]]
            owner = self._owners[number] = unite([self.glossary.concept(owner) for owner in numbers])
        return owner

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

    def _contexts(self, number: int) -> tuple[_Contexts, _Contexts] | None:
        """Contexts in which a source form is another word, by the character before it, or where it begins them after it; None without any."""
        if number not in self._beside:
            self._beside[number] = _contexts_of(self._source_forms[number], self._owner(number).not_inside)
        return self._beside[number]


def _contexts_of(form: str, not_inside: Sequence[str]) -> tuple[_Contexts, _Contexts] | None:
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
    return (before, after) if before or after else None


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
