"""Glossary files changed in place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.glossary.edits import Draft, new_file
from tqa.glossary.tsv import parse
from tqa.model import FormatError

TEXT = """\
# house terms
source\ttarget\towner\tallowed

北约\tNATO \tpress
# seldom
两会|兩會\tTwo Sessions\t\ttwo sessions
央行\tcentral bank
央行|人行\tPBOC
"""


def edited(work: Callable[[Draft], object], text: str = TEXT) -> str:
    draft = Draft(text, "x.tsv")
    work(draft)
    parse(draft.text, "x.tsv")
    return draft.text


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ; both texts have as many."""
    return [(one, other) for one, other in zip(before.split("\n"), after.split("\n"), strict=True) if one != other]


def test_a_new_row_goes_to_the_end() -> None:
    assert edited(lambda draft: draft.add({"source": "欧盟", "target": " EU ", "owner": "desk"})) == TEXT + "欧盟\tEU\tdesk\t\n"


def test_a_new_column_changes_the_header_and_no_other_row() -> None:
    after = edited(lambda draft: draft.add({"source": "欧盟", "target": "EU", "note": "since 1993"}))
    header = "source\ttarget\towner\tallowed\tnote"
    assert after == TEXT.replace("source\ttarget\towner\tallowed", header) + "欧盟\tEU\t\t\tsince 1993\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("source\ttarget\r\n北约\tNATO\r\n", "source\ttarget\r\n北约\tNATO\r\n欧盟\tEU\r\n"),
        ("source\ttarget\r北约\tNATO\r", "source\ttarget\r北约\tNATO\r欧盟\tEU\r"),
        ("source\ttarget\n北约\tNATO", "source\ttarget\n北约\tNATO\n欧盟\tEU\n"),
        ("source\ttarget", "source\ttarget\n欧盟\tEU\n"),
        ("target\tsource\t\t\nNATO\t北约\t\t\n\n# end", "target\tsource\t\t\nNATO\t北约\t\t\n\n# end\nEU\t欧盟\n"),
    ],
)
def test_line_ends_and_what_follows_are_the_files_own(text: str, after: str) -> None:
    assert edited(lambda draft: draft.add({"source": "欧盟", "target": "EU"}), text) == after


def test_what_stands_there_already_is_not_added_again() -> None:
    draft = Draft(TEXT, "x.tsv")
    assert not draft.add({"source": "北约", "target": "NATO"})
    assert not draft.add({"source": "兩會|两会", "target": "Two Sessions", "allowed": " two sessions "})
    assert draft.text == TEXT


def test_one_cell_is_set() -> None:
    after = edited(lambda draft: draft.edit("北約", {"allowed": "the alliance|Nato"}))
    assert changed_lines(TEXT, after) == [("北约\tNATO \tpress", "北约\tNATO \tpress\tthe alliance|Nato")]
    after = edited(lambda draft: draft.edit("兩會", {"allowed": "", "target": "two sessions"}))
    assert changed_lines(TEXT, after) == [("两会|兩會\tTwo Sessions\t\ttwo sessions", "两会|兩會\ttwo sessions\t\t")]


def test_the_same_again_changes_nothing() -> None:
    draft = Draft(TEXT, "x.tsv")
    assert not draft.edit("北约", {"target": "NATO", "owner": "press", "note": ""})
    assert draft.text == TEXT


def test_a_removed_concept_takes_no_comment_along() -> None:
    assert edited(lambda draft: draft.remove("两会")) == TEXT.replace("两会|兩會\tTwo Sessions\t\ttwo sessions\n", "")


def test_changes_add_up() -> None:
    draft = Draft(TEXT, "x.tsv")
    draft.add({"source": "欧盟", "target": "EU"})
    draft.edit("欧盟", {"source": "欧盟|歐洲聯盟", "allowed": "European Union"})
    assert draft.concept("歐洲聯盟") == draft.concept("欧盟")
    draft.remove("欧洲联盟")
    assert draft.concept("欧盟") is None
    draft.add({"source": "欧盟", "target": "the EU"})
    assert draft.text == TEXT + "欧盟\tthe EU\t\t\n"


def test_a_broken_row_hinders_no_other_and_can_be_mended() -> None:
    draft = Draft("source\ttarget\tkind\n北约\tNATO\tnme\n两会\tTwo Sessions\n", "x.tsv")
    draft.edit("两会", {"target": "two sessions"})
    with pytest.raises(FormatError, match="did you mean 'name'"):
        draft.edit("北约", {"target": "Nato"})
    draft.edit("北约", {"kind": "name"})
    assert draft.text == "source\ttarget\tkind\n北约\tNATO\tname\n两会\ttwo sessions\n"


