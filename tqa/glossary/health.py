"""What is wrong with a glossary file: faults that would make wrong findings (errors), and disorder (warnings)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tqa.glossary.concept import Glossary
from tqa.glossary.cousins import places
from tqa.glossary.examples import complaint, examples_of, is_named
from tqa.glossary.matcher import Matcher
from tqa.glossary.rows import COLUMNS, split_list
from tqa.glossary.script import simplified, unquoted
from tqa.glossary.tsv import Listed, ParsedFile, Row, fmt
from tqa.glossary.words import FUNCTION_WORDS, fold
from tqa.model import Severity
from tqa.records import NamedTuple
from tqa.text.counted import counted
from tqa.text.han import han_count
from tqa.text.pinyin import is_pinyin
from tqa.text.regex import regex

_CHINESE = ("source", "not_inside")
_ENGLISH = ("target", "allowed", "forbidden", "forbidden_if_source", "short")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of a glossary file; `line` and `column` are 1-based, column 0 where the whole line is meant."""

    line: int
    column: int
    rule: str
    message: str
    severity: Severity


def check(file: ParsedFile, beside: Sequence[ParsedFile] = ()) -> list[Fault]:
    """The faults of a file, in reading order; `beside`: files used together with it, which it may contradict."""
    proper = _ProperNouns(file)
    found: list[Fault] = [*_not_normal(file), *_shared_sources(file)]
    columns = [column for column in (*_CHINESE, *_ENGLISH) if column in file.columns]
    for row in file.rows:
        for column in columns:
            if file.cell(row, column):
                found += _of_cell(file, row, column)
        found += _of_row(file, row, proper)
    found += _of_concepts(file)
    found += contradictions(file, beside)
    return sorted(found)


def dead_terms(file: ParsedFile, sources: Iterable[str]) -> list[Fault]:
    """Concepts that none of the Chinese texts names, in reading order."""
    matcher = Matcher(Glossary(file.concepts))
    count = 0
    named: set[str] = set()
    for text in sources:
        count += 1
        named.update(form for hit in matcher.in_source(text) for form in hit.concept.source)
    dead = [listed for listed in file.listed if named.isdisjoint(listed.concept.source)]
    said = f"no hit in {counted(count, 'article')}; is it still needed, and written as they write it?"
    return sorted(
        _fault(file, file.rows[listed.rows[0]], "source", "dead-term", f"{listed.concept.source[0]!r}: {said}", Severity.INFO) for listed in dead
    )


def _fault(file: ParsedFile, row: Row, column: str, rule: str, message: str, severity: Severity = Severity.WARNING, *, item: str = "") -> Fault:
    """A fault of a cell, or of an item in it."""
    place = file.column_of(row, column) if column in file.columns else 0
    return Fault(row.line, place and place + _offset(file.cell(row, column), item), rule, message, severity)


def _offset(cell: str, item: str) -> int:
    """Where in a list an item begins; 0 if it is none of its items as they stand."""
    offset = 0
    for part in _BAR.split(cell) if item else ():
        if part.strip().replace("\\|", "|") == item:
            return offset + len(part) - len(part.lstrip())
        offset += len(part) + 1
    return 0


_BAR = regex(r"(?<!\\)\|")


# Cells ------------------------------------------------------------------------------------------------------------------------------


def _of_cell(file: ParsedFile, row: Row, column: str) -> Iterator[Fault]:
    cell = file.cell(row, column)
    if any(item != item.strip() for item in cell.split("|")) or _WIDE_BLANK.search(cell):
        yield _fault(file, row, column, "padded-cell", f"blanks around or doubled inside {cell.strip()!r}; tqa glossary fmt strips those around")
    for form in split_list(cell):
        for rule, (test, cure, severity) in _FORM_FAULTS.items():
            if test(form, column):
                yield _fault(file, row, column, rule, f"{form!r}: {cure}", severity, item=form)


_WIDE_BLANK = regex("[\u00a0\u2000-\u200a\u3000]|  ")
_LISTING = regex(r"[;；、，]|[a-z]{3,} ?/ ?[a-z]{3,}|[\u4e00-\u9fff]/[\u4e00-\u9fff]| = |^1[.)、] ?\S.*\s2[.)、]")
_NOTE = regex(r"[(（\[【][^()（）\[\]【】]*[)）\]】]$|^[(（\[【]")
_QUOTED = regex("^[\"'“”‘’「『《].*[\"'“”‘’」』》]$")
_STOP = regex("[.。,，;；:：!！?？]$")
_ABBREVIATION = regex(r"(?:\b[A-Za-z]\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No|etc)\.)$")


def _has_several_forms(form: str, column: str) -> bool:
    # A Chinese term may hold a comma of its own: 党中央、国务院 (the row decides), 空谈误国，实干兴邦.
    return _LISTING.search(form.replace("、", "").replace("，", "") if column == "source" else form) is not None


def _has_note(form: str, column: str) -> bool:
    return column in (*_ENGLISH, "source") and _NOTE.search(form) is not None


