"""What people read: the place is marked under its character, and nothing in an article acts on the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reporters.rows import NASTY, fix, related, render, row
from tqa.model import Notice, Problem
from tqa.reporters import RenderOptions
from tqa.reporters.snippet import snippet
from tqa.text.show import cells, show

ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff\U000e0000-\U000e007f]")


def test_a_finding_whole() -> None:
    found = row(fixes=[fix()], related=[related(), related(path="a.en.txt", side="target", line=4, text="plan", message="")])
    assert render("text", [found]) == (
        "a.en.txt:11:9: warning double-space  more than one space\n"
        " 11 | The plan  works.\n"
        "    |         ^^\n"
        "    = source, a.zh.txt:11:1 “计划”: the source\n"
        "    = line 4 “plan”\n"
        "    = fix: leave one space\n"
        "\n"
        "1 warning in 1 article (2 less severe not shown, 1 suppressed)\n"
    )


def test_problems_notices_and_figures_end_it() -> None:
    text = render(
        "text",
        [],
        (Problem("undecodable", "not UTF-8", "b.txt", 3),),
        (Notice("no-source", "no article has a source"),),
        consistency={"agreement": 0.9, "dominance": 1, "terms": 16, "split": 2},
        adherence={"met": 40, "of": 42},
    )
    assert text == (
        "not checked: b.txt:3: undecodable not UTF-8\n"
        "note: tqa: no-source no article has a source\n"
        "consistency: 2 of 16 terms rendered in several ways, agreement 0.90, dominance 1.00; glossary: 40 of 42 terms met\n"
        "nothing found in 1 article (2 less severe not shown, 1 suppressed); NOT CHECKED: 1\n"
    )
    few = render("text", [], consistency={"agreement": 0.33, "dominance": 0.67, "terms": 1, "split": 1})
    assert "consistency: 1 of 1 term rendered in several ways, agreement 0.33, dominance 0.67, from few terms\n" in few
    assert "undecodable" not in render("text", [], (Problem("undecodable", "x"),), options=RenderOptions(talk=False))


def test_a_fault_over_several_lines_is_told_once() -> None:
    rows = [row(text=f"line {line}", start=0, end=6, line=line, end_line=line, block="b") for line in range(23, 33)]
    text = render("text", rows)
    assert text.count("double-space") == 1
    assert "(lines 23–32)" in text
    assert "… and 4 more lines" in text
    other = row(block="c", line=40, end_line=40)
    assert render("text", [*rows, other]).count("double-space") == 2
    assert render("text", [row(), row()]).count("double-space") == 2


def test_a_guess_and_an_unsafe_fix_are_called_so() -> None:
    text = render("text", [row(certainty="guess", fixes=[fix(safe=False)])])
    assert "double-space (a guess)" in text
    assert "fix (look at it first): leave one space" in text


def test_without_a_column_none_is_shown() -> None:
    assert render("concise", [row(column=None)]) == "a.en.txt:11: double-space more than one space\n"
    assert render("text", [row(column=None)]).startswith("a.en.txt:11: warning")


def test_colour_only_if_asked() -> None:
    assert "\x1b" not in render("text", [row(severity=severity) for severity in ("error", "warning", "info")])
    colored = render("text", [row()], options=RenderOptions(color=True))
    assert "\x1b[1;33mwarning\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render("text", [row()])


@pytest.mark.parametrize(
    ("text", "match", "indent"),
    [
        ("𠮷野家 said 国务院 met 😀 State Council", "State", 26),  # ECOSYSTEM counts cells from 1
        ("e\u0301te  x", "  ", 3),
        ("a\u200bb c", "b", 7),  # the escape is seven cells wide
        ("abc", "", 0),
    ],
)
def test_the_mark_stands_under_its_text(text: str, match: str, indent: int) -> None:
    start = text.index(match)
    found = snippet(row(text=text, start=start, end=start + len(match)), 100)
    assert found is not None
    assert (found.indent, found.length) == (indent, max(cells(match), 1))


def test_only_the_line_of_the_place_is_shown() -> None:
    text = "first\nsecond line\r\nthird"
    found = snippet(row(text=text, start=13, end=25), 100)
    assert found is not None
    assert (found.text, found.indent, found.length) == ("second line", 7, 4)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(
    text=st.lists(st.sampled_from(["a", "b ", "国", "😀", "\u200b", "\u0301", "\n", "\x1b", "##[", "long word "]), max_size=60).map("".join),
    data=st.data(),
)
def test_the_line_fits_and_the_mark_is_on_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    width = data.draw(st.integers(20, 60))
    found = snippet(row(text=text, start=start, end=end), width)
    assert found is not None
    # A command taken apart grows by three cells.
    grown = 3 * found.text.count("x23")
    assert cells(found.text) <= width + grown
    assert found.indent + found.length <= max(cells(found.text), found.indent + 1) + grown
    marked = show(re.split(r"\r\n|\n|\r", text[start:end])[0], 1000)
    if marked and cells(marked) <= width - 2 and "#" not in marked and not marked.startswith("\u0301"):
        assert marked in found.text


@pytest.mark.parametrize("name", ["text", "concise", "github"])
@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_acts(name: str, nasty: str) -> None:
    found = row(
        text=f"x {nasty} y",
        start=2,
        end=2 + len(nasty),
        path=nasty,
        message=nasty,
        document=nasty,
        rule=nasty,
        fixes=[fix(title=nasty)],
        related=[related(text=nasty, path=nasty, message=nasty), related(text=nasty, document=nasty, message=nasty)],
    )
    harmless = row(text="x y", start=2, end=3, fixes=[fix()], related=[related(), related()])
    problem, notice = Problem(nasty, nasty, nasty), Notice(nasty, nasty, nasty)
    text = render(name, [found], (problem,), (notice,))
    expected = render(name, [harmless], (Problem("a", "b", "c"),), (Notice("a", "b", "c"),))
    assert not ACTIVE.search(text), ascii(text)
    assert text.count("\n") == expected.count("\n")
    for line, other in zip(text.split("\n"), expected.split("\n"), strict=True):
        # Runners trim a line before they look for "::"; the old commands they find anywhere.
        assert line.lstrip().startswith("::") == other.startswith("::")
        assert not re.search(r"##[A-Za-z.]*\[", line)
    text.encode("utf-8")
