"""Fixes: all or nothing, never overlapping, never in protected text, and the file comes to rest or stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tqa.analysis.analysis import Analysis
from tqa.engine.fixing import apply_fixes, edited
from tqa.engine.mending import mend
from tqa.engine.plan import Plan
from tqa.model import Document, Edit, Finding, Fix, Place, Problem, Run, Segment, Severity, Span, Where
from tqa.rule.kinds import SegmentRule, replace


def document(*texts: str, protected: tuple[Span, ...] = ()) -> Document:
    segments = [Segment("target", index, text, Place("a.txt", (Run(0, index + 1, 1),)), protected) for index, text in enumerate(texts)]
    return Document("a", "a.txt", tuple(segments))


def finding(rule: str, *fixes: Fix) -> Finding:
    return Finding(rule, "a", fixes[0].edits[0].where, "x", Severity.WARNING, fixes=fixes)


def fix(segment: int, start: int, end: int, text: str, *, safe: bool = True) -> Fix:
    return Fix("x", (Edit(Where("target", segment, Span(start, end)), text),), safe)


def texts(found: Sequence[Finding], *lines: str, unsafe: bool = False, protected: tuple[Span, ...] = ()) -> tuple[str, ...]:
    article = document(*lines, protected=protected)
    return apply_fixes(article, found, unsafe=unsafe).texts(article)


def test_edits_are_made_from_the_end() -> None:
    edits = [Edit(Where("target", 0, Span(0, 1)), "AA"), Edit(Where("target", 0, Span(2, 3)), "")]
    assert edited("abcd", edits) == "AAbd"


def test_a_fix_that_overlaps_waits() -> None:
    found = [finding("b", fix(0, 1, 3, "X")), finding("a", fix(0, 2, 4, "Y"))]
    assert texts(found, "abcd") == ("aXd",)


def test_whole_segments_go_first() -> None:
    assert texts([finding("a", fix(0, 0, 1, "X")), finding("z", fix(0, 0, 4, ""))], "abcd") == ("",)


def test_all_or_nothing() -> None:
    both = Fix("x", (Edit(Where("target", 0, Span(0, 1)), "X"), Edit(Where("target", 1, Span(0, 1)), "X")), safe=True)
    taken = fix(1, 0, 2, "Y")
    assert texts([finding("a", fix(0, 0, 1, "W")), finding("b", both), finding("c", taken)], "ab", "cd") == ("Wb", "Yd"[:1])
    assert texts([finding("b", both)], "ab", "cd") == ("Xb", "Xd")


def test_only_the_first_fix_and_only_safe_ones() -> None:
    unsafe = fix(0, 0, 1, "X", safe=False)
    assert texts([finding("a", unsafe, fix(0, 0, 1, "Y"))], "ab") == ("ab",)
    assert texts([finding("a", unsafe)], "ab", unsafe=True) == ("Xb",)


def test_protected_text_and_the_source_stay() -> None:
    assert texts([finding("a", fix(0, 1, 2, "X"))], "abcd", protected=(Span(0, 3),)) == ("abcd",)
    assert texts([finding("a", fix(0, 3, 4, "X"))], "abcd", protected=(Span(0, 3),)) == ("abcX",)
    source = Fix("x", (Edit(Where("source", 0, Span(0, 1)), "X"),), safe=True)
    assert texts([finding("a", source)], "abcd") == ("abcd",)


def test_the_same_edit_twice_is_one() -> None:
    assert texts([finding("a", fix(0, 0, 1, "")), finding("b", fix(0, 0, 1, ""))], "abcd") == ("bcd",)


@dataclass(frozen=True, slots=True)
class Restless(SegmentRule):
    """Puts a longer text in place, for ever."""

    group = "style"

    def check(self, segment: Segment, facts: Analysis) -> Iterable[Finding]:  # type: ignore[override]
        yield self.finding(segment, Span(0, 1), "x", fix=replace(segment, Span(0, 1), segment.text[0] * 2, safe=True))


@dataclass(frozen=True, slots=True)
class Breeder(SegmentRule):
    """Its fix makes two findings of one."""

    group = "style"

    def check(self, segment: Segment, facts: Analysis) -> Iterable[Finding]:  # type: ignore[override]
        for start, character in enumerate(segment.text):
            if character == "a":
                yield self.finding(segment, Span(start, start + 1), "x", fix=replace(segment, Span(start, start + 1), "bb", safe=True))
            elif character == "b":
                yield self.finding(segment, Span(start, start + 1), "x")


def read(text: str) -> Iterable[Document | Problem]:
    return [document(text)]


def write(text: str, changes: Mapping[int, Sequence[Edit]]) -> str:
    return edited(text, changes[0])


def test_fixes_that_never_rest_leave_the_original() -> None:
    mended = mend("abc", "a.txt", read, write, lambda path: Plan((Restless(),)))
    assert mended.after == "abc"
    assert [problem.code for problem in mended.problems] == ["fix-unstable"]


def test_fixes_that_make_things_worse_leave_the_original() -> None:
    mended = mend("a", "a.txt", read, write, lambda path: Plan((Breeder(),)))
    assert (mended.after, mended.changed) == ("a", False)
    assert "from 1 to 2" in mended.problems[0].message