def _ends_in_stop(form: str, column: str) -> bool:
    return _STOP.search(form) is not None and _ABBREVIATION.search(form) is None


def _begins_with_article(form: str, column: str) -> bool:
    # A share is no article.
    return column in _ENGLISH and form.startswith(("the ", "a ", "an ", "The ", "An "))


def _is_quoted(form: str, column: str) -> bool:
    # Title marks of a Chinese form say that it is only meant between them.
    return _QUOTED.match(form) is not None and not (column == "source" and form[0] in "《〈")


_FORM_FAULTS: dict[str, tuple[Callable[[str, str], bool], str, Severity]] = {
    "several-forms-in-a-cell": (_has_several_forms, "more than one form; split them by “|”", Severity.ERROR),
    "note-in-a-cell": (_has_note, "has a part in brackets; another name is a form of its own, a note belongs in the column note", Severity.ERROR),
    "trailing-stop": (_ends_in_stop, "ends in a stop; delete it", Severity.WARNING),
    "leading-article": (_begins_with_article, "begins with an article, which is never compared; delete it", Severity.WARNING),
    "quoted-term": (_is_quoted, "stands in quotation marks, which are never compared; delete them", Severity.WARNING),
}


# Rows -------------------------------------------------------------------------------------------------------------------------------


def _of_row(file: ParsedFile, row: Row, proper: _ProperNouns) -> Iterator[Fault]:
    source, target = file.cell(row, "source").strip(), file.cell(row, "target").strip()
    if source.lower() in _HEADERS and target.lower() in _HEADERS:
        yield _fault(file, row, "source", "header-as-term", f"{source!r} reads like a header, not like a term; delete the row", Severity.ERROR)
    if file.cell(row, "status").strip().lower() == "suggested":
        yield _fault(file, row, "status", "unreviewed-suggestion", f"{source!r} is only suggested; approve or reject it")
    if "、" in source and "," not in target and " and " not in target:
        yield _fault(file, row, "source", "several-forms-in-a-cell", f"{source!r}: more than one form; split them by “|”", Severity.ERROR)
    plain = not (file.cell(row, "kind").strip().lower() == "name" or file.cell(row, "case").strip())
    first, blank, rest = target.partition(" ")
    first = first.removesuffix("'s").removesuffix("’s")
    if plain and blank and first[:1].isupper() and first[1:].islower() and rest.islower() and first not in proper:
        yield _fault(file, row, "target", "dictionary-capital", f"{target!r} begins with a capital as in a dictionary; write it as in a sentence")
    for form in split_list(file.cell(row, "source")):
        if han_count(form) == len(form) == 1:
            yield _fault(
                file, row, "source", "too-short-or-ambiguous", f"{form!r} is one character and part of many words", Severity.ERROR, item=form
            )
    for column in ("target", "forbidden", "forbidden_if_source"):
        for form in split_list(file.cell(row, column)):
            if form.lower() in FUNCTION_WORDS or (len(form) < 3 and form.islower()):
                yield _fault(file, row, column, "too-short-or-ambiguous", f"{form!r} is too common a word", Severity.ERROR, item=form)


class _ProperNouns:
    """Words that have a capital of their own: countries, Chinese names, and what the file writes so in the middle of a form."""

    def __init__(self, file: ParsedFile):
        forms = [form for row in file.rows for column in _ENGLISH for form in split_list(file.cell(row, column))]
        self._inside = {word for form in forms for word in re.split("[ -]", form)[1:] if word[:1].isupper()}

    def __contains__(self, word: str) -> bool:
        return word in self._inside or word.lower() in places() or is_pinyin(word.lower())


_HEADERS = frozenset((*COLUMNS, "chinese", "english", "term", "translation", "中文", "英文", "原文", "译文", "术语", "词条", "译名", "翻译"))


# The file ---------------------------------------------------------------------------------------------------------------------------


def _not_normal(file: ParsedFile) -> Iterator[Fault]:
    for name in file.columns:
        near = name not in COLUMNS and _near_column(name)
        if near:
            yield Fault(file.header, 0, "not-normal-form", f"the column {name!r} is unknown and not read; did you mean {near!r}?", Severity.ERROR)
    normal = fmt(file.text, file.path)
    if normal != file.text:
        pairs = zip(file.text.split("\n"), normal.split("\n"), strict=False)
        line = next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)
        yield Fault(line, 0, "not-normal-form", "from this line on the file is not in normal form; run tqa glossary fmt", Severity.WARNING)


def _near_column(name: str) -> str | None:
    # Slow to import, and wanted only where a column is unknown.
    from rapidfuzz import process

    found = process.extractOne(name.lower(), COLUMNS, score_cutoff=80)
    return str(found[0]) if found else None