def test_rows_of_one_concept() -> None:
    text = "source\ttarget\tnote\n北约\tNATO\tx\n北约\tNato\ty\n"
    after = edited(lambda draft: draft.edit("北约", {"source": "北约|北大西洋公约组织", "target": "the Alliance"}), text)
    assert after == "source\ttarget\tnote\n北约|北大西洋公约组织\tthe Alliance\tx\n北约|北大西洋公约组织\tNato\ty\n"
    assert edited(lambda draft: draft.remove("北约"), text) == "source\ttarget\tnote\n"
    with pytest.raises(FormatError, match="line 3 fills 'note' too") as refused:
        Draft(text, "x.tsv").edit("北约", {"note": "z"})
    assert refused.value.code == "ambiguous-term"


@pytest.mark.parametrize(
    ("work", "code", "said"),
    [
        (lambda draft: draft.add({"source": "北約", "target": "Nato"}), "listed-already", "'北約' is listed already, as 'NATO'"),
        (lambda draft: draft.add({"source": "欧盟|北约", "target": "EU"}), "listed-already", "'北约'"),
        (lambda draft: draft.add({"source": "欧盟", "target": ""}), "unreadable-file", "no target"),
        (lambda draft: draft.add({"source": "欧盟", "target": "EU\tx"}), "bad-cell", "a tab"),
        (lambda draft: draft.add({"source": "欧\n盟", "target": "EU"}), "bad-cell", "line end"),
        (lambda draft: draft.add({"source": "欧盟", "target": "EU\udc80"}), "bad-cell", "half a character"),
        (lambda draft: draft.add({"source": "#欧盟", "target": "EU"}), "bad-cell", "“#”"),
        (lambda draft: draft.add({"source": "欧盟", "target": "EU", "kind": "nme"}), "unreadable-file", "did you mean 'name'?"),
        (lambda draft: draft.add({"source": "欧盟", "target": "EU", "forbiden": "x"}), "unknown-column", "did you mean 'forbidden'?"),
        (lambda draft: draft.edit("欧盟", {"target": "EU"}), "unknown-term", "'欧盟' is not listed"),
        (lambda draft: draft.edit("北约组", {"target": "x"}), "unknown-term", "did you mean '北约'?"),
        (lambda draft: draft.edit("北约", {"source": "两会"}), "listed-already", "'两会'"),
        (lambda draft: draft.edit("北约", {"target": ""}), "unreadable-file", "no target"),
        (lambda draft: draft.edit("北约", {"source": "#x"}), "bad-cell", "“#”"),
        (lambda draft: draft.remove("两"), "unknown-term", "not listed"),
        (lambda draft: draft.remove(""), "unknown-term", "not listed"),
    ],
)
def test_what_cannot_be_done_changes_nothing(work: Callable[[Draft], object], code: str, said: str) -> None:
    draft = Draft(TEXT, "x.tsv")
    with pytest.raises(FormatError) as refused:
        work(draft)
    assert (refused.value.code, refused.value.path) == (code, "x.tsv")
    assert said in str(refused.value)
    assert draft.text == TEXT


def test_a_form_of_two_rows_is_told_apart_by_the_whole_cell() -> None:
    assert edited(lambda draft: draft.remove("央行")) == TEXT.replace("央行\tcentral bank\n", "")
    assert edited(lambda draft: draft.remove("人行")) == TEXT.replace("央行|人行\tPBOC\n", "")
    assert edited(lambda draft: draft.remove("人行|央行")) == TEXT.replace("央行|人行\tPBOC\n", "")
    both = "source\ttarget\n央行|甲行\tcentral bank\n央行|人行\tPBOC\n"
    with pytest.raises(FormatError, match="lines 2 and 3") as refused:
        Draft(both, "x.tsv").remove("央行")
    assert refused.value.code == "ambiguous-term"


def test_a_new_file_has_room() -> None:
    assert new_file(["note", "source", "owner"]) == "source\ttarget\tnote\n"


ROWS = st.lists(
    st.tuples(st.text("甲乙丙丁戊", min_size=1, max_size=3), st.text("ab ", max_size=3).map("x".__add__), st.text("n |", max_size=3)),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[0],
)


@given(ROWS, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.data())
def test_only_the_line_that_is_meant_changes(rows: list[tuple[str, str, str]], end: str, ended: bool, data: st.DataObject) -> None:
    lines = ["#c", "source\ttarget\town\tnote", *("\t".join((source, target, "o ", note)) for source, target, note in rows)]
    text = end.join(lines) + (end if ended else "")
    number = data.draw(st.integers(0, len(rows) - 1))
    source = rows[number][0]
    draft = Draft(text, "x")
    draft.edit(source, {"note": "other", "allowed": ""})
    after = draft.text.split(end)
    assert [line for place, line in enumerate(after) if place != number + 2] == [
        line for place, line in enumerate(text.split(end)) if place != number + 2
    ]
    assert after[number + 2].split("\t")[2:] == ["o ", "other"]
    draft.add({"source": "子", "target": "y"})
    assert draft.text.startswith(end.join(after))
    draft.remove("子")
    assert draft.text == end.join(after) + ("" if ended else end)
    draft.remove(source)
    assert len(parse(draft.text, "x").concepts) == len(rows) - 1