def _shared_sources(file: ParsedFile) -> Iterator[Fault]:
    """Source forms that stand in more than one concept, and rows that say a thing twice."""
    owners: dict[str, Listed] = {}
    for listed in file.listed:
        seen: dict[str, int] = {}
        for number in listed.rows:
            row = file.rows[number]
            target = file.cell(row, "target").strip()
            if target in seen:
                said = f"{listed.concept.source[0]!r} = {target!r} is listed twice (line {file.rows[seen[target]].line})"
                yield _fault(file, row, "source", "duplicate-concept", said)
            seen.setdefault(target, number)
        for form in {unquoted(simplified(form)): form for form in listed.concept.source}.items():
            owner = owners.setdefault(form[0], listed)
            if owner is not listed:
                yield from _shared(file, form[1], owner, listed)


def _shared(file: ParsedFile, form: str, owner: Listed, listed: Listed) -> Iterator[Fault]:
    row, line = file.rows[listed.rows[0]], file.rows[owner.rows[0]].line
    if set(owner.concept.forms).isdisjoint(listed.concept.forms) and owner.concept.forms and listed.concept.forms:
        said = f"{form!r} is {owner.concept.target!r} on line {line} and {listed.concept.target!r} here; either is taken as right"
        yield _fault(file, row, "source", "conflicting-target", said)
    else:
        yield _fault(file, row, "source", "duplicate-concept", f"{form!r} is listed on line {line} too; make one row of them")


# Concepts ---------------------------------------------------------------------------------------------------------------------------


def _of_concepts(file: ParsedFile) -> Iterator[Fault]:
    matcher = Matcher(Glossary(file.concepts))
    for listed in file.listed:
        concept = listed.concept
        for column, forms in (("forbidden", concept.forbidden), ("forbidden_if_source", concept.forbidden_if_source)):
            for form in forms:
                if form in (*concept.forms, *concept.short):
                    row = _row_with(file, listed, column, form)
                    said = f"{form!r} is both forbidden and fine for {concept.source[0]!r}"
                    yield _fault(file, row, column, "forbidden-equals-preferred", said, Severity.ERROR, item=form)
        for number in listed.rows:
            yield from _failing_examples(file, file.rows[number], listed, matcher)


def contradictions(file: ParsedFile, beside: Sequence[ParsedFile]) -> Iterator[Fault]:
    """Forms the file forbids everywhere that are fine for another concept of it or of the files beside it.

    Two concepts that forbid each other's English are an error: no translation of either is right.
    """
    fine = _Fine((file, *beside))
    for listed in file.listed:
        concept = listed.concept
        own = {fold(form) for form in concept.forms}
        for form in concept.forbidden:
            for other in fine.concepts(form) if fold(form) not in own else ():
                mutual = any(fold(wrong) in own for wrong in other.listed.concept.forbidden)
                if other.listed is listed or (mutual and (other.file, other.line) < (file.path, file.rows[listed.rows[0]].line)):
                    continue
                cure = "each forbids the other's English, so that neither can be right" if mutual else "move it to forbidden_if_source"
                said = f"{form!r} is forbidden here and fine for {other.listed.concept.source[0]!r} {other.place(file)}; {cure}"
                row = _row_with(file, listed, "forbidden", form)
                severity = Severity.ERROR if mutual else Severity.WARNING
                yield _fault(file, row, "forbidden", "forbidden-equals-preferred", said, severity, item=form)


class _Owner(NamedTuple):
    """A concept in its file."""

    file: str
    line: int
    listed: Listed

    def place(self, here: ParsedFile) -> str:
        """Where it stands, said in `here`."""
        return f"on line {self.line}" if self.file == here.path else f"in {self.file}:{self.line}"


class _Fine:
    """English forms and the concepts they are fine for, whatever their capitals."""

    def __init__(self, files: Sequence[ParsedFile]):
        self._owners: dict[str, list[_Owner]] = {}
        for file in files:
            for listed in file.listed:
                owner = _Owner(file.path, file.lines[listed.rows[0]][0], listed)
                for form in listed.concept.forms:
                    self._owners.setdefault(fold(form), []).append(owner)

    def concepts(self, form: str) -> Sequence[_Owner]:
        """The concepts the form is fine for."""
        return self._owners.get(fold(form), ())


def _row_with(file: ParsedFile, listed: Listed, column: str, form: str) -> Row:
    """The row of a concept whose cell holds the form, else its first row."""
    rows = [file.rows[number] for number in listed.rows]
    return next((row for row in rows if form in split_list(file.cell(row, column))), rows[0])


def _failing_examples(file: ParsedFile, row: Row, listed: Listed, matcher: Matcher) -> Iterator[Fault]:
    for example in examples_of(file.cell(row, "examples")):
        if isinstance(example, str):
            said = f"{example!r} is no example; write “good: …” or “bad: …”, with “中文 => ” before the English if it needs a source"
        elif example.good and (found := complaint(listed.concept, example, matcher)):
            said = f"the good example {example.target!r} would be reported: {found}"
        elif not example.good and not complaint(listed.concept, example, matcher):
            named = is_named(listed.concept, example.source, matcher)
            why = "" if named or not example.source else f"; its source does not name {listed.concept.source[0]!r}"
            said = f"the bad example {example.target!r} would not be reported{why}"
        else:
            continue
        yield _fault(file, row, "examples", "example-fails", said, Severity.ERROR)
